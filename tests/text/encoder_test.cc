// UTF-8 to other encodings, and what is refused.
#include "text/encoder.h"

#include <gtest/gtest.h>

#include "text/encoding.h"

namespace crosswalk::text {
namespace {

std::string encoded(std::string_view utf8, const std::string& encoding) {
  std::string bytes;
  EXPECT_TRUE(Encoder::open(encoding)->encode(utf8, bytes)) << encoding;
  return bytes;
}

TEST(Encoder, WritesOlderEncodings) {
  EXPECT_EQ(encoded("Imię", "windows-1250"), "Imi\xEA");
  EXPECT_EQ(encoded("姓名", "big5"), "\xA9\x6D\xA6\x57");
  EXPECT_EQ(encoded("姓名", "gb18030"), "\xD0\xD5\xC3\xFB");
  EXPECT_EQ(encoded("a", "utf-16le"), std::string_view("a\0", 2));
  EXPECT_EQ(encoded("a", "utf-16be"), std::string_view("\0a", 2));
}

TEST(Encoder, WritesEveryPointThatAnEncodingHasSoThatItReadsBackTheSame) {
  for (const char* encoding : {"windows-1250", "windows-1258", "big5", "gb18030", "utf-16be"}) {
    Encoder encoder = *Encoder::open(encoding);
    std::size_t written = 0;
    for (std::uint32_t point = 1; point < 0x30000; ++point) {
      if (point >= 0xD800 && point < 0xE000) continue;
      std::string utf8;
      if (point < 0x80) {
        utf8 = {static_cast<char>(point)};
      } else if (point < 0x800) {
        utf8 = {static_cast<char>(0xC0 | point >> 6), static_cast<char>(0x80 | (point & 0x3F))};
      } else if (point < 0x10000) {
        utf8 = {static_cast<char>(0xE0 | point >> 12),
                static_cast<char>(0x80 | (point >> 6 & 0x3F)),
                static_cast<char>(0x80 | (point & 0x3F))};
      } else {
        utf8 = {static_cast<char>(0xF0 | point >> 18),
                static_cast<char>(0x80 | (point >> 12 & 0x3F)),
                static_cast<char>(0x80 | (point >> 6 & 0x3F)),
                static_cast<char>(0x80 | (point & 0x3F))};
      }
      std::string bytes;
      if (!encoder.encode(utf8, bytes)) continue;
      ++written;
      std::string back;
      Decoder::open(encoding)->decode(bytes, true, back);
      ASSERT_EQ(back, utf8) << encoding << ' ' << point;
    }
    EXPECT_GT(written, 240U) << encoding;
  }
}

TEST(Encoder, RefusesWhatIsLackingAndLeavesTheOutputAsItWas) {
  Encoder encoder = *Encoder::open("windows-1250");
  std::string bytes = "before";
  EXPECT_FALSE(encoder.encode("Jan 陳", bytes));
  EXPECT_EQ(bytes, "before");
  EXPECT_EQ(encoder.first_lacking("Jan 陳"), 4U);
  EXPECT_EQ(encoder.first_lacking("Imię?"), std::nullopt);
  EXPECT_TRUE(encoder.encode("Imię", bytes));
  EXPECT_EQ(bytes, "beforeImi\xEA");
}

TEST(Encoder, RefusesControlsOnBytesThatAreNotDefined) {
  std::string bytes;
  EXPECT_FALSE(Encoder::open("windows-1250")->encode("\u0081", bytes));
  EXPECT_TRUE(Encoder::open("iso-8859-2")->encode("\u0081", bytes));
}

TEST(Encoder, IsNoneOfANameThatNobodyKnows) {
  EXPECT_FALSE(Encoder::open("no-such-encoding"));
  EXPECT_FALSE(Encoder::open(""));
}

TEST(Encoder, GivesAMarkWhereTheNameAsksForOne) {
  EXPECT_EQ(Encoder::open("utf-16")->mark(), "\xFF\xFE");
  EXPECT_EQ(Encoder::open("UTF-32")->mark(), std::string_view("\xFF\xFE\0\0", 4));
  EXPECT_EQ(Encoder::open("utf-16le")->mark(), "");
  EXPECT_EQ(Encoder::open("windows-1250")->mark(), "");
  EXPECT_EQ(encoded("a", "utf-16"), std::string_view("a\0", 2));
}

TEST(Encoder, EndsEachTextInTheStateItBeganIn) {
  Encoder encoder = *Encoder::open("iso-2022-jp");
  std::string bytes;
  ASSERT_TRUE(encoder.encode("名", bytes));
  ASSERT_TRUE(encoder.encode("a", bytes));
  std::string back;
  Decoder::open("iso-2022-jp")->decode(bytes, true, back);
  EXPECT_EQ(back, "名a");
  EXPECT_TRUE(bytes.ends_with("a"));
}

}  // namespace
}  // namespace crosswalk::text
