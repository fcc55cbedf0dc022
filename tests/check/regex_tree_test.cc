// Patterns are read as a tree, and written for the engines without a change of meaning.
#include "check/regex_tree.h"

#include <gtest/gtest.h>

namespace crosswalk::check {
namespace {

std::string engine_text(std::string_view pattern) {
  const auto tree = parse_regex(pattern);
  return tree ? to_engine_text(tree.value()) : "error: " + tree.error().message;
}

std::string required(std::string_view pattern) {
  const auto byte = required_byte(parse_regex(pattern).value());
  return byte ? std::string(1, *byte) : "";
}

TEST(RegexTree, WritesAnchorsThatMeanTheSameToEveryEngine) {
  EXPECT_EQ(engine_text("^a$"), "(?:\\A[a]\\z)");
}

TEST(RegexTree, WritesPunctuationAsCodePoints) {
  EXPECT_EQ(engine_text("\\/[\\-\\]]"), "(?:[\\x{2f}][\\x{2d}\\x{5d}])");
}

TEST(RegexTree, TakesDotsAndBlanksAsTheStandardDoes) {
  EXPECT_EQ(engine_text("."),
            "(?:[\\x{0}-\\x{9}\\x{b}-\\x{c}\\x{e}-\\x{2027}\\x{202a}-\\x{10ffff}])");
  EXPECT_NE(engine_text("\\s").find("\\x{feff}"), std::string::npos);
}

TEST(RegexTree, JoinsASurrogatePairToOneCodePoint) {
  EXPECT_EQ(engine_text("\\uD83D\\uDE00"), "(?:[\\x{1f600}])");
  EXPECT_EQ(engine_text("\\u{1F600}"), "(?:[\\x{1f600}])");
}

TEST(RegexTree, LeavesHalvesOfSurrogatePairsAlone) {
  EXPECT_EQ(engine_text("\\uE000"), "(?:[\\x{e000}])");
  EXPECT_EQ(engine_text("\\uD83D\\u0041"), "(?:[\\x{d83d}][A])");
  EXPECT_EQ(engine_text("\\uD83D\\uE000"), "(?:[\\x{d83d}][\\x{e000}])");
}

TEST(RegexTree, WritesClassesOutAsAscii) {
  EXPECT_EQ(engine_text("\\d"), "(?:[0-9])");
  EXPECT_EQ(engine_text("\\D"), "(?:[\\x{0}-\\x{2f}\\x{3a}-\\x{10ffff}])");
  EXPECT_EQ(engine_text("\\w"), "(?:[0-9A-Z\\x{5f}a-z])");
  EXPECT_EQ(engine_text("\\W"),
            "(?:[\\x{0}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{5e}\\x{60}\\x{7b}-\\x{10ffff}])");
  EXPECT_EQ(engine_text("[\\d-x]"), "(?:[\\x{2d}0-9x])") << "no range: \\d is no character";
  EXPECT_EQ(engine_text("[^\\S\\u{9}-\\u{10FFFF}]"), "(?:[^\\x{0}-\\x{10ffff}])");
}

TEST(RegexTree, WritesPropertiesAsTheyStand) {
  EXPECT_EQ(engine_text("\\p{Script=Latin}"), "(?:[\\p{Script=Latin}])");
  EXPECT_EQ(engine_text("\\P{General_Category=L1}"), "(?:[\\P{General_Category=L1}])");
  EXPECT_EQ(engine_text("[\\p{L}-x]"), "(?:[\\x{2d}x\\p{L}])");
}

TEST(RegexTree, KnowsControlCharactersAndWordBoundaries) {
  EXPECT_EQ(engine_text("\\cJ[\\b]"), "(?:[\\x{a}][\\x{8}])");
  EXPECT_EQ(engine_text("\\ba\\B"), "(?:\\b[a]\\B)");
}

TEST(RegexTree, WritesGroupsWithoutTheirNames) {
  EXPECT_EQ(engine_text("(?<n_1>a)\\1"), "(?:((?:[a]))(?:\\1))");
  EXPECT_EQ(engine_text("(?=a)(?<!b)"), "(?:(?=(?:[a]))(?<!(?:[b])))");
}

TEST(RegexTree, ResolvesNegatedSets) {
  EXPECT_EQ(engine_text("[^\\x7F-\\u{10FFFF}]"), "(?:[\\x{0}-\\x{7e}])");
  EXPECT_EQ(engine_text("[^\\x00-\\x7e]"), "(?:[\\x{7f}-\\x{10ffff}])");
  EXPECT_EQ(engine_text("[^\\p{L}]"), "(?:[^\\p{L}])");
  EXPECT_EQ(engine_text("[]"), "(?:[^\\x{0}-\\x{10ffff}])");
  EXPECT_EQ(engine_text("[^]"), "(?:[\\x{0}-\\x{10ffff}])");
}

TEST(RegexTree, KeepsBracesThatAreNoRepeatAsText) {
  EXPECT_EQ(engine_text("a{x}"), "(?:[a][\\x{7b}][x][\\x{7d}])");
  EXPECT_EQ(engine_text("a{2"), "(?:[a][\\x{7b}][2])");
  EXPECT_EQ(engine_text("a{2,}?"), "(?:(?:[a]){2,})");
}

TEST(RegexTree, RefusesWhatIsNoPattern) {
  EXPECT_EQ(engine_text("a)"), "error: a ) without ( at character 2 of the pattern");
  EXPECT_EQ(engine_text("(a"), "error: a ( without ) at character 3 of the pattern");
  EXPECT_EQ(engine_text("[a"), "error: a [ without ] at character 3 of the pattern");
  EXPECT_EQ(engine_text("*a"), "error: nothing to repeat at character 1 of the pattern");
  EXPECT_EQ(engine_text("a{3,2}"),
            "error: a repeat whose bounds are out of order at character 7 of the pattern");
  EXPECT_EQ(engine_text("[z-a]"), "error: a range out of order at character 5 of the pattern");
  for (const char* bad :
       {"\\", "\\a", "\\Z", "\\x1", "\\u12", "\\p", "\\p{L", "(?<n", "\\u{110000}", "\\u{1100000}",
        "\\u{41", "\\x4G", "\\c1", "\\ż", "[\\1]", "+a", "?a", "[a-"}) {
    EXPECT_EQ(engine_text(bad).substr(0, 6), "error:") << bad;
  }
}

TEST(RegexTree, RefusesGroupsNestedWithoutEnd) {
  EXPECT_EQ(engine_text(std::string(200, '(') + std::string(200, ')')).substr(0, 6), "error:");
}

TEST(RegexTree, FindsAByteThatEveryMatchHolds) {
  EXPECT_EQ(required("[^ ]@[^ ]+\\.x"), "@");
  EXPECT_EQ(required(" ,|, |^ | $"), " ");
  EXPECT_EQ(required("(ab|b)+"), "b");
  EXPECT_EQ(required("a|b"), "");
  EXPECT_EQ(required("(@)?"), "");
  EXPECT_EQ(required("(?=@)"), "");
}

TEST(RegexTree, TellsTheFixedStartOfAnAnchoredPattern) {
  EXPECT_EQ(fixed_start(parse_regex("^txt_.+").value()), "txt_");
  EXPECT_EQ(fixed_start(parse_regex("^goal_(a|b)_").value()), "goal_");
  EXPECT_EQ(fixed_start(parse_regex("^(?:go)(al)ż").value()), "goal");
  EXPECT_EQ(fixed_start(parse_regex("txt_").value()), "");
}

TEST(RegexTree, KnowsWhichPatternsLookAround) {
  EXPECT_TRUE(needs_backtracking(parse_regex("a(?!b)").value()));
  EXPECT_TRUE(needs_backtracking(parse_regex("(a)\\1").value()));
  EXPECT_FALSE(needs_backtracking(parse_regex("(?:a)+?").value()));
}

TEST(RegexTree, KnowsHowLongAPatternIsOnceItsRepeatsAreWrittenOut) {
  const auto size = [](std::string_view pattern) {
    return written_out_size(parse_regex(pattern).value());
  };
  EXPECT_EQ(size("(ab?){3}"), 6U);
  EXPECT_EQ(size("a*b{2,}"), 3U);
  EXPECT_EQ(size("a|bc"), 3U);
  EXPECT_EQ(size("(a{1000}){1000}"), 1'000'000U);
  EXPECT_GT(size("((a{65535}){65535}){65535}"), 1'000'000'000U);
}

}  // namespace
}  // namespace crosswalk::check
