// What every table reader does with the rows that a scanner cut, whatever the layout.
//
// Widths are held against the columns, bytes against UTF-8, lengths against the limit. Each cause
// is told once: a row of the wrong width gets that finding alone, an over-long record is told at
// its start and loses its cells.
//   columns 2, row `1,2,3`                ->  kWrongWidth, one finding at `1`
//   limit 8 bytes, record `0123456789`    ->  unreadable, its span is the first 8 bytes
// The span of an over-long record ends at the limit so that it is the same for every block size;
// the bytes after it pass through batches without records. Test: tests/layout/rows_test.cc.
#ifndef CROSSWALK_LAYOUT_ROWS_H
#define CROSSWALK_LAYOUT_ROWS_H

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/input_buffer.h"
#include "layout/reporter.h"
#include "record/batch.h"

namespace crosswalk::layout {

/// Puts readable rows that do not have `columns` cells into state kWrongWidth and tells each, at
/// its first cell or, if it has none, at its start. Cost: linear in the records.
void check_widths(std::size_t columns, const Reporter& reporter, record::Batch& batch);

/// Tells ill-formed UTF-8 under `rule`, at the first bad byte of each cell of readable rows, and
/// marks the cell kFaulty. Cost: linear; vector code where all is well.
void check_utf8(diagnostics::RuleId rule, const Reporter& reporter, record::Batch& batch);

/// The index of the first record longer than `max_record_bytes`; records.size() if there is none.
std::size_t first_long_record(const record::Batch& batch, std::uint64_t max_record_bytes);

/// Ends `batch` with one unreadable record, the first `max_record_bytes` of the bytes at `begin` in
/// `text` or what there is of them; records from number `keep` on are dropped. Returns how many
/// bytes of `text` belong to the batch: up to the record's end, or one more where a CR LF pair
/// would be cut.
std::size_t end_with_unreadable(std::string_view text, std::size_t keep, std::size_t begin,
                                std::uint64_t max_record_bytes, record::Batch& batch);

/// Tells the faults of a scan in `batch`; those of cells only in rows of the right width.
void report_faults(const std::vector<tabular::Fault>& faults, std::uint32_t max_columns,
                   const Reporter& reporter, record::Batch& batch);

/// Moves the first `bytes` bytes of what `input` holds into `batch`.
void take_bytes(std::size_t bytes, base::InputBuffer& input, record::Batch& batch);

/// Reads on until `input` holds `bytes` bytes or has ended. Errors: kIo.
Status fill_up_to(std::size_t bytes, base::InputBuffer& input);

/// Bytes of `text` that can be passed on without cutting a CR LF pair; `final`: nothing follows.
std::size_t uncut_bytes(std::string_view text, bool final);

/// Passes a block of an over-long record on into `batch`, up to the end of the line that it stops
/// in; `goes_on` tells whether that end is still to come. Errors: kIo.
Status pass_line(std::size_t block_bytes, base::InputBuffer& input, record::Batch& batch,
                 bool& goes_on);

/// A finding at cell number `cell` of record number `record` of `batch`.
diagnostics::RawFinding finding_at_cell(diagnostics::RuleId rule, const record::Batch& batch,
                                        std::uint32_t record, std::uint32_t cell);

/// Tells the over-long record number `record` at `begin`.
void report_long_record(std::size_t record, std::size_t begin, std::uint64_t max_record_bytes,
                        const Reporter& reporter, record::Batch& batch);

/// `name` without the blanks around it.
std::string_view without_blanks(std::string_view name);

/// The offset behind the line end (LF, CR LF, CR) at `end` of `text`; `end` if there is none.
std::size_t after_line_end(std::string_view text, std::size_t end);

/// Bytes of the UTF-8 byte order mark at the start of `text`: 3 or 0.
std::size_t byte_order_mark_bytes(std::string_view text);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_ROWS_H
