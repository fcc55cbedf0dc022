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
  kNeedInput,  ///< the stretch ended, or enough records were found; whole rows are in the result
  kArrayEnd,   ///< the `]` of the data array was read; `consumed` is just after it
  kLost,  ///< final, and broken beyond finding the next row: the last record is the damage, from
          ///< `consumed` to the end of the text
};

/// A fault in a row. `record` is the index in `records` of the row it stands in, or
/// diagnostics::kNoRecord if it stands between rows (a comma missing, or one too many).
struct RowFault {
  Fault fault;
  std::uint32_t record = 0;
};

/// What one call found. Offsets are relative to the text given.
struct RowScan {
  RowStop stop = RowStop::kNeedInput;
  /// Bytes that whole rows took, and what stands between them. What follows the last row is taken
  /// once the byte after its blanks and comma is in sight (or at the end of a final text), so that
  /// cuts fall before a row or right after one, never inside CR LF.
  std::size_t consumed = 0;
};

/// Scans whole rows from `text`. `at_first` is true where no comma is expected: before the first
/// row of the array, and where the last call took the comma; it is updated. `final`: no more bytes
/// will come. Records and cells are appended; unreadable rows become records in state kUnreadable,
/// without cells, with the one fault that stops reading them. Cells that hold a fault which does
/// not stop (half a surrogate pair, a repeated name in a container) are marked kFaulty. Stops early
/// after `max_records` records. UTF-8 is not checked. A final text that ends without the `]` of the
/// array stops with kNeedInput; if its last row is cut off too, the last fault is that row's
/// kUnclosed. REQUIRES: at most 1 GiB of text. Cost: linear; rows of plain scalars at memory-like
/// speed.
RowScan scan_rows(std::string_view text, bool final, const ParseOptions& options,
                  std::uint32_t max_records, bool& at_first, std::vector<record::Record>& records,
                  std::vector<record::Cell>& cells, std::vector<RowFault>& faults);

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_ROW_SCANNER_H
