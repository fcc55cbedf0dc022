// `down`: a condition on all values of a column, told once.
//
// Its schema is for the array of the column's values, and only combines `contains` (by not, allOf,
// if and then: the loader sees to that). Whether each `contains` held anywhere is all that has to
// be remembered, so batches can be judged in any order and their facts added up.
//   {"if":{"contains":{"const":""}},"then":{"contains":{"const":0}}}
//     ->  two leaves: some cell is "", some cell is 0
// Records that are JSON values have no columns to ask at the end. There a `down` at the record that
// says what no value may be, {"not":{"contains":...}}, is asked of each member; others are not.
// Does not work: uniqueItems and the like, which need all values at once; the loader refuses them.
// Test: tests/check/down_test.cc.
#ifndef CROSSWALK_CHECK_DOWN_H
#define CROSSWALK_CHECK_DOWN_H

#include <cstddef>
#include <functional>
#include <vector>

#include "check/code.h"

namespace crosswalk::check {

/// Appends the schemas under `contains` in `condition`.
void collect_leaves(const Program::Code& code, format::NodeId condition,
                    std::vector<format::NodeId>& leaves);

/// Whether `condition` holds, given which leaves were seen.
bool holds(const Program::Code& code, format::NodeId condition,
           const std::function<bool(format::NodeId)>& was_seen);

/// What no member of a record may be.
struct Forbidden {
  format::NodeId value = format::kNoNode;  ///< a member that it accepts breaks the rule
  diagnostics::RuleId rule = 0;
  Severity severity = Severity::kWarning;  ///< as declared
  KindBits kinds = kAnyKind;               ///< of the values that `value` may accept
  std::size_t longest_text = 0;            ///< that it may accept, in bytes

  /// False if `value` surely does not accept the value at `token`.
  [[nodiscard]] bool may_be(const json::Token& token) const;
};

/// What the `down` checks at `record` forbid of every value.
std::vector<Forbidden> forbidden_by(const Program::Code& code, format::NodeId record,
                                    const diagnostics::RuleCatalog& rules);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_DOWN_H
