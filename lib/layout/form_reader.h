// The reader of a request as `application/x-www-form-urlencoded`: parameters, and rows inside one
// of them.
//
// A form is looked through twice, because what its rows mean may stand behind them. The first pass
// keeps its frame (form_frame.h), which FormHead (form_head.h) takes apart; the second decodes the
// rows a block at a time, cuts them by the table scanner, and moves the cells back to the encoded
// bytes, so that every place is one of the input. What is held of the form between the two, and
// what is read again: base/reread_input.h. No form is longer than kMaxFormBytes.
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

#include "base/reread_input.h"
#include "layout/form_frame.h"
#include "layout/form_head.h"
#include "layout/reader.h"
#include "layout/reporter.h"
#include "tabular/scanner.h"
#include "text/percent.h"

namespace crosswalk::layout {

/// Longer forms are refused.
constexpr std::size_t kMaxFormBytes = std::size_t{256} << 20U;

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
  Status scan_frame(FormFrame& frame);
  bool is_form(const FormFrame& frame, record::Head& head) const;
  void make_head(const FormFrame& frame, record::Head& head);
  Result<bool> can_cut();
  Status cut(record::Batch& batch);
  Result<std::string_view> scan_block();
  std::size_t move_to_encoded(std::string_view encoded, record::Batch& batch);
  void take_bullets(record::Batch& batch);
  void give_up_long_records(record::Batch& batch);
  void check_encoding(record::Batch& batch);
  bool report_damage(std::uint32_t record, std::uint32_t cell, record::Batch& batch);

  const ReadOptions& options_;
  Reporter reporter_;
  base::RereadInput input_;
  std::string rows_name_;
  FormHead form_;
  json::Tape tape_;              // of the envelope
  std::uint64_t rows_left_ = 0;  // bytes that are not cut yet
  bool can_cut_ = true;
  std::optional<bool> has_bullets_;  // the first row begins with one
  tabular::ScanOptions scan_options_;
  tabular::Scan scan_;
  std::string decoded_;  // the block at hand
  text::Escapes escapes_;
  bool is_well_escaped_ = true;
  std::uint64_t batches_ = 0;
  std::uint64_t records_ = 0;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_FORM_READER_H
