// The reader of `{"header":[...],"data":[[...],...]}` of any size.
//
// What stands around the rows is an Envelope's (envelope.h); rows are cut by the row scanner
// (json/row_scanner.h) a block at a time, so memory does not grow with the input. Rows that come
// before their header are read twice: once through to the header, then again from the start.
//   {"header":["a","b"],"data":[["1","2"],["3"]]}
//     head up to the `[` of the rows; two records, the second of the wrong width; the rest `]}`
//   {"data":[["1"]],"header":["a"]}     the same on a file; json.header-after-data on a pipe
// A row over the limit is told at its start and passed over up to its `]`. Broken text that hides
// the next row for longer than the limit, or to the end, makes the rest of the input one unreadable
// record. Columns of a header that comes last have no place of their own: the head ends before it.
// Test: tests/layout/header_data_reader_test.cc, at block sizes from 1 byte.
#ifndef CROSSWALK_LAYOUT_HEADER_DATA_READER_H
#define CROSSWALK_LAYOUT_HEADER_DATA_READER_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/input_buffer.h"
#include "json/row_scanner.h"
#include "layout/envelope.h"
#include "layout/reader.h"
#include "layout/reporter.h"
#include "layout/row_skipper.h"

namespace crosswalk::layout {

/// See RecordReader.
class HeaderDataReader : public RecordReader {
 public:
  /// All arguments must outlive it.
  HeaderDataReader(const format::Layout& layout, Source& source, const ReadOptions& options);
  Result<bool> open(record::Head& head) override;
  Result<bool> next(record::Batch& batch) override;

 private:
  // What the next bytes are.
  enum class Part : std::uint8_t {
    kRows,
    kLongRow,     // inside a row that is over the limit
    kBehindRows,  // members after the rows
    kBehindObject,
    kRest,  // damage, or nothing: passed on
  };

  void start();
  Result<Envelope::Stop> read_envelope();
  Result<bool> finish_head(Envelope::Stop stop, record::Head& head);
  Result<bool> search_columns(record::Head& head);
  Status read_through();
  void report_missing(const std::string& member, record::Head& head);

  Status read_part(record::Batch& batch);
  Status read_rows(record::Batch& batch);
  Status scan_block(record::Batch& batch);
  std::size_t cut(record::Batch& batch);
  [[nodiscard]] std::size_t first_long_row(const record::Batch& batch) const;
  [[nodiscard]] bool ends_in_reach(std::size_t begin) const;
  void leave_missing_comma();
  std::size_t cut_long_row(std::size_t row, std::size_t begin, record::Batch& batch);
  void leave_rows(std::size_t bytes, record::Batch& batch);
  void check_rows(record::Batch& batch);
  void report_fault(const json::RowFault& fault, record::Batch& batch);
  Status pass_long_row(record::Batch& batch);
  Status read_behind_rows(record::Batch& batch);
  Status read_behind_object(record::Batch& batch);
  Status pass_rest(record::Batch& batch);

  const format::Layout& layout_;
  const ReadOptions& options_;
  Reporter reporter_;
  Source& source_;
  std::optional<base::InputBuffer> input_;
  std::optional<Envelope> envelope_;
  std::optional<std::vector<record::Column>> columns_;  // once they are known
  Part part_ = Part::kRows;
  bool at_first_row_ = true;
  json::RowScan scan_;
  std::vector<json::RowFault> faults_;
  RowSkipper skipper_;
  std::uint64_t batches_ = 0;
  std::uint64_t records_ = 0;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_HEADER_DATA_READER_H
