// The object that the rows of one table become, as a schema asks of it: its members, and conditions
// on them.
//
// A node of the schema that describes an object, bound to the columns below that object, is a
// condition on which of them have a value and on these values (row_condition.h).
//   {"required":["type"],"properties":{"type":{"const":"b"}}} at body
//     ->   all of: body.type is there; body.type is not there, or passes CONST b
// Does not work: what looks at elements of lists, at values that are containers, or tells
// instructions apart by what they would say. There is then no condition.
// Test: tests/check/row_test_test.cc.
#ifndef CROSSWALK_CHECK_ROW_PARTS_H
#define CROSSWALK_CHECK_ROW_PARTS_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/nested_row.h"
#include "check/row_condition.h"
#include "check/run.h"

namespace crosswalk::check {

/// Makes conditions of one table.
/// Ownership: everything given must outlive it. Threads: one.
class RowParts {
 public:
  using Part = NestedColumns::Part;

  RowParts(const Program::Code& code, const NestedColumns& columns, const RunOptions& options);

  /// What holds where `instruction` passes on part `part` with all that it hands on to, and tells
  /// nothing. It may ask too much. Nothing if no condition says it.
  std::optional<RowCondition> passing(std::uint32_t part, const Instruction& instruction);
  /// What holds where `node` lets part `part` pass and its checks tell nothing. It may ask too
  /// much.
  std::optional<RowCondition> clean(std::uint32_t part, format::NodeId node);
  /// What holds exactly where the plain keywords of `node` let part `part` pass.
  std::optional<RowCondition> accepting(std::uint32_t part, format::NodeId node);

  [[nodiscard]] const Part& part(std::uint32_t number) const { return columns_.parts()[number]; }
  [[nodiscard]] const CellTyping& typing(std::uint32_t part_number) const {
    return columns_.columns()[part(part_number).column].typing;
  }
  /// The number of the cell that part `part`, a value, is.
  [[nodiscard]] std::uint32_t cell_of(std::uint32_t part) const { return cells_[part]; }
  [[nodiscard]] std::uint32_t cell_count() const { return cell_count_; }
  /// The member of object `object` that is called `name`.
  [[nodiscard]] std::optional<std::uint32_t> member(std::uint32_t object,
                                                    std::string_view name) const;
  /// The plain value that `steps` lead to from object `object`: no list, and no name/value pair.
  [[nodiscard]] std::optional<std::uint32_t> value_at(std::uint32_t object,
                                                      const std::vector<std::string>& steps) const;

 private:
  enum class Depth : std::uint8_t { kPlain /* exact */, kWithChecks /* may ask too much */ };

  [[nodiscard]] KindBits kinds_of(std::uint32_t part) const;
  RowCondition of_node(std::uint32_t part, format::NodeId node, Depth depth);
  RowCondition of_each(std::uint32_t part, const std::vector<format::NodeId>& nodes);
  RowCondition of_keyword(std::uint32_t part, const Instruction& keyword, Depth depth);
  RowCondition of_check(std::uint32_t part, const Instruction& check);
  RowCondition of_test(std::uint32_t part, const Instruction& test);
  RowCondition of_choice(std::uint32_t part, const Instruction& keyword, Depth depth);
  RowCondition of_branch(std::uint32_t part, const Instruction& keyword, Depth depth);
  RowCondition of_dependency(std::uint32_t part, const Instruction& keyword, Depth depth);
  RowCondition of_members(std::uint32_t part, const Members& members, Depth depth);
  RowCondition of_known_names(std::uint32_t part, const Members& members) const;
  RowCondition of_names(std::uint32_t part, format::NodeId node);
  RowCondition of_count(std::uint32_t part, const Instruction& keyword) const;
  RowCondition of_needs(std::uint32_t part, const std::vector<std::string>& names) const;
  RowCondition of_contains(std::uint32_t part, format::NodeId node);
  RowCondition of_pair(std::uint32_t value, format::NodeId node);
  RowCondition of_pair_members(std::uint32_t value, const Members& members);
  RowCondition of_order(std::uint32_t part, const Instruction& check) const;
  RowCondition none();

  const Program::Code& code_;
  const NestedColumns& columns_;
  std::vector<diagnostics::RawFinding> unused_;
  Run run_;                           // for names
  std::vector<std::uint32_t> cells_;  // by part
  std::uint32_t cell_count_ = 0;
  bool has_none_ = false;  // in the condition that is being made
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_ROW_PARTS_H
