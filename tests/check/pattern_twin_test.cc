// All short patterns of a few pieces on all short texts: whichever matcher a pattern comes to, it
// says what RE2 says.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <memory>
#include <string>
#include <vector>

#include "check/automaton.h"
#include "check/literals.h"
#include "check/regex.h"
#include "check/shape.h"

namespace crosswalk::check {
namespace {

using Texts = std::vector<std::string>;

// All sequences of up to `count` of `pieces`.
Texts sequences(const Texts& pieces, std::size_t count) {
  Texts all = {""};
  std::size_t begin = 0;
  for (std::size_t length = 1; length <= count; ++length) {
    const std::size_t end = all.size();
    for (; begin < end; ++begin) {
      for (const std::string& piece : pieces) all.push_back(all[begin] + piece);
    }
  }
  return all;
}

// How many patterns came to each matcher.
struct Counts {
  int shapes = 0;
  int literals = 0;
  int automata = 0;
};

void expect_as_re2(const std::string& pattern, const Texts& texts, Counts& counts) {
  const auto tree = parse_regex(pattern);
  ASSERT_TRUE(tree) << pattern;
  const RE2 twin(to_engine_text(tree.value()));
  const auto compiled = Pattern::compile(pattern);
  ASSERT_TRUE(compiled) << pattern;
  const auto shape = Shape::from(tree.value());
  const auto literals = Literals::from(tree.value());
  const auto automaton = Automaton::from(tree.value());
  counts.shapes += shape ? 1 : 0;
  counts.literals += literals ? 1 : 0;
  counts.automata += automaton ? 1 : 0;
  const auto required = compiled.value().required_byte();
  const std::string& start = compiled.value().start();
  for (const std::string& text : texts) {
    const bool expected = RE2::PartialMatch(text, twin);
    ASSERT_EQ(compiled.value().matches(text), expected) << pattern << " on " << text;
    if (shape) {
      ASSERT_EQ(shape->matches(text), expected) << pattern << " on " << text;
    }
    if (literals) {
      ASSERT_EQ(literals->matches(text), expected) << pattern << " on " << text;
    }
    const auto told = automaton ? automaton->matches(text) : std::nullopt;
    ASSERT_EQ(told.value_or(expected), expected) << pattern << " on " << text;
    if (!expected) continue;
    ASSERT_TRUE(text.starts_with(start)) << pattern << " on " << text;
    if (required) {
      ASSERT_NE(text.find(*required), std::string::npos) << pattern << " on " << text;
    }
  }
}

TEST(PatternTwin, AgreesWithRe2OnAllAnchoredRunsOfClasses) {
  const Texts texts = sequences({"a", "b", "\u017c"}, 4);
  const Texts pieces = {"a",    "a?",      "a*",    "a+",     "b?",        "b+",
                        "[ab]", "[ab]{2}", "[^a]*", "[^ab]+", "(b{1,2})?", "(|a+)"};
  Counts counts;
  for (const std::string& inner : sequences(pieces, 3))
    expect_as_re2('^' + inner + '$', texts, counts);
  EXPECT_GT(counts.shapes, 300);
  EXPECT_GT(counts.literals, 2);
  EXPECT_GT(counts.automata, 1000);
}

TEST(PatternTwin, AgreesWithRe2OnAllAlternativesOfTexts) {
  const Texts texts = sequences({"a", ",", " "}, 5);
  Counts counts;
  for (const std::string& pattern : sequences({"a", " ", ",", "|", "^", "$", "|^", "$|"}, 4)) {
    expect_as_re2(pattern, texts, counts);
  }
  EXPECT_GT(counts.literals, 1000);
}

TEST(PatternTwin, AgreesWithRe2OnAllShortSearches) {
  const Texts texts = sequences({"a", "b", "_", "\n"}, 4);
  const Texts pieces = {"a",       "b",       "_",      ".", "\\w", "[^a]",
                        "(a|_b)*", "(ab){2}", "b{0,2}", "$", "^"};
  Counts counts;
  for (const std::string& pattern : sequences(pieces, 3)) expect_as_re2(pattern, texts, counts);
  EXPECT_GT(counts.automata, 500);
  EXPECT_GT(counts.shapes, 5);
}

// Blocks of bytes are looked at together, so each length around them is tried, and each place.
TEST(PatternTwin, ShapesLookAtEveryPlaceOfTextsOfEveryLength) {
  const char* const patterns[] = {
      "^[a-f0-9]*$", "^[a-f]{1,40}$", "^[ac-eg]{17}$", "^x[a-f]{16}-[0-9]+$", "^[a-c0-3x-zA_]{33}$",
      "[^a-f0-9]",   "[QRx]",         "^[^,;]+$",      "^[a-f]+,[^,]*$"};
  for (const char* pattern : patterns) {
    const auto tree = parse_regex(pattern);
    const auto shape = Shape::from(tree.value());
    ASSERT_TRUE(shape) << pattern;
    const RE2 twin(to_engine_text(tree.value()));
    for (std::size_t length = 0; length <= 50; ++length) {
      const std::string text(length, 'a');
      ASSERT_EQ(shape->matches(text), RE2::PartialMatch(text, twin)) << pattern << length;
      for (std::size_t at = 0; at < length; ++at) {
        for (const char c : {'f', 'g', '9', ',', 'x', '-', 'Q', '\x7F'}) {
          std::string changed = text;
          changed[at] = c;
          ASSERT_EQ(shape->matches(changed), RE2::PartialMatch(changed, twin))
              << pattern << " on " << changed;
        }
      }
    }
  }
}

// The class of a shape's step, by every byte of ASCII.
TEST(PatternTwin, ClassesHoldTheirBytesAlone) {
  for (const char* set : {"[a-c]", "[^a-c]", "[-+.]", "\\d", "\\D", "\\w", "\\W", "[\\w.-]",
                          "[ -~]", "[^ -~]", "[\\x00-\\x1f]", "[!-/:-@[-`{-~]", "[A-Za-z0-9+/=]"}) {
    const std::string pattern = std::string("^") + set + '$';
    const auto compiled = Pattern::compile(pattern);
    const auto anywhere = Pattern::compile(set);
    const RE2 twin(to_engine_text(parse_regex(pattern).value()));
    for (int byte = 0; byte < 128; ++byte) {
      const std::string text(1, static_cast<char>(byte));
      const bool expected = RE2::PartialMatch(text, twin);
      EXPECT_EQ(compiled.value().matches(text), expected) << set << byte;
      EXPECT_EQ(anywhere.value().matches(text), expected) << set << byte;
      const std::string many(20, text[0]);
      EXPECT_EQ(anywhere.value().matches(many), expected) << set << byte;
    }
  }
}

}  // namespace
}  // namespace crosswalk::check
