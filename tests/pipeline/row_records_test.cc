// Rows of flat tables as records, and known by the kinds of their values.
#include "pipeline/row_records.h"

#include <gtest/gtest.h>

#include "support/rows.h"
#include "support/shop_format.h"

namespace crosswalk::pipeline {
namespace {

using Strings = std::vector<std::string>;

/// Rows under the header id, num_a, note.
class RowRecordsTest : public ::testing::Test {
 protected:
  RowRecordsTest() : shop_(tests::kShopCustomers) {
    record::Head head;
    for (const char* name : {"id", "num_a", "note"}) head.columns.push_back({name, 0, 0, true});
    check::BindOptions options;
    options.policy = &shop_.policy;
    std::vector<diagnostics::RawFinding> findings;
    table_ = check::TableProgram::bind(*shop_.program, *shop_.definition, shop_.rules,
                                       *shop_.definition->layout("csv"), head, options, findings)
                 .value();
  }
  static std::string made(RowRecords& rows, const Strings& cells) {
    return std::string(rows.make(tests::csv_batch({cells}), 0).text);
  }
  static bool knows(RowRecords& rows, const record::Batch& batch) {
    return rows.has_known_kinds(batch, 0);
  }

  tests::ShopFormat shop_;
  std::shared_ptr<const check::TableProgram> table_;
};

TEST_F(RowRecordsTest, AreTypedByTheirColumns) {
  RowRecords rows(table_, false);
  EXPECT_EQ(made(rows, {"007", "1.50", "\"a \"\"b\"\"\""}),
            R"({"id":"007","num_a":1.50,"note":"a \"b\""})");
  EXPECT_EQ(made(rows, {"8", "many", "x"}), R"({"id":"8","num_a":"many","note":"x"})");
}

TEST_F(RowRecordsTest, LeadBackToTheirCells) {
  RowRecords rows(table_, false);
  const record::Batch batch = tests::csv_batch({{"007", "15", "x"}});
  const std::string text(rows.make(batch, 0).text);
  check::RecordKey key;
  key.offset = static_cast<std::uint32_t>(text.find("15"));
  rows.move_to_cell(batch, 0, key);
  EXPECT_EQ(key.column, 1U);
  EXPECT_EQ(key.offset, batch.cells[1].begin);
  EXPECT_EQ(key.length, 2U);
}

TEST_F(RowRecordsTest, AreKnownByTheKindsOfTheirValues) {
  RowRecords rows(table_, true);
  EXPECT_FALSE(RowRecords(table_, false).has_known_kinds(tests::csv_batch({{"", "", ""}}), 0));
  EXPECT_FALSE(knows(rows, tests::csv_batch({{"1", "2", "x"}})));
  rows.know_kinds(tests::csv_batch({{"1", "2", "x"}}), 0);
  EXPECT_TRUE(knows(rows, tests::csv_batch({{"7", "-1e5", "other"}})));
  EXPECT_FALSE(knows(rows, tests::csv_batch({{"7", "many", "other"}})));
  rows.know_kinds(tests::csv_batch({{"1", "many", "x"}}), 0);
  EXPECT_TRUE(knows(rows, tests::csv_batch({{"7", "3", "y"}})));
}

TEST_F(RowRecordsTest, AreNeverKnownWithContainers) {
  RowRecords rows(table_, false);
  const record::Batch list = tests::json_batch({{R"("1")", "2", "[1]"}});
  rows.know_kinds(list, 0);
  EXPECT_FALSE(knows(rows, list));
  rows.know_kinds(tests::json_batch({{R"("1")", "2", "null"}}), 0);
  EXPECT_TRUE(knows(rows, tests::json_batch({{R"("x")", "3", "null"}})));
  EXPECT_FALSE(knows(rows, list));
}

/// A step that gives records as they are, and knows the columns of those with kinds it has met.
class SameStep final : public conversion::RecordStep {
 public:
  std::optional<conversion::RecordView> apply(
      const conversion::RecordView& record,
      std::vector<diagnostics::RawFinding>& /*findings*/) override {
    return record;
  }
  [[nodiscard]] std::uint32_t origin_of(std::uint32_t offset) const override { return offset; }
  bool has_known_kinds(const conversion::RecordView& /*record*/) override { return true; }
};

TEST_F(RowRecordsTest, BringNoColumnInABatchOfKnownKinds) {
  SameStep step;
  const auto columns = std::make_shared<conversion::ColumnList>(std::vector<format::Field>());
  RowColumnGatherer gatherer(table_, ColumnGatherer(columns, &step), false);
  const record::Batch first = tests::csv_batch({{"1", "2", ""}});
  EXPECT_TRUE(gatherer.wants_any_of(first));
  gatherer.begin(first);
  std::string no_output;
  std::vector<diagnostics::RawFinding> findings;
  std::vector<check::RecordKey> keys;
  gatherer.write(first, 0, no_output, findings, keys);
  EXPECT_FALSE(gatherer.wants_any_of(tests::csv_batch({{"3", "4", ""}, {"5", "6", ""}})));
  EXPECT_TRUE(gatherer.wants_any_of(tests::csv_batch({{"3", "4", ""}, {"5", "many", ""}})));
  record::Batch broken = tests::csv_batch({{"3", "many", ""}});
  broken.records.front().state = record::RecordState::kUnreadable;
  EXPECT_FALSE(gatherer.wants_any_of(broken));
}

}  // namespace
}  // namespace crosswalk::pipeline
