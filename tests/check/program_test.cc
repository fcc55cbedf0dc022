// Scalars: each keyword by its rule, each fault once, at its place.
#include "check/program.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

TEST(Program, PassesWhatHasNoFault) {
  const auto compiled = compile(R"({"type": "string", "minLength": 1})");
  const Judged judged = judge(*compiled, R"("x")");
  EXPECT_TRUE(judged.good);
  EXPECT_TRUE(judged.findings.empty());
}

TEST(Program, NamesEachKeywordOfScalarsByItsRule) {
  EXPECT_EQ(rules_on(R"({"type": "string"})", "1"), "schema.type");
  EXPECT_EQ(rules_on(R"({"const": 1})", "2"), "schema.const");
  EXPECT_EQ(rules_on(R"({"enum": [1, "a"]})", "2"), "schema.enum");
  EXPECT_EQ(rules_on(R"({"type": "integer", "not": {"const": 2}})", "2"), "schema.not");
  EXPECT_EQ(rules_on(R"({"minLength": 2})", R"("ż")"), "schema.min-length");
  EXPECT_EQ(rules_on(R"({"maxLength": 2})", R"("abc")"), "schema.max-length");
  EXPECT_EQ(rules_on(R"({"format": "date"})", R"("2023-02-29")"), "schema.format");
  EXPECT_EQ(rules_on(R"({"pattern": "^a"})", R"("b")"), "schema.pattern");
  EXPECT_EQ(rules_on(R"({"minimum": 2})", "1.9"), "schema.range");
  EXPECT_EQ(rules_on(R"({"maximum": 2})", "2.1"), "schema.range");
  EXPECT_EQ(rules_on(R"({"exclusiveMinimum": 2})", "2.0"), "schema.range");
  EXPECT_EQ(rules_on(R"({"exclusiveMaximum": 2})", "2"), "schema.range");
  EXPECT_EQ(rules_on(R"({"multipleOf": 0.01})", "19.995"), "schema.multiple-of");
  EXPECT_EQ(rules_on(R"({"anyOf": [{"const": 1}, {"const": 2}]})", "3"), "schema.any-of");
  EXPECT_EQ(rules_on(R"({"oneOf": [{"type": "integer"}, {"minimum": 2}]})", "3"), "schema.one-of");
  EXPECT_EQ(rules_on(R"({"properties": {"a": false}})", R"({"a": 1})"), "schema.false");
}

TEST(Program, StopsAScalarAtItsFirstFailure) {
  EXPECT_EQ(
      rules_on(R"({"type": "string", "enum": ["a"], "minLength": 2, "pattern": "x"})", R"("b")"),
      "schema.enum");
  EXPECT_EQ(rules_on(R"({"allOf": [{"pattern": "x"}, {"minLength": 2}]})", R"("b")"),
            "schema.pattern");
}

TEST(Program, ComparesNumbersExactly) {
  EXPECT_EQ(rules_on(R"({"const": 9007199254740993})", "9007199254740992"), "schema.const");
  EXPECT_EQ(rules_on(R"({"const": 1})", "1.0"), "");
  EXPECT_EQ(rules_on(R"({"enum": [0, 100]})", "1e2"), "");
  EXPECT_EQ(rules_on(R"({"enum": [0]})", "-0"), "");
  EXPECT_EQ(rules_on(R"({"maximum": 9007199254740992})", "9007199254740993"), "schema.range");
  EXPECT_EQ(rules_on(R"({"multipleOf": 0.01})", "19.99"), "");
  EXPECT_EQ(rules_on(R"({"type": "integer"})", "1.0"), "");
  EXPECT_EQ(rules_on(R"({"type": "integer"})", "1.5"), "schema.type");
}

TEST(Program, NamesAKeywordByTheCheckOnIt) {
  EXPECT_EQ(rules_on(R"({"type": "string", "pattern": "^a",
      "x-crosswalk": {"checks": [{"on": "pattern", "rule": "v.a"}]}})",
                     R"("b")"),
            "v.a");
}

TEST(Program, RunsExtraChecksOnlyOnGoodValues) {
  const std::string schema = R"({"type": "string", "x-crosswalk": {"checks": [
      {"must": {"minLength": 2}, "rule": "v.a", "severity": "warning"},
      {"must": {"pattern": "x"}, "rule": "v.b"}]}})";
  EXPECT_EQ(rules_on(schema, "1"), "schema.type");
  EXPECT_EQ(rules_on(schema, R"("b")"), "v.a v.b");
  const auto compiled = compile(schema);
  const Judged judged = judge(*compiled, R"("b")");
  EXPECT_TRUE(judged.good);
  ASSERT_EQ(judged.findings.size(), 2U);
  EXPECT_EQ(judged.findings[0].severity, Severity::kWarning);
  EXPECT_EQ(judged.findings[0].expected, "at least 2 characters");
}

TEST(Program, RunsNoExtraCheckOfOneBranchAfterAFailureInAnother) {
  EXPECT_EQ(rules_on(R"({"allOf": [
      {"x-crosswalk": {"checks": [{"must": false, "rule": "v.a"}]}},
      {"pattern": "x"}]})",
                     R"("b")"),
            "schema.pattern");
}

TEST(Program, RunsChecksOfAContainerWhateverItsMembersAreLike) {
  const std::string schema = R"({"required": ["a"], "properties": {"a": {"type": "string"}},
      "x-crosswalk": {"checks": [{"must": {"not": {"required": ["b"]}}, "rule": "v.a"}]}})";
  EXPECT_EQ(rules_on(schema, R"({"a": 1, "b": 2})"), "schema.type v.a");
  EXPECT_EQ(rules_on(schema, R"({"b": 2})"), "schema.required v.a");
  EXPECT_EQ(rules_on(R"({"items": {"type": "string"}, "x-crosswalk": {"checks": [
      {"must": {"maxItems": 1}, "rule": "v.a"}]}})",
                     R"([1, 2])"),
            "schema.type schema.type v.a");
}

TEST(Program, RunsNoCheckOfACellWithABadPart) {
  EXPECT_EQ(rules_on(R"({"x-crosswalk": {"parts": {"by": ",", "item": {"pattern": "^a$"}},
      "checks": [{"must": false, "rule": "v.a"}]}})",
                     R"("b,a")"),
            "schema.pattern");
}

TEST(Program, RunsAnnotationsOfThenOnlyWhereIfHolds) {
  const std::string schema = R"({"if": {"not": {"const": 0}}, "then": {"x-crosswalk": {"checks": [
      {"within": {"from": "1990-01-01", "ahead_days": 366}, "rule": "v.a"}]}}})";
  EXPECT_EQ(rules_on(schema, "0"), "");
  EXPECT_EQ(rules_on(schema, "1"), "v.a");
  EXPECT_EQ(rules_on(schema, "1600000000"), "");
  EXPECT_EQ(rules_on(schema, "1800000000"), "v.a");
  EXPECT_EQ(rules_on(schema, R"("")"), "");
}

TEST(Program, TellsOtherwiseByElse) {
  const std::string schema =
      R"({"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 2}})";
  EXPECT_EQ(rules_on(schema, R"("a")"), "schema.min-length");
  EXPECT_EQ(rules_on(schema, "1"), "schema.range");
}

TEST(Program, JudgesTimesByTheirForm) {
  const auto within = [](const std::string& as) {
    return R"({"x-crosswalk": {"as": ")" + as + R"(", "checks": [
      {"within": {"from": "2000-01-01", "ahead_days": 1}, "rule": "v.a"}]}})";
  };
  EXPECT_EQ(rules_on(within("date"), R"("1999-12-31")"), "v.a");
  EXPECT_EQ(rules_on(within("date"), R"("2000-01-01")"), "");
  EXPECT_EQ(rules_on(within("date-time"), R"("2000-01-01T00:00:00+01:00")"), "v.a");
  EXPECT_EQ(rules_on(within("date-time"), R"("yesterday")"), "");
  EXPECT_EQ(rules_on(within("unix"), R"("99999999999999999999")"), "v.a");
}

TEST(Program, WantsTheSpellingThatAsNames) {
  const std::string flag = R"({"enum": [0, 1], "x-crosswalk": {"as": "flag",
      "checks": [{"on": "as", "rule": "v.a"}]}})";
  EXPECT_EQ(rules_on(flag, "1"), "");
  EXPECT_EQ(rules_on(flag, "1.0"), "v.a");
  EXPECT_EQ(rules_on(flag, "2"), "schema.enum");
  EXPECT_EQ(rules_on(R"({"x-crosswalk": {"as": "unix"}})", "1e9"), "schema.type");
}

TEST(Program, JudgesEachPartByItself) {
  const auto compiled = compile(R"({"type": "string", "x-crosswalk": {"parts": {"by": ",",
      "item": {"pattern": "^a$", "x-crosswalk": {"checks": [
          {"on": "pattern", "rule": "v.a"}, {"must": false, "rule": "v.b"}]}}}}})");
  const Judged judged = judge(*compiled, R"("a , b,,a")");
  EXPECT_FALSE(judged.good);
  EXPECT_EQ(rules_of(*compiled, judged), "v.b v.a v.a v.b");
  EXPECT_EQ(judged.findings[1].part, 2U);
  EXPECT_EQ(judged.findings[2].part, 3U);
  EXPECT_EQ(judged.findings[2].offset, 0U);
  EXPECT_TRUE(judge(*compiled, R"("")").findings.empty());
}

TEST(Program, NumbersNoPartThatIsTheOnlyOne) {
  const auto compiled = compile(R"({"type": "string", "x-crosswalk": {"parts": {"by": ",",
      "item": {"pattern": "^a$"}}}})");
  EXPECT_EQ(judge(*compiled, R"("b")").findings.at(0).part, 0U);
  EXPECT_EQ(judge(*compiled, R"("b,")").findings.at(0).part, 1U);
}

TEST(Program, SplitsPartsAtASeparatorOfSeveralCharacters) {
  const auto compiled = compile(R"({"type": "string", "x-crosswalk": {"parts": {"by": "|,|",
      "item": {"pattern": "^a$"}}}})");
  EXPECT_TRUE(judge(*compiled, R"("a|,|a")").good);
  EXPECT_EQ(judge(*compiled, R"("a|,|b|,|a,a")").findings.size(), 2U);
  EXPECT_EQ(judge(*compiled, R"("a|a")").findings.at(0).part, 0U);
}

TEST(Program, AsksAnObjectItsChecksThoughAMemberFailed) {
  const auto compiled = compile(R"({"required": ["a"], "properties": {"a": {}, "b": {"minimum": 1}},
      "x-crosswalk": {"checks": [{"must": {"required": ["c"]}, "rule": "v.c"},
                                 {"must": {"properties": {"b": {"const": 7}}}, "rule": "v.b"}]}})");
  EXPECT_EQ(rules_of(*compiled, judge(*compiled, R"({"b": 0})")),
            "schema.required schema.range v.c");
  EXPECT_EQ(rules_of(*compiled, judge(*compiled, R"({"a": 0, "b": 1, "c": 2})")), "v.b");
}

TEST(Program, TellsACheckOnSeveralMembersOnce) {
  const auto compiled = compile(R"({"x-crosswalk": {"checks": [
      {"must": {"required": ["a", "b", "c"]}, "rule": "v.a"}]}})");
  const Judged judged = judge(*compiled, R"({"b": 0})");
  ASSERT_EQ(judged.findings.size(), 1U);
  EXPECT_EQ(judged.findings[0].expected, "a, c");
  EXPECT_EQ(judge(*compiled, R"({"b": 0, "c": 0})").findings.at(0).field, "a");
}

TEST(Program, SaysWhatWasFoundAndWanted) {
  const auto compiled = compile(R"({"maxLength": 2})");
  const Judged judged = judge(*compiled, R"("żółw")");
  ASSERT_EQ(judged.findings.size(), 1U);
  EXPECT_EQ(judged.findings[0].found, 4U);
  EXPECT_EQ(judged.findings[0].wanted, 2U);
  EXPECT_EQ(judged.findings[0].expected, "at most 2 characters");
  EXPECT_EQ(judged.findings[0].shape.kind, diagnostics::ShapeKind::kText);
  EXPECT_EQ(judged.findings[0].shape.size, 4U);
}

TEST(Program, LeavesOutRulesThatAreOffButFailsAllTheSame) {
  const auto compiled = compile(R"({"type": "string"})");
  compiled->policy.set(compiled->rules, "schema.type", Severity::kOff);
  const Judged judged = judge(*compiled, "1");
  EXPECT_FALSE(judged.good);
  EXPECT_TRUE(judged.findings.empty());
}

TEST(Program, JudgesAnyNodeAtAnyToken) {
  const auto compiled = compile(R"({"definitions": {"a": {"minimum": 2}}})");
  format::NodeId node = 0;
  while (!compiled->schema->nodes[node].minimum) ++node;
  const std::string_view text = R"({"x": [1]})";
  json::Tape tape;
  std::vector<json::Fault> faults;
  ASSERT_TRUE(json::parse(text, {}, tape, faults));
  std::vector<diagnostics::RawFinding> findings;
  EXPECT_FALSE(compiled->program->check(text, tape, 3, node, compiled->options(), findings));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].pointer, "/x/0");
  EXPECT_EQ(findings[0].offset, 7U);
}

}  // namespace
}  // namespace crosswalk::check
