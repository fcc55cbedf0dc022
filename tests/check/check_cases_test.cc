// Checks beyond the keywords at their bounds: within, order, unique, must and on, with the
// severities and places that they tell.
#include <string>
#include <vector>

#include "check_support.h"

namespace crosswalk::check {
namespace {

std::string with_check(const std::string& check, const std::string& more = {}) {
  return "{" + more + R"("x-crosswalk": {"checks": [)" + check + "]}}";
}

struct Case {
  std::string value;
  bool is_told;
};

void expect_told(const std::string& schema, const std::vector<Case>& cases) {
  const auto compiled = compile(schema);
  ASSERT_EQ(compiled->error, "") << schema;
  for (const Case& one : cases) {
    const Judged judged = judge(*compiled, one.value);
    EXPECT_EQ(rules_of(*compiled, judged), one.is_told ? "v.a" : "") << schema << one.value;
    EXPECT_TRUE(judged.good) << "a check leaves the value good: " << one.value;
  }
}

std::string within(const char* as) {
  return std::string(R"({"x-crosswalk": {"as": ")") + as +
         R"(", "checks": [{"within": {"from": "2000-01-01", "ahead_days": 2}, "rule": "v.a"}]}})";
}

// Now is 1,700,000,000: 2023-11-14T22:13:20Z. Both ends count as within.
TEST(CheckCases, WithinTakesBothEndsOfItsTime) {
  expect_told(within("unix"), {{"946684800", false},
                               {"946684799", true},
                               {"1700172800", false},
                               {"1700172801", true},
                               {"0", true},
                               {"-1", true},
                               {"999999999999999999", true},
                               {"99999999999999999999999", true},
                               {"-99999999999999999999999", true}});
  expect_told(within("date"), {{R"("2000-01-01")", false},
                               {R"("1999-12-31")", true},
                               {R"("2023-11-16")", false},
                               {R"("2023-11-17")", true},
                               {R"("0000-01-01")", true},
                               {R"("9999-12-31")", true}});
  expect_told(within("date-time"), {{R"("2000-01-01T00:00:00Z")", false},
                                    {R"("1999-12-31T23:59:59Z")", true},
                                    {R"("2000-01-01T01:00:00+01:00")", false},
                                    {R"("2000-01-01T00:59:59+01:00")", true},
                                    {R"("2023-11-16T22:13:20Z")", false},
                                    {R"("2023-11-16T22:13:21Z")", true},
                                    {R"("2023-11-16T21:13:21-01:00")", true}});
}

TEST(CheckCases, WithinAsksNothingOfWhatIsNoTime) {
  const std::vector<std::string> others = {"null", "true", R"("")", R"("soon")", "[]", "{}", "[0]"};
  for (const char* as : {"unix", "date", "date-time"}) {
    for (const std::string& other : others) EXPECT_EQ(rules_on(within(as), other), "") << other;
  }
  EXPECT_EQ(rules_on(within("date"), R"("1990-02-30")"), "") << "no date: that is for format";
  EXPECT_EQ(rules_on(within("date"), R"("1990-01-01T00:00:00Z")"), "") << "a time is no date";
  EXPECT_EQ(rules_on(within("date-time"), R"("1990-01-01")"), "") << "a date is no time";
  EXPECT_EQ(rules_on(within("date-time"), R"("1990-01-01T00:00:00")"), "");
}

TEST(CheckCases, WithinSaysItsTimeAsADate) {
  const auto compiled = compile(within("date"));
  EXPECT_EQ(judge(*compiled, R"("1999-01-01")").findings.at(0).expected,
            "a time from 2000-01-01 on, at most 2 days ahead of now");
}

std::string order(bool is_strict) {
  return with_check(std::string(R"({"order": ["/a", "/b/c"], "rule": "v.a")") +
                    (is_strict ? R"(, "strict": true})" : "}"));
}

std::string pair_of(const std::string& first, const std::string& second) {
  return R"({"a":)" + first + R"(,"b":{"c":)" + second + "}}";
}

TEST(CheckCases, OrderComparesTwoTimesOfARecord) {
  const std::string day = R"("2024-01-02")";
  const std::string before = R"("2024-01-01")";
  const std::string noon = R"("2024-01-02T12:00:00Z")";
  for (const bool is_strict : {false, true}) {
    expect_told(order(is_strict), {{pair_of(before, day), false},
                                   {pair_of(day, before), true},
                                   {pair_of(day, day), is_strict},
                                   {pair_of(noon, R"("2024-01-02T13:00:00+01:00")"), is_strict},
                                   {pair_of(noon, R"("2024-01-02T12:59:59+01:00")"), true},
                                   {pair_of(noon, R"("2024-01-02T12:00:00.1Z")"), false},
                                   {pair_of(day, R"("2024-01-02T00:00:00")"), is_strict},
                                   {pair_of(noon, before), false},
                                   {pair_of(day, R"("2024-02-30")"), false},
                                   {pair_of(day, "1"), false},
                                   {pair_of("null", before), false},
                                   {pair_of(day, R"(["2024-01-01"])"), false}});
  }
}

TEST(CheckCases, OrderAsksNothingWhereATimeIsMissing) {
  for (const char* value : {R"({})", R"({"a":"2024-01-02"})", R"({"b":{"c":"2024-01-02"}})",
                            R"({"a":"2024-01-02","b":{}})", R"({"a":"2024-01-02","b":null})",
                            R"({"a":"2024-01-02","b":["2024-01-01"]})", "[]", "null"}) {
    EXPECT_EQ(rules_on(order(true), value), "") << value;
  }
}

TEST(CheckCases, OrderIsToldAtTheSecondTime) {
  const auto compiled = compile(order(false));
  const std::string document = pair_of(R"("2024-01-02")", R"("2024-01-01")");
  const Judged judged = judge(*compiled, document);
  ASSERT_EQ(judged.findings.size(), 1U);
  EXPECT_EQ(judged.findings[0].pointer, "/b/c");
  EXPECT_EQ(judged.findings[0].field, "c");
  EXPECT_EQ(document.substr(judged.findings[0].offset, judged.findings[0].length),
            R"("2024-01-01")");
}

TEST(CheckCases, UniqueComparesKeysByTheirText) {
  const std::string schema = with_check(R"({"unique": ["/k"], "rule": "v.a"})");
  const std::string longest = "a-long-key-of-31-characters-xyz";
  struct Pair {
    std::string first;
    std::string second;
    bool is_told;
  };
  for (const auto& [first, second, is_told] :
       std::vector<Pair>{{R"("a")", R"("a")", true},
                         {R"("a")", R"("A")", false},
                         {R"("a")", R"("a ")", false},
                         {R"("1")", "1", true},
                         {"1", "1.0", false},
                         {R"("\u0061")", R"("a")", true},
                         {R"("")", R"("")", false},
                         {"null", "null", false},
                         {"true", "true", false},
                         {"[1]", "[1]", false},
                         {R"({"x":1})", R"({"x":1})", false},
                         {'"' + longest + '"', '"' + longest + '"', true},
                         {'"' + longest + '"', '"' + longest.substr(1) + "a\"", false}}) {
    EXPECT_EQ(rules_on(schema, R"([{"k":)" + first + R"(},{"k":)" + second + "}]"),
              is_told ? "v.a" : "")
        << first << second;
  }
  EXPECT_EQ(rules_on(schema, R"([{"k":"a"},{"k":"b"},{"k":"a"},{"k":"a"}])"), "v.a v.a");
  EXPECT_EQ(rules_on(schema, R"([{"k":"a"},"a",["a"],{"l":"a"},null])"), "");
  EXPECT_EQ(rules_on(schema, R"({"k":"a"})"), "") << "of one record the merge asks";
}

// Lists of over 32 elements are kept in another way than shorter ones.
TEST(CheckCases, UniqueFindsARepeatAtEveryPlaceOfListsOfEveryLength) {
  const std::string schema = with_check(R"({"unique": ["/k"], "rule": "v.a"})");
  const auto compiled = compile(schema);
  for (const std::size_t count : {2U, 3U, 31U, 32U, 33U, 34U, 64U}) {
    for (std::size_t repeat = 0; repeat < count; ++repeat) {
      std::string text = "[";
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t key = i == repeat ? 0 : i;
        text += (i > 0 ? R"(,{"k":"key )" : R"({"k":"key )") + std::to_string(key) + "\"}";
      }
      const Judged judged = judge(*compiled, text + ']');
      ASSERT_EQ(judged.findings.size(), repeat == 0 ? 0U : 1U) << count << ' ' << repeat;
      if (repeat == 0) continue;
      EXPECT_EQ(judged.findings[0].pointer, '/' + std::to_string(repeat) + "/k");
      EXPECT_EQ(judged.findings[0].related_line, 1U);
    }
  }
}

TEST(CheckCases, UniqueOfSeveralPartsNeedsThemAll) {
  const std::string schema = with_check(R"({"unique": ["/a", "/b"], "rule": "v.a"})");
  EXPECT_EQ(rules_on(schema, R"([{"a":1,"b":2},{"a":1,"b":2}])"), "v.a");
  EXPECT_EQ(rules_on(schema, R"([{"a":1,"b":2},{"a":2,"b":1}])"), "");
  EXPECT_EQ(rules_on(schema, R"([{"a":1},{"a":1}])"), "");
  EXPECT_EQ(rules_on(schema, R"([{"a":1,"b":""},{"a":1,"b":""}])"), "");
  EXPECT_EQ(rules_on(schema, R"([{"a":"1:2","b":"3"},{"a":"1","b":"2:3"}])"), "")
      << "where a part ends is part of the key";
}

// What names a keyword tells it by its own rule and severity, and fails the value all the same.
TEST(CheckCases, OnNamesEachKeywordThatItStandsFor) {
  const std::vector<std::pair<std::string, std::string>> keywords = {
      {R"("type": "string")", "1"},
      {R"("const": 2)", "1"},
      {R"("enum": [2, 3])", "1"},
      {R"("not": {"const": 1})", "1"},
      {R"("minimum": 2)", "1"},
      {R"("maximum": 0)", "1"},
      {R"("exclusiveMinimum": 1)", "1"},
      {R"("exclusiveMaximum": 1)", "1"},
      {R"("multipleOf": 2)", "1"},
      {R"("minLength": 2)", R"("a")"},
      {R"("maxLength": 0)", R"("a")"},
      {R"("pattern": "b")", R"("a")"},
      {R"("format": "date")", R"("a")"},
      {R"("minItems": 2)", "[1]"},
      {R"("maxItems": 0)", "[1]"},
      {R"("uniqueItems": true)", "[1,1]"},
      {R"("contains": {"const": 2})", "[1]"},
      {R"("minProperties": 2)", R"({"a":1})"},
      {R"("maxProperties": 0)", R"({"a":1})"},
      {R"("required": ["b"])", R"({"a":1})"},
      {R"("propertyNames": {"const": "b"})", R"({"a":1})"},
      {R"("additionalProperties": false)", R"({"a":1})"},
      {R"("dependencies": {"a": ["b"]})", R"({"a":1})"},
      {R"("anyOf": [{"const": 2}, {"const": 3}])", "1"},
      {R"("oneOf": [true, true])", "1"},
  };
  for (const auto& [keyword, value] : keywords) {
    const std::string name = keyword.substr(1, keyword.find('"', 1) - 1);
    const auto compiled =
        compile(with_check(R"({"on": ")" + name + R"(", "rule": "v.c"})", keyword + ", "));
    ASSERT_EQ(compiled->error, "") << keyword;
    const Judged judged = judge(*compiled, value);
    EXPECT_FALSE(judged.good) << keyword;
    ASSERT_EQ(judged.findings.size(), 1U) << keyword;
    EXPECT_EQ(compiled->rules.rule(judged.findings[0].rule).name, "v.c") << keyword;
    EXPECT_NE(rules_on("{" + keyword + '}', value), "v.c") << "its own rule without the check";
  }
}

TEST(CheckCases, SeveritiesAreThoseOfTheCheckUnlessThePolicySaysOtherwise) {
  const std::pair<const char*, Severity> severities[] = {{"warning", Severity::kWarning},
                                                         {"info", Severity::kInfo}};
  for (const auto& [word, severity] : severities) {
    const auto compiled = compile(with_check(
        std::string(R"({"must": {"const": 1}, "rule": "v.a", "severity": ")") + word + "\"}"));
    ASSERT_EQ(compiled->error, "");
    EXPECT_EQ(judge(*compiled, "2").findings.at(0).severity, severity) << word;
    compiled->policy.set(compiled->rules, "v.a", Severity::kInfo);
    EXPECT_EQ(judge(*compiled, "2").findings.at(0).severity, Severity::kInfo) << word;
    compiled->policy.set(compiled->rules, "v.a", Severity::kOff);
    EXPECT_TRUE(judge(*compiled, "2").findings.empty()) << word;
  }
}

TEST(CheckCases, ChecksAreNotAskedOfAValueThatItsKeywordsRefuse) {
  const std::string must = R"({"must": {"const": "good"}, "rule": "v.a"})";
  EXPECT_EQ(rules_on(with_check(must, R"("type": "string", )"), "1"), "schema.type");
  EXPECT_EQ(rules_on(with_check(must, R"("type": "string", )"), R"("bad")"), "v.a");
  EXPECT_EQ(rules_on(with_check(must, R"("type": "string", )"), R"("good")"), "");
}

// A member that failed is not told again by a check of the object around it.
TEST(CheckCases, AnObjectsCheckDoesNotRepeatWhatAMemberToldAlready) {
  const std::string schema = with_check(
      R"({"must": {"properties": {"a": {"maximum": 5}, "b": {"maximum": 5}}}, "rule": "v.a"})",
      R"("properties": {"a": {"type": "integer"}}, )");
  EXPECT_EQ(rules_on(schema, R"({"a":7.5,"b":1})"), "schema.type");
  EXPECT_EQ(rules_on(schema, R"({"a":7.5,"b":7})"), "schema.type v.a");
  EXPECT_EQ(rules_on(schema, R"({"a":7,"b":7})"), "v.a v.a");
}

}  // namespace
}  // namespace crosswalk::check
