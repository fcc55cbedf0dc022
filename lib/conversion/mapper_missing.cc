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
  return is_missing(token) &&
         mapping_->written_missing(slot.entry, missing_of(token)) == Missing::kAbsent;
}

/// What stands in a slot without a value: its own one if it is required, else what stands for a
/// missing value.
void Mapper::write_missing(std::uint32_t slot, bool is_pair) {
  const Slot& of = tree_.slots()[slot];
  const format::Field& field = *mapping_->target().entries()[of.entry].field;
  const std::vector<Candidate>& waiting = candidates_[slot];
  if (of.is_required && mapping_->has_own(of.entry)) {
    written_.push_back(slot);
    builder_.name(of.ready_name);
    return mapping_->write_own(of.entry, builder_);
  }
  if (waiting.empty()) {
    if (of.is_required)
      out_->faults.push_back({MapFaultKind::kRequiredMissing, record_.root, field.column});
    return;
  }
  const std::uint32_t arrival = waiting.front().arrival;
  const Missing state = missing_of(arrivals_[arrival].token);
  const Missing written = mapping_->written_missing(of.entry, state);
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

}  // namespace crosswalk::conversion
