// Repairs of checks: the words, and the checks that they can help.
#include "format/repair_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::format {
namespace {

std::string node(const std::string& keywords, const std::string& check) {
  return "{" + keywords + R"( "x-crosswalk": {"checks": [{)" + check + R"(, "rule": "a.b"}]}})";
}

Repair repair_of(const std::string& repair) {
  const Result<Schema> schema =
      load_schema(node(R"("pattern": "a",)", R"("on": "pattern", "repair": )" + repair), "f.json",
                  {.is_closed = true});
  EXPECT_TRUE(schema.ok()) << schema.error().message;
  return schema ? schema.value().nodes[0].annotation.checks.at(0).repair : Repair{};
}

TEST(Repair, IsAWord) {
  EXPECT_EQ(repair_of(R"("lower")").kind, RepairKind::kLower);
  EXPECT_EQ(repair_of(R"("divide-1000")").kind, RepairKind::kDivide1000);
}

TEST(Repair, IsATable) {
  const Repair repair = repair_of(R"({"|": "pipe", ",": "comma"})");
  EXPECT_EQ(repair.kind, RepairKind::kTable);
  EXPECT_EQ(repair.table,
            (std::vector<std::pair<std::string, std::string>>{{"|", "pipe"}, {",", "comma"}}));
}

TEST(Repair, ThatIsUnknownIsRefused) {
  EXPECT_THAT(schema_error(node(R"("pattern": "a",)", R"("on": "pattern", "repair": "lowre")")),
              ::testing::HasSubstr("unknown repair \"lowre\" (did you mean lower?)"));
  EXPECT_THAT(schema_error(node(R"("pattern": "a",)", R"("on": "pattern", "repair": {})")),
              ::testing::HasSubstr("wanted at least one value to mend"));
}

TEST(Repair, ThatCannotHelpItsCheckIsRefused) {
  for (const auto& [keywords, check] : {
           std::pair{R"("required": ["a"],)", R"("on": "required", "repair": "lower")"},
           std::pair{R"("type": "array",)", R"("unique": [""], "repair": "lower")"},
           std::pair{R"("pattern": "a",)", R"("on": "pattern", "repair": "renumber")"},
       }) {
    EXPECT_THAT(schema_error(node(keywords, check)),
                ::testing::HasSubstr("this repair can mend nothing that the check finds"))
        << check;
  }
}

TEST(Repair, MayStandAtAnyTestOfAValue) {
  for (const char* const check :
       {R"("must": {"minLength": 1}, "repair": "lower")",
        R"("within": {"from": "1990-01-01", "ahead_days": 1}, "repair": "divide-1000")"}) {
    EXPECT_EQ(schema_error(node("", check)), "") << check;
  }
}

}  // namespace
}  // namespace crosswalk::format
