// Schemas that say in good grammar what can't be meant.
#include "format/lint.h"

#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::format {
namespace {

TEST(Lint, RequiredNamesMustBeProperties) {
  EXPECT_EQ(schema_error(R"({"required": ["nam"], "properties": {"name": {}}})"),
            "f.json:1:15: unknown property \"nam\" (did you mean name?)");
  EXPECT_EQ(schema_error(R"({"required": ["name"], "properties": {"name": {}}})"), "");
}

TEST(Lint, ConditionsMayRequireNamesWithoutListingProperties) {
  EXPECT_EQ(schema_error(R"({"if": {"required": ["a"]}, "then": {"required": ["b"]}})"), "");
}

TEST(Lint, NamesStandOnceInRequired) {
  EXPECT_EQ(schema_error(R"({"required": ["a", "a"], "properties": {"a": {}}})"),
            "f.json:1:20: the same name twice");
}

TEST(Lint, BranchesNeedAnIfAndAnIfNeedsABranch) {
  EXPECT_EQ(schema_error(R"({"then": {}})"), "f.json:1:10: then without if");
  EXPECT_EQ(schema_error(R"({"else": {}})"), "f.json:1:10: else without if");
  EXPECT_EQ(schema_error(R"({"if": {}})"), "f.json:1:8: if without then or else");
  EXPECT_EQ(schema_error(R"({"if": {}, "else": {}})"), "");
}

TEST(Lint, EnumsHoldEachValueOnce) {
  EXPECT_EQ(schema_error(R"({"enum": [0, "0", 0]})"), "f.json:1:19: the same value twice");
  EXPECT_EQ(schema_error(R"({"enum": []})"), "f.json:1:10: wanted at least one value");
  EXPECT_EQ(schema_error(R"({"const": 1, "enum": [1]})"), "f.json:1:22: enum beside const");
}

TEST(Lint, FormatsAreThoseThatAreAsserted) {
  EXPECT_EQ(schema_error(R"({"format": "datetime"})"),
            "f.json:1:12: unknown format \"datetime\" (did you mean date-time?)");
  for (const char* name : {"date", "iso-date-time", "idn-hostname", "uri-template",
                           "relative-json-pointer", "regex"}) {
    EXPECT_EQ(schema_error(std::string(R"({"format": ")") + name + "\"}"), "") << name;
  }
}

std::string down_error(const std::string& down) {
  return schema_error(R"({"x-crosswalk": {"checks": [{"rule": "a.b", "down": )" + down + "}]}}");
}

TEST(Lint, DownIsBuiltOfWhatAColumnCanAnswer) {
  EXPECT_EQ(down_error(R"({"contains": {"pattern": "a"}})"), "");
  EXPECT_EQ(
      down_error(R"({"if": {"contains": {}}, "then": {"allOf": [{"not": {"contains": {}}}]}})"),
      "");
  EXPECT_NE(down_error(R"({"minItems": 1})").find("unknown keyword in down \"minItems\""),
            std::string::npos);
  EXPECT_NE(down_error(R"({"not": {"not": {"contain": {}}}})").find("did you mean contains?"),
            std::string::npos);
}

TEST(Lint, PlainSchemasAreNotLinted) {
  EXPECT_TRUE(
      load_schema(R"({"then": {}, "enum": [1, 1], "format": "colour"})", "f.json", {}).ok());
}

}  // namespace
}  // namespace crosswalk::format
