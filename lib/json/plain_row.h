// The fast way through a row: one that holds nothing but plain scalars, correctly written.
//
// Nearly every row is like that, so this loop does nothing else: it leaps to the end of strings,
// walks over numbers, and gives up at the first byte that is out of the ordinary. The caller then
// takes the plain way (reader.h), which knows everything else.
//   ["crm001","M",2135,"cooking, \u00e9",null]   is taken.
//   [1,[2]]   [1, ,2]   [01]   ["a]   are left to the plain way.
// Test: tests/json/plain_row_test.cc, held against the reader's cells.
#ifndef CROSSWALK_JSON_PLAIN_ROW_H
#define CROSSWALK_JSON_PLAIN_ROW_H

#include <string_view>
#include <vector>

#include "record/batch.h"

namespace crosswalk::json {

/// Appends the cells of the row whose `[` stands at `begin` and returns the offset after its `]`; 0
/// if it is no whole row of plain scalars (`cells` may then hold some of them).
/// Cost: linear, vector code.
std::uint32_t scan_plain_row(std::string_view text, std::uint32_t begin,
                             std::vector<record::Cell>& cells);

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_PLAIN_ROW_H
