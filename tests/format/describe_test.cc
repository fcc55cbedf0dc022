// What `formats show` has to print.
#include "format/describe.h"

#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::format {
namespace {

FormatInfo described(std::string text) {
  diagnostics::RuleCatalog rules;
  const Result<Definition> loaded =
      load_definition(std::move(text), "club/members", "f.json", rules);
  EXPECT_TRUE(loaded.ok()) << loaded.error().message;
  return loaded ? describe(loaded.value()) : FormatInfo{};
}

FormatInfo club() {
  return described(project_file("examples/formats/club/members.schema.json"));
}

TEST(Describe, TellsNameTitleAndOrigin) {
  const FormatInfo info = club();
  EXPECT_EQ(info.name, "club/members");
  EXPECT_EQ(info.title, "Club: members");
  EXPECT_EQ(info.description, "Members of a club, one a row.");
  EXPECT_EQ(info.origin, "f.json");
}

TEST(Describe, TellsLayoutsWithLimits) {
  const FormatInfo info = club();
  ASSERT_EQ(info.layouts.size(), 2U);
  EXPECT_EQ(info.layouts[0].name, "csv");
  EXPECT_EQ(info.layouts[1].warn_bytes, 900000U);
  EXPECT_EQ(info.layouts[1].refuse_bytes, 1000000U);
  EXPECT_EQ(info.layouts[1].records, 500U);
}

TEST(Describe, TellsFieldsInTheOrderOfTheFile) {
  const FormatInfo info = club();
  ASSERT_EQ(info.fields.size(), 6U);
  EXPECT_EQ(info.fields[0].name, "number");
  EXPECT_TRUE(info.fields[0].required);
  EXPECT_EQ(info.fields[0].type, "text");
  EXPECT_EQ(info.fields[2].type, "date");
  EXPECT_FALSE(info.fields[2].required);
  EXPECT_EQ(info.fields[3].type, "integer");
  EXPECT_EQ(info.fields[4].type, "1 or 0");
  EXPECT_EQ(info.fields[0].description, "The number on the member's card.");
}

TEST(Describe, TellsRequests) {
  const FormatInfo info = club();
  ASSERT_EQ(info.requests.size(), 1U);
  EXPECT_EQ(info.requests[0].name, "upload");
  EXPECT_EQ(info.requests[0].method, "POST");
  EXPECT_EQ(info.requests[0].body, "json");
  EXPECT_EQ(info.requests[0].headers[0].first, "Authorization");
}

TEST(Describe, TellsEachRuleOnceAndSorted) {
  const FormatInfo info = club();
  EXPECT_EQ(info.rules.size(), 13U);
  EXPECT_EQ(info.rules.front(), "club.column-missing");
  EXPECT_EQ(std::count(info.rules.begin(), info.rules.end(), "club.points"), 1);
}

TEST(Describe, FollowsReferencesAndLeavesEmptyPatternsOut) {
  const FormatInfo info = described(
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club",
        "definitions": {"one": {"properties": {"a": {"$ref": "#/definitions/text"}},
                                "patternProperties": {"^b": {"type": ["number", "null"]}, "^c": true}},
                        "text": {"type": "string", "title": "Some text"}},
        "x-crosswalk": {"layouts": {"json": {}}, "record": "#/definitions/one"}})");
  ASSERT_EQ(info.fields.size(), 2U);
  EXPECT_EQ(info.fields[0].type, "text");
  EXPECT_EQ(info.fields[0].description, "Some text");
  EXPECT_TRUE(info.fields[1].is_pattern);
  EXPECT_EQ(info.fields[1].name, "^b");
  EXPECT_EQ(info.fields[1].type, "number or null");
}

}  // namespace
}  // namespace crosswalk::format
