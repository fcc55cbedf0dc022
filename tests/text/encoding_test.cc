// Older encodings.
#include "text/encoding.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace crosswalk::text {
namespace {

TEST(Encoding, TurnsOlderTextsIntoUtf8) {
  EXPECT_EQ(to_utf8("Imi\xEA", "windows-1250"), "Imię");
  EXPECT_EQ(to_utf8("\xA9\x6D\xA6\x57", "big5"), "姓名");
  EXPECT_EQ(to_utf8("\xD0\xD5\xC3\xFB", "gb18030"), "姓名");
  EXPECT_EQ(to_utf8(std::string_view("a\0b\0", 4), "utf-16le"), "ab");
  EXPECT_EQ(to_utf8("", "utf-8"), "");
}

TEST(Encoding, TakesAByteOrderMarkOff) {
  EXPECT_EQ(to_utf8("\xEF\xBB\xBF"
                    "a",
                    "utf-8"),
            "a");
  EXPECT_EQ(to_utf8(std::string_view("\xFF\xFE"
                                     "a\0",
                                     4),
                    "utf-16le"),
            "a");
}

TEST(Encoding, RefusesBytesThatAreNotDefined) {
  EXPECT_EQ(to_utf8("\xA9", "big5"), std::nullopt);
  EXPECT_EQ(to_utf8("\xFF", "utf-8"), std::nullopt);
  EXPECT_EQ(to_utf8("a", "no-such-encoding"), std::nullopt);
  EXPECT_FALSE(is_encoding("no-such-encoding"));
  EXPECT_TRUE(is_encoding("windows-1258"));
}

TEST(Encoding, OfATextIsTheStatedOneElseThatOfItsMarkElseAnother) {
  const std::string_view marked("\xFF\xFE\0\0a\0\0\0", 8);
  EXPECT_EQ(encoding_of_text(marked, "UTF-32", "utf-8"), "utf-32le");
  EXPECT_EQ(encoding_of_text("a", "utf-32", "utf-8"), "utf-32be");
  EXPECT_EQ(encoding_of_text(marked.substr(0, 3), "utf-16", "utf-8"), "utf-16le");
  EXPECT_EQ(encoding_of_text(marked, "Windows-1250", "utf-8"), "windows-1250");
  EXPECT_EQ(encoding_of_text(marked, "", "windows-1250"), "utf-32le");
  EXPECT_EQ(encoding_of_text("a", "", "windows-1250"), "windows-1250");
}

TEST(Encoding, KnowsUtf8ByBothItsNames) {
  EXPECT_TRUE(is_utf8("UTF-8") && is_utf8("utf8"));
  EXPECT_FALSE(is_utf8("utf-16") || is_utf8(""));
}

TEST(LikelyEncodings, AreCertainWithAMarkAndForUtf8) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(likely_encodings("\xFF\xFE"), Names{"utf-16le"});
  EXPECT_EQ(likely_encodings("Imię"), Names{"utf-8"});
  EXPECT_EQ(likely_encodings("name"), Names{"utf-8"});
}

TEST(LikelyEncodings, ListAllThatFit) {
  const auto likely = likely_encodings("Imi\xEA;Nazwisko\nZofia;\xAFuk\n");
  for (const char* name : {"windows-1250", "windows-1252"}) {
    EXPECT_NE(std::ranges::find(likely, name), likely.end()) << name;
  }
}

TEST(OddCharacters, ShowAWrongEncoding) {
  const std::string_view bytes = "Pawe\xB3 \x8Cwi\xB9tek";
  EXPECT_EQ(count_odd_characters(*to_utf8(bytes, "windows-1250")), 0U);
  EXPECT_EQ(count_odd_characters(*to_utf8(bytes, "iso-8859-2")), 1U);
  EXPECT_EQ(count_odd_characters(*to_utf8(bytes, "windows-1252")), 2U);
  EXPECT_EQ(count_odd_characters("Nguyê\u0303n 陳大文 7 - @"), 0U);
}

TEST(FoldedWord, KeepsLettersAndDigitsAlone) {
  EXPECT_EQ(folded_word("Data urodzenia*"), "dataurodzenia");
  EXPECT_EQ(folded_word("E-MAIL_1"), "email1");
  EXPECT_EQ(folded_word("Straße"), "strasse");
  EXPECT_EQ(folded_word("Ｎａｍｅ"), "name");
  EXPECT_EQ(folded_word("姓名"), "姓名");
  EXPECT_EQ(folded_word("---"), "");
}

TEST(FoldedWord, JoinsAccentsThatStandAlone) {
  EXPECT_EQ(folded_word("Ho\u0323 te\u0302n"), folded_word("Họ tên"));
}

}  // namespace
}  // namespace crosswalk::text
