// Expectations of examples: read, and held against findings.
#include "expectation.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crosswalk::cli {
namespace {

using Words = std::vector<std::string>;

Finding finding(std::string rule, std::uint64_t line) {
  Finding made;
  made.rule = std::move(rule);
  made.place.line = line;
  return made;
}

Expectation parsed(std::string_view text) {
  auto expectation = parse_expectation(text, "dir");
  EXPECT_TRUE(expectation);
  return expectation ? std::move(expectation).value() : Expectation{};
}

TEST(Expectation, ReadsOptionsAsArguments) {
  const Expectation expectation = parsed(
      R"({"options": {"tolerant": true, "take": 5, "columns-of": "../old.json", "set": {"a": "b c"}}})"
      "\n\n{\"rule\": \"a\"}\n{\"rule\": \"b\"}");
  EXPECT_EQ(expectation.arguments, (Words{"--tolerant", "--take", "5", "--columns-of",
                                          "dir/../old.json", "--set", "a=b c"}));
  EXPECT_EQ(expectation.findings, (Words{R"({"rule": "a"})", R"({"rule": "b"})"}));
}

TEST(Expectation, RefusesWhatIsNoObject) {
  const auto wrong = parse_expectation("{}\n[1]\n", "dir");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message, "line 2 is no JSON object");
}

TEST(Expectation, ComparesOnlyWhatItSays) {
  const Expectation expectation = parsed(R"({"rule": "a", "line": 3, "field": null})");
  EXPECT_EQ(difference(expectation, {finding("a", 3)}), "");
  EXPECT_NE(difference(expectation, {finding("a", 4)}).find("differs in \"line\""),
            std::string::npos);
  EXPECT_NE(difference(expectation, {finding("b", 3)}).find("differs in \"rule\""),
            std::string::npos);
  EXPECT_NE(difference(parsed(R"({"no_such": 1})"), {finding("a", 3)}), "");
}

TEST(Expectation, WantsAsManyFindingsAndInOrder) {
  const Expectation expectation = parsed("{\"rule\": \"a\"}\n{\"rule\": \"b\"}\n");
  EXPECT_EQ(difference(expectation, {finding("a", 1), finding("b", 1)}), "");
  EXPECT_NE(difference(expectation, {finding("b", 1), finding("a", 1)}), "");
  EXPECT_EQ(difference(expectation, {finding("a", 1)}), "does not give {\"rule\": \"b\"}");
  EXPECT_EQ(difference(expectation, {finding("a", 1), finding("b", 1), finding("c", 9)}),
            "gives c at 9:1, which is not expected");
  EXPECT_EQ(difference(parsed(""), {}), "");
}

}  // namespace
}  // namespace crosswalk::cli
