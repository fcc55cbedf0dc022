// Rows passed over in pieces.
#include "layout/row_skipper.h"

#include <gtest/gtest.h>

#include <random>
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

// What a skipper says of a text in two pieces, and whether it goes on.
template <class Skip>
std::string answers(std::string_view text, std::size_t cut, const Skip& skip) {
  RowSkipper skipper;
  std::string said;
  for (const std::string_view piece : {text.substr(0, cut), text.substr(cut)}) {
    const auto end = skip(skipper, piece);
    said += end ? std::to_string(*end) + ' ' : "- ";
    if (end) break;
  }
  return said;
}

TEST(RowSkipper, SaysTheSameFastAndPlain) {
  std::mt19937 random(3);
  constexpr std::string_view kBytes = "[]{}[{\"\"\"\\,:a1 \xC5\xBC\xFF\xFB\xDB;";
  for (int i = 0; i < 4'000; ++i) {
    std::string text = "[";
    const std::size_t rare = 1 + random() % 30;  // most bytes are letters, in some texts
    for (std::size_t left = random() % 400; left > 0; --left)
      text += random() % rare == 0 ? kBytes[random() % kBytes.size()] : 'a';
    text += std::string(random() % 4, ']');
    const std::size_t cut = random() % text.size();
    const auto fast = [](RowSkipper& skipper, std::string_view piece) {
      return skipper.skip(piece);
    };
    const auto plain = [](RowSkipper& skipper, std::string_view piece) {
      return skipper.skip_plain(piece);
    };
    EXPECT_EQ(answers(text, cut, fast), answers(text, cut, plain)) << text << ' ' << cut;
  }
}

}  // namespace
}  // namespace crosswalk::layout
