// From the tree of a schema to instructions: one for each keyword that stands in it.
//
//   {"type":"string","pattern":"^x"}   ->   TYPE string | PATTERN 0, and pattern 0 is ^x
// What a schema may say but a program cannot do is refused here, with line and column: a pattern
// that no engine takes, a rule that nobody knows, a schema that leads back to itself for ever.
// Test: tests/check/compile_test.cc.
#ifndef CROSSWALK_CHECK_COMPILE_H
#define CROSSWALK_CHECK_COMPILE_H

#include "check/code.h"

namespace crosswalk::check {

/// Compiles every node of `schema` into `code`. Errors: as Program::compile.
Status compile_schema(const format::Schema& schema, const diagnostics::RuleCatalog& rules,
                      Program::Code& code);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_COMPILE_H
