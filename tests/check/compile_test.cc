#include "check/compile.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

TEST(Compile, RefusesARingOnTheSameValue) {
  EXPECT_EQ(compile("{\"allOf\": [\n  {\"$ref\": \"#\"}]}")->error,
            "test.json:1:1: this schema leads back to itself on the same value");
  EXPECT_NE(compile(R"({"x-crosswalk": {"parts": {"by": ",", "item": {"$ref": "#"}}}})")->error,
            "");
}

TEST(Compile, TakesARingThatGoesDownTheValue) {
  const std::string schema =
      R"({"properties": {"next": {"$ref": "#"}}, "additionalProperties": false})";
  EXPECT_EQ(rules_on(schema, R"({"next": {"next": {"nxt": 1}}})"), "schema.unknown-field");
}

TEST(Compile, TellsWhereABadPatternStands) {
  EXPECT_EQ(compile("{\n  \"pattern\": \"(\"}")->error,
            "test.json:2:14: a ( without ) at character 2 of the pattern");
  EXPECT_NE(compile(R"({"patternProperties": {"(": true}})")->error, "");
}

TEST(Compile, RefusesARuleThatNobodyKnows) {
  EXPECT_EQ(compile(R"({"type": "string", "x-crosswalk": {"checks": [
      {"on": "type", "rule": "v.unknown"}]}})")
                ->error,
            "test.json:1:1: the rule v.unknown is not known");
}

TEST(Compile, PutsPlainKeywordsInTheOrderInWhichTheyAreTold) {
  const auto compiled = compile(R"({"allOf": [true], "pattern": "a", "maxLength": 3,
      "not": {"const": 1}, "enum": ["a"], "type": "string",
      "x-crosswalk": {"checks": [{"must": true, "rule": "v.a"}]}})");
  ASSERT_TRUE(compiled->program);
  const Program::Code& code = compiled->program->code();
  std::vector<Op> ops;
  for (const Instruction& instruction : code.plain(0)) ops.push_back(instruction.op);
  EXPECT_TRUE(std::is_sorted(ops.begin(), ops.end()));
  EXPECT_EQ(ops.size(), 6U);
  EXPECT_EQ(code.extras(0).size(), 1U);
}

TEST(Compile, KnowsWhichNodesReachExtraChecks) {
  const auto compiled = compile(R"({"allOf": [{"if": true, "then": {"x-crosswalk":
      {"checks": [{"must": true, "rule": "v.a"}]}}}], "not": {"const": 1}})");
  ASSERT_TRUE(compiled->program);
  const Program::Code& code = compiled->program->code();
  EXPECT_TRUE(code.nodes[0].has_extras);
  const auto with_extras = std::count_if(code.nodes.begin(), code.nodes.end(),
                                         [](const NodeCode& node) { return node.has_extras; });
  EXPECT_EQ(with_extras, 3);
}

}  // namespace
}  // namespace crosswalk::check
