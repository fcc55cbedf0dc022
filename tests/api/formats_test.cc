// Formats: what is known, how it is told, and folders of one's own.
#include "crosswalk/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/shop_formats.h"

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

}  // namespace
}  // namespace crosswalk
