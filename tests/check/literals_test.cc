// Fixed texts, anywhere or at the ends, held against RE2 on every short text.
#include "check/literals.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>
#include <vector>

namespace crosswalk::check {
namespace {

std::optional<Literals> literals_of(std::string_view pattern) {
  return Literals::from(parse_regex(pattern).value());
}

// All texts of up to four of the letters `a`, `,` and blank.
std::vector<std::string> short_texts() {
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size() && texts[i].size() < 4; ++i) {
    for (const char letter : {'a', ',', ' '}) texts.push_back(texts[i] + letter);
  }
  return texts;
}

TEST(Literals, SayTheSameAsRe2OnEveryShortText) {
  for (const std::string pattern :
       {" ,|, |^ | $", "^a|, $", "a", "^a$|,,", "^", "$", "^$", "aa|", "^ a,"}) {
    const std::optional<Literals> literals = literals_of(pattern);
    ASSERT_TRUE(literals.has_value()) << pattern;
    const RE2 twin(pattern);
    for (const std::string& text : short_texts()) {
      EXPECT_EQ(literals->matches(text), RE2::PartialMatch(text, twin))
          << '"' << pattern << "\" on \"" << text << '"';
    }
  }
}

TEST(Literals, AreNoPatternsThatRepeatChooseOrLook) {
  for (const char* pattern : {"a+", "[ab]", "a|b*", "(a)", "\\bx", "(?=a)", "é", "a^"}) {
    EXPECT_FALSE(literals_of(pattern).has_value()) << pattern;
  }
}

TEST(Literals, AreFewAlternatives) {
  EXPECT_TRUE(literals_of("1|2|3|4|5|6|7|8").has_value());
  EXPECT_FALSE(literals_of("1|2|3|4|5|6|7|8|9").has_value());
}

}  // namespace
}  // namespace crosswalk::check
