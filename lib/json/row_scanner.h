// Rows of scalars, fast: the `data` of a header/data body, cut into the same cells as a CSV row.
//
// Input is a stretch of text that begins at a row's `[` or the blanks or comma before it. Each
// whole row found becomes a Record with Cells; the stretch may end anywhere, the rest is carried
// over by the caller. A row with nested values keeps them as one kContainer cell each. Broken
// syntax is mended or reported by the parser (parser.h) on that row alone, and scanning resumes at
// the next row. Test: tests/json/row_scanner_test.cc, held against parse() at every cut.
#ifndef CROSSWALK_JSON_ROW_SCANNER_H
#define CROSSWALK_JSON_ROW_SCANNER_H

#include <cstdint>
#include <string_view>
#include <vector>

#include "json/parser.h"
#include "record/batch.h"

namespace crosswalk::json {

/// Why row scanning stopped.
enum class RowStop : std::uint8_t {
  kNeedInput,  ///< the stretch ended; whole rows so far are in the result
  kArrayEnd,   ///< the `]` of the data array was read; `consumed` is just after it
  kLost,       ///< broken beyond finding the next row; `consumed` is where the damage starts
};

/// A fault in a row. `record` is the index in `records` of the row it stands in.
struct RowFault {
  Fault fault;
  std::uint32_t record = 0;
};

/// What one call found. Offsets are relative to the text given.
struct RowScan {
  RowStop stop = RowStop::kNeedInput;
  std::size_t consumed = 0;  ///< bytes that whole rows, and blanks and commas after them, took
};

/// Scans whole rows from `text`. `at_first` is true before the first row of the array (no comma is
/// expected then), and is updated. `final`: no more bytes will come. Records and cells are
/// appended; unreadable rows become records in state kUnreadable with their faults. Stops early
/// after about `max_records` records.
RowScan scan_rows(std::string_view text, bool final, const ParseOptions& options,
                  std::uint32_t max_records, bool& at_first, std::vector<record::Record>& records,
                  std::vector<record::Cell>& cells, std::vector<RowFault>& faults);

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_ROW_SCANNER_H
