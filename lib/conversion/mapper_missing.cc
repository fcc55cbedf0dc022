// Values that are missing, and what is written in their place: see mapper.h.
//
//   {"gender":null}  to a format that knows no null  ->  absent, or "" where any text can stand
//   nothing for a field that must be there           ->  its setting, or the schema's own value
// Test: tests/conversion/mapper_test.cc.
#include <algorithm>

#include "conversion/mapper.h"

namespace crosswalk::conversion {

using format::Missing;
using json::Kind;

bool Mapper::is_missing(std::uint32_t token) const {
  if (token == 0) return true;
  const json::Token& at = record_.tape->tokens[token];
  switch (at.kind) {
    case Kind::kNull:
      return true;
    case Kind::kString:
      return at.end - at.begin <= std::string_view("\"\"").size() &&
             json::raw(record_.text, at).find_first_not_of('"') == std::string_view::npos;
    case Kind::kArray:
    case Kind::kObject:
      return at.count == 0;
    default:
      return false;
  }
}

Missing Mapper::missing_of(std::uint32_t token) const {
  if (token == 0) return Missing::kAbsent;
  return record_.tape->tokens[token].kind == Kind::kNull ? Missing::kNull : Missing::kEmpty;
}

/// True if the value is what the source's format writes where it is told nothing: losing it loses
/// nothing.
bool Mapper::is_own_value(const Route& route, std::uint32_t token) const {
  if (route.entry == Route::kUnknown) return false;
  const format::Schema& schema = mapping_->source().definition().schema;
  const auto own = own_value(schema, *mapping_->source().entries()[route.entry].field);
  return own && json::raw(schema.text, schema.tape.tokens[*own]) ==
                    json::raw(record_.text, record_.tape->tokens[token]);
}

bool Mapper::writes_nothing(std::uint32_t token, const Slot& slot) const {
  return is_missing(token) && written_missing(slot, missing_of(token)) == Missing::kAbsent;
}

/// What stands in a slot without a value: its own one if it is required, else what stands for a
/// missing value.
void Mapper::write_missing(std::uint32_t slot, bool is_pair) {
  const Slot& of = tree_.slots()[slot];
  const format::Field& field = *mapping_->target().entries()[of.entry].field;
  const std::vector<Candidate>& waiting = candidates_[slot];
  if (of.is_required && has_own(of)) {
    written_.push_back(slot);
    return write_own(of);
  }
  if (waiting.empty()) {
    if (of.is_required)
      out_->faults.push_back({MapFaultKind::kRequiredMissing, record_.root, field.column});
    return;
  }
  const std::uint32_t arrival = waiting.front().arrival;
  const Missing state = missing_of(arrivals_[arrival].token);
  const Missing written = written_missing(of, state);
  if (written != state) count_normalised(arrival);
  if (written == Missing::kAbsent) {
    if (of.is_required)
      out_->faults.push_back({MapFaultKind::kRequiredMissing, record_.root, field.column});
    return;
  }
  if (!is_pair) {
    written_.push_back(slot);
    builder_.name(of.ready_name);
  }
  const std::uint32_t begin = builder_.size();
  if (written == Missing::kNull) {
    builder_.raw(Kind::kNull, "null");
  } else {
    builder_.string({});
  }
  out_->origins.push_back({begin, builder_.size(), arrivals_[arrival].token});
}

/// How a missing value is written in a slot: an empty text that means itself stays so where any
/// text can stand; else as the caller asked; else as it is, if the target knows that, or as that
/// does first.
Missing Mapper::written_missing(const Slot& slot, Missing state) const {
  const std::vector<Missing>& known = mapping_->target().definition().missing;
  const std::vector<Missing>& meant = mapping_->source().definition().missing;
  const ValueForm& form = mapping_->target_form(slot.entry);
  const bool is_itself = state == Missing::kEmpty &&
                         std::ranges::find(meant, state) == meant.end() && form.texts.empty() &&
                         !form.is_list &&
                         (form.kind == FormKind::kText || form.kind == FormKind::kAny);
  const bool is_known = std::ranges::find(known, state) != known.end();
  if (is_itself && !is_known) return state;
  if (mapping_->asked_missing() && state != Missing::kAbsent) return *mapping_->asked_missing();
  return is_known ? state : known.front();
}

bool Mapper::has_own(const Slot& slot) const {
  const Entry& entry = mapping_->target().entries()[slot.entry];
  return mapping_->setting_of(entry.column) != nullptr ||
         own_value(mapping_->target().definition().schema, *entry.field).has_value();
}

void Mapper::write_own(const Slot& slot) {
  const Entry& entry = mapping_->target().entries()[slot.entry];
  builder_.name(slot.ready_name);
  if (const std::string* setting = mapping_->setting_of(entry.column)) {
    Scalar value{Kind::kString, *setting};
    std::string room;
    bring_into(mapping_->target_form(slot.entry).kind, value, room);
    return value.kind == Kind::kString ? builder_.string(value.text)
                                       : builder_.raw(value.kind, value.text);
  }
  const format::Schema& schema = mapping_->target().definition().schema;
  builder_.copy(schema.text, schema.tape, *own_value(schema, *entry.field));
}

}  // namespace crosswalk::conversion
