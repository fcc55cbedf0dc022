// Small letters and blanks.
#include "text/letter_case.h"

#include <gtest/gtest.h>

namespace crosswalk::text {
namespace {

std::string small(std::string_view text) {
  std::string letters = "before ";
  append_small_letters(text, letters);
  return letters.substr(std::string_view("before ").size());
}

TEST(LetterCase, KnowsTheLettersOfEveryScript) {
  EXPECT_EQ(small("Ann.Smith@EXAMPLE.com"), "ann.smith@example.com");
  EXPECT_EQ(small("ZOË ŁÓDŹ ЖУК ΑΒΓ"), "zoë łódź жук αβγ");
  EXPECT_EQ(small(""), "");
}

TEST(LetterCase, IsThatOfNoCountry) {
  EXPECT_EQ(small("INFO"), "info");
  EXPECT_EQ(small("\u0130"), "i\u0307");
}

TEST(LetterCase, EndsGreekWordsAsGreeksDo) {
  EXPECT_EQ(small("ΟΔΟΣ"), "οδος");
}

TEST(Trimmed, TakesBlanksOfEveryKindOffTheEnds) {
  EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
  EXPECT_EQ(trimmed("\u00a0\u3000ann\u2009"), "ann");
  EXPECT_EQ(trimmed("\u200b"), "\u200b") << "a zero width space is no blank";
  EXPECT_EQ(trimmed("\x01 a\x08"), "\x01 a\x08") << "nor is a control character";
  EXPECT_EQ(trimmed(" \u00a0 "), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Trimmed, KeepsIllFormedText) {
  EXPECT_EQ(trimmed(" \xff "), "\xff");
}

}  // namespace
}  // namespace crosswalk::text
