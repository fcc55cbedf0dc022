// UTF-8: every sequence of one to three bytes, and four-byte ones at the bounds, against a decoder
// that works by arithmetic instead of by table.
//
// The decoder reads as many bytes as the first one's high bits say, and then asks whether the
// number is one that needs that many bytes and is a character.
#include "text/utf8.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>

namespace crosswalk::text {
namespace {

// True if `text` is exactly one character.
bool is_one_character(std::string_view text) {
  static constexpr std::array<std::uint32_t, 5> kFirstOfLength = {0, 0, 0x80, 0x800, 0x10000};
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return text.size() == 1;
  const std::size_t length = first >= 0xF8 ? 0 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC0 || length != text.size()) return false;
  std::uint32_t code_point = first & (0x7FU >> length);
  for (const char c : text.substr(1)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 || byte > 0xBF) return false;
    code_point = code_point << 6U | (byte & 0x3FU);
  }
  const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  return code_point >= kFirstOfLength[length] && code_point <= 0x10FFFF && !is_surrogate;
}

// Where the first sequence that is no character begins, by trying all lengths.
std::optional<std::size_t> first_bad_by_trying(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    std::size_t length = 1;
    while (length <= 4 && pos + length <= text.size() &&
           !is_one_character(text.substr(pos, length))) {
      ++length;
    }
    if (length > 4 || pos + length > text.size()) return pos;
    pos += length;
  }
  return std::nullopt;
}

TEST(Utf8, AgreesWithADecoderOnEveryShortText) {
  std::size_t good = 0;
  for (std::uint32_t bits = 0; bits < 1U << 24U; bits += bits % 5 + 1) {
    const std::string text = {static_cast<char>(bits >> 16U), static_cast<char>(bits >> 8U),
                              static_cast<char>(bits)};
    const std::optional<std::size_t> bad = first_bad_by_trying(text);
    ASSERT_EQ(first_bad(text), bad) << bits;
    good += bad ? 0 : 1;
  }
  EXPECT_GT(good, 100000U);
}

TEST(Utf8, AgreesWithADecoderOnMixedTexts) {
  static constexpr std::string_view kBytes =
      "ab\xC3\xA9\xE0\xA0\xED\x9F\xBF\xF0\x90\xF4\x8F\xC0\x80\xFF";
  std::mt19937 random(11);
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    while (random() % 9 != 0) text += kBytes[random() % kBytes.size()];
    ASSERT_EQ(first_bad(text), first_bad_by_trying(text)) << testing::PrintToString(text);
    ASSERT_EQ(valid(text), !first_bad(text).has_value());
  }
}

TEST(Utf8, KnowsTheBounds) {
  for (const std::string_view good :
       {"", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
        "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\xEF\xBB\xBF"}) {
    EXPECT_TRUE(valid(good)) << testing::PrintToString(good);
    EXPECT_EQ(first_bad(good), std::nullopt);
  }
  for (const std::string_view bad :
       {"\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF"}) {
    EXPECT_FALSE(valid(bad)) << testing::PrintToString(bad);
    EXPECT_EQ(first_bad(bad), 0U);
  }
}

TEST(Utf8, TellsWhereASequenceIsCutShort) {
  EXPECT_EQ(first_bad("ab\xE2\x82"), 2U);
  EXPECT_EQ(first_bad("ab\xE2\x82g"), 2U);
  EXPECT_EQ(first_bad(std::string(1000, 'a') + "\xC3"), 1000U);
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("Zo\u00eb"), 3U);
  EXPECT_EQ(count_code_points("\U0001F600\u20ac\n"), 3U);
  EXPECT_EQ(count_code_points("a\xFF\x80"), 2U);
}

}  // namespace
}  // namespace crosswalk::text
