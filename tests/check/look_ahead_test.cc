// Look-ahead taken out of patterns, held against the engine that looks around.
#include "check/look_ahead.h"

#include <gtest/gtest.h>

#include <random>

#include "check/regex.h"
#include "text/fallback_regex.h"

namespace crosswalk::check {
namespace {

bool is_taken(const char* pattern) {
  const auto tree = parse_regex(pattern);
  EXPECT_TRUE(tree) << pattern;
  return tree && take_look_ahead(tree.value()).has_value();
}

TEST(LookAhead, IsTakenWhereATextComesToItInOneWay) {
  for (const char* pattern :
       {"^(?!x)", "^(?=x)y?", "^a(?!b)", "^goal_(no_visit|churn)_(?!(.*_)?timestamp$)",
        "^(a|b)(c|d)(?!x$).*$", "^(aa|ab)(?!x)", "^(a|a)(?!x)", "^ż(?!x)"})
    EXPECT_TRUE(is_taken(pattern)) << pattern;
}

TEST(LookAhead, IsLeftWhereItIsNot) {
  for (const char* pattern :
       {"a(?!b)", "^a*(?!b)", "^a?(?!b)", "^[ab](?!c)", "^(a|ab)(?!b)", "^(ab|a)(?!b)", "^a(?<!b)c",
        "^a(?!b)c(?!d)", "^a(?!(?=b)c)", "^(a)(?!b)\\1", "^a|^b(?!c)", "^(a(?!b))", "^a", ""})
    EXPECT_FALSE(is_taken(pattern)) << pattern;
}

TEST(LookAhead, SaysWhatTheEngineSays) {
  static const std::vector<std::string> kBegins = {"a",       "b_",          "(a|b)", "(ab|ac)_",
                                                   "(?:x|y)", "(a|bb)(c|d)", "ż",     ""};
  static const std::vector<std::string> kLooks = {"b", "(.*_)?x$", "[ab]+_", "c|d",
                                                  "",  "$",        ".{2}"};
  static const std::vector<std::string> kRests = {"", ".*", "[a-d]+$", "_?x", "$", ".{1,3}$"};
  static const std::vector<std::string> kPieces = {"a", "b", "c", "d", "_", "x", "y", "ż", "\n"};
  std::mt19937 random(61);
  const auto any_of = [&](const std::vector<std::string>& from) {
    return from[random() % from.size()];
  };
  int matched = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string opener = random() % 2 == 0 ? "(?!" : "(?=";
    const std::string pattern =
        "^" + any_of(kBegins) + opener + any_of(kLooks) + ")" + any_of(kRests);
    ASSERT_TRUE(is_taken(pattern.c_str())) << pattern;
    const auto compiled = Pattern::compile(pattern);
    ASSERT_TRUE(compiled) << pattern;
    const auto engine = text::FallbackRegex::compile(to_engine_text(parse_regex(pattern).value()));
    ASSERT_TRUE(engine) << pattern;
    for (int i = 0; i < 30; ++i) {
      std::string text;
      for (std::size_t count = random() % 7; count > 0; --count) text += any_of(kPieces);
      EXPECT_EQ(compiled.value().matches(text), engine.value()->matches(text))
          << pattern << " on " << text;
      matched += compiled.value().matches(text) ? 1 : 0;
    }
  }
  EXPECT_GT(matched, 1000);
}

}  // namespace
}  // namespace crosswalk::check
