// Percent-encoding: what it stands for, what is broken, and the way back.
#include "text/percent.h"

#include <gtest/gtest.h>

#include "support/random_text.h"

namespace crosswalk::text {
namespace {

std::string decoded(std::string_view encoded) {
  std::string out;
  append_decoded(out, encoded);
  return out;
}

TEST(Percent, EncodesAsBrowsersDo) {
  std::string out;
  append_encoded(out, "Az09*-._ ~|\n\xC3\xAB%");
  EXPECT_EQ(out, "Az09*-._+%7E%7C%0A%C3%AB%25");
  std::string back;
  append_decoded(back, out);
  EXPECT_EQ(back, "Az09*-._ ~|\n\xC3\xAB%");
}

TEST(Percent, DecodesBytesAndBlanks) {
  EXPECT_EQ(decoded("Zo%C3%ab+x"), "Zo\xC3\xAB x");
  EXPECT_EQ(decoded("a%7Cb%0A%2B"), "a|b\n+");
  EXPECT_EQ(decoded(""), "");
}

TEST(Percent, KeepsBrokenEscapes) {
  EXPECT_EQ(decoded("100%"), "100%");
  EXPECT_EQ(decoded("%4"), "%4");
  EXPECT_EQ(decoded("%g1%%41"), "%g1%A");
}

// The plain way, a byte at a time.
std::string decoded_plainly(std::string_view encoded, bool& is_good) {
  constexpr std::string_view kHex = "0123456789abcdefABCDEF";
  std::string out;
  for (std::size_t at = 0; at < encoded.size(); ++at) {
    const std::string digits(encoded.substr(at + 1, 2));
    const bool is_escape = encoded[at] == '%' && digits.size() == 2 &&
                           digits.find_first_not_of(kHex) == std::string::npos;
    is_good &= is_escape || encoded[at] != '%';
    out += is_escape ? static_cast<char>(std::stoi(digits, nullptr, 16)) : encoded[at];
    if (!is_escape && encoded[at] == '+') out.back() = ' ';
    at += is_escape ? 2 : 0;
  }
  return out;
}

TEST(Percent, DecodesLikeThePlainWayWhateverStandsInABlock) {
  tests::RandomText random(8, {"a", "bcdef", "%41", "+", "%", "%c3%AB", "0123456789abcdef", "%4g"});
  for (int i = 0; i < 5'000; ++i) {
    const std::string encoded = random.next(20);
    std::string out = "before";
    bool is_good = true;
    const std::string plain = decoded_plainly(encoded, is_good);
    EXPECT_EQ(append_decoded(out, encoded), is_good) << encoded;
    EXPECT_EQ(out, "before" + plain) << encoded;
    EXPECT_EQ(is_good, !first_broken_escape(encoded)) << encoded;
    EXPECT_EQ(is_encoded(encoded), encoded.find_first_of("%+") != std::string::npos) << encoded;
  }
}

TEST(Percent, FindsBrokenEscapes) {
  EXPECT_EQ(first_broken_escape("a%41b"), std::nullopt);
  EXPECT_EQ(first_broken_escape("%41%4"), 3U);
  EXPECT_EQ(first_broken_escape("%41%zz%41"), 3U);
  EXPECT_EQ(first_broken_escape("%"), 0U);
}

TEST(Percent, FindsWhatIsNoUtf8) {
  EXPECT_EQ(first_bad_encoded("Zo%C3%AB\xC3\xAB"), std::nullopt);
  EXPECT_EQ(first_bad_encoded("Zo%EB!"), 2U);
  EXPECT_EQ(first_bad_encoded("%41%C3%41"), 3U) << "half a character";
}

TEST(Percent, LeavesAnEscapeThatTheEndCutsOff) {
  EXPECT_EQ(whole_escapes("ab"), 2U);
  EXPECT_EQ(whole_escapes("ab%"), 2U);
  EXPECT_EQ(whole_escapes("ab%4"), 2U);
  EXPECT_EQ(whole_escapes("ab%41"), 5U);
  EXPECT_EQ(whole_escapes("%"), 0U);
  EXPECT_EQ(whole_escapes(""), 0U);
}

TEST(Percent, LeadsOffsetsBack) {
  std::string text;
  Escapes escapes;
  EXPECT_FALSE(assign_decoded(text, "a%41+%4b%zz", escapes));
  EXPECT_EQ(text, "aA K%zz");
  EncodedOffsets offsets(escapes);
  EXPECT_EQ(offsets.at(0), 0U);
  EXPECT_EQ(offsets.at(1), 1U);
  EXPECT_EQ(offsets.at(2), 4U);
  EXPECT_EQ(offsets.at(2), 4U);
  EXPECT_EQ(offsets.at(4), 8U);
  EXPECT_EQ(offsets.at(7), 11U);
}

TEST(Percent, EveryOffsetLeadsToWhatItCameFrom) {
  tests::RandomText random(3, {"a", "%41", "+", "%", "%C3", "b", "4"});
  for (int i = 0; i < 500; ++i) {
    const std::string encoded = random.next(12);
    const std::string whole = decoded(encoded);
    std::string same = "what was there before";
    Escapes escapes = {7};
    assign_decoded(same, encoded, escapes);
    EXPECT_EQ(same, whole);
    EncodedOffsets offsets(escapes);
    for (std::size_t at = 0; at <= whole.size(); ++at) {
      const std::string_view rest = std::string_view(encoded).substr(offsets.at(at));
      EXPECT_EQ(decoded(rest), whole.substr(at)) << encoded << " at " << at;
    }
  }
}

}  // namespace
}  // namespace crosswalk::text
