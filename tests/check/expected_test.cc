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

TEST(Expected, ShowsElevenWordsButOfTwelveTen) {
  std::vector<std::string> words;
  for (int i = 1; i <= 11; ++i) words.push_back(std::to_string(i));
  EXPECT_EQ(any_of_words(words), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 or 11");
  words.emplace_back("12");
  EXPECT_EQ(any_of_words(words), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 or another of 12 values");
  EXPECT_EQ(any_of_words(std::vector<std::string>{"a", "b"}), "a or b");
}

TEST(Expected, NamesEveryTypeInItsOrder) {
  const std::pair<std::uint8_t, const char*> words[] = {{format::kTypeString, "text"},
                                                        {format::kTypeNumber, "a number"},
                                                        {format::kTypeInteger, "a whole number"},
                                                        {format::kTypeBoolean, "true or false"},
                                                        {format::kTypeArray, "a list"},
                                                        {format::kTypeObject, "an object"},
                                                        {format::kTypeNull, "null"}};
  std::uint8_t all = 0;
  for (const auto& [type, word] : words) {
    EXPECT_EQ(expected_types(type), word);
    all = static_cast<std::uint8_t>(all | type);
  }
  EXPECT_EQ(expected_types(all),
            "text, a number, a whole number, true or false, a list, an object or null");
  EXPECT_EQ(expected_types(0), "");
}

TEST(Expected, CountsEachUnit) {
  EXPECT_EQ(expected_count("at least", 2, "character"), "at least 2 characters");
  EXPECT_EQ(expected_count("at most", 1, "member"), "at most 1 member");
  EXPECT_EQ(expected_count("at least", 0, "element"), "at least 0 elements");
}

TEST(Expected, CountsDaysAheadOfNow) {
  EXPECT_EQ(expected_time(0, 0), "a time from 1970-01-01 on, at most 0 days ahead of now");
  EXPECT_EQ(expected_time(86399, 1), "a time from 1970-01-01 on, at most 1 day ahead of now");
  EXPECT_EQ(expected_time(-1, 2), "a time from 1969-12-31 on, at most 2 days ahead of now");
}

// What each keyword says that it wanted, by the words of its finding.
TEST(Expected, SaysWhatEachKeywordWanted) {
  const std::vector<std::vector<std::string>> cases = {
      {R"({"type": ["string", "null"]})", "1", "text or null"},
      {R"({"const": {"a": 1}})", "1", R"({"a": 1})"},
      {R"({"minLength": 1})", R"("")", "at least 1 character"},
      {R"({"maxLength": 2})", R"("abc")", "at most 2 characters"},
      {R"({"pattern": "^a$"})", R"("b")", "text that matches ^a$"},
      {R"({"format": "uuid"})", R"("b")", "a UUID of 8-4-4-4-12 hex digits"},
      {R"({"minimum": 1.50})", "1", "at least 1.50"},
      {R"({"maximum": -1})", "1", "at most -1"},
      {R"({"exclusiveMinimum": 1})", "1", "more than 1"},
      {R"({"exclusiveMaximum": 1})", "1", "less than 1"},
      {R"({"multipleOf": 0.1})", "0.15", "a multiple of 0.1"},
      {R"({"minItems": 1})", "[]", "at least 1 element"},
      {R"({"maxItems": 0})", "[1]", "at most 0 elements"},
      {R"({"uniqueItems": true})", "[1,1]", "different elements"},
      {R"({"contains": {"const": "a"}})", "[1]", R"("a")"},
      {R"({"contains": {"type": "null"}})", "[1]", "null"},
      {R"({"minProperties": 2})", R"({"a":1})", "at least 2 members"},
      {R"({"maxProperties": 1})", R"({"a":1,"b":1})", "at most 1 member"},
      {R"({"required": ["b"]})", "{}", "b"},
      {R"({"x-crosswalk": {"as": "flag"}})", "2", "0 or 1"},
      {R"({"x-crosswalk": {"as": "unix"}})", "1.5", "digits without fraction or exponent"}};
  for (const auto& one : cases) {
    const auto compiled = compile(one[0]);
    ASSERT_EQ(compiled->error, "") << one[0];
    const Judged judged = judge(*compiled, one[1]);
    ASSERT_EQ(judged.findings.size(), 1U) << one[0];
    EXPECT_EQ(judged.findings[0].expected, one[2]) << one[0];
  }
}

}  // namespace
}  // namespace crosswalk::check
