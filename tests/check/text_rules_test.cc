// Damage that spreadsheets and exports do to texts, and texts that only look like it.
#include "check/text_rules.h"

#include <gtest/gtest.h>

namespace crosswalk::check {
namespace {

TEST(TextRules, KnowTheNumbersOfSpreadsheets) {
  EXPECT_TRUE(is_spreadsheet_number("4.86E+10"));
  for (const char* fine : {"", "48600100200", "4.86", "4.86E10", "4.86e+10", "E+1", ".1E+1",
                           "4.E+1", "4.xE+1", "4.86E+", "4.86E+1x", "x4.86E+10"}) {
    EXPECT_FALSE(is_spreadsheet_number(fine)) << fine;
  }
}

TEST(TextRules, SeeBlanksAtTheEndsOnly) {
  for (const char* bad : {" a", "a ", "\ta",
                          "\xC2\xA0"
                          "a",
                          "a\xC2\xA0", " "}) {
    EXPECT_TRUE(has_blank_end(bad)) << bad;
  }
  EXPECT_FALSE(has_blank_end("a b"));
  EXPECT_FALSE(has_blank_end(""));
}

TEST(TextRules, SeeLostCharacters) {
  EXPECT_TRUE(has_lost_character("Micha\xEF\xBF\xBD"));
  EXPECT_TRUE(has_lost_character("Micha?owski"));
  EXPECT_TRUE(has_lost_character("ż?ł"));
  EXPECT_TRUE(has_lost_character("A?Z"));
  for (const char* fine :
       {"", "?", "why?", "why? so", "?a", "a?1", "[?a", "{?a", "https://a.pl/b?c=d"}) {
    EXPECT_FALSE(has_lost_character(fine)) << fine;
  }
}

TEST(TextRules, TellWhetherABatchNeedsToBeLookedAt) {
  for (const char* text : {"a?b", "\xEF\xBF\xBD", "\\ufffd"}) {
    EXPECT_TRUE(may_have_lost_characters(text));
  }
  EXPECT_FALSE(may_have_lost_characters("żółw,1\n"));
}

TEST(TextRules, KnowWhatASpreadsheetWouldRun) {
  for (const char* formula : {"=1+1", "@SUM(A1)", "\t=1", "\r", "+cmd", "-foo", "-1+A2", "+1e",
                              "-2e5x", "+e5", "-1x2e3"}) {
    EXPECT_TRUE(is_formula(formula)) << formula;
  }
  for (const char* fine : {"", "a=b", "-", "+", "-5", "-12,5", "+48 600 100 200", "-1.5e3", "+1E+5",
                           "+(48) 600-100", "a@b"}) {
    EXPECT_FALSE(is_formula(fine)) << fine;
  }
}

}  // namespace
}  // namespace crosswalk::check
