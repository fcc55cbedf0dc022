// Members that nobody describes, and those that somebody does.
#include "check/unknown_names.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

/// A format whose root is `keywords`; what it finds in `document`, as `rule field hint`.
std::vector<std::string> found_in(const std::string& keywords, std::string_view document) {
  diagnostics::RuleCatalog rules;
  const diagnostics::RulePolicy policy;
  const auto format = format::load_definition(
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "x",
          "x-crosswalk": {"layouts": {"json": {}}}, )" +
          keywords + "}",
      "v/x", "x.json", rules);
  EXPECT_TRUE(format.ok()) << format.error().message;
  const auto program = Program::compile(format.value().schema, rules).value();
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(document, {}, tape, faults);
  std::vector<diagnostics::RawFinding> findings;
  EXPECT_TRUE(program->check(document, tape, 0, 0, {&policy, 0}, findings));
  std::vector<std::string> lines;
  for (const auto& finding : findings) {
    EXPECT_EQ(finding.severity, Severity::kWarning);
    lines.push_back(rules.rule(finding.rule).name + ' ' + finding.pointer + ' ' + finding.hint);
  }
  return lines;
}

using Lines = std::vector<std::string>;
const Lines kNothing;

TEST(UnknownNames, AreToldWithTheNearestKnownOne) {
  EXPECT_EQ(found_in(R"("properties": {"colour": true})", R"({"color": 1, "colour": 2})"),
            Lines{"schema.unknown-field /color did you mean colour?"});
}

TEST(UnknownNames, KeepNoOtherCheckFromBeingAsked) {
  const std::string keywords = R"("properties": {"in": {"properties": {"a": true},
      "x-crosswalk": {"checks": [{"must": {"required": ["a"]}, "rule": "v.a", "severity": "warning"}]}}})";
  EXPECT_EQ(found_in(keywords, R"({"in": {"zzzzzz": 1}})").size(), 2U);
}

TEST(UnknownNames, AreToldInObjectsInside) {
  const std::string keywords = R"("properties": {"list": {"items": {"$ref": "#/definitions/one"}}},
      "definitions": {"one": {"properties": {"id": true}}})";
  EXPECT_EQ(found_in(keywords, R"({"list": [{"id": 1}, {"idd": 1}]})"),
            Lines{"schema.unknown-field /list/1/idd did you mean id?"});
}

TEST(UnknownNames, AreWelcomeWhereTheSchemaSaysSo) {
  EXPECT_EQ(found_in(R"("properties": {"a": true}, "additionalProperties": true)", R"({"b": 1})"),
            kNothing);
  EXPECT_EQ(found_in(R"("properties": {"a": true}, "additionalProperties": {"type": "number"})",
                     R"({"b": 1})"),
            kNothing);
  EXPECT_EQ(found_in(R"("type": "object")", R"({"b": 1})"), kNothing);
  EXPECT_EQ(found_in(R"("patternProperties": {"^x": true})", R"({"b": 1})"), kNothing);
}

TEST(UnknownNames, AreThoseThatNoPartOfTheSchemaDescribes) {
  const std::string keywords = R"("properties": {"a": true}, "patternProperties": {"^x_": true},
      "allOf": [{"properties": {"b": true}}], "anyOf": [{"properties": {"c": true}}, true],
      "if": {"properties": {"d": {"const": 1}}}, "then": {"properties": {"e": true}},
      "dependencies": {"a": {"properties": {"f": true}}})";
  EXPECT_EQ(found_in(keywords, R"({"a":1,"b":1,"c":1,"d":2,"e":1,"f":1,"x_1":1})"), kNothing);
  EXPECT_EQ(found_in(keywords, R"({"zzzzzz":1})").size(), 1U);
}

TEST(UnknownNames, OfAMemberAreThoseThatNoneOfItsSchemasDescribes) {
  const std::string keywords = R"("properties": {"in": {"properties": {"a": true}}},
      "allOf": [{"$ref": "#/definitions/more"},
                {"properties": {"in": {"required": ["a"], "properties": {"a": {"type": "number"}}}}}],
      "definitions": {"more": {"properties": {"in": {"properties": {"b": {"properties": {"c": true}}}}}}})";
  EXPECT_EQ(found_in(keywords, R"({"in": {"a": 1, "b": {"c": 1}}})"), kNothing);
  EXPECT_EQ(found_in(keywords, R"({"in": {"a": 1, "zzzzzz": 1}})"),
            Lines{"schema.unknown-field /in/zzzzzz "});
  EXPECT_EQ(found_in(keywords, R"({"in": {"a": 1, "b": {"d": 1}}})").size(), 1U);
}

// Way w leads from the schemas in which bit w is set: as many sets of schemas as there are words.
TEST(UnknownNames, TakeNoLongerThanTheSchemaIsLarge) {
  std::string definitions = R"("s0": {"properties": {"a": {"$ref": "#/definitions/s0"},
      "b": {"allOf": [{"$ref": "#/definitions/s0"}, {"$ref": "#/definitions/s1"}]}}})";
  constexpr int kSchemas = 60;
  for (int i = 1; i < kSchemas; ++i) {
    const std::string next = R"({"$ref": "#/definitions/s)" + std::to_string(i + 1) + "\"}";
    definitions += ", \"s" + std::to_string(i) + R"(": {"properties": {"a": )" + next +
                   ", \"b\": " + next + "}}";
  }
  definitions += ", \"s" + std::to_string(kSchemas) + R"(": {"properties": {"c": true}})";
  const std::string keywords =
      R"("allOf": [{"$ref": "#/definitions/s0"}], "definitions": {)" + definitions + '}';
  EXPECT_EQ(found_in(keywords, R"({"a": {"b": {"a": {"b": {}}}}})"), kNothing);
}

TEST(UnknownNames, AreNotAskedOfWhatAConditionAddsToAValue) {
  const std::string keywords = R"("properties": {"in": {"properties": {"a": true, "b": true}}},
      "if": {"required": ["in"]}, "then": {"properties": {"in": {"properties": {"a": true}}}})";
  EXPECT_EQ(found_in(keywords, R"({"in": {"b": 1}})"), kNothing);
  EXPECT_EQ(found_in(keywords, R"({"in": {"c": 1}})").size(), 1U);
}

TEST(UnknownNames, AreToldOnceWhereASchemaIsPartOfAnother) {
  const std::string keywords = R"("properties": {"one": {"$ref": "#/definitions/base"},
      "more": {"allOf": [{"$ref": "#/definitions/base"}, {"properties": {"b": true}}]}},
      "definitions": {"base": {"properties": {"a": true}}})";
  EXPECT_EQ(found_in(keywords, R"({"more": {"a": 1, "b": 1}})"), kNothing);
}

TEST(UnknownNames, OfAPlainSchemaAreNobodysBusiness) {
  EXPECT_EQ(rules_on(R"({"properties": {"a": true}})", R"({"b": 1})"), "");
}

TEST(UnknownNames, AreToldInElementsOfTuplesAndOfOthers) {
  const std::string keywords = R"("properties": {"list": {
      "items": [{"properties": {"a": true}}, {"properties": {"b": true}}],
      "additionalItems": {"properties": {"c": true}}}})";
  EXPECT_EQ(found_in(keywords, R"({"list": [{"a": 1}, {"b": 1}, {"c": 1}, {"c": 1}]})"), kNothing);
  const auto told = found_in(keywords, R"({"list": [{"b": 1}, {"c": 1}, {"c": 1}, {"a": 1}]})");
  ASSERT_EQ(told.size(), 3U);
  EXPECT_TRUE(told[0].starts_with("schema.unknown-field /list/0/b"));
  EXPECT_TRUE(told[1].starts_with("schema.unknown-field /list/1/c"));
  EXPECT_TRUE(told[2].starts_with("schema.unknown-field /list/3/a"));
}

TEST(UnknownNames, AreToldInMembersOfEveryName) {
  const std::string keywords = R"("patternProperties": {"^x_": {"properties": {"a": true}}},
      "additionalProperties": {"properties": {"b": true}})";
  EXPECT_EQ(found_in(keywords, R"({"x_1": {"a": 1}, "other": {"b": 1}})"), kNothing);
  EXPECT_EQ(found_in(keywords, R"({"x_1": {"zzzzzz": 1}})"),
            Lines{"schema.unknown-field /x_1/zzzzzz "});
  EXPECT_EQ(found_in(keywords, R"({"other": {"zzzzzz": 1}})"),
            Lines{"schema.unknown-field /other/zzzzzz "});
}

TEST(UnknownNames, AreNoneWhereAPatternFitsThem) {
  const std::string keywords =
      R"("properties": {"a": true}, "patternProperties": {"^n_[0-9]$": true})";
  EXPECT_EQ(found_in(keywords, R"({"a": 1, "n_1": 1})"), kNothing);
  EXPECT_EQ(found_in(keywords, R"({"n_10": 1})").size(), 1U);
  EXPECT_EQ(found_in(keywords, R"({"xn_1": 1, "n_": 2})").size(), 2U) << "each is told";
}

}  // namespace
}  // namespace crosswalk::check
