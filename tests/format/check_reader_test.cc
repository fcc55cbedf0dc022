// Lists of checks: what each kind holds, and where it may stand.
#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::format {
namespace {

/// A node with `keywords` and one check.
std::string node_with(const std::string& keywords, const std::string& check) {
  return "{" + keywords + R"( "x-crosswalk": {"as": "unix", "checks": [{)" + check + "}]}}";
}

Check only_check(const std::string& keywords, const std::string& check) {
  const Result<Schema> schema =
      load_schema(node_with(keywords, check), "f.json", {.is_closed = true});
  EXPECT_TRUE(schema.ok()) << schema.error().message;
  return schema ? schema.value().nodes[0].annotation.checks.at(0) : Check{};
}

TEST(Check, NamesTheKeywordBesideIt) {
  const Check check =
      only_check(R"("pattern": "a",)", R"("on": "pattern", "rule": "a.b", "severity": "info")");
  EXPECT_EQ(check.kind, CheckKind::kOn);
  EXPECT_EQ(check.keyword, "pattern");
  EXPECT_EQ(check.rule, "a.b");
  EXPECT_EQ(check.severity, Severity::kInfo);
}

TEST(Check, IsAnErrorUnlessItSaysOtherwise) {
  EXPECT_EQ(only_check("", R"("must": {"minLength": 1}, "rule": "a.b")").severity,
            Severity::kError);
}

TEST(Check, NamesTheMeaningBesideIt) {
  EXPECT_EQ(only_check("", R"("on": "as", "rule": "a.b")").keyword, "as");
}

TEST(Check, HoldsAnExtraSchema) {
  const Result<Schema> schema = load_schema(
      node_with("", R"("must": {"minLength": 7}, "rule": "a.b")"), "f.json", {.is_closed = true});
  ASSERT_TRUE(schema.ok());
  const Check& check = schema.value().nodes[0].annotation.checks[0];
  EXPECT_EQ(check.kind, CheckKind::kMust);
  EXPECT_EQ(schema.value().nodes[check.node].min_length, 7U);
}

TEST(Check, HoldsThePointersOfAKey) {
  const Check check = only_check(R"("properties": {"a": {}, "b": {}},)",
                                 R"("unique": ["/b", "/a"], "rule": "a.b")");
  EXPECT_EQ(check.kind, CheckKind::kUnique);
  EXPECT_EQ(check.pointers, (std::vector<std::string>{"/b", "/a"}));
}

TEST(Check, HoldsWhichRepeatsCount) {
  EXPECT_EQ(only_check("", R"("unique": ["/a"], "rest": "equal", "rule": "a.b")").rest,
            Rest::kEqual);
  EXPECT_EQ(only_check("", R"("unique": ["/a"], "rest": "different", "rule": "a.b")").rest,
            Rest::kDifferent);
}

TEST(Check, HoldsTheSettingThatConfirmsIt) {
  const std::string check = R"("must": {"minLength": 1}, "rule": "a.b", "severity": "warning")";
  EXPECT_EQ(only_check("", check).confirm, "");
  EXPECT_EQ(only_check("", check + R"(, "confirm": "mails")").confirm, "mails");
}

TEST(Check, HoldsAnOrder) {
  const Check check = only_check("", R"("order": ["/a/b", "/c"], "strict": true, "rule": "a.b")");
  EXPECT_EQ(check.kind, CheckKind::kOrder);
  EXPECT_EQ(check.pointers, (std::vector<std::string>{"/a/b", "/c"}));
  EXPECT_TRUE(check.is_strict);
}

TEST(Check, HoldsASpanOfTime) {
  const Check check =
      only_check("", R"("within": {"from": "1990-01-01", "ahead_days": 366}, "rule": "a.b")");
  EXPECT_EQ(check.kind, CheckKind::kWithin);
  EXPECT_EQ(check.from_unix, 631152000);
  EXPECT_EQ(check.ahead_days, 366);
}

TEST(Check, KnowsTimesBefore1970AndLeapDays) {
  const auto from = [](const std::string& day) {
    return only_check("", R"("within": {"from": ")" + day + R"(", "ahead_days": 0}, "rule": "a.b")")
        .from_unix;
  };
  EXPECT_EQ(from("1970-01-01"), 0);
  EXPECT_EQ(from("1969-12-31"), -86400);
  EXPECT_EQ(from("2024-02-29"), 1709164800);
}

struct Wrong {
  const char* keywords;
  const char* check;
  const char* error;
};

class WrongCheck : public testing::TestWithParam<Wrong> {};

TEST_P(WrongCheck, IsRefused) {
  const std::string error = schema_error(node_with(GetParam().keywords, GetParam().check));
  EXPECT_NE(error.find(GetParam().error), std::string::npos) << error;
}

INSTANTIATE_TEST_SUITE_P(
    Node, WrongCheck,
    testing::Values(
        Wrong{"", R"("on": "pattern", "rule": "a.b")", "no \"pattern\" stands beside this check"},
        Wrong{"", R"("on": "patern", "rule": "a.b")", "did you mean pattern?"},
        Wrong{R"("title": "x",)", R"("on": "title", "rule": "a.b")", "unknown keyword \"title\""},
        Wrong{"", R"("on": "row-width", "rule": "a.b")", "unknown keyword \"row-width\""},
        Wrong{"", R"("rule": "a.b")", "wanted exactly one kind of check"},
        Wrong{"",
              R"("must": true, "within": {"from": "1990-01-01", "ahead_days": 1}, "rule": "a.b")",
              "wanted exactly one kind of check"},
        Wrong{"", R"("must": true)", "a check without rule"},
        Wrong{"", R"("must": true, "rule": "ab")", "wanted a rule name"},
        Wrong{"", R"("must": true, "rule": ".b")", "wanted a rule name"},
        Wrong{"", R"("must": true, "rule": "a.")", "wanted a rule name"},
        Wrong{"", R"("must": true, "rule": "a.B")", "wanted a rule name"},
        Wrong{"", R"("must": true, "rule": "a.b.c")", "wanted a rule name"},
        Wrong{"", R"("must": true, "rule": "a_b.c")", "wanted a rule name"},
        Wrong{"", R"("must": true, "rule": "a.b", "severity": "error")", "unknown severity"},
        Wrong{"", R"("must": 1, "rule": "a.b")", "wanted a schema"},
        Wrong{"", R"("msut": true, "rule": "a.b")", "did you mean must?"},
        Wrong{R"("properties": {"ab": {}},)", R"("unique": ["/ba"], "rule": "a.b")",
              "unknown property \"/ba\" (did you mean /ab?)"},
        Wrong{R"("properties": {"ab": {}},)", R"("unique": ["ab"], "rule": "a.b")",
              "wanted a pointer such as /id"},
        Wrong{"", R"("unique": [""], "rule": "a.b")", "wanted a pointer such as /id"},
        Wrong{"", R"("unique": ["/a", "/a"], "rule": "a.b")", "the same pointer twice"},
        Wrong{"", R"("unique": ["/a"], "rest": "same", "rule": "a.b")", "unknown rest"},
        Wrong{"", R"("must": true, "rest": "equal", "rule": "a.b")", "another kind of check"},
        Wrong{"", R"("unique": ["/a"], "strict": true, "rule": "a.b")", "another kind of check"},
        Wrong{"", R"("must": true, "confirm": "mails", "rule": "a.b")", "an error anyway"},
        Wrong{"", R"("must": true, "confirm": "", "rule": "a.b", "severity": "info")",
              "wanted the name of a setting"},
        Wrong{"", R"("order": ["/a"], "rule": "a.b")", "wanted two pointers"},
        Wrong{"", R"("order": ["/a", "b"], "rule": "a.b")", "wanted a pointer such as /id"},
        Wrong{R"("properties": {"ab": {}},)", R"("unique": [], "rule": "a.b")",
              "wanted at least one pointer"},
        Wrong{"", R"("within": {"from": "1990-02-30", "ahead_days": 1}, "rule": "a.b")",
              "wanted a date such as 1990-01-01"},
        Wrong{"", R"("within": {"from": "1990-1-01", "ahead_days": 1}, "rule": "a.b")",
              "wanted a date such as 1990-01-01"},
        Wrong{"", R"("within": {"from": "1990/01-01", "ahead_days": 1}, "rule": "a.b")",
              "wanted a date such as 1990-01-01"},
        Wrong{"", R"("within": {"from": "1990-01/01", "ahead_days": 1}, "rule": "a.b")",
              "wanted a date such as 1990-01-01"},
        Wrong{"", R"("within": {"from": "1990-01-0x", "ahead_days": 1}, "rule": "a.b")",
              "wanted a date such as 1990-01-01"},
        Wrong{"", R"("within": {"from": "-990-01-01", "ahead_days": 1}, "rule": "a.b")",
              "wanted a date such as 1990-01-01"},
        Wrong{"", R"("within": {"from": "1990-01-01"}, "rule": "a.b")",
              "within without ahead_days"},
        Wrong{"", R"("within": {"from": "1990-01-01", "ahead_day": 1}, "rule": "a.b")",
              "did you mean ahead_days?"},
        Wrong{"", R"("columns": "equal", "rule": "a.b")", "can't stand at a schema node"},
        Wrong{"", R"("setting": "x", "rule": "a.b")", "can't stand at a schema node"},
        Wrong{"", R"("always": true, "rule": "a.b")", "can't stand at a schema node"}));

TEST(Check, NamesNoMeaningThatDoesNotStandBesideIt) {
  EXPECT_EQ(without_pointer(
                schema_error(R"({"x-crosswalk": {"checks": [{"on": "as", "rule": "a.b"}]}})")),
            "f.json:1:36: no \"as\" stands beside this check");
}

TEST(Check, StandsOnceOnEachKeyword) {
  const std::string error = schema_error(
      R"({"type": "null", "x-crosswalk": {"checks": [{"on": "type", "rule": "a.b"},
          {"on": "type", "rule": "a.c"}]}})");
  EXPECT_EQ(error, "f.json:2:11: two checks on \"type\"");
}

TEST(Check, ListsAreNotEmpty) {
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"checks": []}})"),
            "f.json:1:28: wanted at least one check");
}

TEST(Check, StandsBesideTheKeywordInThenToo) {
  EXPECT_EQ(schema_error(R"({"if": {"type": "string"}, "then": {"minLength": 1,
    "x-crosswalk": {"checks": [{"on": "minLength", "rule": "a.b"}]}}})"),
            "");
}

}  // namespace
}  // namespace crosswalk::format
