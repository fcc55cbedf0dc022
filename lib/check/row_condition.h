// Conditions on the values of one row: what a schema asks of several members at once, bound to the
// cells that hold them.
//
// Nearly all of it is counting. Of several conditions all must hold, at least one, exactly one or
// none; a member is there or not; a cell passes a test of the rule program or not.
//   {"if":{"required":["gift"]},"then":{"required":["day"]}}   ->   one of: gift is not there; day
//   is
// Test: tests/check/row_condition_test.cc.
#ifndef CROSSWALK_CHECK_ROW_CONDITION_H
#define CROSSWALK_CHECK_ROW_CONDITION_H

#include <cstdint>
#include <vector>

#include "check/code.h"
#include "check/value.h"

namespace crosswalk::check {

/// The values of the row at hand.
struct RowValues {
  std::vector<Value> cells;            ///< by number; what is not there is left from other rows
  std::vector<std::uint8_t> is_there;  ///< by part of the object that the row is
};

/// What may hold for a row.
struct RowCondition {
  enum class Kind : std::uint8_t {
    kCount,    ///< of `inner` at least `least` and at most `most` hold
    kIsThere,  ///< part `first`
    kPasses,   ///< cell `first` passes `test`, or that does not ask such values
    kInOrder   ///< the times in cells `first` and `second` are, by order number test.operand
  };
  Kind kind = Kind::kCount;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  Instruction test = {};
  std::vector<RowCondition> inner = {};
};

RowCondition all_of(std::vector<RowCondition> conditions);
RowCondition any_of(std::vector<RowCondition> conditions);
RowCondition none_of(RowCondition condition);
/// True if `condition` holds whatever the row is, told at a glance.
inline bool always_holds(const RowCondition& condition) {
  return condition.kind == RowCondition::Kind::kCount && condition.inner.empty() &&
         condition.least == 0;
}
/// `condition` holds, or part `part` is not there.
RowCondition where_there(std::uint32_t part, RowCondition condition);
RowCondition is_there(std::uint32_t part);
/// What never holds.
RowCondition nothing();

/// True if `condition` holds. What is asked of a cell that is not there is any answer.
bool holds(const RowCondition& condition, const RowValues& row, const Program::Code& code,
           std::int64_t now_unix);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_ROW_CONDITION_H
