// A row as the JSON object that it means.
#include "check/row_object.h"

#include <gtest/gtest.h>

namespace crosswalk::check {
namespace {

TEST(RowObject, IsTheObjectThatARowMeans) {
  RowObject row;
  row.clear();
  row.add("a", json::Kind::kNumber, "1.50", 0);
  row.add("b\"", json::Kind::kString, "x\ny", 2);
  row.add("c", json::Kind::kArray, "[1,2]", 3);
  row.finish();
  EXPECT_EQ(row.text(), R"({"a":1.50,"b\"":"x\ny","c":[1,2]})");
  EXPECT_EQ(row.tape().tokens.at(0).count, 3U);
}

TEST(RowObject, KnowsTheColumnOfEachMember) {
  RowObject row;
  row.clear();
  row.add("a", json::Kind::kNumber, "1", 4);
  row.add("b", json::Kind::kNumber, "2", 7);
  row.finish();
  EXPECT_FALSE(row.column_at(0));
  EXPECT_EQ(row.column_at(1), 4U);
  EXPECT_EQ(row.column_at(5), 4U);
  EXPECT_EQ(row.column_at(7), 7U);
  EXPECT_FALSE(row.column_at(12));
}

TEST(RowObject, CanBeEmptyAndUsedAgain) {
  RowObject row;
  row.clear();
  row.add("a", json::Kind::kNull, "null", 0);
  row.finish();
  row.clear();
  row.finish();
  EXPECT_EQ(row.text(), "{}");
  EXPECT_EQ(row.tape().tokens.size(), 1U);
}

}  // namespace
}  // namespace crosswalk::check
