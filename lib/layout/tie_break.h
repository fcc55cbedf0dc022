// Which of several formats with the same names a small document is meant for: the one whose rules
// find least wrong with it.
//
//   {"message":[],"status":"success"}   two answers have these members; in one of them message is a
//                                       list
// Texts that cannot be parsed, and formats that take the same values, stay as they are.
// Test: tests/layout/tie_break_test.cc.
#ifndef CROSSWALK_LAYOUT_TIE_BREAK_H
#define CROSSWALK_LAYOUT_TIE_BREAK_H

#include <string_view>
#include <vector>

#include "layout/detect.h"

namespace crosswalk::layout {

/// Looks at the candidates with the best score and lowers that of those whose rules find more
/// errors than those of the best one. Tables are left as they are. `text` is the whole input
/// without byte order mark. Sorted again afterwards.
/// REQUIRES: `candidates` is sorted, best first.
void break_ties(std::string_view text, const diagnostics::RuleCatalog& rules,
                std::vector<Candidate>& candidates);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_TIE_BREAK_H
