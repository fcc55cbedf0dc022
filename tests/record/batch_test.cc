// The text of cells, CSV and JSON: what is taken off, what is resolved, and what is left alone.
#include "record/batch.h"

#include <gtest/gtest.h>

namespace crosswalk::record {
namespace {

std::string text_of(std::string_view raw, CellKind kind, std::uint8_t flags = 0) {
  const std::string bytes = "before" + std::string(raw) + "behind";
  const Cell cell{6, static_cast<std::uint32_t>(6 + raw.size()), kind, flags};
  std::string scratch = "left over";
  return std::string(cell_text(bytes, cell, scratch));
}

std::string csv(std::string_view raw, std::uint8_t flags = 0) {
  return text_of(raw, CellKind::kText, flags);
}

std::string json(std::string_view raw) {
  return text_of(raw, CellKind::kString, Cell::kQuoted | Cell::kEscaped);
}

TEST(CellText, TakesQuotesOffACsvCell) {
  EXPECT_EQ(csv("plain"), "plain");
  EXPECT_EQ(csv(""), "");
  EXPECT_EQ(csv("\"a,b\"", Cell::kQuoted), "a,b");
  EXPECT_EQ(csv("\"\"", Cell::kQuoted), "");
}

TEST(CellText, MakesOneOfDoubledQuotes) {
  constexpr std::uint8_t kFlags = Cell::kQuoted | Cell::kEscaped;
  EXPECT_EQ(csv("\"say \"\"hi\"\"\"", kFlags), "say \"hi\"");
  EXPECT_EQ(csv("\"\"\"\"", kFlags), "\"");
  EXPECT_EQ(csv("'it''s'", kFlags), "it's");
}

TEST(CellText, LeavesQuotesThatAreText) {
  EXPECT_EQ(csv("x\"y\""), "x\"y\"");
  EXPECT_EQ(csv("\"x\"y", Cell::kFaulty), "\"x\"y");
}

TEST(CellText, ResolvesJsonEscapes) {
  EXPECT_EQ(json(R"("\"\\\/\b\f\n\r\t")"), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(json(R"("a\u0041\u00e9\u20AC\u0000b")"), std::string("aA\u00e9\u20ac\0b", 9));
  EXPECT_EQ(json(R"("\ud83d\ude00")"), "\U0001F600");
  EXPECT_EQ(json(R"("\uD800\uDC00\uDBFF\uDFFF")"), "\U00010000\U0010FFFF");
}

TEST(CellText, PutsAReplacementCharacterForALoneSurrogate) {
  EXPECT_EQ(json(R"("\ud83dx")"), "\uFFFDx");
  EXPECT_EQ(json(R"("\ude00\ud83d")"), "\uFFFD\uFFFD");
  EXPECT_EQ(json(R"("\ud83d\u0041")"), "\uFFFDA");
}

TEST(CellText, KeepsEscapesThatJsonDoesNotKnow) {
  EXPECT_EQ(json(R"("\u12")"), "\\u12");
  EXPECT_EQ(json(R"("\uzzzz")"), "\\uzzzz");
}

TEST(CellText, LeavesOtherJsonValuesAlone) {
  EXPECT_EQ(text_of("1.50", CellKind::kNumber), "1.50");
  EXPECT_EQ(text_of("[\"a\"]", CellKind::kContainer), "[\"a\"]");
  EXPECT_EQ(text_of("00123", CellKind::kString), "00123") << "mended: a string without quotes";
  EXPECT_EQ(text_of("", CellKind::kString), "") << "mended: an element that was left out";
}

TEST(CellText, ResolvesThePercentEncodingOfForms) {
  const std::string bytes = "Zo%C3%AB+x";
  const Cell cell{0, 10, CellKind::kText, Cell::kPercent | Cell::kEscaped};
  std::string scratch;
  EXPECT_EQ(cell_text(bytes, cell, scratch), "Zo\xC3\xAB x");
}

TEST(CellText, PointsIntoTheBytesWhereNothingIsEscaped) {
  const std::string bytes = "\"abc\"";
  std::string scratch;
  const std::string_view text = cell_text(bytes, {0, 5, CellKind::kText, Cell::kQuoted}, scratch);
  EXPECT_EQ(text.data(), bytes.data() + 1);
}

}  // namespace
}  // namespace crosswalk::record
