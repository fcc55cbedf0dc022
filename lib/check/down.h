// `down`: a condition on all values of a column, told once.
//
// Its schema is for the array of the column's values, and only combines `contains` (by not, allOf,
// if and then: the loader sees to that). Whether each `contains` held anywhere is all that has to
// be remembered, so batches can be judged in any order and their facts added up.
//   {"if":{"contains":{"const":""}},"then":{"contains":{"const":0}}}
//     ->  two leaves: some cell is "", some cell is 0
// Does not work: uniqueItems and the like, which need all values at once; the loader refuses them.
// Test: tests/check/down_test.cc.
#ifndef CROSSWALK_CHECK_DOWN_H
#define CROSSWALK_CHECK_DOWN_H

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

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_DOWN_H
