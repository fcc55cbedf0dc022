// Passing over a row that is too long to hold: where does it end?
//
// Brackets are counted, strings and escapes respected; nothing is kept but a few numbers, so the
// row may come in pieces of any size.
//   [1,["]"],2],[   the row ends behind the second bracket that closes
// Text that is no JSON may end anywhere or never: the caller only skips rows that begin well.
// Test: tests/layout/row_skipper_test.cc.
#ifndef CROSSWALK_LAYOUT_ROW_SKIPPER_H
#define CROSSWALK_LAYOUT_ROW_SKIPPER_H

#include <cstddef>
#include <optional>
#include <string_view>

namespace crosswalk::layout {

/// Finds the end of one row in pieces of text.
class RowSkipper {
 public:
  /// Takes the next piece; the first begins at the row's `[`. Returns the offset in it behind the
  /// bracket that closes the row, or nothing if the row goes on. Cost: linear.
  std::optional<std::size_t> skip(std::string_view piece);

 private:
  void take(char c);

  std::size_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_ROW_SKIPPER_H
