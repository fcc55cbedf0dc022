// Each column of a header gets its schema nodes, its type and its annotations, once.
#include "check/table_plan.h"
#include "table_support.h"

namespace crosswalk::check {
namespace {

Club club(const std::string& record, const std::string& missing = R"(["empty"])") {
  return Club(club_format(record, missing));
}

TEST(Bind, GivesEachColumnItsNodes) {
  Club table = club(R"({"type": "object", "properties": {"ab": {"minLength": 1}},
      "patternProperties": {"^a": {"maxLength": 3}}, "additionalProperties": {"pattern": "x"},
      "allOf": [{"properties": {"ab": {"pattern": "b"}}}]})");
  table.bind("ab,ac,z\n");
  const auto& columns = table.table->impl().columns;
  EXPECT_EQ(columns[0].nodes.size(), 3U);
  EXPECT_EQ(columns[1].nodes.size(), 1U);
  EXPECT_EQ(columns[2].nodes.size(), 1U);
}

TEST(Bind, ReadsAnnotationsThroughReferences) {
  Club table = club(R"({"type": "object", "properties": {"a": {"allOf": [
      {"type": "string", "x-crosswalk": {"as": "unix", "pii": "phone"}}]}}})");
  table.bind("a,b\n");
  EXPECT_EQ(table.table->column_as(0), format::As::kUnix);
  EXPECT_EQ(table.table->column_pii(0), format::Pii::kPhone);
  EXPECT_EQ(table.table->column_as(1), format::As::kText);
  EXPECT_EQ(table.table->column_pii(1), format::Pii::kNone);
}

TEST(Bind, TypesAColumnByItsTypeWhereTextIsNotAllowed) {
  Club table = club(R"({"type": "object", "properties": {"n": {"type": ["integer", "null"]},
      "b": {"type": "boolean"}, "t": {"type": ["number", "string"]}}})");
  table.bind("n,b,t\n");
  EXPECT_EQ(table.table->column_as(0), format::As::kNumber);
  EXPECT_EQ(table.table->column_as(1), format::As::kBoolean);
  EXPECT_EQ(table.table->column_as(2), format::As::kText);
}

TEST(Bind, LeavesToRowsOnlyWhatLooksAtSeveralMembers) {
  const std::string record = R"({"type": "object", "required": ["a"], "minProperties": 1,
      "if": {"properties": {"a": {"const": "x"}}}, "then": {"required": ["b"]}})";
  Club table = club(record);
  table.bind("a,b\n");
  EXPECT_EQ(table.table->impl().row_keywords.size(), 1U);
  Club with_absent = club(record, R"(["absent"])");
  with_absent.bind("a,b\n");
  EXPECT_EQ(with_absent.table->impl().row_keywords.size(), 2U);
}

TEST(Bind, RefusesARecordThatIsNoObject) {
  Club table = club(R"({"type": "array"})");
  std::vector<diagnostics::RawFinding> findings;
  BindOptions options;
  options.policy = &table.policy;
  const auto bound =
      TableProgram::bind(*table.program, *table.definition, table.rules,
                         table.definition->layouts[0], table.head, options, findings);
  ASSERT_FALSE(bound);
  EXPECT_EQ(bound.error().message, "club/members: a record of a table is an object");
}

TEST(Bind, KnowsTheRulesOfUniqueKeys) {
  Club table = club(R"({"type": "object", "properties": {"a": true, "b": true},
      "x-crosswalk": {"checks": [{"unique": ["/a", "/b"], "rule": "v.dup", "severity": "warning"}]}})");
  table.bind("b,a\n");
  EXPECT_EQ(table.rules.rule(table.table->key_rules().at(0).rule).name, "v.dup");
  EXPECT_EQ(table.table->key_rules().at(0).severity, Severity::kWarning);
}

}  // namespace
}  // namespace crosswalk::check
