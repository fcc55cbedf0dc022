// One format, seen from the canonical record.
#include "conversion/side.h"

#include <gtest/gtest.h>

#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

Side side_of(std::string_view format, const format::ColumnMappings& own = {}) {
  Result<Side> side = Side::make(format_called(format), own);
  EXPECT_TRUE(side.ok()) << side.error().message;
  return std::move(side).value();
}

std::vector<std::string> columns_of(const Side& side, const std::string& pointer) {
  std::vector<std::string> columns;
  for (const Place& place : side.places_of(pointer))
    columns.push_back(column_of(side.entries()[place.entry], place.star));
  return columns;
}

std::string entry_column(const Side& side, std::string_view column) {
  const auto found = side.table().find(column);
  return side.entries()[side.entry_of(*found->field, found->member).entry].column;
}

using Columns = std::vector<std::string>;

TEST(Side, TakesTheEntryThatSaysMost) {
  const Side side = side_of("aixon/customers");
  EXPECT_EQ(entry_column(side, "txt_gender"), "txt_gender");
  EXPECT_EQ(entry_column(side, "txt_genders"), "txt_*");
  EXPECT_EQ(entry_column(side, "goal_purchase_x"), "goal_purchase_*");
  EXPECT_EQ(entry_column(side, "goal_purchase_x_timestamp"), "goal_purchase_*_timestamp");
  EXPECT_EQ(entry_column(side, "goal_no_visit_x"), "goal_no_visit_*");
}

TEST(Side, LeadsFromTheCanonicalRecordToColumns) {
  const Side side = side_of("aixon/customers");
  EXPECT_EQ(columns_of(side, "/ids/crm"), Columns{"customuid"});
  EXPECT_EQ(columns_of(side, "/goals/no_visit/x"), Columns{"goal_no_visit_x"});
  EXPECT_EQ(columns_of(side, "/attributes/num_x"), Columns{"num_x"});
  EXPECT_EQ(columns_of(side, "/attributes/x"), (Columns{"txt_x", "num_x", "attr_x"}));
  EXPECT_EQ(columns_of(side, "/phones"), Columns{});
}

TEST(Side, WritesNothingIntoReadOnlyFields) {
  const Side side = side_of("aixon/customers");
  EXPECT_EQ(columns_of(side, "/emails"), Columns{"emailsha256"});
  EXPECT_TRUE(side.places_of("/emails")[0].is_hash);
  EXPECT_EQ(columns_of(side_of("expertsender/customer"), "/computed/totalSpent"), Columns{});
}

TEST(Side, KnowsTheRankOfAPlace) {
  const Side side = side_of("wasabi/customer-action");
  const std::vector<Place> places = side.places_of("/time");
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].rank, 0U);
  EXPECT_EQ(places[1].rank, 1U);
}

TEST(Side, ListensToAMapOfTheUsers) {
  const Side side =
      side_of("aixon/customers", {{"txt_phone", {{{"/phones"}}, true, {}, false, "", ""}},
                                  {"customuid", {{{"/ids/card"}}, true, {}, false, "", ""}}});
  EXPECT_EQ(columns_of(side, "/phones"), Columns{"txt_phone"});
  EXPECT_EQ(columns_of(side, "/ids/card"), Columns{"customuid"});
  EXPECT_EQ(columns_of(side, "/ids/crm"), Columns{});
}

TEST(Side, RefusesColumnsThatTheFormatHasNot) {
  const auto side = Side::make(format_called("loyalty/customers"),
                               {{"ci\nty", {{{"/gender"}}, true, {}, false, "", ""}}});
  ASSERT_FALSE(side.ok());
  EXPECT_EQ(side.error().message, "loyalty/customers has no column \"ci␊ty\" (did you mean city?)");
}

}  // namespace
}  // namespace crosswalk::conversion
