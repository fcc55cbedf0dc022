// Patterns for names, held against the engine that they spare.
#include "format/member_pattern.h"

#include <gtest/gtest.h>

#include <random>

namespace crosswalk::format {
namespace {

TEST(FixedBeginning, IsWhatEveryMatchBeginsWith) {
  EXPECT_EQ(fixed_beginning("^goal_(a|b)_"), "goal_");
  EXPECT_EQ(fixed_beginning("^txt_"), "txt_");
  EXPECT_EQ(fixed_beginning("^ab+c"), "ab");
  EXPECT_EQ(fixed_beginning("^ab?c"), "a");
  EXPECT_EQ(fixed_beginning("^ab{0,2}c"), "a");
  EXPECT_EQ(fixed_beginning("^a*"), "");
  EXPECT_EQ(fixed_beginning("^a[|]b|c"), "");
  EXPECT_EQ(fixed_beginning("^a[|(]b"), "a");
  EXPECT_EQ(fixed_beginning("^a(b|c)"), "a");
  EXPECT_EQ(fixed_beginning(R"(^a\|b)"), "a");
  EXPECT_EQ(fixed_beginning("^a|b"), "");
  EXPECT_EQ(fixed_beginning("^(a)|b"), "");
  EXPECT_EQ(fixed_beginning("abc"), "");
  EXPECT_EQ(fixed_beginning(""), "");
}

TEST(MemberPattern, SaysWhatTheEngineSays) {
  static const std::vector<std::string> kPieces = {
      "a",   "b",      "_", "|",      "(a|b)", "(?!a)",    "[b|]",  "a?", "b*",    "\\|",
      "(b)", "a{0,2}", "$", "(.*_)?", "[^a]",  "(?:a|b)+", "(?=b)", ".",  "\u017c"};
  static const std::vector<std::string> kLetters = {"a", "b", "_", "|", "", "\u017c"};
  std::mt19937 random(71);
  int matched = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string pattern = random() % 4 == 0 ? "" : "^";
    for (std::size_t count = random() % 5; count > 0; --count)
      pattern += kPieces[random() % kPieces.size()];
    const MemberPattern fast(pattern);
    const auto engine = text::FallbackRegex::compile(pattern);
    for (int i = 0; i < 10; ++i) {
      std::string name;
      for (int letter = 0; letter < 4; ++letter) name += kLetters[random() % kLetters.size()];
      const bool expected = engine.ok() && engine.value()->matches(name);
      EXPECT_EQ(fast.matches(name), expected) << pattern << " on " << name;
      matched += expected ? 1 : 0;
    }
  }
  EXPECT_GT(matched, 2000);
}

TEST(MemberPattern, ThatIsBrokenMatchesNothing) {
  EXPECT_FALSE(MemberPattern("^a(").matches("a("));
  EXPECT_FALSE(MemberPattern("^\u017c(").matches("\u017c("));
}

TEST(MemberPattern, TakesNoLongerWhereItIsHostile) {
  const MemberPattern pattern("^(a+)+$");
  EXPECT_FALSE(pattern.matches(std::string(255, 'a') + "b"));
  EXPECT_TRUE(pattern.matches(std::string(256, 'a')));
  EXPECT_FALSE(pattern.matches(std::string(10'000, 'a') + "b"));
}

}  // namespace
}  // namespace crosswalk::format
