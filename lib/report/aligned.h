// Cells under each other, for people.
//
//   {{"a", "text"}, {"long-name", "number"}}   ->   two lines, the second cells below each other
// A line break in a cell breaks the table: cells are short words. Test:
// tests/report/aligned_test.cc.
#ifndef CROSSWALK_REPORT_ALIGNED_H
#define CROSSWALK_REPORT_ALIGNED_H

#include <string>
#include <vector>

namespace crosswalk::report {

/// One row of cells.
using Row = std::vector<std::string>;

/// The rows, indented by two blanks, with two blanks between columns and none at the ends of lines.
std::string aligned(const std::vector<Row>& rows);

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_ALIGNED_H
