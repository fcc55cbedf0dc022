// The header of a table against the keywords about names and the checks of the operation.
//
// The names are put together as an object (check/row_object.h) and the name keywords of the record
// schema run on it: required, propertyNames, unknown names. What they find is moved to the columns.
// A column is told one plain failure, and a check on good values (`must`) only if it has none.
//   customuid,city,city   ->   city unknown; city twice (at the second)
// Test: tests/check/header_test.cc.
#ifndef CROSSWALK_CHECK_HEADER_H
#define CROSSWALK_CHECK_HEADER_H

#include <vector>

#include "check/table_plan.h"

namespace crosswalk::check {

/// What is asked of a header.
struct HeaderTask {
  const record::Head& head;
  const format::Layout& layout;
  const BindOptions& options;
  std::vector<Instruction> keywords;  ///< about names
  std::vector<Instruction> checks;    ///< `must`s about names
};

/// Appends the findings about the header; marks unknown and repeated columns in `impl.columns` as
/// not checked. REQUIRES: `impl.columns` has one plan a column, with its name.
void check_header(const HeaderTask& task, TableProgram::Impl& impl,
                  std::vector<diagnostics::RawFinding>& findings);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_HEADER_H
