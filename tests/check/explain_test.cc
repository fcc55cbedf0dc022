// What is told where no branch of an `anyOf` or `oneOf` fits: the nearest one.
#include <gtest/gtest.h>

#include "check_support.h"

namespace crosswalk::check {
namespace {

// `rule@pointer: expected` of each finding, in order, with `; ` between.
std::string told(const std::string& schema, std::string_view document) {
  const auto compiled = compile(schema, {});
  const Judged judged = judge(*compiled, document);
  std::string text;
  for (const diagnostics::RawFinding& finding : judged.findings) {
    if (!text.empty()) text += "; ";
    text +=
        compiled->rules.rule(finding.rule).name + '@' + finding.pointer + ": " + finding.expected;
  }
  return text;
}

TEST(Explain, TellsTheBranchOfTheValuesKind) {
  EXPECT_EQ(
      told(R"({"anyOf": [{"type": "string", "minLength": 3}, {"type": "number"}]})", "\"ab\""),
      "schema.min-length@: at least 3 characters");
  EXPECT_EQ(told(R"({"oneOf": [{"type": "null"}, {"properties": {"a": {"minimum": 1}}}]})",
                 R"({"a": 0})"),
            "schema.range@/a: at least 1");
}

TEST(Explain, TellsTheBranchWithTheRightLiterals) {
  const std::string schema = R"({"oneOf": [
    {"properties": {"kind": {"const": "card"}}, "required": ["number", "bank"]},
    {"properties": {"kind": {"const": "cash"}, "sum": {"type": "number"}}}]})";
  EXPECT_EQ(told(schema, R"({"kind": "card"})"),
            "schema.required@/number: number; schema.required@/bank: bank");
  EXPECT_EQ(told(schema, R"({"kind": "cash", "sum": "1"})"), "schema.type@/sum: a number");
}

TEST(Explain, TellsTheBranchWithTheFewestFindings) {
  EXPECT_EQ(told(R"({"anyOf": [{"required": ["a", "b", "c"]}, {"required": ["d"]}]})", "{}"),
            "schema.required@/d: d");
}

TEST(Explain, TellsTogetherWhatIsEquallyNearAtTheValueItself) {
  EXPECT_EQ(told(R"({"anyOf": [{"type": "string"}, {"type": "null"}]})", "0"),
            "schema.any-of@: text or null");
  EXPECT_EQ(told(R"({"oneOf": [{"const": 1}, {"const": 2}, {"const": 1}]})", "3"),
            "schema.one-of@: 1 or 2");
  EXPECT_EQ(told(R"({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]})", "{}"),
            "schema.any-of@: a or b");
}

TEST(Explain, TellsThatMoreThanOneBranchFits) {
  EXPECT_EQ(told(R"({"oneOf": [{}, {}]})", "0"), "schema.one-of@: exactly one of 2 forms");
}

TEST(Explain, GoesOnInsideTheNearestBranch) {
  EXPECT_EQ(told(R"({"anyOf": [{"type": "null"},
      {"items": {"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^a"}]}}]})",
                 R"(["a", "b"])"),
            "schema.pattern@/1: text that matches ^a");
}

TEST(Explain, LeavesAFailureWithANameOfItsOwnAtThatName) {
  EXPECT_EQ(told(R"({"anyOf": [{"type": "string", "minLength": 3}, {"type": "null"}],
      "x-crosswalk": {"checks": [{"on": "anyOf", "rule": "v.a"}]}})",
                 "\"ab\""),
            "v.a@: one of 2 forms");
  EXPECT_EQ(told(R"({"x-crosswalk": {"checks": [{"rule": "v.b",
      "must": {"anyOf": [{"type": "string", "minLength": 3}, {"type": "null"}]}}]}})",
                 "\"ab\""),
            "v.b@: one of 2 forms");
}

TEST(Explain, SaysNothingWhereOnlyAVerdictCounts) {
  EXPECT_EQ(told(R"({"not": {"anyOf": [{"type": "string"}, {"type": "null"}]}})", "0"), "");
}

TEST(Explain, TellsAnIfByTheKeywordThatFails) {
  EXPECT_EQ(told(R"({"if": {"required": ["a"]}, "then": {"required": ["b"]}})", R"({"a": 1})"),
            "schema.required@/b: b");
  EXPECT_EQ(told(R"({"if": {"required": ["a"]}, "then": false})", R"({"a": 1})"), "schema.if@: ");
  EXPECT_EQ(told(R"({"if": {"required": ["a"]}, "else": false})", "{}"), "schema.if@: ");
}

TEST(Explain, TellsEachCauseOnce) {
  const std::string twice = R"({"allOf": [{"$ref": "#/definitions/a"}, {"$ref": "#/definitions/a"}],
    "properties": {"b": {"type": "string"}}, "patternProperties": {"b": {"type": "string"}},
    "definitions": {"a": {"required": ["a"]}}})";
  EXPECT_EQ(told(twice, R"({"b": 1})"), "schema.type@/b: text; schema.required@/a: a");
}

// A tree of branches that all lead to the same members: 3 to the power of the depth, if each of
// them were tried inside each.
TEST(Explain, StopsTryingBranchesInsideBranchesWhereThatGrows) {
  const std::string schema = R"({"anyOf": [{"properties": {"a": {"$ref": "#"}}, "type": "object"},
    {"properties": {"a": {"$ref": "#"}}, "minProperties": 1, "type": "object"},
    {"properties": {"a": {"$ref": "#"}}, "maxProperties": 1, "type": "object"}]})";
  std::string document = "1";
  for (int depth = 0; depth < 200; ++depth) document = "{\"a\":" + document + "}";
  EXPECT_NE(told(schema, document), "");
}

// The same without branches: each level is asked for twice by the level above.
TEST(Explain, JudgesAValueThatManyWaysLeadToOnce) {
  const std::string schema = R"({"properties": {"a": {"$ref": "#"}}, "type": "object",
    "allOf": [{"properties": {"a": {"$ref": "#"}}}]})";
  std::string good = "{}";
  std::string bad = "1";
  for (int depth = 0; depth < 200; ++depth) {
    good = "{\"a\":" + good + "}";
    bad = "{\"a\":" + bad + "}";
  }
  EXPECT_EQ(told(schema, good), "");
  const std::string findings = told(schema, bad);
  EXPECT_TRUE(findings.starts_with("schema.type@/a/a/")) << findings.substr(0, 100);
  EXPECT_EQ(findings.find(';'), std::string::npos);
}

TEST(Explain, RefusesValuesThatAreNestedTooDeeplyForTheStack) {
  std::string document;
  for (int depth = 0; depth < 100'000; ++depth) document += '[';
  document += std::string(100'000, ']');
  const auto compiled = compile(R"({"items": {"$ref": "#"}})");
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(document, {.max_depth = 1'000'000}, tape, faults);
  Judged judged;
  judged.good =
      compiled->program->check(document, tape, 0, 0, compiled->options(), judged.findings);
  EXPECT_FALSE(judged.good);
  EXPECT_EQ(rules_of(*compiled, judged), "limit.depth");
}

}  // namespace
}  // namespace crosswalk::check
