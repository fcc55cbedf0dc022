// Rows written as objects by a plan: cases by hand. The twin stands in
// tests/pipeline/row_plan_writer_test.cc.
#include "conversion/object_plan.h"

#include <gtest/gtest.h>

#include "support/rows.h"
#include "support/shop_format.h"
#include "support/shop_orders.h"

namespace crosswalk::conversion {
namespace {

using Strings = std::vector<std::string>;

/// What a plan of orders writes of one row; `declined` if it leaves the row.
std::string written(const ObjectPlan& plan, const record::Batch& batch) {
  check::TypingMemory memory;
  std::string out = "<";
  if (plan.write(batch, 0, memory, out)) return out.substr(1);
  return out == "<" ? "declined" : "declined after " + out;
}

std::string order(const Strings& names, const Strings& cells, bool ends_line = false) {
  const tests::ShopFormat shop(tests::kShopOrders, "orders");
  const auto columns = check::NestedColumns::bind(*shop.program, *shop.definition,
                                                  *shop.definition->layout("csv"), names, {});
  const auto plan =
      ObjectPlan::of_nested(*columns, shop.definition->schema, shop.definition->record, ends_line);
  return written(plan, tests::csv_batch({cells}));
}

std::string customer(const Strings& names, const record::Batch& batch) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  record::Head head;
  for (const std::string& name : names) head.columns.push_back({name, 0, 0, true});
  check::BindOptions options;
  options.policy = &shop.policy;
  std::vector<diagnostics::RawFinding> findings;
  const auto table =
      check::TableProgram::bind(*shop.program, *shop.definition, shop.rules,
                                *shop.definition->layout("csv"), head, options, findings);
  const auto plan = ObjectPlan::of_table(*table.value(), false, shop.definition->schema,
                                         shop.definition->record, false);
  return written(plan, batch);
}

TEST(ObjectPlan, WritesMembersInTheOrderOfTheSchema) {
  EXPECT_EQ(order({"body.count", "body.kind", "colour", "id"}, {"2", "a", "red", "7"}),
            R"({"id":"7","body":{"kind":"a","count":2},"colour":"red"})");
}

TEST(ObjectPlan, LeavesOutWhatIsEmptyAndObjectsOfWhichNothingIsThere) {
  const Strings names = {"id", "kind", "body.count", "marks.1", "marks.2", "extra.x"};
  EXPECT_EQ(order(names, {"", "", "", "", "", ""}), "{}");
  EXPECT_EQ(order(names, {"", "a", "", "", "", ""}), R"({"body":{"kind":"a"}})");
  EXPECT_EQ(order(names, {"1", "", "", "", "no", ""}),
            R"({"id":"1","marks":[{"id":2,"value":"no"}]})");
  EXPECT_EQ(order({"extra.x", "extra.y"}, {"", "t"}), R"({"extra":{"y":"t"}})");
}

TEST(ObjectPlan, SplitsListsAndBringsCellsIntoTheUsualForm) {
  EXPECT_EQ(order({"mails", "body.day"}, {"a@b;\"c", "1.2.1990"}),
            R"({"body":{"day":"1.2.1990"},"mails":["a@b","\"c"]})");
  EXPECT_EQ(order({"body.day"}, {"31.12.1990"}), R"({"body":{"day":"1990-12-31"}})");
}

TEST(ObjectPlan, EscapesOnlyWhatJsonDemands) {
  EXPECT_EQ(order({"id", "extra.x"}, {"\"say \"\"hi\"\"\"", "\\ ż\t"}),
            "{\"id\":\"say \\\"hi\\\"\",\"extra\":{\"x\":\"\\\\ ż\\t\"}}");
}

TEST(ObjectPlan, LeavesCellsThatHaveToBeParsedToThePlainWay) {
  for (const char* any : {"1.50", "true", "null", "007", "a", "-3e5"})
    EXPECT_NE(order({"extra.x"}, {any}), "declined") << any;
  for (const char* json : {"{}", "[1]", "{x", "1e999"})
    EXPECT_EQ(order({"id", "extra.x"}, {"1", json}), "declined") << json;
}

TEST(ObjectPlan, EndsLinesIfAskedTo) {
  EXPECT_EQ(order({"id"}, {"1"}, true), "{\"id\":\"1\"}\n");
}

TEST(ObjectPlan, WritesFlatRows) {
  EXPECT_EQ(customer({"num_b", "note", "id", "flag"}, tests::csv_batch({{"1e5", "", "7", "1"}})),
            R"({"id":"7","note":"","flag":1,"num_b":1e5})");
  EXPECT_EQ(customer({"id", "note"}, tests::json_batch({{R"("\u0041")", "null"}})),
            R"({"id":"A","note":null})");
  EXPECT_EQ(customer({"id"}, tests::json_batch({{"[1]"}})), "declined");
}

TEST(ObjectPlan, LeavesRowsWithFaultyCellsToThePlainWay) {
  record::Batch batch = tests::csv_batch({{"1", "x"}});
  batch.cells[1].flags = record::Cell::kFaulty;
  EXPECT_EQ(customer({"id", "note"}, batch), "declined");
}

}  // namespace
}  // namespace crosswalk::conversion
