// Checks to instructions: what stands in `checks` besides the names of plain keywords' failures.
//
//   {"must":{...}}        MUST, for the node that the caller fills in
//   {"unique":["/id"]}    UNIQUE and a key in the table of keys
//   {"on":"pattern"}      nothing: it names the instruction of that keyword
//   {"down":{...}}        nothing here: it is bound to a column (check/bind.cc)
// Test: tests/check/compile_checks_test.cc.
#ifndef CROSSWALK_CHECK_COMPILE_CHECKS_H
#define CROSSWALK_CHECK_COMPILE_CHECKS_H

#include <optional>

#include "check/code.h"

namespace crosswalk::check {

/// The instruction of `check`, which stands at a field that means `as`; its rule, severity and node
/// are the caller's to fill in. Nothing if no value is asked.
std::optional<Instruction> compile_check(const format::Check& check, format::As as,
                                         const diagnostics::RuleCatalog& rules,
                                         Program::Code& code);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_COMPILE_CHECKS_H
