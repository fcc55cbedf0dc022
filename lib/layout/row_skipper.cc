// See row_skipper.h.
#include "layout/row_skipper.h"

namespace crosswalk::layout {

std::optional<std::size_t> RowSkipper::skip(std::string_view piece) {
  for (std::size_t i = 0; i < piece.size(); ++i) {
    take(piece[i]);
    if (depth_ == 0) return i + 1;
  }
  return std::nullopt;
}

void RowSkipper::take(char c) {
  if (escaped_) {
    escaped_ = false;
  } else if (in_string_) {
    escaped_ = c == '\\';
    in_string_ = c != '"';
  } else if (c == '"') {
    in_string_ = true;
  } else if (c == '[' || c == '{') {
    ++depth_;
  } else if (c == ']' || c == '}') {
    --depth_;
  }
}

}  // namespace crosswalk::layout
