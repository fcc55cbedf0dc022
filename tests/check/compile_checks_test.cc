// Checks that become instructions, and those that do not.
#include "check/compile_checks.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

/// The operations of the checks at the root.
std::vector<Op> ops(const std::string& checks) {
  const auto compiled = compile(R"({"pattern": "x", "x-crosswalk": {"checks": [)" + checks + "]}}");
  EXPECT_EQ(compiled->error, "");
  std::vector<Op> found;
  for (const Instruction& instruction : compiled->program->code().extras(0))
    found.push_back(instruction.op);
  return found;
}

TEST(CompileChecks, MakesOneInstructionACheck) {
  EXPECT_EQ(ops(R"({"must": true, "rule": "v.a"}, {"unique": ["/a"], "rule": "v.a"},
                   {"order": ["/a", "/b"], "rule": "v.a"},
                   {"within": {"from": "1990-01-01", "ahead_days": 1}, "rule": "v.a"})"),
            (std::vector<Op>{Op::kMust, Op::kUnique, Op::kOrder, Op::kWithin}));
}

TEST(CompileChecks, LeavesOutWhatNamesKeywordsAndColumns) {
  EXPECT_EQ(ops(R"({"on": "pattern", "rule": "v.a"}, {"down": {"contains": true}, "rule": "v.a"})"),
            std::vector<Op>{});
}

TEST(CompileChecks, KeepsWhereAKeyIsTold) {
  const auto compiled = compile(
      R"({"x-crosswalk": {"checks": [{"unique": ["/a/b~1c", "/d"], "rule": "v.b", "severity": "info"}]}})");
  const UniqueKey& key = compiled->program->code().keys.at(0);
  EXPECT_EQ(key.rule.pointer, "/a/b~1c");
  EXPECT_EQ(key.rule.field, "b/c");
  EXPECT_EQ(key.rule.severity, Severity::kInfo);
  EXPECT_EQ(key.pointers.size(), 2U);
}

}  // namespace
}  // namespace crosswalk::check
