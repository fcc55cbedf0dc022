// The regex fallback: look-around works, the dialect is JSON Schema's, and nothing runs for ever.
//
// Each line of the lists is one pattern and one text; the text shows where ICU's own dialect would
// have said something else.
#include "text/fallback_regex.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace crosswalk::text {
namespace {

bool matches(std::string_view pattern, std::string_view text) {
  auto regex = FallbackRegex::compile(pattern);
  EXPECT_TRUE(regex.ok()) << pattern;
  return regex.ok() && regex.value()->matches(text);
}

TEST(FallbackRegex, LooksAhead) {
  EXPECT_TRUE(matches("^(?!test)[a-z]+$", "paid"));
  EXPECT_FALSE(matches("^(?!test)[a-z]+$", "testing"));
}

TEST(FallbackRegex, LooksBehind) {
  EXPECT_TRUE(matches("(?<=#)[0-9]+", "order #12"));
  EXPECT_FALSE(matches("(?<=#)[0-9]+", "order 12"));
}

TEST(FallbackRegex, FindsThePatternAnywhere) {
  EXPECT_TRUE(matches("b(?=c)", "aabcc"));
}

TEST(FallbackRegex, TakesTheDollarForTheVeryEnd) {
  EXPECT_TRUE(matches("^(?!x)a$", "a"));
  EXPECT_FALSE(matches("^(?!x)a$", "a\n"));
  EXPECT_TRUE(matches("^[$](?=1)", "$1"));
  EXPECT_TRUE(matches(R"(\$(?=1))", "$1"));
}

TEST(FallbackRegex, TakesDigitsAndWordsForAscii) {
  const std::string arabic_one = "\u0661";
  EXPECT_FALSE(matches(R"(^\d(?!x)$)", arabic_one));
  EXPECT_TRUE(matches(R"(^\D(?!x)$)", arabic_one));
  EXPECT_FALSE(matches(R"(^[\d_](?!x)$)", arabic_one));
  EXPECT_TRUE(matches(R"(^[\d_]+(?!x)$)", "1_2"));
  EXPECT_FALSE(matches(R"(^\w(?!x)$)", "é"));
  EXPECT_TRUE(matches(R"(^[\W](?!x)$)", "é"));
}

TEST(FallbackRegex, TakesBracketsAndAmpersandsInAClassForThemselves) {
  EXPECT_TRUE(matches("^(?!x)[[a]$", "["));
  EXPECT_TRUE(matches("^(?!x)[a&&b]$", "&"));
  EXPECT_TRUE(matches("^(?!x)[a&&b]$", "a"));
}

TEST(FallbackRegex, CountsCodePointsNotBytes) {
  EXPECT_TRUE(matches("^(?!x).{2}$", "é\U0001F600"));
}

TEST(FallbackRegex, ReadsBadBytesAsReplacementCharacters) {
  EXPECT_TRUE(matches("^(?!x)a\uFFFD$", "a\xFF"));
}

TEST(FallbackRegex, RefusesWhatIsNoPattern) {
  for (const std::string_view pattern : {"(", "[a", "a{2,1}", "*", "(?<!a*)b", "\\"}) {
    auto regex = FallbackRegex::compile(pattern);
    ASSERT_FALSE(regex.ok()) << pattern;
    EXPECT_EQ(regex.error().kind, ErrorKind::kUsage);
    EXPECT_TRUE(regex.error().message.starts_with("the pattern does not compile: U_REGEX_"))
        << regex.error().message;
  }
}

TEST(FallbackRegex, GivesUpOnEndlessWork) {
  EXPECT_FALSE(matches("^(a+)+(?!b)$", std::string(40, 'a') + "x"));
}

TEST(FallbackRegex, GivesUpOnEndlessMemory) {
  EXPECT_FALSE(matches("^(?!x)(a|b)*$", std::string(std::size_t{4} << 20U, 'a')));
}

TEST(FallbackRegex, IsSharedBetweenThreads) {
  auto regex = FallbackRegex::compile("^(?!x)[a-z]{3}$");
  ASSERT_TRUE(regex.ok());
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&regex] {
      for (int k = 0; k < 200; ++k) {
        EXPECT_TRUE(regex.value()->matches("abc"));
        EXPECT_FALSE(regex.value()->matches("xbc"));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace crosswalk::text
