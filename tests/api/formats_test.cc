// Formats: what is known, how it is told, and folders of one's own.
#include "crosswalk/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/shop_formats.h"
#include "crosswalk/run.h"
#include "support/temp_folder.h"

namespace crosswalk {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Formats, HoldsTheEmbeddedOnesAndThoseOfAFolder) {
  const Formats formats = tests::shop_formats();
  EXPECT_THAT(formats.names(), Contains("shop/answer"));
  EXPECT_THAT(formats.names(), Contains("shop/customers"));
  EXPECT_GT(formats.names().size(), 2U);
}

TEST(Formats, DescribesLayoutsFieldsRequestsAndRules) {
  const Formats formats = tests::shop_formats();
  const FormatInfo info = formats.describe("shop/customers").value();
  EXPECT_EQ(info.title, "Customers of a shop");
  ASSERT_EQ(info.layouts.size(), 2U);
  EXPECT_EQ(info.layouts[0].name, "json");
  EXPECT_EQ(info.layouts[0].refuse_bytes, 200U);
  ASSERT_EQ(info.fields.size(), 4U);
  EXPECT_EQ(info.fields[0].name, "id");
  EXPECT_TRUE(info.fields[0].required);
  EXPECT_EQ(info.fields[0].type, "text");
  EXPECT_EQ(info.fields[2].type, "flag");
  EXPECT_TRUE(info.fields[3].is_pattern);
  EXPECT_EQ(info.fields[3].type, "number");
  ASSERT_EQ(info.requests.size(), 1U);
  EXPECT_EQ(info.requests[0].method, "PUT");
  EXPECT_THAT(info.rules, ElementsAre("shop.column-twice", "shop.id-repeated", "shop.note-empty",
                                      "shop.row-width", "shop.title-missing"));
}

TEST(Formats, NamesTheJsonTypesOfFieldsWithoutAs) {
  const FormatInfo info = tests::shop_formats().describe("shop/answer").value();
  ASSERT_EQ(info.fields.size(), 2U);
  EXPECT_EQ(info.fields[0].type, "any");
  EXPECT_EQ(info.fields[1].type, "array");
}

TEST(Formats, SaysWhatAnUnknownNameMayHaveMeant) {
  const Formats formats = tests::shop_formats();
  const auto unknown = formats.describe("shop/custmers");
  EXPECT_EQ(unknown.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(unknown.error().message, HasSubstr("did you mean \"shop/customers\""));
}

TEST(Formats, ExplainsRules) {
  const Formats formats = Formats::embedded().value();
  const RuleInfo rule = formats.explain("csv.row-width").value();
  EXPECT_EQ(rule.name, "csv.row-width");
  EXPECT_EQ(rule.severity, Severity::kError);
  EXPECT_FALSE(rule.meaning.empty());
  const auto unknown = formats.explain("csv.row-with");
  EXPECT_EQ(unknown.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(unknown.error().message, HasSubstr("\"csv.row-width\""));
}

TEST(Formats, RefusesABrokenPatternWhenItIsLoaded) {
  const tests::TempFolder folder;
  std::string text = tests::kShopAnswer;
  text.replace(text.find("\"enum\": [\"ok\"]"), 14, "\"pattern\": \"(\"");
  text.replace(text.find("{\"on\": \"enum\""), 13, "{\"on\": \"pattern\"");
  folder.write("shop/answer.schema.json", text);
  Formats formats = Formats::embedded().value();
  const Status status = formats.add_folder(folder.path());
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(status.error().message, HasSubstr("answer.schema.json"));
  EXPECT_FALSE(formats.describe("shop/answer").ok());
}

TEST(Formats, LetsAFolderReplaceAFormat) {
  Formats formats = tests::shop_formats();
  const tests::TempFolder folder;
  std::string text = tests::kShopAnswer;
  text.replace(text.find("Answer of a shop"), 16, "Another answer");
  folder.write("shop/answer.schema.json", text);
  ASSERT_TRUE(formats.add_folder(folder.path()).ok());
  EXPECT_EQ(formats.describe("shop/answer").value().title, "Another answer");
}

// The rules that the schema `name` of `formats` tells of `input`, with their places.
std::string told(const Formats& formats, const std::string& name, std::string_view input) {
  const auto source = memory_source(input, "input");
  ValidateOptions options;
  options.read.from = name;
  std::string text;
  const auto result = validate(formats, *source, options, [&](const Finding& finding) {
    if (!text.empty()) text += ' ';
    text += finding.rule + '@' + std::to_string(finding.place.line) + ':' +
            std::to_string(finding.place.column);
    return true;
  });
  return result.ok() ? text : result.error().message;
}

constexpr std::string_view kOwnSchema = R"({
  "type": "object", "required": ["id"], "unknown keyword": 1,
  "properties": {"id": {"type": "integer"}, "born": {"format": "date"},
                 "name": {"anyOf": [{"type": "null"}, {"type": "string", "minLength": 2}]}}})";

TEST(OwnSchemas, JudgeDocumentsByTheirKeywords) {
  Formats formats = Formats::embedded().value();
  const auto name = formats.add_schema("own", kOwnSchema);
  ASSERT_TRUE(name.ok()) << name.error().message;
  EXPECT_EQ(name.value(), "schema/own");
  EXPECT_EQ(told(formats, name.value(), R"({"id": 1, "name": null, "other": []})"), "");
  EXPECT_EQ(told(formats, name.value(), R"({"born": "1990-02-30", "name": "x"})"),
            "schema.required@1:1 schema.format@1:10 schema.min-length@1:32");
  EXPECT_EQ(told(formats, name.value(), "[]"), "schema.type@1:1");
  EXPECT_EQ(told(formats, name.value(), "12"), "schema.type@1:1");
  EXPECT_EQ(told(formats, name.value(), "{\"id\": 1"), "json.unclosed@1:9");
}

TEST(OwnSchemas, JudgeTablesRowByRow) {
  Formats formats = Formats::embedded().value();
  const std::string name = formats.add_schema("own", kOwnSchema).value();
  EXPECT_EQ(told(formats, name, "id,name,born\n1,Ann,1990-02-28\n2,,\n"), "");
  EXPECT_EQ(told(formats, name, "id;name\nx;Ann\n1.5;B\n;Cleo\n"),
            "schema.type@2:1 schema.type@3:1 schema.min-length@3:5 schema.required@4:1");
  EXPECT_EQ(told(formats, name, "name,name\nAnn,Bob\n"),
            "schema.required@1:1 csv.column-duplicate@1:6");
  EXPECT_EQ(told(formats, name, "id,name\n1\n"), "csv.row-width@2:1");
}

TEST(OwnSchemas, TypeCellsByAllThatTheSchemaSaysOfThem) {
  Formats formats = Formats::embedded().value();
  const std::string name = formats
                               .add_schema("own", R"({"type": "array", "items": {"properties": {
      "a": {"oneOf": [{"type": "integer"}, {"type": "null"}]},
      "b": {"$ref": "#/definitions/yes"}, "c": {"enum": [1, 2]}, "d": {"const": "1"}}},
      "definitions": {"yes": {"const": true}}})")
                               .value();
  EXPECT_EQ(told(formats, name, "a,b,c,d\n1,true,2,1\n,,1,\n"), "");
  EXPECT_EQ(told(formats, name, "a,b,c,d\nx,false,3,2\n"),
            "schema.one-of@2:1 schema.const@2:3 schema.enum@2:9 schema.const@2:11");
}

TEST(OwnSchemas, MayLeadToDocumentsHandedIn) {
  Formats formats = Formats::embedded().value();
  const SchemaDocument documents[] = {{"http://a.pl/one.json", R"({"minimum": 5})"}};
  const std::string text = R"({"$ref": "http://a.pl/one.json"})";
  EXPECT_EQ(told(formats, formats.add_schema("own", text, documents).value(), "4"),
            "schema.range@1:1");
  const auto refused = formats.add_schema("other", text);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(refused.error().message, HasSubstr("other:1:10: \"http://a.pl/one.json\""));
  EXPECT_FALSE(formats.describe("schema/other").ok());
}

TEST(OwnSchemas, AreReadFromFilesWithTheFolderAroundThem) {
  const tests::TempFolder folder;
  folder.write("one.json", R"({"minimum": 5})");
  const std::string path = folder.write("own.schema.json", R"({"$ref": "one.json"})");
  Formats formats = Formats::embedded().value();
  EXPECT_EQ(told(formats, formats.add_schema_file(path).value(), "4"), "schema.range@1:1");
  EXPECT_EQ(formats.add_schema_file(folder.path("none.json")).error().kind, ErrorKind::kIo);
}

TEST(OwnSchemas, MayNameRulesOfTheirOwn) {
  Formats formats = Formats::embedded().value();
  const std::string name = formats
                               .add_schema("own", R"({"minimum": 5, "x-crosswalk": {"checks": [
      {"on": "minimum", "rule": "own.too-small"}]}})")
                               .value();
  EXPECT_EQ(told(formats, name, "4"), "own.too-small@1:1");
}

}  // namespace
}  // namespace crosswalk
