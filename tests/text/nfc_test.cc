// Normalisation form C.
#include "text/nfc.h"

#include <gtest/gtest.h>

namespace crosswalk::text {
namespace {

std::string utf8_of(std::uint32_t point) {
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800)
    return {static_cast<char>(0xC0 | point >> 6), static_cast<char>(0x80 | (point & 0x3F))};
  return {static_cast<char>(0xE0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 0x3F)),
          static_cast<char>(0x80 | (point & 0x3F))};
}

TEST(Nfc, JoinsLettersAndAccents) {
  EXPECT_EQ(nfc("Nguye\u0302\u0303n"), "Nguyễn");
  EXPECT_EQ(nfc("Nguyê\u0303n"), "Nguyễn");
  EXPECT_EQ(nfc("Zażółć 陳大文 😀"), "Zażółć 陳大文 😀");
  EXPECT_EQ(nfc(""), "");
}

TEST(Nfc, IsSeenWithoutIcuWhereNoCharacterIsAboveTheAccents) {
  EXPECT_FALSE(may_not_be_nfc("Zażółć gęślą jaźń, señor Müller; a long text of plain letters"));
  EXPECT_TRUE(may_not_be_nfc("e\u0301"));
  EXPECT_TRUE(may_not_be_nfc("a long text with one accent behind sixteen letters: e\u0301"));
  EXPECT_TRUE(is_nfc("陳大文"));
  EXPECT_FALSE(is_nfc("Nguyê\u0303n"));
}

TEST(Nfc, NeverMissesAChange) {
  for (std::uint32_t first = 0x20; first < 0x10000; first += 7) {
    if (first >= 0xD800 && first < 0xE000) continue;
    for (const std::uint32_t second : {0x41U, 0xE9U, 0x301U, 0x323U, 0x338U, 0x1161U}) {
      const std::string text = utf8_of(first) + utf8_of(second);
      const std::string normalised = nfc(text);
      EXPECT_EQ(is_nfc(text), normalised == text) << first << ' ' << second;
      EXPECT_TRUE(is_nfc(normalised));
    }
  }
}

}  // namespace
}  // namespace crosswalk::text
