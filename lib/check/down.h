// `down`: a condition on all values of a column, told once.
//
// Its schema is for the array of the column's values, and may only combine `contains`: whether each
// `contains` held anywhere is all that has to be remembered, so batches can be judged in any order
// and their facts added up.
//   {"if":{"contains":{"const":""}},"then":{"contains":{"const":0}}}
//     ->  two leaves: some cell is "", some cell is 0
//   {"uniqueItems":true}   refused: it needs all values at once
// Test: tests/check/down_test.cc.
#ifndef CROSSWALK_CHECK_DOWN_H
#define CROSSWALK_CHECK_DOWN_H

#include <functional>
#include <vector>

#include "check/code.h"

namespace crosswalk::check {

/// Appends the schemas under `contains` in `condition`. Returns false if it says anything else.
bool collect_leaves(const Program::Code& code, format::NodeId condition,
                    std::vector<format::NodeId>& leaves);

/// Whether `condition` holds, given which leaves were seen.
/// REQUIRES: collect_leaves() was true for it.
bool holds(const Program::Code& code, format::NodeId condition,
           const std::function<bool(format::NodeId)>& was_seen);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_DOWN_H
