// The reader of delimited tables: a header line, then one record a row.
//
// The scanner (tabular/scanner.h) cuts what is whole; the reader carries the rest into the next
// batch, so a batch is about one block of whole records, and a longer record makes the block grow.
// A record over the limit is told at its start; its bytes pass through, and reading goes on at the
// first line that starts behind the limit.
//   a,b\n1,2\n3\n   head `a,b\n`; one batch with two records, the second of the wrong width
//   a,b\n"1,2\n3,4\n   the quote never closes: one unreadable record, then 3,4
// Cells stay text: their type is decided by their column's schema. Test:
// tests/layout/csv_reader_test.cc, at block sizes from 1 byte.
#ifndef CROSSWALK_LAYOUT_CSV_READER_H
#define CROSSWALK_LAYOUT_CSV_READER_H

#include <cstddef>
#include <cstdint>

#include "base/input_buffer.h"
#include "layout/reader.h"
#include "layout/reporter.h"
#include "layout/table_head.h"
#include "tabular/scanner.h"

namespace crosswalk::layout {

/// See RecordReader.
class CsvReader : public RecordReader {
 public:
  /// All arguments must outlive it.
  CsvReader(const format::Layout& layout, Source& source, const ReadOptions& options);
  Result<bool> open(record::Head& head) override;
  Result<bool> next(record::Batch& batch) override;

 private:
  Status read_first_line(TableHead& first_line, std::size_t& mark_bytes);
  bool read_head(TableHead& first_line, std::size_t mark_bytes, record::Head& head);
  Status read_records(record::Batch& batch);
  Status scan_block();
  std::size_t cut(record::Batch& batch);

  const format::Layout& layout_;
  const ReadOptions& options_;
  Reporter reporter_;
  base::InputBuffer input_;
  tabular::ScanOptions scan_options_;
  tabular::Scan scan_;
  std::size_t columns_ = 0;
  bool has_bullets_ = false;  // the header begins with one
  std::uint64_t batches_ = 0;
  std::uint64_t records_ = 0;
  bool inside_long_record_ = false;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_CSV_READER_H
