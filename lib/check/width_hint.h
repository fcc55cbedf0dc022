// A row with too many cells often has one cell that holds the delimiter and lost its quotes: which?
//
// The cells before it still fit their columns, and those behind it fit the columns that lie as many
// places further left as the cell has delimiters. If that, and the whole text in its own column, is
// so for one column only, the cure can be told.
//   id,tags,age  and the row  7,red,blue,31   ->   tags: `red,blue` fits, and so do 7 and 31
//   three columns of free text                ->   could be any of them: nothing is told
// Test: tests/check/width_hint_test.cc.
#ifndef CROSSWALK_CHECK_WIDTH_HINT_H
#define CROSSWALK_CHECK_WIDTH_HINT_H

#include <string>

#include "check/sweep.h"
#include "check/table_plan.h"
#include "record/batch.h"

namespace crosswalk::check {

/// What would mend a row of the wrong width; empty if that cannot be told.
/// Cost: linear in the row's cells, each tested twice.
std::string width_hint(const record::Batch& batch, const record::Record& row,
                       const TableProgram::Impl& table, const Sweep& sweep);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_WIDTH_HINT_H
