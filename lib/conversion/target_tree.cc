// See target_tree.h.
#include "conversion/target_tree.h"

#include <algorithm>

#include "check/value.h"
#include "conversion/star_name.h"

namespace crosswalk::conversion {

using format::Family;
using format::Field;

namespace {

bool names_are_numbers(const format::Schema& schema, const format::Field& pairs) {
  if (pairs.name_node == format::kNoNode) return false;
  const std::uint8_t types = schema.nodes[pairs.name_node].types;
  return (types & format::kTypeString) == 0;
}

}  // namespace

TargetTree::TargetTree(const Side& side) : side_(side) {
  groups_.emplace_back();
  by_path_[{}] = 0;
  for (const Field& field : side.table().fields()) {
    if (field.family == Family::kMembers) {
      by_field_[&field] = group_at(field.path);
      continue;
    }
    const std::uint32_t above = group_at({field.path.begin(), field.path.end() - 1});
    if (field.family == Family::kPairs) {
      by_field_[&field] = add_group(above, {field.path.back(), &field, {}});
      groups_.back().has_number_names = names_are_numbers(side.definition().schema, field);
      continue;
    }
    const auto entry = std::ranges::find(side.entries(), &field, &Entry::field);
    const std::uint32_t slot = add_slot({static_cast<std::size_t>(entry - side.entries().begin()),
                                         field.path.back(), above, false, field.is_required});
    groups_[above].members.emplace_back(true, slot);
    by_field_[&field] = slot;
  }
}

std::uint32_t TargetTree::group_at(const std::vector<std::string>& path) {
  if (const auto known = by_path_.find(path); known != by_path_.end()) return known->second;
  const std::uint32_t above = group_at({path.begin(), path.end() - 1});
  return by_path_[path] = add_group(above, {path.back(), nullptr, {}});
}

std::uint32_t TargetTree::add_slot(Slot slot) {
  slots_.push_back(std::move(slot));
  return static_cast<std::uint32_t>(slots_.size() - 1);
}

std::uint32_t TargetTree::add_group(std::uint32_t above, Group group) {
  const auto made = static_cast<std::uint32_t>(groups_.size());
  groups_.push_back(std::move(group));
  groups_[above].members.emplace_back(false, made);
  return made;
}

bool TargetTree::is_one_column(std::uint32_t slot) const {
  const Slot& of = slots_[slot];
  return !of.is_family || std::ranges::none_of(groups_[of.group].members, [&](const auto& member) {
    const auto& [is_slot, number] = member;
    return (is_slot ? slots_[number].name : groups_[number].name) == of.name;
  });
}

std::uint32_t TargetTree::slot_of(std::size_t entry, const std::string& star) {
  const Entry& of = side_.entries()[entry];
  const std::uint32_t place = by_field_.at(of.field);
  if (of.field->family == Family::kNone) return place;
  std::string name = with_star(of.member, star);
  const auto [known, is_new] =
      by_member_.try_emplace({of.field, name}, static_cast<std::uint32_t>(slots_.size()));
  if (!is_new) return known->second;
  const std::uint32_t slot = add_slot({entry, name, place, true, false});
  const Group& group = groups_[place];
  if (group.pairs != nullptr) slots_[slot].ready_pair = pair_called(name, group);
  return slot;
}

json::ReadyPair TargetTree::pair_called(const std::string& name, const Group& list) {
  constexpr std::uint32_t kMost = 0xFFFF;
  const bool is_number = list.has_number_names && check::is_integer(name);
  const std::uint32_t number = pair_names_.add((is_number ? '#' : '"') + name) + 1;
  return {list.pairs->pair_name, name, is_number, list.pairs->pair_value,
          static_cast<std::uint16_t>(number <= kMost ? number : 0)};
}

}  // namespace crosswalk::conversion
