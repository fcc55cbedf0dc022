// The frame of a form: all of it but its rows, kept while its bytes pass by.
//
// What rows mean may stand behind them, so the parameters are needed before the first row is cut,
// and the rows are not. The value of the parameter that holds them (the first of that name) is
// measured and left out.
//   by=pipe&rows=1%0A2&h1=id   in blocks of any size, rows in `rows`
//     ->  text `by=pipe&rows=&h1=id`, and 5 bytes left out at 13
// Names are compared decoded. Neither names nor values are judged; form_head.h does that. Test:
// tests/layout/form_frame_test.cc.
#ifndef CROSSWALK_LAYOUT_FORM_FRAME_H
#define CROSSWALK_LAYOUT_FORM_FRAME_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crosswalk/finding.h"

namespace crosswalk::layout {

/// Takes a form, block by block, from its first byte.
/// Threads: one. Cost: linear; memory for what is kept.
class FormFrame {
 public:
  /// The rows are the value of the parameter `rows_name`, which must outlive it.
  explicit FormFrame(std::string_view rows_name) : rows_name_(rows_name) {}

  /// The form goes on with `bytes`.
  void take(std::string_view bytes);
  /// The form has ended. A line end there belongs to nothing.
  void finish();

  /// What was taken but the rows and the last line end.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Where the rows begin, in text() as in the form; nothing if their parameter has no value.
  [[nodiscard]] std::optional<std::size_t> rows_at() const { return rows_at_; }
  /// How many bytes of rows were left out. Valid after finish().
  [[nodiscard]] std::uint64_t rows_bytes() const { return rows_bytes_; }
  /// What stands behind the rows, the last line end with it; empty if there are none.
  [[nodiscard]] std::string behind_rows() const;
  /// Where that begins. Valid after finish(), if there are rows.
  [[nodiscard]] const Position& rows_end() const { return rows_end_; }
  /// Bytes taken.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  enum class Part : std::uint8_t { kName, kValue, kRows };

  std::size_t take_name(std::string_view bytes);
  std::size_t take_value(std::string_view bytes);
  std::size_t take_rows(std::string_view bytes);
  void end_parameter();
  void begin_rows();
  void measure(std::size_t unmeasured_bytes);

  std::string_view rows_name_;
  std::string text_;
  Part part_ = Part::kName;
  std::size_t name_begin_ = 0;  // in text_
  std::optional<std::size_t> rows_at_;
  std::uint64_t rows_bytes_ = 0;
  std::string unmeasured_;  // the rows' last bytes, which may be a line end that is none of theirs
  Position rows_end_;
  std::string line_end_;
  std::uint64_t bytes_ = 0;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_FORM_FRAME_H
