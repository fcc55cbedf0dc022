// No byte of an input may move a terminal's cursor or break the report's UTF-8.
#include "diagnostics/display_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace crosswalk::diagnostics {
namespace {

TEST(DisplayText, KeepsPlainTextOfAnyLanguage) {
  for (const std::string text : {"abc", "żółw", "Nguyễn", "陳大文", "🙂", ""}) {
    EXPECT_EQ(display_text(text), text);
  }
}

TEST(DisplayText, ShowsControlCharactersAsTheirPictures) {
  EXPECT_EQ(display_text("\x1b[31m"), "␛[31m");
  EXPECT_EQ(display_text("a\r\nb\tc\x7f"), "a␍␊b␉c␡");
  EXPECT_EQ(display_text(std::string_view("\0", 1)), "␀");
}

TEST(DisplayText, ReplacesInvisibleCharactersAndC1Controls) {
  for (const char* invisible :
       {"\u200b", "\u202e", "\u2066", "\u2028", "\ufeff", "\u061c", "\u00ad", "\u009b"}) {
    EXPECT_EQ(display_text(invisible), "\ufffd");
  }
}

TEST(DisplayText, ReplacesEachIllFormedByte) {
  EXPECT_EQ(display_text("\xff"), "\ufffd");
  EXPECT_EQ(display_text("\xc5"), "\ufffd");
  EXPECT_EQ(display_text("\xc0\xaf"), "\ufffd\ufffd");
  EXPECT_EQ(display_text("\xed\xa0\x80"), "\ufffd\ufffd\ufffd");
  EXPECT_EQ(display_text("\xf4\x90\x80\x80"), "\ufffd\ufffd\ufffd\ufffd");
  EXPECT_EQ(display_text("\xe0\x80\x80z"), "\ufffd\ufffd\ufffdz");
}

TEST(DisplayText, CutsAfterSoManyCodePoints) {
  EXPECT_EQ(display_text("żółw", 4), "żółw");
  EXPECT_EQ(display_text("żółw", 3), "żół…");
}

TEST(DisplayText, IsSafeAndWellFormedForAnyBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 12, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const std::string shown = display_text(bytes);
    EXPECT_EQ(count_code_points(shown), count_code_points(bytes));
    for (std::size_t at = 0; at < shown.size();) {
      const CodePoint point = code_point_at(shown, at);
      EXPECT_TRUE(point.value != 0xFFFD || point.byte_count == 3);
      EXPECT_GE(point.value, 0x20U);
      EXPECT_TRUE(point.value < 0x7F || point.value > 0x9F);
      at += point.byte_count;
    }
  }
}

TEST(CodePoints, GoThereAndBack) {
  for (const char32_t value : {0x0U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xFFFFU, 0x10000U, 0x10FFFFU}) {
    std::string bytes;
    append_code_point(bytes, value);
    EXPECT_EQ(code_point_at(bytes, 0).value, value);
    EXPECT_EQ(code_point_at(bytes, 0).byte_count, bytes.size());
  }
}

}  // namespace
}  // namespace crosswalk::diagnostics
