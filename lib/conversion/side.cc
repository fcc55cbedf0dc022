// Entries and their index; see side.h.
#include "conversion/side.h"

#include <algorithm>

#include "base/nearest.h"
#include "conversion/star_name.h"
#include "diagnostics/display_text.h"

namespace crosswalk::conversion {
namespace {

using format::Field;

Error unknown_column(const Side& side, const std::string& column) {
  const std::vector<std::string> names = side.table().names();
  const std::vector<std::string_view> known(names.begin(), names.end());
  std::vector<std::string> near = base::nearest(column, known);
  near.resize(std::min<std::size_t>(near.size(), 1));
  const std::string message =
      side.definition().name + " has no column \"" + column + '"' + base::did_you_mean(near);
  return {ErrorKind::kUsage, diagnostics::display_text(message)};
}

bool is_family(const Field& field) {
  return field.family != format::Family::kNone;
}

}  // namespace

Result<Side> Side::make(const format::Definition& definition, const format::ColumnMappings& own) {
  Side side(definition);
  for (const Field& field : side.table_.fields()) {
    side.entries_.push_back(
        {&field, field.column, is_family(field) ? "*" : "", field.annotation.mapping});
  }
  for (const auto* mappings : {&definition.map, &own}) {
    for (const auto& [column, mapping] : *mappings) {
      Status added = side.add(column, mapping);
      if (!added) return added.error();
    }
  }
  side.index();
  return side;
}

Status Side::add(const std::string& column, const format::FieldMapping& mapping) {
  const auto same = std::ranges::find(entries_, column, &Entry::column);
  if (same != entries_.end()) {
    same->mapping = mapping;
    return {};
  }
  const std::string sample = with_star(column, "x");
  const std::optional<format::ColumnField> found = table_.find(sample);
  if (!found) return unknown_column(*this, column);
  const std::size_t before_member = sample.size() - found->member.size();
  if (is_family(*found->field)) {
    entries_.push_back({found->field, column, column.substr(before_member), mapping});
  } else {
    const auto known = std::ranges::find(entries_, found->field, &Entry::field);
    known->mapping = mapping;
  }
  return {};
}

void Side::index() {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    by_field_[entry.field].push_back(i);
    if (entry.field->is_read_only) continue;
    std::uint32_t rank = 0;
    for (const format::CanonicalPlace& place : entry.mapping.is) {
      for (std::uint32_t part = 0; part < place.size(); ++part)
        index_place(place[part], {i, rank, part, false, {}});
      ++rank;
    }
    if (!entry.mapping.hash.empty()) index_place(entry.mapping.hash, {i, rank, 0, true, {}});
  }
}

void Side::index_place(const std::string& pointer, Place place) {
  if (has_star(pointer)) {
    stars_.emplace_back(pointer, std::move(place));
  } else {
    exact_[pointer].push_back(std::move(place));
  }
}

Named Side::entry_of(const Field& field, std::string_view member) const {
  Named best;
  std::size_t most = 0;
  bool is_found = false;
  for (const std::size_t i : by_field_.at(&field)) {
    const auto star = star_in(entries_[i].member, member);
    const std::size_t said =
        literal_size(entries_[i].member) + (has_star(entries_[i].member) ? 0 : 1);
    if (!star || (is_found && said < most)) continue;
    best = {i, std::string(*star)};
    most = said;
    is_found = true;
  }
  return best;
}

std::vector<Place> Side::places_of(const std::string& pointer) const {
  if (const auto exact = exact_.find(pointer); exact != exact_.end()) return exact->second;
  std::vector<Place> best;
  std::size_t most = 0;
  for (const auto& [pattern, place] : stars_) {
    const auto star = star_in(pattern, pointer);
    if (!star || (!best.empty() && literal_size(pattern) < most)) continue;
    if (literal_size(pattern) > most) best.clear();
    most = literal_size(pattern);
    best.push_back(place);
    best.back().star = *star;
  }
  return best;
}

std::string column_of(const Entry& entry, std::string_view star) {
  return with_star(entry.column, star);
}

}  // namespace crosswalk::conversion
