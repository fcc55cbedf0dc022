// Arrays and objects: each keyword by its rule, members told, parents not.
#include "check_support.h"

namespace crosswalk::check {
namespace {

TEST(Containers, NameEachKeywordByItsRule) {
  EXPECT_EQ(rules_on(R"({"minItems": 1})", "[]"), "schema.min-items");
  EXPECT_EQ(rules_on(R"({"maxItems": 1})", "[1, 2]"), "schema.max-items");
  EXPECT_EQ(rules_on(R"({"uniqueItems": true})", R"([1, "1", 1.0])"), "schema.unique-items");
  EXPECT_EQ(rules_on(R"({"contains": {"const": 1}})", "[2]"), "schema.contains");
  EXPECT_EQ(rules_on(R"({"minProperties": 1})", "{}"), "schema.min-properties");
  EXPECT_EQ(rules_on(R"({"maxProperties": 0})", R"({"a": 1})"), "schema.max-properties");
  EXPECT_EQ(rules_on(R"({"required": ["a", "b"]})", "{}"), "schema.required schema.required");
  EXPECT_EQ(rules_on(R"({"propertyNames": {"maxLength": 1}})", R"({"ab": 1})"),
            "schema.property-names");
  EXPECT_EQ(
      rules_on(R"({"properties": {"a": true}, "additionalProperties": false})", R"({"b": 1})"),
      "schema.unknown-field");
  EXPECT_EQ(rules_on(R"({"dependencies": {"a": ["b"]}})", R"({"a": 1})"), "schema.dependency");
  EXPECT_EQ(rules_on(R"({"dependencies": {"a": {"required": ["b"]}}})", R"({"a": 1})"),
            "schema.required");
}

TEST(Containers, TellEveryMemberThatFails) {
  EXPECT_EQ(rules_on(R"({"required": ["c"], "additionalProperties": {"type": "string"}})",
                     R"({"a": 1, "b": 2})"),
            "schema.required schema.type schema.type");
  EXPECT_EQ(rules_on(R"({"items": {"type": "string"}})", R"([1, "a", 2])"),
            "schema.type schema.type");
}

TEST(Containers, TellNoParentBecauseOfItsChild) {
  EXPECT_EQ(rules_on(R"({"properties": {"a": {"type": "string"}},
      "anyOf": [{"properties": {"a": {"type": "string"}}}]})",
                     R"({"a": 1})"),
            "schema.type");
}

TEST(Containers, JudgeATupleByPlace) {
  const std::string schema =
      R"({"items": [{"type": "string"}, true], "additionalItems": {"type": "null"}})";
  EXPECT_EQ(rules_on(schema, R"(["a", 1, null])"), "");
  EXPECT_EQ(rules_on(schema, R"([1, 1, 1])"), "schema.type schema.type");
}

TEST(Containers, JudgeAMemberByNameAndByEveryPattern) {
  const std::string schema = R"({"properties": {"ab": {"minimum": 5}},
      "patternProperties": {"^a": {"minimum": 3}, "b$": {"maximum": 1}},
      "additionalProperties": {"type": "string"}})";
  EXPECT_EQ(rules_on(schema, R"({"ab": 2})"), "schema.range schema.range schema.range");
  EXPECT_EQ(rules_on(schema, R"({"cb": 1, "x": "s"})"), "");
  EXPECT_EQ(rules_on(schema, R"({"x": 1})"), "schema.type");
}

TEST(Containers, CompareLiteralsByMeaning) {
  EXPECT_EQ(rules_on(R"({"const": {"a": [1.0], "b": "\u0041"}})", R"({"b": "A", "a": [1]})"), "");
  EXPECT_EQ(rules_on(R"({"enum": [[1], {}]})", "[true]"), "schema.enum");
}

TEST(Containers, TellAMissingMemberAtTheBrace) {
  const auto compiled = compile(R"({"properties": {"x": {"required": ["a/b"]}}})");
  const Judged judged = judge(*compiled, R"({"x": {"c": 1}})");
  ASSERT_EQ(judged.findings.size(), 1U);
  EXPECT_EQ(judged.findings[0].offset, 6U);
  EXPECT_EQ(judged.findings[0].length, 1U);
  EXPECT_EQ(judged.findings[0].pointer, "/x/a~1b");
  EXPECT_EQ(judged.findings[0].field, "a/b");
  EXPECT_EQ(judged.findings[0].name, "a/b");
}

TEST(Containers, TellAnUnknownMemberAtItsNameWithTheNearestOne) {
  const auto compiled = compile(R"({"properties": {"custom_date": true},
      "patternProperties": {"^txt_": true}, "additionalProperties": false})");
  const Judged judged = judge(*compiled, R"({"custome_date": 1, "tx_a": 2, "zzzzzz": 3})");
  ASSERT_EQ(judged.findings.size(), 3U);
  EXPECT_EQ(judged.findings[0].offset, 1U);
  EXPECT_EQ(judged.findings[0].pointer, "/custome_date");
  EXPECT_EQ(judged.findings[0].field, "custome_date");
  EXPECT_EQ(judged.findings[0].severity, Severity::kError);
  EXPECT_EQ(judged.findings[0].hint, "did you mean custom_date?");
  EXPECT_EQ(judged.findings[1].hint, "did you mean txt_a?");
  EXPECT_EQ(judged.findings[2].hint, "");
}

TEST(Containers, NameTheInnermostMemberAsTheField) {
  const auto compiled = compile(R"({"properties": {"a": {"items": {"type": "string"}}}})");
  const Judged judged = judge(*compiled, R"({"z": [1], "a": ["x", 1]})");
  ASSERT_EQ(judged.findings.size(), 1U);
  EXPECT_EQ(judged.findings[0].field, "a");
  EXPECT_EQ(judged.findings[0].pointer, "/a/1");
}

TEST(Containers, TellEachNameThatMustBeOtherwise) {
  const auto compiled = compile(R"({"x-crosswalk": {"checks": [
      {"must": {"propertyNames": {"pattern": "^[a-z]+$"}}, "rule": "v.a", "severity": "info"}]}})");
  const Judged judged = judge(*compiled, R"({"a": 1, "B": 2, "C": 3})");
  EXPECT_EQ(rules_of(*compiled, judged), "v.a v.a");
  EXPECT_EQ(judged.findings[1].name, "C");
  EXPECT_EQ(judged.findings[1].severity, Severity::kInfo);
}

TEST(Containers, JudgeNamesAlikeWhereverAndHoweverOftenTheyStand) {
  const std::string schema = R"({"items":{"properties":{"a":true},"additionalProperties":false,
    "propertyNames":{"maxLength":3}}})";
  std::string document = "[";
  std::string expected;
  for (int i = 0; i < 600; ++i) {
    document += (i > 0 ? "," : "") + (R"({"a":1,"n)" + std::to_string(i % 300)) + R"(":1})";
    expected += expected.empty() ? "" : " ";
    expected +=
        i % 300 < 100 ? "schema.unknown-field" : "schema.property-names schema.unknown-field";
  }
  EXPECT_EQ(rules_on(schema, document + ']'), expected);
}

TEST(Containers, FindRepeatedElementsInLinearTime) {
  std::string text = "[";
  for (int i = 0; i < 200'000; ++i) text += std::to_string(i) + ",";
  text += "7]";
  EXPECT_EQ(rules_on(R"({"uniqueItems": true})", text), "schema.unique-items");
}

}  // namespace
}  // namespace crosswalk::check
