// Schemas become instructions, or an error with its place.
#include "check/compile.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

TEST(Compile, TellsWhereABadPatternStands) {
  EXPECT_EQ(compile("{\n  \"pattern\": \"(\"}")->error,
            "test.json:2:14: a ( without ) at character 2 of the pattern, at /pattern");
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
      "not": {"minLength": 9}, "enum": ["a"], "type": "string",
      "x-crosswalk": {"checks": [{"must": true, "rule": "v.a"}]}})");
  ASSERT_TRUE(compiled->program);
  const Program::Code& code = compiled->program->code();
  std::vector<Op> ops;
  for (const Instruction& instruction : code.plain(0)) ops.push_back(instruction.op);
  EXPECT_TRUE(std::is_sorted(ops.begin(), ops.end()));
  EXPECT_EQ(ops.size(), 6U);
  EXPECT_EQ(code.extras(0).size(), 1U);
}

TEST(Compile, FollowsReferences) {
  const auto compiled = compile(R"({"allOf": [{"$ref": "#/definitions/a"}],
      "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"const": 1}}})");
  ASSERT_TRUE(compiled->program);
  const Program::Code& code = compiled->program->code();
  EXPECT_EQ(code.plain(code.plain(0).front().node).front().op, Op::kConst);
}

}  // namespace
}  // namespace crosswalk::check
