// Twins: generated rows written by plans, and by way of records.
#include "pipeline/row_plan_writer.h"

#include <gtest/gtest.h>

#include <random>

#include "conversion/bare_row_plan.h"
#include "conversion/object_plan.h"
#include "conversion/object_writer.h"
#include "conversion/row_writer.h"
#include "json/writer.h"
#include "pipeline/nested_row_writer.h"
#include "pipeline/row_records.h"
#include "support/rows.h"
#include "support/shop_format.h"
#include "support/shop_orders.h"
#include "tabular/scanner.h"

namespace crosswalk::pipeline {
namespace {

using conversion::ObjectPlan;
using conversion::ObjectWriter;
using Strings = std::vector<std::string>;

const std::string& any_of(const Strings& from, std::mt19937& random) {
  return from[random() % from.size()];
}

/// Texts of cells: of every type, and hard to write.
std::string any_text(std::mt19937& random) {
  static const Strings kTexts = {"",
                                 "0",
                                 "7",
                                 "007",
                                 "1.5",
                                 "1,5",
                                 "-2e5",
                                 "1e999",
                                 "true",
                                 "yes",
                                 "false",
                                 "null",
                                 "31.12.1990",
                                 "a;b",
                                 ";",
                                 "{}",
                                 "[1",
                                 "[1]",
                                 "{\"b\":1,\"a\":[2]}"};
  static const Strings kPieces = {
      "a", "ż", "\"", "\\", ",", ";", "\n", "\r", " ", "\x01", "some longer text"};
  if (random() % 2 == 0) return any_of(kTexts, random);
  std::string text;
  for (std::size_t count = random() % 6; count > 0; --count) text += any_of(kPieces, random);
  return text;
}

std::string csv_cell(std::mt19937& random) {
  std::string cell;
  tabular::append_cell(cell, any_text(random), {});
  return cell;
}

std::string json_cell(std::mt19937& random) {
  static const Strings kOthers = {"1.50", "-0", "true", "false", "null", "[1,{}]", R"("\u0041\/")"};
  if (random() % 3 == 0) return any_of(kOthers, random);
  std::string cell;
  json::append_string(cell, any_text(random));
  return cell;
}

record::Batch any_batch(std::size_t columns, bool is_json, std::mt19937& random) {
  std::vector<Strings> rows(20, Strings(columns));
  for (Strings& row : rows) {
    for (std::string& cell : row) cell = is_json ? json_cell(random) : csv_cell(random);
  }
  record::Batch batch = is_json ? tests::json_batch(rows) : tests::csv_batch(rows);
  if (random() % 4 == 0) batch.cells[random() % batch.cells.size()].flags |= record::Cell::kFaulty;
  return batch;
}

/// Some of `names`, each once at most, in any order.
Strings some_of(Strings names, std::mt19937& random) {
  std::shuffle(names.begin(), names.end(), random);
  names.resize(1 + random() % names.size());
  return names;
}

/// What `writer` makes of the records of `batch`; `refused` of those it refuses.
Strings written(BatchWriter& writer, const record::Batch& batch) {
  Strings records;
  std::vector<diagnostics::RawFinding> refusals;
  std::vector<check::RecordKey> keys;
  EXPECT_EQ(writer.begin(batch), nullptr);
  for (std::uint32_t i = 0; i < batch.records.size(); ++i) {
    writer.write(batch, i, records.emplace_back("<"), refusals, keys);
    if (!refusals.empty()) records.back() = "refused";
    refusals.clear();
  }
  EXPECT_TRUE(keys.empty());
  return records;
}

/// In place of the plain way: shows which records were left to it.
class Refusing final : public BatchWriter {
 public:
  RecordSink* begin(const record::Batch&) override { return nullptr; }
  void write(const record::Batch&, std::uint32_t, std::string& out,
             std::vector<diagnostics::RawFinding>&, std::vector<check::RecordKey>&) override {
    out = "left";
  }
};

/// The plan writes what the plain way does, wherever it writes at all, which is mostly.
template <class Plan>
void expect_twins(Plan plan, BatchWriter& plain, const record::Batch& batch, std::size_t& left) {
  RowPlanWriter fast(std::make_unique<const Plan>(std::move(plan)), std::make_unique<Refusing>());
  const Strings by_plan = written(fast, batch);
  const Strings by_records = written(plain, batch);
  for (std::size_t i = 0; i < by_plan.size(); ++i) {
    const bool is_left = by_plan[i] == "left";
    left += is_left ? 1U : 0U;
    EXPECT_EQ(by_plan[i], is_left ? "left" : by_records[i]);
  }
}

TEST(ObjectPlanTwins, WriteTheSameBytesOfNestedRows) {
  const tests::ShopFormat shop(tests::kShopOrders, "orders");
  const Strings kNames = {"id",     "kind",     "body.count", "body.gift", "body.day",
                          "mails",  "marks.3",  "marks.x",    "extra.x",   "extra.é\"",
                          "colour", "body.hue", "a.b"};
  std::mt19937 random(31);
  std::size_t left = 0;
  constexpr int kRounds = 600;
  for (int round = 0; round < kRounds; ++round) {
    const Strings names = some_of(kNames, random);
    const auto columns = check::NestedColumns::bind(*shop.program, *shop.definition,
                                                    *shop.definition->layout("csv"), names, {});
    if (random() % 3 == 0) columns->take_empty_for_null();
    const bool ends_line = random() % 2 == 0;
    const format::Schema& schema = shop.definition->schema;
    const format::NodeId record = shop.definition->record;
    NestedRowWriter plain(columns, {std::make_shared<ObjectWriter>(schema, record, ends_line)});
    expect_twins(ObjectPlan::of_nested(*columns, schema, record, ends_line), plain,
                 any_batch(names.size(), round % 4 == 0, random), left);
  }
  EXPECT_LT(left, kRounds * 20U / 2);
}

/// A table of customers under `names`.
std::shared_ptr<const check::TableProgram> table_of(const tests::ShopFormat& shop,
                                                    const Strings& names) {
  record::Head head;
  for (const std::string& name : names) head.columns.push_back({name, 0, 0, true});
  check::BindOptions options;
  options.policy = &shop.policy;
  std::vector<diagnostics::RawFinding> findings;
  return check::TableProgram::bind(*shop.program, *shop.definition, shop.rules,
                                   *shop.definition->layout("csv"), head, options, findings)
      .value();
}

const Strings kCustomerNames = {"id", "note", "flag", "num_a", "num_b", "colour", "é\"", "a.b"};

TEST(ObjectPlanTwins, WriteTheSameBytesOfFlatRows) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  std::mt19937 random(32);
  std::size_t left = 0;
  constexpr int kRounds = 400;
  for (int round = 0; round < kRounds; ++round) {
    Strings names = some_of(kCustomerNames, random);
    names.push_back("id");  // often twice
    const auto table = table_of(shop, names);
    const bool has_null_cells = random() % 2 == 0;
    const format::Schema& schema = shop.definition->schema;
    const format::NodeId record = shop.definition->record;
    const auto writer = std::make_shared<ObjectWriter>(schema, record, false);
    RowTapeWriter plain(table, {writer, nullptr, false}, has_null_cells);
    expect_twins(ObjectPlan::of_table(*table, has_null_cells, schema, record, false), plain,
                 any_batch(names.size(), round % 4 == 0, random), left);
  }
  EXPECT_LT(left, kRounds * 20U / 2);
}

TEST(BareRowPlanTwins, WriteTheSameBytesOfFlatRows) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  const auto fields = format::fields_of(*shop.definition);
  std::mt19937 random(33);
  std::size_t left = 0;
  constexpr int kRounds = 400;
  for (int round = 0; round < kRounds; ++round) {
    const Strings names = some_of(kCustomerNames, random);
    const auto table = table_of(shop, names);
    conversion::RowLayout layout;
    const bool is_form = random() % 2 == 0;
    layout.kind = is_form ? format::LayoutKind::kForm : format::LayoutKind::kCsv;
    layout.dialect = {"|;,"[random() % 3], '\0'};
    std::vector<conversion::RowColumn> columns;
    for (std::size_t i = 0; i < names.size(); ++i)
      columns.push_back({names[i], {table->column_as(i), false}});
    const auto writer = std::make_shared<conversion::RowWriter>(layout, fields, columns);
    RowTapeWriter plain(table, {writer, nullptr, false}, false);
    auto plan = conversion::BareRowPlan::compile(*table, {layout.dialect.delimiter, is_form});
    ASSERT_TRUE(plan);
    expect_twins(*std::move(plan), plain, any_batch(names.size(), round % 4 == 0, random), left);
  }
  EXPECT_LT(left, kRounds * 20U * 3 / 4);
}

TEST(RowPlanWriter, HandsToThePlainWayWhatThePlanLeaves) {
  const tests::ShopFormat shop(tests::kShopOrders, "orders");
  const auto columns = check::NestedColumns::bind(
      *shop.program, *shop.definition, *shop.definition->layout("csv"), {"id", "extra.x"}, {});
  const format::Schema& schema = shop.definition->schema;
  const format::NodeId record = shop.definition->record;
  RowPlanWriter writer(
      std::make_unique<const ObjectPlan>(ObjectPlan::of_nested(*columns, schema, record, false)),
      std::make_unique<NestedRowWriter>(
          columns, RecordWay{std::make_shared<ObjectWriter>(schema, record, false)}));
  EXPECT_EQ(written(writer, tests::csv_batch({{"1", "\"{\"\"a\"\": 1}\""}, {"2", "b"}})),
            (Strings{R"(<{"id":"1","extra":{"x":{"a":1}}})", R"(<{"id":"2","extra":{"x":"b"}})"}));
}

}  // namespace
}  // namespace crosswalk::pipeline
