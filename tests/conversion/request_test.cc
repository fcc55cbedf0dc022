// Requests around records: which member comes from where, and the frames that are made of them.
#include "conversion/request.h"

#include <gtest/gtest.h>

#include "json/parser.h"
#include "support/forms.h"
#include "support/mapping.h"
#include "support/shop_format.h"

namespace crosswalk::conversion {
namespace {

constexpr const char* kOrder = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "Order", "type": "object",
  "required": ["kind", "key"],
  "properties": {
    "kind": {"const": "bulk"}, "free": {"const": "unasked"},
    "key": {"type": "string", "x-crosswalk": {"pii": "secret"}},
    "ref": {"$ref": "#/definitions/hidden"},
    "body": {"type": "object", "properties": {"note": {}, "rows": {"type": "array", "items": {"type": "object"}}}}
  },
  "definitions": {"hidden": {"type": "string", "x-crosswalk": {"pii": "secret"}}},
  "x-crosswalk": {"records": "/body/rows", "layouts": {"json": {}}}
})";

class RequestTest : public ::testing::Test {
 protected:
  RequestTest() : guests_(tests::kShopGuests, "guests"), order_(kOrder, "order") {}

  static std::string request(const tests::ShopFormat& shop, const std::string& settings,
                             const std::string& source = "", bool has_secrets = false,
                             bool is_completed = true) {
    json::Tape tape;
    RequestParts parts{shop.definition.get(), std::nullopt, settings, has_secrets, is_completed};
    std::vector<json::Fault> faults;
    if (!source.empty()) {
      EXPECT_TRUE(json::parse(source, {}, tape, faults)) << source;
      parts.source = check::Envelope{source, &tape, true};
    }
    return make_request(parts);
  }
  static std::string body(const Frame& frame, const std::vector<std::string>& records) {
    std::string bytes = frame.before;
    for (std::size_t i = 0; i < records.size(); ++i)
      bytes += (i == 0 ? frame.first : frame.between) + records[i];
    return bytes + frame.after;
  }

  tests::ShopFormat guests_;
  tests::ShopFormat order_;
};

TEST_F(RequestTest, IsMadeOfSettingsElseOfTheInput) {
  EXPECT_EQ(request(guests_, "{}"), R"({"guests":[0]})");
  EXPECT_EQ(request(guests_, R"({"match":"mail","mode":"add"})"),
            R"({"mode":"add","match":"mail","guests":[0]})");
  const std::string source = R"({"guests":[{"mail":"a"},{}],"weight":1.0,"mode":"add","x":[2]})";
  EXPECT_EQ(request(guests_, "{}", source), R"({"mode":"add","weight":1.0,"guests":[0],"x":[2]})");
  EXPECT_EQ(request(guests_, R"({"mode":"change","x":"own"})", source),
            R"({"mode":"change","weight":1.0,"guests":[0],"x":"own"})");
}

TEST_F(RequestTest, IsCompletedByConstantsThatItNeeds) {
  EXPECT_EQ(request(order_, "{}"), R"({"kind":"bulk","body":{"rows":[0]}})");
  EXPECT_EQ(request(order_, R"({"kind":"one"})"), R"({"kind":"one","body":{"rows":[0]}})");
  EXPECT_EQ(request(order_, "{}", "", false, false), R"({"body":{"rows":[0]}})");
}

TEST_F(RequestTest, KeepsNoSecretUnlessItIsAskedFor) {
  const std::string settings = R"({"key":"s3cret","ref":"too"})";
  EXPECT_EQ(request(order_, settings), R"({"kind":"bulk","body":{"rows":[0]}})");
  EXPECT_EQ(request(order_, settings, "", true),
            R"({"kind":"bulk","key":"s3cret","ref":"too","body":{"rows":[0]}})");
  const std::string source = R"({"key":"k","body":{"rows":[{}]}})";
  EXPECT_EQ(request(order_, "{}", source), R"({"kind":"bulk","body":{"rows":[0]}})");
  EXPECT_TRUE(is_secret_member(*order_.definition, "key"));
  EXPECT_TRUE(is_secret_member(*order_.definition, "ref")) << "behind a reference";
  EXPECT_FALSE(is_secret_member(*order_.definition, "kind"));
  EXPECT_FALSE(is_secret_member(*order_.definition, "none"));
}

TEST_F(RequestTest, KeepsWhatStandsBesideRecordsFurtherDown) {
  const std::string source = R"({"body":{"rows":[{"a":1}],"note":"n"},"free":"x"})";
  EXPECT_EQ(request(order_, "{}", source),
            R"({"kind":"bulk","free":"x","body":{"note":"n","rows":[0]}})");
}

TEST_F(RequestTest, TakesNothingFromAnInputWithoutAPlaceForRecords) {
  for (const char* source : {R"({"mode":"add"})", "[]", "7", R"({"guests":{}, "mode": 1})"}) {
    const std::string made = request(guests_, "{}", source);
    EXPECT_NE(made.find("\"guests\":[0]"), std::string::npos) << made;
  }
  EXPECT_EQ(request(guests_, "{}", "[]"), R"({"guests":[0]})");
}

TEST_F(RequestTest, FramesTheRecordsOfADocument) {
  const Frame frame =
      document_frame(*guests_.definition, R"({"mode":"add","guests":[0],"x":1})", false);
  EXPECT_EQ(body(frame, {"{}", "{}"}), "{\"mode\":\"add\",\"guests\":[\n{},\n{}\n],\"x\":1}\n");
  EXPECT_FALSE(frame.holds_one);
  EXPECT_FALSE(frame.is_bare(1));
  EXPECT_EQ(frame.body_bytes(4, 2), body(frame, {"{}", "{}"}).size());
  const Frame deep = document_frame(*order_.definition, request(order_, "{}"), false);
  EXPECT_EQ(body(deep, {"{}"}), "{\"kind\":\"bulk\",\"body\":{\"rows\":[\n{}\n]}}\n");
}

TEST_F(RequestTest, FramesRecordsAtTheRootAsAListOrAsOne) {
  const tests::ShopFormat visits(tests::kShopVisits, "visits");
  const Frame either = document_frame(*visits.definition, "", false);
  EXPECT_EQ(body(either, {"{}", "{}"}), "[\n{},\n{}\n]\n");
  EXPECT_TRUE(either.is_bare(1));
  const Frame list = document_frame(*visits.definition, "", true);
  EXPECT_FALSE(list.is_bare(1));
  EXPECT_EQ(body(list, {"{}"}), "[\n{}\n]\n");
}

TEST_F(RequestTest, FramesADocumentThatIsOneRecord) {
  const tests::ShopFormat answer(tests::kShopAnswer, "answer");
  const Frame frame = document_frame(*answer.definition, "", false);
  EXPECT_TRUE(frame.holds_one);
  EXPECT_EQ(body(frame, {"{}"}), "{}\n");
}

class FormRequestTest : public ::testing::Test {
 protected:
  FormRequestTest() : layout_(tests::form_layout(rules_)) {}

  diagnostics::RuleCatalog rules_;
  format::Layout layout_;
};

TEST_F(FormRequestTest, SaysItsDelimiterByAWord) {
  EXPECT_EQ(form_delimiter(layout_, R"({"by":"tab"})"), '\t');
  EXPECT_EQ(form_delimiter(layout_, R"({"by":"pipe"})"), '|');
  for (const char* request : {"{}", R"({"by":"comma"})", R"({"by":""})", R"({"x":"tab"})"})
    EXPECT_EQ(form_delimiter(layout_, request), '|') << request;
}

TEST_F(FormRequestTest, PutsMembersAndNumberedColumnsBeforeRows) {
  const std::vector<std::string> names = {"id", "a b", "ż"};
  const Frame frame = form_frame(layout_, R"({"by":"tab","n":7,"a&b":"x=y","rows":[0]})", names);
  EXPECT_EQ(frame.before, "by=tab&n=7&a%26b=x%3Dy&h1=id&h2=a+b&h3=%C5%BC&rows=");
  EXPECT_EQ(frame.first + frame.between + frame.after, "");
  EXPECT_EQ(form_frame(layout_, "{}", {}).before, "rows=");
  EXPECT_EQ(form_frame(layout_, "{}", std::vector<std::string>(11, "c")).before,
            "h1=c&h2=c&h3=c&h4=c&h5=c&h6=c&h7=c&h8=c&h9=c&h10=c&h11=c&rows=");
}

TEST_F(FormRequestTest, OfAKnownFormatStatesTheFirstDelimiterItKnows) {
  const format::Definition& shop = format_called("loyalty/customers");
  RequestParts parts;
  parts.definition = &shop;
  parts.settings = "{}";
  const std::string made = make_request(parts);
  const format::Layout& form = *shop.layout("form");
  std::string wanted = "\"" + form.delimiter_member + "\":\"";
  wanted += form.delimiter_words.front().first;
  EXPECT_NE(made.find(wanted), std::string::npos) << made;
  EXPECT_EQ(form_delimiter(form, made), form.delimiter_words.front().second);
  parts.is_completed = false;
  EXPECT_EQ(make_request(parts).find(form.delimiter_member + "\":\""), std::string::npos);
}

}  // namespace
}  // namespace crosswalk::conversion
