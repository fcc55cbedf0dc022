// Where records are, by the schema alone.
#include "format/record_place.h"

#include <gtest/gtest.h>

#include "format/loader.h"
#include "format/pointer.h"

namespace crosswalk::format {
namespace {

struct Found {
  std::string record;  ///< its title; "-" if there is none
  bool are_items = false;
};

Found find(const std::string& schema, const std::string& pointer) {
  const Schema loaded = load_schema(schema, "f.json", {.is_closed = true}).value();
  RecordPlace place{pointer, *pointer_steps(pointer), false};
  const auto record = find_record(loaded.nodes, place);
  return {record ? loaded.nodes[*record].title : "-", place.are_items};
}

TEST(FindRecord, TakesTheItemsOfAnArray) {
  const Found found =
      find(R"({"properties": {"data": {"items": {"title": "one", "properties": {"id": true}}}}})",
           "/data");
  EXPECT_EQ(found.record, "one");
  EXPECT_TRUE(found.are_items);
}

TEST(FindRecord, TakesTheValueWhereNoArrayIs) {
  const Found found =
      find(R"({"properties": {"data": {"title": "it", "type": "object"}}})", "/data");
  EXPECT_EQ(found.record, "it");
  EXPECT_FALSE(found.are_items);
  EXPECT_EQ(find(R"({"title": "root", "type": "object"})", "").record, "root");
}

TEST(FindRecord, FollowsReferencesAndAllOf) {
  const Found found = find(R"({
    "allOf": [{"properties": {"data": {"$ref": "#/definitions/list"}}}],
    "definitions": {
      "list": {"items": {"allOf": [{"type": "object"}, {"$ref": "#/definitions/one"}]}},
      "one": {"title": "one", "properties": {"id": true}}}})",
                           "/data");
  EXPECT_EQ(found.record, "one");
  EXPECT_TRUE(found.are_items);
}

TEST(FindRecord, FindsNothingWhereNoPropertyIs) {
  EXPECT_EQ(find(R"({"properties": {"data": true}})", "/date").record, "-");
  EXPECT_EQ(find(R"({"additionalProperties": {"title": "x"}})", "/data").record, "-");
}

TEST(FindRecord, EndsAtARingOfReferences) {
  EXPECT_EQ(find(R"({"allOf": [{"$ref": "#"}], "properties": {"a": true}})", "/b").record, "-");
}

}  // namespace
}  // namespace crosswalk::format
