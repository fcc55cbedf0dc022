// Rows under dotted columns as the objects that they mean.
#include "check/nested_row.h"

#include <gtest/gtest.h>

#include "support/shop_format.h"
#include "support/shop_orders.h"

namespace crosswalk::check {
namespace {

using Strings = std::vector<std::string>;

/// A header of orders and rows under it.
class Orders {
 public:
  explicit Orders(const Strings& names, const char* format = tests::kShopOrders)
      : shop_(format),
        columns(NestedColumns::bind(*shop_.program, *shop_.definition,
                                    *shop_.definition->layout("csv"), names, {})),
        row(columns) {}

  /// The text of a row with these cells; `!` is a faulty one.
  std::string read(const Strings& cells) {
    row.read(batch_of(cells), 0);
    return row.text();
  }
  static record::Batch batch_of(const Strings& cells) {
    record::Batch batch;
    batch.records.push_back({});
    for (const std::string& cell : cells) {
      const auto begin = static_cast<std::uint32_t>(batch.bytes.size());
      batch.bytes += cell;
      const auto end = static_cast<std::uint32_t>(batch.bytes.size());
      const std::uint8_t flags = cell == "!" ? record::Cell::kFaulty : 0;
      batch.cells.push_back({begin, end, record::CellKind::kText, flags});
    }
    batch.records[0].cell_count = static_cast<std::uint32_t>(cells.size());
    return batch;
  }
  bool knows(const Strings& cells) { return row.has_known_kinds(batch_of(cells), 0); }

 private:
  tests::ShopFormat shop_;

 public:
  std::shared_ptr<const NestedColumns> columns;
  NestedRow row;
};

TEST(NestedRow, PutsMembersTogetherWhereverTheirColumnsStand) {
  Orders orders({"body.kind", "id", "body.count", "marks.3", "extra.x", "marks.12"});
  EXPECT_EQ(orders.read({"a", "7", "2", "yes", "t", "no"}),
            R"({"body":{"kind":"a","count":2},"id":"7",)"
            R"("marks":[{"id":3,"value":"yes"},{"id":12,"value":"no"}],"extra":{"x":"t"}})");
}

TEST(NestedRow, LeavesOutWhatIsEmptyAndObjectsOfWhichNothingIsThere) {
  Orders orders({"id", "kind", "marks.1", "extra.x", "mails"});
  EXPECT_EQ(orders.read({"", "a", "", "", ""}), R"({"body":{"kind":"a"}})");
  EXPECT_EQ(orders.read({"1", "", "no", "", ""}), R"({"id":"1","marks":[{"id":1,"value":"no"}]})");
  EXPECT_EQ(orders.read({"", "", "", "", ""}), "{}");
  EXPECT_EQ(orders.row.tape().tokens.size(), 1U);
}

TEST(NestedRow, TypesCellsByTheSchema) {
  Orders orders({"id", "body.count", "body.gift", "body.day"});
  EXPECT_EQ(orders.read({"007", "12", "true", "31.12.1990"}),
            R"({"id":"007","body":{"count":12,"gift":true,"day":"1990-12-31"}})");
  EXPECT_EQ(orders.read({"1", "007", "yes", "soon"}),
            R"({"id":"1","body":{"count":"007","gift":"yes","day":"soon"}})");
}

TEST(NestedRow, KnowsRowsByTheKindsOfTheirValues) {
  Orders orders({"id", "body.count", "mails", "extra.x", "id"});
  EXPECT_FALSE(orders.knows({"", "", "", "", ""})) << "nothing is known yet";
  EXPECT_FALSE(orders.knows({"7", "", "", "", ""}));
  orders.row.know_kinds(Orders::batch_of({"7", "12", "a;b", "t", "x"}), 0);
  EXPECT_TRUE(orders.knows({"8", "0", "c", "true story", "y"}));
  EXPECT_TRUE(orders.knows({"", "3", "", "", ""}));
  EXPECT_TRUE(orders.knows({"", "", "", "", ""}));
  EXPECT_FALSE(orders.knows({"8", "many", "", "", ""})) << "a text in place of a number";
  EXPECT_FALSE(orders.knows({"8", "", "", "5", ""})) << "a number in place of a text";
  EXPECT_TRUE(orders.knows({"!", "", "", "", ""})) << "it is left out";
  orders.row.know_kinds(Orders::batch_of({"", "", "", R"({"a":1})", ""}), 0);
  EXPECT_FALSE(orders.knows({"", "", "", R"({"b":1})", ""})) << "it may hold anything";
}

TEST(NestedRow, SplitsListsOfPlainValues) {
  Orders orders({"mails"});
  EXPECT_EQ(orders.read({"a@b;c@d"}), R"({"mails":["a@b","c@d"]})");
  EXPECT_EQ(orders.read({"a,b"}), R"({"mails":["a,b"]})");
  EXPECT_EQ(orders.read({";x; y"}), R"({"mails":["","x"," y"]})");
}

TEST(NestedRow, TakesJsonWhereAnyValueMayStand) {
  Orders orders({"extra.x"});
  for (const char* json : {"1.50", "true", "null", R"("12")", R"({"a":[1]})", "[]", "-3e5"})
    EXPECT_EQ(orders.read({json}), std::string(R"({"extra":{"x":)") + json + "}}");
  for (const char* text : {"007", "1,5", "truth", "{x", " 1", "1 ", "2024-01-01"})
    EXPECT_EQ(orders.read({text}), std::string(R"({"extra":{"x":")") + text + "\"}}");
}

TEST(NestedRow, KeepsWhatTheSchemaDoesNotKnow) {
  Orders orders({"id", "colour", "body.hue", "x.y"});
  EXPECT_EQ(orders.read({"1", "red", "7", "[1]"}),
            R"({"id":"1","colour":"red","body":{"hue":7},"x.y":[1]})");
  EXPECT_EQ(orders.read({"1", "\"7\"", "", "\"\""}), R"({"id":"1","colour":"7","x.y":""})");
  EXPECT_FALSE(orders.columns->columns()[1].is_known);
}

TEST(NestedRow, LeavesOutRepeatedAndFaultyCellsAndThoseOfObjects) {
  Orders orders({"id", "marks", "kind", "body.kind", "body.count"});
  EXPECT_EQ(orders.read({"1", "red", "a", "b", "!"}), R"({"id":"1","body":{"kind":"a"}})");
  EXPECT_EQ(orders.columns->columns()[1].state, ColumnState::kUnknown);
  EXPECT_EQ(orders.columns->columns()[2].state, ColumnState::kBound);
  EXPECT_EQ(orders.columns->columns()[3].state, ColumnState::kRepeated);
}

TEST(NestedRow, LeadsEveryByteBackToItsColumn) {
  Orders orders({"id", "marks.3", "body.kind"});
  const std::string text = orders.read({"7", "yes", "a"});
  const auto at = [&](const std::string& part) {
    return orders.row.place_at(static_cast<std::uint32_t>(text.find(part)));
  };
  EXPECT_EQ(at("\"7\"")->column, 0U);
  EXPECT_FALSE(at("\"7\"")->is_name);
  EXPECT_EQ(at("3")->column, 1U);
  EXPECT_TRUE(at("3")->is_name);
  EXPECT_EQ(at("\"yes\"")->column, 1U);
  EXPECT_FALSE(at("\"yes\"")->is_name);
  EXPECT_EQ(at("\"a\"")->column, 2U);
  EXPECT_FALSE(at("[")) << "the list belongs to all of its columns";
  EXPECT_FALSE(orders.row.place_at(0));
}

TEST(NestedRow, MakesARecordOfNamesAlone) {
  Orders orders({"id", "marks.x"});
  orders.row.read_names();
  EXPECT_EQ(orders.row.text(), R"({"id":"","marks":[{"id":"x","value":""}]})");
}

TEST(NestedColumns, FindTheColumnOfAMemberOrOfOneInsideIt) {
  const Orders orders({"marks.3", "body.count", "kind", "id"});
  const auto at = [&](const Strings& path) { return orders.columns->column_at(path); };
  EXPECT_EQ(at({"id"}), 3U);
  EXPECT_EQ(at({"body", "count"}), 1U);
  EXPECT_EQ(at({"body"}), 2U) << "body.kind is required";
  EXPECT_EQ(at({"marks"}), 0U);
  EXPECT_EQ(at({"extra"}), std::nullopt);
}

TEST(NestedRow, KnowsWhatAnEmptyCellIsByTheFormat) {
  std::string format = tests::kShopOrders;
  format.replace(format.find(R"("records": "")"), 13, R"("records": "", "missing": ["null"])");
  Orders null({"id", "body.kind"}, format.c_str());
  EXPECT_EQ(null.read({"", "a"}), R"({"id":null,"body":{"kind":"a"}})");
  format.replace(format.find(R"(["null"])"), 8, R"(["empty"])");
  Orders empty({"id", "body.kind"}, format.c_str());
  EXPECT_EQ(empty.read({"", ""}), R"({"id":"","body":{"kind":""}})");
}

}  // namespace
}  // namespace crosswalk::check
