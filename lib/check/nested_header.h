// The header of a table of nested records: what is wrong with its columns, told once.
//
// Unknown and repeated columns, names that the schema refuses (the id in `consents.abc`), and
// members that every record needs while no column can hold them. The last are told at the header's
// beginning and left out of every row, so a missing column makes no row invalid.
//   record requires id and, in it, body.type; columns id   ->   body is missing
// A member that only some records need, by a condition on their values, is left to the rows.
// Test: tests/check/nested_header_test.cc.
#ifndef CROSSWALK_CHECK_NESTED_HEADER_H
#define CROSSWALK_CHECK_NESTED_HEADER_H

#include <set>
#include <string>
#include <vector>

#include "check/nested_row.h"
#include "check/table.h"

namespace crosswalk::check {

/// What a header of nested columns is held against.
struct NestedHeaderTask {
  const Program& program;
  const format::Definition& definition;
  const diagnostics::RuleCatalog& rules;
  const format::Layout& layout;
  const record::Head& head;
  std::vector<format::NodeId> nodes;  ///< that judge a record
  RunOptions run;
};

/// Appends the findings about the header, with offsets in head.bytes. Returns the pointers of the
/// members that were told as missing. REQUIRES: `columns` is bound to the names in `task.head`.
std::set<std::string> check_nested_header(const NestedHeaderTask& task,
                                          const std::shared_ptr<const NestedColumns>& columns,
                                          std::vector<diagnostics::RawFinding>& findings);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_NESTED_HEADER_H
