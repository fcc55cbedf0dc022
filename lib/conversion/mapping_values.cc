// Where a value goes by its kind, and what stands where there is none; see mapping.h.
#include <algorithm>

#include "conversion/mapping.h"

namespace crosswalk::conversion {

using format::Missing;
using json::Kind;

/// An empty text that means itself stays so where any text can stand; else it is as the caller
/// asked; else as it is, if the target knows that, or as that does first.
Missing Mapping::written_missing(std::size_t entry, Missing state) const {
  const std::vector<Missing>& known = target_.definition().missing;
  const std::vector<Missing>& meant = source_.definition().missing;
  const ValueForm& form = target_forms_[entry];
  const bool is_itself = state == Missing::kEmpty &&
                         std::ranges::find(meant, state) == meant.end() && form.texts.empty() &&
                         !form.is_list &&
                         (form.kind == FormKind::kText || form.kind == FormKind::kAny);
  const bool is_known = std::ranges::find(known, state) != known.end();
  if (is_itself && !is_known) return state;
  if (options_.missing && state != Missing::kAbsent) return *options_.missing;
  return is_known ? state : known.front();
}

bool Mapping::has_own(std::size_t entry) const {
  const Entry& target = target_.entries()[entry];
  return setting_of(target.column) != nullptr ||
         own_value(target_.definition().schema, *target.field).has_value();
}

void Mapping::write_own(std::size_t entry, json::RecordBuilder& builder) const {
  const Entry& target = target_.entries()[entry];
  if (const std::string* setting = setting_of(target.column)) {
    Scalar value{Kind::kString, *setting};
    std::string room;
    bring_into(target_forms_[entry].kind, value, room);
    return value.kind == Kind::kString ? builder.string(value.text)
                                       : builder.raw(value.kind, value.text);
  }
  const format::Schema& schema = target_.definition().schema;
  builder.copy(schema.text, schema.tape, *own_value(schema, *target.field));
}

bool Mapping::keeps_words(const Route& route, const Place& place) const {
  const format::FieldMapping& from = source_.entries()[route.entry].mapping;
  const format::FieldMapping& to = target_.entries()[place.entry].mapping;
  return !place.is_hash && from.values.empty() && to.values.empty() && to.remove.empty() &&
         target_forms_[place.entry].texts.empty() && source_forms_[route.entry].by.empty();
}

bool Mapping::stays_whole(const Route& route, const Place& place) const {
  const std::string& by = source_forms_[route.entry].by;
  const ValueForm& target = target_forms_[place.entry];
  const bool is_one_text = !place.is_hash && !target.is_list;
  return by.empty() || (is_one_text && (target.by == by || (target.by.empty() && route.may_join)));
}

std::size_t Mapping::place_for(const Route& route, Kind kind) const {
  const bool comes_in_parts =
      route.entry != Route::kUnknown && source_forms_[route.entry].holds_several();
  const bool is_list = kind == Kind::kArray || (kind == Kind::kString && comes_in_parts);
  const auto fits = [&](const Place& place) {
    const ValueForm& form = target_forms_[place.entry];
    const bool is_number = form.kind == FormKind::kNumber || form.kind == FormKind::kInteger;
    if (is_list) return form.holds_several();
    return !form.holds_several() && is_number == (kind == Kind::kNumber);
  };
  const auto best = std::ranges::find_if(route.places, fits);
  return best == route.places.end() ? 0 : static_cast<std::size_t>(best - route.places.begin());
}

}  // namespace crosswalk::conversion
