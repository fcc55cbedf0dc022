// The shape of a target record: which objects and lists it has, and the slots that values go to.
//
// A field is a slot from the start; a name of a family becomes one when it is first met. Slots of
// fields are written in the schema's order, those of families behind them in the order in which the
// record gave them, so that a table keeps the columns of the table it was made from.
//   body ( interactionId, interaction ( type ) )     properties ( * )     attributes [ {name,
//   value} ]
// Test: tests/conversion/mapper_test.cc.
#ifndef CROSSWALK_CONVERSION_TARGET_TREE_H
#define CROSSWALK_CONVERSION_TARGET_TREE_H

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/name_table.h"
#include "conversion/side.h"
#include "json/record_builder.h"

namespace crosswalk::conversion {

/// Where a value of the target stands.
struct Slot {
  std::size_t entry = 0;
  std::string name;         ///< its member's
  std::uint32_t group = 0;  ///< the object or list that it is in
  bool is_family = false;
  bool is_required = false;  ///< a field that every record must have
  json::ReadyName ready_name{name};
  std::optional<json::ReadyPair> ready_pair = {};  ///< in a list of pairs
};

/// An object, or a list of pairs.
struct Group {
  std::string name;                      ///< its member's; empty at the root
  const format::Field* pairs = nullptr;  ///< a list of pairs
  /// A slot (true) or a group (false) and its number, in the schema's order.
  std::vector<std::pair<bool, std::uint32_t>> members;
  bool has_number_names = false;  ///< names of pairs that are integers are written as such
};

/// The slots and groups of one format.
/// Threads: one.
class TargetTree {
 public:
  /// `side` must outlive it.
  explicit TargetTree(const Side& side);
  /// The slot of an entry, for a family of its name with `star` in it.
  std::uint32_t slot_of(std::size_t entry, const std::string& star);
  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }
  /// True if a value in this slot has the same column in a table whatever it is: no name of a
  /// family that is the name of a field, or of an object of fields, beside it.
  [[nodiscard]] bool is_one_column(std::uint32_t slot) const;
  /// The root's group is the first.
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }

 private:
  std::uint32_t group_at(const std::vector<std::string>& path);
  std::uint32_t add_slot(Slot slot);
  std::uint32_t add_group(std::uint32_t above, Group group);
  json::ReadyPair pair_called(const std::string& name, const Group& list);

  const Side& side_;
  std::vector<Slot> slots_;
  std::vector<Group> groups_;
  std::map<std::vector<std::string>, std::uint32_t> by_path_;
  std::map<const format::Field*, std::uint32_t> by_field_;  // slots of fields, groups of families
  std::map<std::pair<const format::Field*, std::string>, std::uint32_t> by_member_;
  base::NameTable pair_names_;  // their numbers are those of known texts
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_TARGET_TREE_H
