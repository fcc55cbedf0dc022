// The reader of a request as `application/x-www-form-urlencoded`: parameters, and rows inside one
// of them.
//
// A form is read whole, up to 1 GiB, because what its rows mean may stand behind them. FormHead
// (form_head.h) takes the parameters apart; the rows are decoded a block at a time, cut by the
// table scanner, and the cells moved back to the encoded bytes, so that every place is one of the
// input.
//   header_1=id&delimiter=pipe&rows=1%0A2|3
//     head up to the rows; two records, `1` at 32 and `2|3` at 36, the second of the wrong width
// Without a delimiter, or where the columns' numbers have a gap and the first row does not fit, it
// cannot be said what a cell is: the rows are then unreadable records without findings of their
// own. A line end at the end of the input is not part of the form.
// Test: tests/layout/form_reader_test.cc, at block sizes from 1 byte.
#ifndef CROSSWALK_LAYOUT_FORM_READER_H
#define CROSSWALK_LAYOUT_FORM_READER_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "layout/form_head.h"
#include "layout/reader.h"
#include "layout/reporter.h"
#include "tabular/scanner.h"

namespace crosswalk::layout {

/// See RecordReader.
class FormReader : public RecordReader {
 public:
  /// All arguments must outlive it.
  FormReader(const format::Layout& layout, Source& source, const ReadOptions& options);
  Result<bool> open(record::Head& head) override;
  Result<bool> next(record::Batch& batch) override;
  [[nodiscard]] std::optional<check::Envelope> envelope() const override;
  [[nodiscard]] const record::Transcript* transcript() const override { return &form_.envelope(); }

 private:
  Result<bool> read_all(record::Head& head);
  void make_head(record::Head& head);
  [[nodiscard]] bool can_cut();
  void cut(record::Batch& batch);
  std::string_view scan_block();
  std::size_t move_to_encoded(std::string_view encoded, record::Batch& batch);
  void take_bullets(record::Batch& batch);
  void give_up_long_records(record::Batch& batch);
  void check_encoding(record::Batch& batch);
  bool report_damage(std::uint32_t record, std::uint32_t cell, record::Batch& batch);

  const ReadOptions& options_;
  Reporter reporter_;
  Source& source_;
  FormHead form_;
  json::Tape tape_;   // of the envelope
  std::string text_;  // the whole input
  std::size_t rows_end_ = 0;
  std::size_t at_ = 0;  // of the next batch
  bool can_cut_ = true;
  std::optional<bool> has_bullets_;  // the first row begins with one
  tabular::ScanOptions scan_options_;
  tabular::Scan scan_;
  std::string decoded_;  // of the block at hand
  bool is_well_escaped_ = true;
  std::uint64_t batches_ = 0;
  std::uint64_t records_ = 0;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_FORM_READER_H
