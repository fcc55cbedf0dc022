// Rows passed over in pieces.
#include "layout/row_skipper.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::layout {
namespace {

// Where the row at the start of `text` ends, given in pieces of `piece_bytes`; npos if it goes on.
std::size_t end_of_row(std::string_view text, std::size_t piece_bytes) {
  RowSkipper skipper;
  for (std::size_t at = 0; at < text.size(); at += piece_bytes) {
    const auto end = skipper.skip(text.substr(at, piece_bytes));
    if (end) return at + *end;
  }
  return std::string_view::npos;
}

TEST(RowSkipper, FindsTheBracketThatClosesTheRow) {
  const std::string rows[] = {"[]",         "[1,[2],{\"a\":[3]}]", R"(["]"])",
                              R"(["\"]"])", R"(["\\","]"])",       "[{\"}\":\"{\"}]"};
  for (const std::string& row : rows) {
    for (std::size_t piece_bytes = 1; piece_bytes <= row.size() + 3; ++piece_bytes) {
      EXPECT_EQ(end_of_row(row + ",[1]", piece_bytes), row.size()) << row << ' ' << piece_bytes;
    }
  }
}

TEST(RowSkipper, GoesOnWhileTheRowIsOpen) {
  for (const std::string text : {"[", "[1,[2]", "[\"]", "[\"\\\"]"}) {
    EXPECT_EQ(end_of_row(text, 1), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace crosswalk::layout
