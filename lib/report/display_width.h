// How many columns of a terminal a text takes, so that marks stand under what they mark.
//
// Chinese, Japanese and Korean characters and most pictures take two columns, combining marks none
// (Unicode UAX 11; the blocks, not each code point). A terminal may see it otherwise: then the mark
// is off by a little, and nothing else.
// Test: tests/report/display_width_test.cc.
#ifndef CROSSWALK_REPORT_DISPLAY_WIDTH_H
#define CROSSWALK_REPORT_DISPLAY_WIDTH_H

#include <cstddef>
#include <string_view>

namespace crosswalk::report {

/// Columns of `text`'s code points `first` to `first + count` (cut at its end).
std::size_t display_width(std::string_view text, std::size_t first = 0,
                          std::size_t count = static_cast<std::size_t>(-1));

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_DISPLAY_WIDTH_H
