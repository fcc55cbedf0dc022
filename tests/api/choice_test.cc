// Choosing formats and layouts by name and by looking.
#include "api/choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/formats_impl.h"
#include "api/shop_formats.h"

namespace crosswalk::api {
namespace {

using ::testing::HasSubstr;

class ChoiceTest : public ::testing::Test {
 protected:
  ChoiceTest() : formats_(tests::shop_formats()) {}

  const format::Library& library() const { return formats_.impl().library; }

  /// The chosen name, or the error's message.
  std::string source(std::string_view from, const std::string& text,
                     const std::string& name = "input") const {
    const auto inner = memory_source(text, name);
    layout::PeekedSource peeked(*inner);
    ReadOptions options;
    options.from = from;
    const Result<Choice> choice = choose_source(library(), options, peeked);
    return choice.ok() ? choice.value().name() : choice.error().message;
  }
  std::string target(std::string_view to) const {
    const Result<Choice> choice = choose_target(library(), to);
    return choice.ok() ? choice.value().name() : choice.error().message;
  }

  Formats formats_;
};

TEST_F(ChoiceTest, RefusesWhatIsPlainlySomethingElse) {
  EXPECT_EQ(source("shop/customers:csv", "%PDF-1.7\n..."),
            "input: this looks like a PDF: export the data itself");
  EXPECT_EQ(source("shop/customers:csv", "%PD,id\n"), "shop/customers:csv");
}

TEST_F(ChoiceTest, TakesAFullNameAtItsWord) {
  EXPECT_EQ(source("shop/customers:csv", "{}"), "shop/customers:csv");
}

TEST_F(ChoiceTest, TakesTheOnlyLayoutWithoutLooking) {
  EXPECT_EQ(source("shop/answer", "no json"), "shop/answer:json");
}

TEST_F(ChoiceTest, LooksForTheLayoutOfANamedFormat) {
  EXPECT_EQ(source("shop/customers", "id,note\n"), "shop/customers:csv");
  EXPECT_EQ(source("shop/customers", "{\"header\":[\"id\"],\"data\":[]}"), "shop/customers:json");
}

TEST_F(ChoiceTest, FallsBackOnTheKindOfTextWhereNothingFits) {
  EXPECT_EQ(source("shop/customers", "x;y\n1;2\n"), "shop/customers:csv");
  EXPECT_EQ(source("shop/customers", "\xEF\xBB\xBF\n {\"x\":1}"), "shop/customers:json");
  EXPECT_EQ(source("shop/customers", ""), "shop/customers:csv");
  EXPECT_EQ(source("shop/customers", "HTTP/1.1 200 OK\n", "a.json"), "shop/customers:json");
}

TEST_F(ChoiceTest, FallsBackOnLinesWhereTheNameSaysSo) {
  EXPECT_EQ(source("shop/guests", "{\"mail\"\n{\"mail\":\"a\"}\n", "a.ndjson"),
            "shop/guests:ndjson");
  EXPECT_EQ(source("shop/guests", "{\"mail\"\n{\"mail\":\"a\"}\n", "a.json"), "shop/guests:json");
  EXPECT_EQ(source("shop/customers", "{}\n", "a.jsonl"), "shop/customers:json");
}

TEST_F(ChoiceTest, DetectsWhatIsNotNamed) {
  EXPECT_EQ(source("", "id,note,flag,num_a\na,b,1,2\n"), "shop/customers:csv");
}

TEST_F(ChoiceTest, AsksWhereNothingFits) {
  EXPECT_THAT(source("", "qwertz\n"), HasSubstr("--from"));
}

TEST_F(ChoiceTest, SaysThatAnInputIsEmpty) {
  EXPECT_THAT(source("", ""), HasSubstr("input is empty"));
}

TEST_F(ChoiceTest, SaysWhatAForeignFileIsThoughAFormatIsNamed) {
  const std::string workbook = std::string("PK\x03\x04") + "xl/workbook.xml";
  EXPECT_THAT(source("", workbook), HasSubstr("spreadsheet (xlsx)"));
  EXPECT_THAT(source("shop/customers", workbook), HasSubstr("spreadsheet (xlsx)"));
}

TEST_F(ChoiceTest, RefusesUnknownNames) {
  EXPECT_THAT(source("shop/customer", ""), HasSubstr("did you mean \"shop/customers\""));
  EXPECT_THAT(source("shop/customers:xml", ""), HasSubstr("it has \"json\" or \"csv\""));
  EXPECT_THAT(target("shop/customers:xml"), HasSubstr("no layout \"xml\""));
}

TEST_F(ChoiceTest, WritesTheFirstLayoutOfAFormat) {
  EXPECT_EQ(target("shop/customers"), "shop/customers:json");
  EXPECT_EQ(target("shop/customers:csv"), "shop/customers:csv");
}

TEST_F(ChoiceTest, NeverDecidesBetweenFormatsThatFitAlike) {
  const tests::TempFolder folder;
  folder.write("store/customers.schema.json", tests::kShopCustomers);
  ASSERT_TRUE(formats_.add_folder(folder.path()).ok());
  const std::string message = source("", "id,note,flag,num_a\na,b,1,2\n");
  EXPECT_THAT(message, HasSubstr("\"shop/customers:csv\" or \"store/customers:csv\""));
  EXPECT_THAT(message, HasSubstr("--from"));
  EXPECT_EQ(source("store/customers", "id,note,flag,num_a\n"), "store/customers:csv");
}

/// Text of ASCII in UTF-16, with its mark.
std::string wide(const std::string& text) {
  std::string bytes = "\xFF\xFE";
  for (const char c : text) bytes += {c, '\0'};
  return bytes;
}

TEST_F(ChoiceTest, TellsTextsUnderAnOwnSchemaByHowTheyBegin) {
  const std::string own = formats_.add_schema("own", R"({"type": "object"})").value();
  const auto layout = [&](const std::string& text, const std::string& name = "input") {
    const std::string chosen = source(own, text, name);
    return chosen.starts_with(own + ':') ? chosen.substr(own.size() + 1) : chosen;
  };
  EXPECT_EQ(layout("{\"a\":1}\n"), "json");
  EXPECT_EQ(layout("{\"a\":1}\n{\"a\":2}\n"), "ndjson");
  EXPECT_EQ(layout("{\"a\":1}\n", "a.jsonl"), "ndjson");
  EXPECT_EQ(layout("a;b\n1;2\n", "a.jsonl"), "ndjson");
  EXPECT_EQ(layout("a;b\n1;2\n", "a.json"), "json");
  EXPECT_EQ(layout("a;b\n1;2\n"), "csv");
  EXPECT_EQ(layout("7\n"), "json") << "a JSON value as it stands";
  EXPECT_EQ(layout(wide("{\"a\":1}\n{\"a\":2}\n")), "ndjson");
  EXPECT_EQ(layout(wide("a;b\n1;2\n")), "csv");
  EXPECT_THAT(layout(""), HasSubstr("input is empty"));
  EXPECT_THAT(layout("%PDF-1.7\n..."), HasSubstr("this looks like a PDF"));
}

TEST_F(ChoiceTest, FindsAnOperationOrNamesThoseThatThereAre) {
  const format::Definition& customers = *library().find("shop/customers");
  EXPECT_EQ(choose_operation(customers, "").value(), nullptr);
  EXPECT_EQ(choose_operation(customers, "send").value()->name, "send");
  const auto unknown = choose_operation(customers, "sent");
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(unknown.error().message, HasSubstr("no operation \"sent\": it has \"send\""));
  const auto none = choose_operation(*library().find("shop/answer"), "send");
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().message, "shop/answer has no operation \"send\"");
}

}  // namespace
}  // namespace crosswalk::api
