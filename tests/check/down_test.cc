// Conditions on all values of a column: told once, whatever the batches.
#include "check/down.h"

#include "table_support.h"

namespace crosswalk::check {
namespace {

std::string goal_record(const std::string& condition) {
  return R"({"type": "object", "properties": {"g": {"x-crosswalk": {"as": "flag", "checks": [
      {"down": )" +
         condition + R"(, "rule": "v.ambiguous", "severity": "warning"}]}}}})";
}

constexpr const char* kEmptyNeedsZero =
    R"({"if": {"contains": {"const": ""}}, "then": {"contains": {"const": 0}}})";

// What is told after these batches, in any order.
std::string told_after(const std::string& condition, const std::vector<std::string>& batches) {
  Club table(club_format(goal_record(condition), R"(["empty"])"));
  table.bind("id,g\n");
  ColumnFacts facts;
  for (const std::string& rows : batches) facts.merge(table.check(rows).facts);
  table.found.clear();
  table.table->finish(facts, table.found);
  return table.told();
}

TEST(Down, ToldOnceAtTheColumn) {
  EXPECT_EQ(told_after(kEmptyNeedsZero, {"a,\nb,1\n", "c,\n"}), "v.ambiguous@3");
}

TEST(Down, SilentWhereItHoldsInAnyBatch) {
  EXPECT_EQ(told_after(kEmptyNeedsZero, {"a,\nb,1\n", "c,0\n"}), "");
  EXPECT_EQ(told_after(kEmptyNeedsZero, {"c,0\n", "a,\nb,1\n"}), "");
  EXPECT_EQ(told_after(kEmptyNeedsZero, {"a,1\n"}), "");
}

TEST(Down, CombinesItsLeavesAsSchemasDo) {
  const std::string zero = R"({"contains": {"const": 0}})";
  const std::string one = R"({"contains": {"const": 1}})";
  const std::string both = "{\"allOf\": [" + zero + "," + one + "]}";
  EXPECT_EQ(told_after(both, {"a,1\n"}), "v.ambiguous@3");
  EXPECT_EQ(told_after(both, {"a,1\nb,0\n"}), "");
  EXPECT_EQ(told_after("{\"not\": " + one + "}", {"a,1\n"}), "v.ambiguous@3");
  EXPECT_EQ(told_after("{\"not\": " + one + "}", {"a,0\n"}), "");
}

TEST(Down, CountsRecordsAndKeepsTheFirst) {
  Club table(club_format(goal_record(kEmptyNeedsZero), R"(["empty"])"));
  table.bind("id,g\n");
  ColumnFacts facts;
  table.check("a,1\nb,\nc,\n");
  ColumnFacts later = table.checked.facts;
  later.seen[0].record += 100;
  facts.merge(later);
  facts.merge(table.checked.facts);
  table.found.clear();
  table.table->finish(facts, table.found);
  ASSERT_EQ(table.found.size(), 1U);
  EXPECT_TRUE(table.found[0].file_level);
  EXPECT_EQ(table.found[0].found, 4U);
  EXPECT_EQ(table.found[0].related_record, 2U);
  EXPECT_EQ(table.found[0].column, 1);
  EXPECT_EQ(table.found[0].name, "g");
}

TEST(Down, OfAnOperationAsksEveryColumn) {
  Club table(club_format(R"({"type": "object"})", R"(["empty"])",
                         R"({"update": {"method": "PATCH", "url": "https://x", "checks": [
      {"down": {"not": {"contains": {"const": ""}}}, "rule": "v.erases", "severity": "info"}]}})"));
  BindOptions options;
  options.operation = table.definition->operation("update");
  table.bind("a,b,c\n", options);
  const ColumnFacts facts = table.check("1,,\n2,,3\n").facts;
  table.found.clear();
  table.table->finish(facts, table.found);
  EXPECT_EQ(table.told(), "v.erases@2 v.erases@4");
  EXPECT_EQ(table.found[0].found, 2U);
}

}  // namespace
}  // namespace crosswalk::check
