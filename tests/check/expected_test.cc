// What a keyword wanted, in words.
#include "check/expected.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

TEST(Expected, JoinsWords) {
  EXPECT_EQ(any_of_words({}), "");
  EXPECT_EQ(any_of_words(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(any_of_words(std::vector<std::string>{"a", "b", "c"}), "a, b or c");
}

TEST(Expected, NamesTypes) {
  EXPECT_EQ(expected_types(format::kTypeNumber | format::kTypeNull), "a number or null");
}

TEST(Expected, ShowsLiteralsAsTheSchemaSpellsThem) {
  const auto compiled = compile(R"({"enum": [0, 1, ""]})");
  EXPECT_EQ(judge(*compiled, "2").findings.at(0).expected, "0, 1 or \"\"");
}

TEST(Expected, ShowsTenLiteralsAtMost) {
  const auto compiled = compile(R"({"enum": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]})");
  EXPECT_EQ(judge(*compiled, "12").findings.at(0).expected,
            "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 or another of 12 values");
}

TEST(Expected, CountsInTheSingularAndPlural) {
  EXPECT_EQ(expected_count("at least", 1, "element"), "at least 1 element");
  EXPECT_EQ(expected_count("at most", 0, "member"), "at most 0 members");
}

TEST(Expected, TellsTimesAsDates) {
  EXPECT_EQ(expected_time(631152000, 366),
            "a time from 1990-01-01 on, at most 366 days ahead of now");
}

}  // namespace
}  // namespace crosswalk::check
