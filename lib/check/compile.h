// From the tree of a schema to instructions.
#ifndef CROSSWALK_CHECK_COMPILE_H
#define CROSSWALK_CHECK_COMPILE_H

#include <string_view>

#include "check/code.h"

namespace crosswalk::check {

/// Compiles every node of `schema` into `code`. Errors: as Program::compile.
Status compile_schema(const format::Schema& schema, const diagnostics::RuleCatalog& rules,
                      std::string_view where, Program::Code& code);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_COMPILE_H
