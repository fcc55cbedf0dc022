// Automata search as the engine would, wherever they can tell.
#include "check/automaton.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>
#include <string>

namespace crosswalk::check {
namespace {

std::optional<Automaton> automaton(std::string_view pattern) {
  return Automaton::from(parse_regex(pattern).value());
}

TEST(Automaton, SearchesAnywhere) {
  const auto made = automaton("b+c");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->matches("abbcd"), true);
  EXPECT_EQ(made->matches("abbd"), false);
  EXPECT_EQ(made->matches(""), false);
}

TEST(Automaton, KeepsToTheEndsOfTheText) {
  const auto made = automaton(R"(^$|^[^\s@]+@[^\s@]+$)");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->matches(""), true);
  EXPECT_EQ(made->matches("a@b"), true);
  EXPECT_EQ(made->matches("a@b@c"), false);
  EXPECT_EQ(made->matches("a@b\n"), false);
  EXPECT_EQ(made->matches("@b"), false);
}

TEST(Automaton, CannotTellOfTextsBeyondAscii) {
  const auto made = automaton("^[a-z]+$");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->matches("\xC5\xBC\xC3\xB3\xC5\x82w"), std::nullopt);
  EXPECT_EQ(made->matches(std::string("a\0b", 3)), false);
}

TEST(Automaton, MatchesWhatMayBeEmptyEverywhere) {
  for (const char* pattern : {"", "x*", "^", "$", "(|a)"}) {
    const auto made = automaton(pattern);
    ASSERT_TRUE(made) << pattern;
    EXPECT_EQ(made->matches(""), true) << pattern;
    EXPECT_EQ(made->matches("ab"), true) << pattern;
  }
}

TEST(Automaton, IsRefusedWhereFewStatesAreNotEnough) {
  for (const char* pattern : {"x{1000}", "x{100,}", R"(\bx)", "^(?!x)a", R"((a)\1)", "^^a", "a$$",
                              "$^", R"(^\p{L}+$)", "a[ab]{20}", "(^|^)*a"}) {
    EXPECT_FALSE(automaton(pattern)) << pattern;
  }
}

TEST(Automaton, AgreesWithRe2OnGeneratedPatternsAndTexts) {
  std::mt19937 random(11);
  const auto pick = [&random](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  int automata = 0;
  int matches = 0;
  int texts = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string pattern;
    for (std::size_t i = random() % 4; i < 5; ++i) {
      pattern += pick({"a", "[ab]", "[^a]", "-", "(-[ab]{2})", "(b+|a-)", "(|a)", "^", "$", "(^|-)",
                       "(a|$)", "(a?b)", ".", R"(\s)", R"(\w)"});
      pattern += pick({"", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "{0}"});
      pattern += pick({"", "", "", "", "|"});
    }
    const auto tree = parse_regex(pattern);
    if (!tree) continue;
    const auto made = Automaton::from(tree.value());
    if (!made) continue;
    ++automata;
    const RE2 engine(to_engine_text(tree.value()));
    for (int i = 0; i < 30; ++i) {
      std::string text;
      for (std::size_t length = random() % 9; length > 0; --length)
        text += pick({"a", "b", "-", " ", "\n", "a", "b"});
      const bool expected = RE2::PartialMatch(text, engine);
      ASSERT_EQ(made->matches(text), expected) << pattern << " on " << text;
      ++texts;
      matches += expected ? 1 : 0;
    }
  }
  EXPECT_GT(automata, 2000);
  EXPECT_GT(matches, texts / 10);
  EXPECT_LT(matches, texts * 9 / 10);
}

}  // namespace
}  // namespace crosswalk::check
