// What can be seen of whole, broken and cut-off texts.
#include "layout/glimpse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

format::RecordPlace place(std::vector<std::string> steps, bool are_items) {
  format::RecordPlace place;
  place.steps = std::move(steps);
  place.are_items = are_items;
  return place;
}

TEST(Glimpse, SeesTheMembersOfTheFirstObjectAlone) {
  const ObjectGlimpse glimpse =
      glimpse_object(R"([7, {"a": {"x": 1}, "b" : [{"y": 2}]}, {"c": 3}])");
  EXPECT_THAT(glimpse.members, ElementsAre("a", "b"));
  EXPECT_EQ(glimpse.bytes, std::string_view(R"({"a": {"x": 1}, "b" : [{"y": 2}]})").size());
}

TEST(Glimpse, TakesNoTextForAName) {
  EXPECT_THAT(glimpse_object(R"({"a": "\"b\": {", "c": "d"})").members, ElementsAre("a", "c"));
}

TEST(Glimpse, SeesWhatIsThereOfACutText) {
  const ObjectGlimpse glimpse = glimpse_object(R"({"a": 1, "b": [{"c": 2}, "d)");
  EXPECT_THAT(glimpse.members, ElementsAre("a", "b"));
  EXPECT_EQ(glimpse.bytes, 0U);
  EXPECT_THAT(glimpse_object("").members, IsEmpty());
  EXPECT_THAT(glimpse_object("[1, 2]").members, IsEmpty());
  EXPECT_THAT(glimpse_object("{\"a").members, IsEmpty());
}

TEST(Glimpse, CountsObjectsThatStandOnALine) {
  const auto lines = [](std::string_view text) {
    return count_object_lines(text, glimpse_object(text).bytes);
  };
  EXPECT_EQ(lines("{\"a\":1}"), 1);
  EXPECT_EQ(lines("{\"a\":1}\n\n"), 1);
  EXPECT_EQ(lines("{\"a\":1}\r\n{\"a\""), 2);
  EXPECT_EQ(lines("{\"a\":1} {\"a\":2}\n"), 0);
  EXPECT_EQ(lines("{\"a\":1}\n[2]\n"), 0);
  EXPECT_EQ(lines("{\"a\":\n1}\n"), 0);
  EXPECT_EQ(lines("{\"a\":"), 0);
}

TEST(Glimpse, FindsTheFirstRecord) {
  EXPECT_EQ(glimpse_record(R"({"x":1,"data":[ {"id":7}]})", place({"data"}, true)).first,
            R"({"id":7}]})");
  EXPECT_EQ(glimpse_record(R"({"a":{"x":1},"b":{"a":{"id":7}}})", place({"b", "a"}, false)).first,
            R"({"id":7}}})");
}

TEST(Glimpse, FindsNoRecordWhereThereIsNone) {
  for (const char* text :
       {R"({"data":[]})", R"({"data":null})", R"({"x":[]})", R"({"data")", "7"}) {
    const RecordGlimpse record = glimpse_record(text, place({"data"}, true));
    EXPECT_TRUE(record.first.empty()) << text;
    EXPECT_FALSE(record.is_misplaced) << text;
  }
}

TEST(Glimpse, TellsWhereSomethingElseStandsInTheRecordsPlace) {
  EXPECT_TRUE(glimpse_record(R"({"data":{"id":7}})", place({"data"}, true)).is_misplaced);
  EXPECT_TRUE(glimpse_record(R"({"data":[{"id":7}]})", place({"data"}, false)).is_misplaced);
  EXPECT_TRUE(glimpse_record(R"({"data":[["7"]]})", place({"data"}, true)).is_misplaced);
}

}  // namespace
}  // namespace crosswalk::layout
