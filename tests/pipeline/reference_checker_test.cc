// The reference engine against the rule program, on generated rows of both layouts.
#include "pipeline/reference_checker.h"

#include <gtest/gtest.h>

#include <random>

#include "support/shop_table.h"

namespace crosswalk::pipeline {
namespace {

using record::RecordState;

std::unique_ptr<RowChecker> reference_checker(const tests::ShopFormat& shop,
                                              const tests::ShopTable& table,
                                              const ReadOptions& options) {
  RunSetup setup;
  setup.rules = &shop.rules;
  setup.policy = &shop.policy;
  setup.definition = shop.definition.get();
  setup.layout = &table.layout;
  setup.program = shop.program.get();
  setup.options = &options;
  std::vector<std::string> names;
  for (const record::Column& column : table.head.columns) names.push_back(column.name);
  return ReferenceChecker::make(setup, table.program, names).value();
}

std::vector<std::uint8_t> verdicts(RowChecker& checker, const tests::ShopTable& table) {
  std::vector<std::uint8_t> all;
  check::CheckedBatch checked;
  for (const record::Batch& batch : table.batches) {
    checker.check(batch, checked);
    all.insert(all.end(), checked.has_error.begin(), checked.has_error.end());
  }
  return all;
}

std::string random_table(std::mt19937& random, bool is_json) {
  static const std::vector<std::string> kCsvCells = {"",   "a",   "\"b,\"\"c\"", "1",    "0",   "2",
                                                     "07", "1.5", "-3e2",        "true", "null"};
  static const std::vector<std::string> kJsonCells = {"\"\"",  "\"a\"", "\"\\u0041\"", "1",
                                                      "0",     "2",     "1.5",         "true",
                                                      "false", "null",  "\"1\"",       "[1]"};
  const auto& cells = is_json ? kJsonCells : kCsvCells;
  std::string text =
      is_json ? R"({"header":["id","num_a","flag","note"],"data":[)" : "id,num_a,flag,note\n";
  for (int row = 0; row < 40; ++row) {
    text += is_json ? (row > 0 ? ",[" : "[") : "";
    for (int cell = 0; cell < 4; ++cell)
      text += (cell > 0 ? "," : "") + cells[random() % cells.size()];
    text += is_json ? "]" : "\n";
  }
  return text + (is_json ? "]}" : "");
}

TEST(ReferenceChecker, AgreesWithTheRuleProgramOnGeneratedRows) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  const ReadOptions options;
  std::mt19937 random(11);
  for (int round = 0; round < 20; ++round) {
    const bool is_json = round % 2 == 1;
    const std::string text = random_table(random, is_json);
    const tests::ShopTable table(shop, is_json ? "json" : "csv", text, 4096);
    CompiledChecker compiled(table.program);
    EXPECT_EQ(verdicts(*reference_checker(shop, table, options), table), verdicts(compiled, table))
        << text;
  }
}

TEST(ReferenceChecker, PointsAtColumnsWhoseNamesHoldSlashesAndTildes) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  const ReadOptions options;
  const tests::ShopTable table(shop, "csv", "id,num_a/b,num_~1,num_~\na,1,x,2\nb,x,1,2\nc,1,2,x\n",
                               4096);
  check::CheckedBatch checked;
  reference_checker(shop, table, options)->check(table.batches.front(), checked);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  for (const diagnostics::RawFinding& finding : checked.findings)
    places.emplace_back(finding.record, finding.column);
  EXPECT_EQ(places, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}, {1, 1}, {2, 3}}));
}

TEST(ReferenceChecker, PointsAtTheCellOfAFailure) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  const ReadOptions options;
  const tests::ShopTable table(shop, "csv", "id,flag\na,1\nb,7\n", 4096);
  check::CheckedBatch checked;
  reference_checker(shop, table, options)->check(table.batches.front(), checked);
  ASSERT_EQ(checked.findings.size(), 1U);
  EXPECT_EQ(checked.findings[0].rule, diagnostics::kSchemaEnum);
  EXPECT_EQ(checked.findings[0].record, 1U);
  EXPECT_EQ(checked.findings[0].column, 1);
  EXPECT_EQ(checked.findings[0].offset, 6U);
}

TEST(ReferenceChecker, KeepsTheFindingsOfStructure) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  const ReadOptions options;
  const tests::ShopTable table(shop, "csv", "id,flag\na\n", 4096);
  check::CheckedBatch checked;
  reference_checker(shop, table, options)->check(table.batches.front(), checked);
  ASSERT_EQ(checked.findings.size(), 1U);
  EXPECT_EQ(shop.rules.rule(checked.findings[0].rule).name, "shop.row-width");
  EXPECT_EQ(checked.has_error, std::vector<std::uint8_t>{1});
}

TEST(Innermost, TellsEachPlaceOnceAndNoParents) {
  const auto kept =
      innermost({{"/a/1", "x"}, {"/a", "parent"}, {"", "root"}, {"/a/1", "again"}, {"/ab", "y"}});
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].description, "x");
  EXPECT_EQ(kept[1].pointer, "/ab");
}

TEST(RuleOf, TakesUnknownWordsForAFailedType) {
  EXPECT_EQ(rule_of({"", "no such words"}), diagnostics::kSchemaType);
  EXPECT_EQ(rule_of({"", "Missing required property 'id'."}), diagnostics::kSchemaRequired);
}

}  // namespace
}  // namespace crosswalk::pipeline
