// Passing over a row that is too long to hold, or over a record that is not looked at yet: where
// does it end?
//
// Brackets are counted, strings and escapes respected; nothing is kept but a few numbers, so the
// row may come in pieces of any size. Of 64 bytes at once, each quote turns what is text into what
// is none and back, as a sum without carries over the quotes' bits; brackets outside are few, and
// only they are looked at. Bytes with a backslash among them go the plain way, one by one.
//   [1,["]"],2],[   the row ends behind the second bracket that closes
// Text that is no JSON may end anywhere or never: the caller only skips rows that begin well.
// Test: tests/layout/row_skipper_test.cc, the plain way held against the fast one.
#ifndef CROSSWALK_LAYOUT_ROW_SKIPPER_H
#define CROSSWALK_LAYOUT_ROW_SKIPPER_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace crosswalk::layout {

/// Finds the end of one row in pieces of text.
class RowSkipper {
 public:
  /// Takes the next piece; the first begins at the row's `[`. Returns the offset in it behind the
  /// bracket that closes the row, or nothing if the row goes on. Cost: linear.
  std::optional<std::size_t> skip(std::string_view piece);
  /// The same, byte by byte: its twin in tests.
  std::optional<std::size_t> skip_plain(std::string_view piece);

 private:
  std::size_t skip_block(std::string_view block);
  void take(char c);

  std::size_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_ROW_SKIPPER_H
