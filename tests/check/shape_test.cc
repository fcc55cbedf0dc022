// Patterns that are shapes match without an engine, and as the engine would.
#include "check/shape.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>

namespace crosswalk::check {
namespace {

std::optional<Shape> shape(std::string_view pattern) {
  return Shape::from(parse_regex(pattern).value());
}

TEST(Shape, MatchesTheWholeText) {
  const auto hash = shape("^[0-9A-Fa-f]{64}$");
  ASSERT_TRUE(hash);
  EXPECT_TRUE(hash->matches(std::string(64, 'a')));
  EXPECT_FALSE(hash->matches(std::string(63, 'a')));
  EXPECT_FALSE(hash->matches(std::string(65, 'a')));
  EXPECT_FALSE(hash->matches(std::string(63, 'a') + 'x'));
  EXPECT_FALSE(hash->matches(std::string(64, 'a') + '\n'));
}

TEST(Shape, TakesOptionalRuns) {
  for (const char* pattern : {"^([0-9]+)?$", "^(|[0-9]+)$", "^[0-9]*$"}) {
    const auto digits = shape(pattern);
    ASSERT_TRUE(digits) << pattern;
    EXPECT_TRUE(digits->matches("")) << pattern;
    EXPECT_TRUE(digits->matches("042")) << pattern;
    EXPECT_FALSE(digits->matches("4 2")) << pattern;
  }
}

TEST(Shape, FindsOneClassAnywhere) {
  const auto capital = shape("[A-F]");
  ASSERT_TRUE(capital);
  EXPECT_TRUE(capital->matches("abCd"));
  EXPECT_FALSE(capital->matches("abcd"));
  EXPECT_TRUE(shape("@")->matches("a@b"));
  EXPECT_FALSE(shape("@")->matches("ab"));
}

TEST(Shape, LooksAtEveryByteOfLongTexts) {
  const auto hash = shape("^[0-9A-Fa-f]{64}$");
  const auto capital = shape("[A-F]");
  for (std::size_t i = 0; i < 64; ++i) {
    for (const char c : {'/', ':', '@', 'G', '`', 'g', '\x80', '\xFF', '\0'}) {
      std::string text(64, 'a');
      text[i] = c;
      ASSERT_FALSE(hash->matches(text)) << i;
      ASSERT_FALSE(capital->matches(text)) << i;
      text[i] = 'F';
      ASSERT_TRUE(hash->matches(text)) << i;
      ASSERT_TRUE(capital->matches(text)) << i;
    }
  }
}

TEST(Shape, RefusesWhatWouldNeedToGoBack) {
  for (const char* pattern : {"^[0-9]*5$", "^a*b?a$", "ab", "^a|b$", "^(ab)+$", "^.{3}$", "^[ż]$",
                              "^a", "a$", "^(a|b)$", "^([0-9]{2}){0,3}$"}) {
    EXPECT_FALSE(shape(pattern)) << pattern;
  }
}

TEST(Shape, TakesClassesOfAllThatIsNotAsciiWhereItNeedNotCount) {
  const auto no_at = shape("^[^@]+@[^@]*$");
  ASSERT_TRUE(no_at);
  EXPECT_TRUE(no_at->matches("żółw@"));
  EXPECT_FALSE(no_at->matches("@a"));
}

TEST(Shape, AgreesWithRe2OnGeneratedPatternsAndTexts) {
  std::mt19937 random(7);
  const auto pick = [&random](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  int shapes = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string pattern = "^";
    for (std::size_t i = random() % 4; i < 4; ++i) {
      pattern += pick({"a", "[ab]", "[^a]", "-", "(-[ab]{2})", "([b]+)", "(|a)"});
      pattern += pick({"", "", "*", "+", "?", "{2}", "{1,2}", "{0,1}"});
    }
    pattern += '$';
    const auto tree = parse_regex(pattern);
    const auto made = Shape::from(tree.value());
    if (!made) continue;
    ++shapes;
    const RE2 engine(to_engine_text(tree.value()));
    for (int i = 0; i < 30; ++i) {
      std::string text;
      for (std::size_t length = random() % 8; length > 0; --length) {
        text += pick({"a", "b", "-", "ż"});
      }
      ASSERT_EQ(made->matches(text), RE2::PartialMatch(text, engine)) << pattern << " on " << text;
    }
  }
  EXPECT_GT(shapes, 300);
}

}  // namespace
}  // namespace crosswalk::check
