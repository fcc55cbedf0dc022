// The plain matcher of regular expressions, on what each kind of node means.
#include "support/plain_regex.h"

#include <gtest/gtest.h>

namespace crosswalk::fuzz {
namespace {

bool finds(std::string_view pattern, std::u32string_view text) {
  const auto tree = check::parse_regex(pattern);
  EXPECT_TRUE(tree.ok()) << pattern;
  EXPECT_TRUE(can_match_plainly(tree.value())) << pattern;
  return find_plainly(tree.value(), text);
}

TEST(PlainRegex, FindsAMatchAnywhere) {
  EXPECT_TRUE(finds("b", U"abc"));
  EXPECT_FALSE(finds("d", U"abc"));
  EXPECT_TRUE(finds("", U""));
}

TEST(PlainRegex, HoldsToTheEnds) {
  EXPECT_TRUE(finds("^abc$", U"abc"));
  EXPECT_FALSE(finds("^b", U"abc"));
  EXPECT_FALSE(finds("b$", U"abc\n"));
}

TEST(PlainRegex, TriesEveryWayThroughAlternatives) {
  EXPECT_TRUE(finds("^(a|ab)(c|bcd)$", U"abcd"));
  EXPECT_TRUE(finds("^(a|ab)(c|bcd)$", U"abc"));
  EXPECT_FALSE(finds("^(a|ab)(c|bcd)$", U"abcc"));
}

TEST(PlainRegex, CountsRepeats) {
  EXPECT_FALSE(finds("^a{2,3}$", U"a"));
  EXPECT_TRUE(finds("^a{2,3}$", U"aaa"));
  EXPECT_FALSE(finds("^a{2,3}$", U"aaaa"));
  EXPECT_TRUE(finds("^(a?){3}$", U"a"));
  EXPECT_TRUE(finds("^(a*)*b$", U"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"));
  EXPECT_FALSE(finds("^(a*)*b$", U"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
}

TEST(PlainRegex, LooksAround) {
  EXPECT_TRUE(finds("a(?=b)", U"ab"));
  EXPECT_FALSE(finds("a(?=b)", U"ac"));
  EXPECT_TRUE(finds("^(?!b)", U"ab"));
  EXPECT_TRUE(finds("(?<=a)b", U"ab"));
  EXPECT_FALSE(finds("(?<!a)b", U"ab"));
}

TEST(PlainRegex, SeesWordsAndCharacters) {
  EXPECT_TRUE(finds("\\bb", U"a b"));
  EXPECT_FALSE(finds("a\\b", U"ab"));
  EXPECT_TRUE(finds("a\\Bb", U"ab"));
  EXPECT_TRUE(finds("^.$", U"ł"));
}

TEST(PlainRegex, RefusesWhatPlacesCannotTell) {
  EXPECT_FALSE(can_match_plainly(check::parse_regex("(a)\\1").value()));
  EXPECT_FALSE(can_match_plainly(check::parse_regex("[\\p{L}]").value()));
}

TEST(PlainRegex, ReadsCharactersOfUtf8) {
  EXPECT_EQ(characters_of("a\xC5\x82\xE5\xAE\xA2\xF0\x9F\x98\x80"), U"ał客😀");
}

}  // namespace
}  // namespace crosswalk::fuzz
