// Patterns match what the standard says, whichever engine runs them.
#include "check/regex.h"

#include <gtest/gtest.h>

namespace crosswalk::check {
namespace {

bool matches(std::string_view pattern, std::string_view text) {
  auto compiled = Pattern::compile(pattern);
  EXPECT_TRUE(compiled) << pattern;
  return compiled && compiled.value().matches(text);
}

TEST(Pattern, IsSearchedForAnywhere) {
  EXPECT_TRUE(matches("b+c", "abbcd"));
  EXPECT_FALSE(matches("^b+c", "abbcd"));
}

TEST(Pattern, CountsCodePointsNotBytes) {
  EXPECT_TRUE(matches("^.$", "ł"));
  EXPECT_TRUE(matches("^[ąż]{2}$", "żą"));
}

TEST(Pattern, EndsAtTheVeryEnd) {
  EXPECT_FALSE(matches("^a|b$", "b\n"));
}

TEST(Pattern, FindsABlankBesideAComma) {
  constexpr const char* kBlankBesideComma = " ,|, |^ | $";
  EXPECT_TRUE(matches(kBlankBesideComma, "a, b"));
  EXPECT_TRUE(matches(kBlankBesideComma, "a "));
  EXPECT_FALSE(matches(kBlankBesideComma, "a b"));
  EXPECT_FALSE(matches(kBlankBesideComma, "a,b"));
}

TEST(Pattern, KnowsTheSameWordsOnEveryEngine) {
  for (const std::string look : {"", "(?<!x)", "(?!q)"}) {
    EXPECT_TRUE(matches(look + "\\bcat", "\u017Ccat")) << "only ASCII letters make words";
    EXPECT_TRUE(matches(look + "\\bcat\\b", "a cat."));
    EXPECT_FALSE(matches(look + "\\bcat", "scat"));
    EXPECT_FALSE(matches(look + "\\Bcat", "\u017Ccat"));
    EXPECT_TRUE(matches(look + "\\Bcat", "scat"));
  }
}

TEST(Pattern, LooksAroundOnAnEngineThatCan) {
  constexpr const char* kNoTimestamp = "^goal_(?!(.*_)?timestamp$)";
  EXPECT_TRUE(matches(kNoTimestamp, "goal_a"));
  EXPECT_FALSE(matches(kNoTimestamp, "goal_a_timestamp"));
}

TEST(Pattern, MeansTheSameBesideLookAround) {
  for (const std::string start : {"^", "^(?!x)"}) {
    for (const char* text : {"\v", "\xC2\x85", "\f"}) {
      EXPECT_TRUE(matches(start + ".$", text)) << start << " ends no line";
    }
    EXPECT_FALSE(matches(start + ".$", "\u2028")) << start << " ends a line";
    for (const char* text : {"\v", "\uFEFF", "\u3000"}) {
      EXPECT_TRUE(matches(start + "\\s$", text)) << start << " is a blank";
    }
  }
  EXPECT_TRUE(matches("^(.)(?=.)\\1$", "aa"));
  EXPECT_FALSE(matches("^(.)(?=.)\\1$", "ab"));
}

TEST(Pattern, RepeatsMoreOftenThanRe2Would) {
  EXPECT_TRUE(matches("^(ab){1500}$", [] {
    std::string text;
    for (int i = 0; i < 1500; ++i) text += "ab";
    return text;
  }()));
}

TEST(Pattern, TellsTheFixedStart) {
  EXPECT_EQ(Pattern::compile("^num_").value().start(), "num_");
}

TEST(Pattern, RefusesWhatDoesNotParse) {
  const auto pattern = Pattern::compile("(");
  ASSERT_FALSE(pattern);
  EXPECT_EQ(pattern.error().kind, ErrorKind::kUsage);
}

TEST(Pattern, IsRefusedWhereItsRepeatsExplode) {
  EXPECT_TRUE(Pattern::compile("^.{0,65535}$").ok());
  for (const char* pattern : {"(a{1000}){1000}", "((a{99}){99}){99}", "a{99999999999}"}) {
    EXPECT_FALSE(Pattern::compile(pattern).ok()) << pattern;
  }
}

}  // namespace
}  // namespace crosswalk::check
