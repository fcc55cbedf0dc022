// The words that say what a field has to do with the canonical record.
#include "format/mapping_reader.h"

#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::format {
namespace {

FieldMapping loaded(const std::string& words) {
  const Result<Schema> schema =
      load_schema(R"({"x-crosswalk": {)" + words + "}}", "f.json", {.is_closed = true});
  EXPECT_TRUE(schema.ok()) << schema.error().message;
  return schema ? schema.value().nodes[0].annotation.mapping : FieldMapping{};
}

std::string refused(const std::string& words) {
  return schema_error(R"({"x-crosswalk": {)" + words + "}}");
}

std::string map_error(const std::string& text, Holds holds = Holds::kCustomer) {
  const Result<MapFile> map = load_map(text, "m.json", holds);
  return map ? "" : map.error().message;
}

TEST(MappingWords, SayWhereAFieldStands) {
  const FieldMapping mapping =
      loaded(R"("is": ["/full_name", ["/first_name", "/last_name"]], "hash": "/emails")");
  EXPECT_EQ(mapping.is,
            (std::vector<CanonicalPlace>{{"/full_name"}, {"/first_name", "/last_name"}}));
  EXPECT_EQ(mapping.hash, "/emails");
  EXPECT_TRUE(mapping.has_is);
}

TEST(MappingWords, NameTheValues) {
  const FieldMapping mapping =
      loaded(R"("is": ["/gender"], "values": {"F": "female", "-": ["unknown", "other"]})");
  ASSERT_EQ(mapping.values.size(), 2U);
  EXPECT_EQ(mapping.values[0].own, "F");
  EXPECT_EQ(mapping.values[1].canonical, (std::vector<std::string>{"unknown", "other"}));
}

TEST(MappingWords, WantAWayBackForEachValueOrSayThatThereIsNone) {
  const std::string table = R"("is": ["/gender"], "values": {"F": "female", "W": "female"})";
  EXPECT_NE(refused(table).find("\"F\" is \"female\" too"), std::string::npos) << refused(table);
  EXPECT_EQ(refused(table + R"(, "one_way": true)"), "");
}

TEST(MappingWords, WantAPlaceForValues) {
  EXPECT_NE(refused(R"("values": {"F": "female"})").find("values without is"), std::string::npos);
  EXPECT_NE(refused(R"("is": ["/gender"], "one_way": true)").find("one_way without values"),
            std::string::npos);
}

TEST(MappingWords, NameOnlyValuesOfTheEnum) {
  const std::string schema =
      R"({"enum": ["F", "M"], "x-crosswalk": {"is": ["/gender"], "values": )";
  EXPECT_EQ(schema_error(schema + R"({"F": "female"}}})"), "");
  EXPECT_EQ(
      schema_error(
          R"({"enum": [1, "F"], "x-crosswalk": {"is": ["/gender"], "values": {"F": "female"}}})"),
      "");
  EXPECT_NE(schema_error(schema + R"({"F": []}}})").find("wanted at least one"), std::string::npos);
  EXPECT_NE(schema_error(schema + R"({"G": "female"}}})").find("not one of the enum"),
            std::string::npos);
}

TEST(MapFile, SaysWhatColumnsOfEitherSideAre) {
  const Result<MapFile> map = load_map(
      R"({"source": {"txt_town": {"is": ["/address/city"]}}, "target": {"vip": {"is": []}}})",
      "m.json", Holds::kCustomer);
  ASSERT_TRUE(map.ok()) << map.error().message;
  ASSERT_EQ(map.value().source.size(), 1U);
  EXPECT_EQ(map.value().source[0].first, "txt_town");
  EXPECT_EQ(map.value().source[0].second.is[0][0], "/address/city");
  ASSERT_EQ(map.value().target.size(), 1U);
  EXPECT_TRUE(map.value().target[0].second.has_is);
}

TEST(MapFile, RefusesWhatItDoesNotKnowWithThePlaceAndTheNearestName) {
  EXPECT_EQ(map_error(R"({"sorce": {}})"),
            "m.json:1:2: unknown word of a map \"sorce\" (did you mean source?), at /sorce");
  EXPECT_EQ(
      map_error(R"({"source": {"a": {"hahs": "x"}}})"),
      "m.json:1:19: unknown word of a mapping \"hahs\" (did you mean hash?), at /source/a/hahs");
  EXPECT_EQ(map_error(R"({"source": {"a": {"is": ["/first_nmae"]}}})"),
            "m.json:1:26: unknown canonical field /first_nmae (did you mean first_name?), at "
            "/source/a/is/0");
  EXPECT_NE(map_error(R"({"source": {"a": {"is": ["/emails"]}}})", Holds::kEvent), "");
}

TEST(MapFile, RefusesValuesThatTheCanonicalFieldCannotHave) {
  EXPECT_NE(map_error(R"({"source": {"a": {"is": ["/gender"], "values": {"F": "woman"}}}})")
                .find("\"woman\" is no value of /gender"),
            std::string::npos);
}

TEST(MapFile, WantsAStarOnBothSidesOrNone) {
  const std::string star = "\"*\" stands for the same name";
  EXPECT_NE(map_error(R"({"target": {"x_*": {"is": ["/gender"]}}})").find(star), std::string::npos);
  EXPECT_NE(map_error(R"({"target": {"x": {"is": ["/attributes/*"]}}})").find(star),
            std::string::npos);
  EXPECT_EQ(map_error(R"({"target": {"x_*": {"is": ["/attributes/x_*"]}}})"), "");
}

}  // namespace
}  // namespace crosswalk::format
