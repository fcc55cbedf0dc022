// In which order members are written: what a schema names, and what it does not.
#include "conversion/member_order.h"

#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::conversion {
namespace {

constexpr const char* kSchema = R"({
  "type": "object",
  "properties": {"b": {"type": "object", "properties": {"y": true, "x": true}}, "a": true,
                 "list": {"items": {"$ref": "#/definitions/item"}}},
  "allOf": [{"properties": {"c": true, "b": {"properties": {"z": true}}}},
            {"$ref": "#/definitions/more"}],
  "anyOf": [{"properties": {"maybe": true}}],
  "if": {"properties": {"if": true}}, "then": {"properties": {"then": true}},
  "additionalProperties": {"properties": {"q": true, "p": true}},
  "definitions": {
    "more": {"properties": {"d": true, "a": true}, "allOf": [{"$ref": "#"}]},
    "item": {"properties": {"n": true, "m": true}}
  }
})";

class MemberOrderTest : public ::testing::Test {
 protected:
  MemberOrderTest() {
    auto loaded = format::load_schema(kSchema, "f.json", {});
    EXPECT_TRUE(loaded.ok()) << loaded.error().message;
    if (loaded) schema_ = std::move(loaded).value();
    order_ = MemberOrder(schema_);
  }

  std::uint32_t rank(std::string_view name, std::uint32_t expected = 0) const {
    return order_.find(0, name, expected).rank;
  }

  format::Schema schema_;
  MemberOrder order_;
};

TEST_F(MemberOrderTest, IsThatOfTheSchemaAndOfAllThatDescribesTheSameValue) {
  const char* const names[] = {"b", "a", "list", "c", "d"};
  for (std::uint32_t i = 0; i < std::size(names); ++i) EXPECT_EQ(rank(names[i]), i) << names[i];
}

TEST_F(MemberOrderTest, IsTheSameWhateverIsExpected) {
  for (const char* name : {"b", "a", "list", "c", "d", "none"}) {
    for (const std::uint32_t expected : {0U, 1U, 3U, 4U, 5U, 6U, 1000U})
      EXPECT_EQ(rank(name, expected), rank(name)) << name << ' ' << expected;
  }
}

TEST_F(MemberOrderTest, GivesNoPlaceToWhatOnlySomeRecordsAreSaidToHave) {
  for (const char* name : {"maybe", "if", "then", "x", "", "B"})
    EXPECT_EQ(rank(name), MemberRank::kUnnamed) << name;
}

TEST_F(MemberOrderTest, GoesOnBelowAMember) {
  const MemberRank b = order_.find(0, "b", 0);
  EXPECT_EQ(order_.find(b.node, "y", 0).rank, 0U);
  EXPECT_EQ(order_.find(b.node, "x", 0).rank, 1U);
  EXPECT_EQ(order_.find(b.node, "z", 0).rank, MemberRank::kUnnamed)
      << "a name that comes twice keeps its first place";
}

TEST_F(MemberOrderTest, GoesOnBelowAMemberThatHasNoNameOfItsOwn) {
  const MemberRank other = order_.find(0, "other", 0);
  EXPECT_EQ(other.rank, MemberRank::kUnnamed);
  ASSERT_NE(other.node, format::kNoNode);
  EXPECT_EQ(order_.find(other.node, "q", 0).rank, 0U);
  EXPECT_EQ(order_.find(other.node, "p", 0).rank, 1U);
}

TEST_F(MemberOrderTest, GoesOnBelowTheElementsOfAList) {
  const format::NodeId item = order_.items_of(order_.find(0, "list", 0).node);
  ASSERT_NE(item, format::kNoNode);
  EXPECT_EQ(order_.find(item, "n", 0).rank, 0U);
  EXPECT_EQ(order_.find(item, "m", 0).rank, 1U);
  EXPECT_EQ(order_.items_of(0), format::kNoNode);
}

TEST_F(MemberOrderTest, OfWhatNoSchemaDescribesNamesNothing) {
  const MemberRank none = order_.find(format::kNoNode, "b", 0);
  EXPECT_EQ(none.rank, MemberRank::kUnnamed);
  EXPECT_EQ(none.node, format::kNoNode);
  EXPECT_EQ(order_.items_of(format::kNoNode), format::kNoNode);
}

}  // namespace
}  // namespace crosswalk::conversion
