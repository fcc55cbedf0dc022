// A schema of the user's own as a format.
#include "format/own_schema.h"

#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace crosswalk::format {
namespace {

Result<Definition> load(const std::string& text) {
  diagnostics::RuleCatalog rules;
  return load_own_schema({"schema/s", text, "s.json", {}, nullptr}, rules);
}

// The title of what a row is.
std::string row_title(const std::string& text) {
  const Result<Definition> definition = load(text);
  EXPECT_TRUE(definition.ok());
  if (!definition.ok()) return {};
  return definition.value().schema.nodes[definition.value().record].title;
}

TEST(OwnSchema, IsAFormatWithADocumentAndATable) {
  const Result<Definition> definition = load(R"({"unknown": 1, "type": "object"})");
  ASSERT_TRUE(definition.ok());
  EXPECT_TRUE(definition.value().is_own_schema);
  EXPECT_NE(definition.value().layout("json"), nullptr);
  EXPECT_NE(definition.value().layout("ndjson"), nullptr);
  ASSERT_NE(definition.value().layout("csv"), nullptr);
  EXPECT_EQ(definition.value().layout("csv")->quote, '"');
}

TEST(OwnSchema, DescribesARowOrAListOfRows) {
  EXPECT_EQ(row_title(R"({"title": "root", "type": "object"})"), "root");
  EXPECT_EQ(row_title(R"({"title": "root"})"), "root");
  EXPECT_EQ(row_title(R"({"title": "root", "type": "array"})"), "root");
  EXPECT_EQ(row_title(R"({"type": "array", "items": {"title": "element"}})"), "element");
  EXPECT_EQ(row_title(R"({"$ref": "#/definitions/list", "definitions": {
      "list": {"type": "array", "items": {"$ref": "#/definitions/row"}},
      "row": {"title": "row"}}})"),
            "row");
}

TEST(OwnSchema, InternsTheRulesOfItsChecks) {
  diagnostics::RuleCatalog rules;
  const std::string text =
      R"({"minLength": 1, "x-crosswalk": {"checks": [{"on": "minLength", "rule": "own.empty"}]}})";
  ASSERT_TRUE(load_own_schema({"schema/s", text, "s.json", {}, nullptr}, rules).ok());
  EXPECT_NE(rules.find("own.empty"), diagnostics::RuleCatalog::kNoRule);
}

TEST(OwnSchema, IsNamedAfterItsFile) {
  const tests::TempFolder folder;
  const std::string path = folder.write("my customers.schema.json", "{}");
  const Result<OwnSchema> schema = own_schema_file(path);
  ASSERT_TRUE(schema.ok());
  EXPECT_EQ(schema.value().name, "schema/my-customers");
  EXPECT_EQ(schema.value().where, path);
  EXPECT_EQ(own_schema_name("a:b/c"), "schema/a-b-c");
  EXPECT_EQ(own_schema_file(folder.path("none.json")).error().kind, ErrorKind::kIo);
}

TEST(OwnSchema, MayReferToFilesOfItsFolder) {
  const tests::TempFolder folder;
  folder.write("parts/name.json", R"({"title": "name"})");
  const std::string path = folder.write("s.json", R"({"$ref": "parts/name.json"})");
  const Result<OwnSchema> schema = own_schema_file(path);
  ASSERT_TRUE(schema.ok());
  diagnostics::RuleCatalog rules;
  const Result<Definition> definition = load_own_schema(schema.value(), rules);
  ASSERT_TRUE(definition.ok()) << definition.error().message;
  EXPECT_EQ(definition.value().schema.nodes[definition.value().record].title, "name");
}

}  // namespace
}  // namespace crosswalk::format
