// Generated records of each vendor's format, from layout to layout and back: the same bytes, at
// every block size.
#include <gtest/gtest.h>

#include <random>

#include "cross/customer_tables.h"
#include "json/writer.h"

namespace crosswalk::tests {
namespace {

constexpr std::size_t kBlockSizes[] = {1, 7, 64, 4096};

std::string any_text(std::mt19937& random, bool may_hold_lines = true) {
  static const std::vector<std::string> kPieces = {
      "a",    "00123", " ", "\"", ",",         "|",   ";",
      "=1+1", "\\",    "/", "ż",  "e\xCC\x81", "客",  "\xF0\x9F\x98\x80",
      "%41",  "+",     "&", "\t", "\n",        "\r\n"};
  const std::size_t used = may_hold_lines ? kPieces.size() : kPieces.size() - 3;
  std::string text;
  for (std::size_t count = random() % 5; count > 0; --count) text += kPieces[random() % used];
  return text;
}

std::string in_json(std::string_view text) {
  std::string json;
  json::append_string(json, text);
  return json;
}

std::string joined(const std::vector<std::string>& records, std::string_view between) {
  std::string text;
  for (const std::string& record : records) {
    if (!text.empty()) text += between;
    text += record;
  }
  return text;
}

Converted convert_text(const std::string& text, const std::string& from, const std::string& to,
                       ConvertOptions options = {}) {
  Converted converted;
  options.read.from = from;
  options.to = to;
  const auto source = memory_source(text, "input");
  Source* const sources[] = {source.get()};
  auto result =
      convert(embedded_formats(), sources, options, converted.output, converted.kept.sink());
  if (!result.ok()) ADD_FAILURE() << result.error().message;
  if (result.ok()) converted.result = std::move(result).value();
  return converted;
}

std::string body_of(const std::string& text, const std::string& from, const std::string& to,
                    const ConvertOptions& options = {}) {
  const Converted converted = convert_text(text, from, to, options);
  EXPECT_TRUE(converted.result.complete) << from << " to " << to << '\n' << text;
  EXPECT_EQ(converted.result.records_out, converted.result.summary.records);
  return converted.output.bodies.empty() ? std::string() : converted.output.bodies.front();
}

/// `a` to the layout of `b` gives `b`, and back gives `a`, whatever the blocks.
void expect_pair(const std::string& a, const std::string& from, const std::string& b,
                 const std::string& to, ConvertOptions options = {}) {
  for (const std::size_t block_bytes : kBlockSizes) {
    options.read.block_bytes = block_bytes;
    ASSERT_EQ(body_of(a, from, to, options), b) << block_bytes;
    ASSERT_EQ(body_of(b, to, from, options), a) << block_bytes;
  }
}

std::string maybe(std::mt19937& random, const std::string& member) {
  return random() % 2 == 0 ? "," + member : std::string();
}

std::string customer(std::mt19937& random, std::size_t number) {
  std::string record = R"({"email":"c)" + std::to_string(number) + R"(@shop.example")";
  record += maybe(random, R"("firstName":)" + in_json(any_text(random)));
  record += maybe(random, R"("lastName":null)");
  record += maybe(
      random, R"("customAttributes":[{"name":"vip","value":)" + in_json(any_text(random)) + "}]");
  record += maybe(random, R"("consentsData":{"consents":[{"id":3,"value":"True"}],"force":false})");
  record += maybe(random, R"("more":{"b":1.0,"a":[1e5,""]})");
  return record + "}";
}

std::string action(std::mt19937& random, std::size_t number) {
  std::string record = R"({"eventType":"CUSTOMER_ACTION","eventAction":"CREATED","version":1.0,)";
  record += R"("body":{"interactionId":"i)" + std::to_string(number) + R"(","customerId":)" +
            in_json("c" + any_text(random)) + R"(,"interaction":{"type":"SIGN_UP"})";
  record += maybe(random, R"("utmParameters":{"utmSource":)" + in_json(any_text(random)) + "}");
  return record + R"(,"createdAt":"2024-02-06T10:00:00Z","updatedAt":"2024-02-06T10:00:00Z"}})";
}

std::vector<std::string> several(std::mt19937& random, std::size_t most,
                                 std::string (*make)(std::mt19937&, std::size_t)) {
  std::vector<std::string> records;
  for (std::size_t count = 2 + random() % most; records.size() < count;)
    records.push_back(make(random, records.size()));
  return records;
}

TEST(LayoutPairs, KeepRequestsOfCustomersBetweenDocumentsAndLines) {
  std::mt19937 random(21);
  ConvertOptions options;
  options.read.settings = {{"mode", "AddOrUpdate"}, {"matchBy", "Email"}};
  for (int round = 0; round < 8; ++round) {
    const auto records = several(random, 6, customer);
    expect_pair(R"({"mode":"AddOrUpdate","matchBy":"Email","data":[)"
                "\n" +
                    joined(records, ",\n") + "\n]}\n",
                "expertsender/customers:json", joined(records, "\n") + "\n",
                "expertsender/customers:ndjson", options);
  }
}

TEST(LayoutPairs, KeepActionsAloneInListsAndOnLines) {
  std::mt19937 random(22);
  for (int round = 0; round < 8; ++round) {
    const auto records = several(random, 6, action);
    expect_pair("[\n" + joined(records, ",\n") + "\n]\n", "wasabi/customer-action:json",
                joined(records, "\n") + "\n", "wasabi/customer-action:ndjson");
    expect_pair(records[0] + "\n", "wasabi/customer-action:json", records[0] + "\n",
                "wasabi/customer-action:ndjson");
  }
}

TEST(LayoutPairs, KeepRowsInsideAParameter) {
  std::mt19937 random(23);
  ConvertOptions options;
  options.secrets_in_output = true;
  options.read.settings = {{"user_id", "u"},
                           {"user_password", "p"},
                           {"account_id", "a b"},
                           {"delimiter", "tab"},
                           {"campaigns_to_include", "1|,|2"},
                           {"overwrite_duplicates", "ignore"}};
  for (int round = 0; round < 8; ++round) {
    std::string rows = "code|first_name|city\n";
    std::string records;
    for (std::size_t i = 0; i < 1 + random() % 5; ++i) {
      std::string name = any_text(random, false);
      std::string city = any_text(random, false);
      std::erase(name, '|');
      std::erase(city, '|');
      rows += std::to_string(i) + '|' + name + '|' + city + '\n';
      records += (i > 0 ? ",\n" : "\n") + std::string(R"({"code":")") + std::to_string(i) +
                 R"(","first_name":)" + in_json(name) + R"(,"city":)" + in_json(city) + "}";
    }
    const std::string json =
        R"({"user_id":"u","user_password":"p","type":"customers_batch","account_id":"a b",)"
        R"("delimiter":"tab","overwrite_duplicates":"ignore","campaigns_to_include":"1|,|2",)"
        R"("Profiles_Data":[)" +
        records + "\n]}\n";
    expect_pair(rows, "loyalty/customers:delimited", json, "loyalty/customers:json", options);
    const std::string form =
        body_of(rows, "loyalty/customers:delimited", "loyalty/customers:form", options);
    expect_pair(form, "loyalty/customers:form", json, "loyalty/customers:json", options);
    expect_pair(form, "loyalty/customers:form", rows, "loyalty/customers:delimited", options);
  }
}

TEST(LayoutPairs, RefuseAValueThatWouldMoveCells) {
  const std::string rows = "code,street1\n1,a|b\n2,c\n";
  const Converted refused =
      convert_text(rows, "loyalty/customers:delimited", "loyalty/customers:delimited");
  EXPECT_FALSE(refused.result.complete);
  ASSERT_FALSE(refused.kept.all.empty());
  EXPECT_EQ(refused.kept.all[0].rule, "loyalty.delimiter-in-value");
  EXPECT_EQ(refused.kept.all[0].place.column, 3U);
  ConvertOptions options;
  options.keep_going = true;
  const Converted kept =
      convert_text(rows, "loyalty/customers:delimited", "loyalty/customers:delimited", options);
  EXPECT_EQ(kept.output.bodies.at(0), "code|street1\n2|c\n");
  EXPECT_EQ(kept.output.reject_file(), "code,street1\n1,a|b\n");
}

TEST(LayoutPairs, TellMissingMembersOfARequestBeforeAnythingIsWritten) {
  const Converted refused =
      convert_text("{\"email\":\"a@b.example\"}\n", "expertsender/customers:ndjson",
                   "expertsender/customers:json");
  EXPECT_TRUE(refused.output.bodies.empty());
  EXPECT_FALSE(refused.result.complete);
  ASSERT_EQ(refused.kept.all.size(), 2U);
  EXPECT_EQ(refused.kept.all[0].rule, "schema.required");
}

TEST(LayoutPairs, LeaveSecretsOutUnlessTheyAreAskedFor) {
  ConvertOptions options;
  options.read.settings = {{"user_id", "u"},
                           {"user_password", "hush"},
                           {"account_id", "a"},
                           {"campaigns_to_include", "1"}};
  const std::string body =
      body_of("code\n1\n", "loyalty/customers:delimited", "loyalty/customers:form", options);
  EXPECT_EQ(body.find("hush"), std::string::npos);
}

TEST(LayoutPairs, ATableOfNoRecordsHasTheColumnsOfItsFormatAndIsReadAgain) {
  EXPECT_EQ(body_of("", "primedata/profile:ndjson", "primedata/profile:csv"),
            "profile_id,identity.phone_number,identity.email,trait.full_name\n");
  for (const std::string format :
       {"expertsender/customers", "wasabi/customer-action", "primedata/events",
        "primedata/profile-search", "primedata/event-search"}) {
    const std::string table = body_of("", format + ":ndjson", format + ":csv");
    const Converted back = convert_text(table, format + ":csv", format + ":ndjson");
    EXPECT_TRUE(back.result.complete) << table;
    EXPECT_EQ(back.result.summary.errors, 0U) << table;
    EXPECT_EQ(back.result.summary.records, 0U) << table;
  }
}

TEST(LayoutPairs, ATableOfNoRecordsNamesNoSecrets) {
  ConvertOptions options;
  options.allows_loss = true;
  EXPECT_EQ(body_of("", "expertsender/customers:ndjson", "loyalty/customers:delimited", options),
            "code|card_number|first_name|last_name|email|phone|custom_date|street1|street2|city|"
            "state|postal_code|country|custom_field|customer_username|auto_add\n");
}

TEST(LayoutPairs, GiveRejectsOfADocumentItsEnvelope) {
  ConvertOptions options;
  options.keep_going = true;
  const Converted kept = convert_text(
      R"({"matchBy":"Email","mode":"Add","data":[{"email":"a@b.example"}, {"email":7 }]})",
      "expertsender/customers:json", "expertsender/customers:ndjson", options);
  EXPECT_EQ(kept.output.bodies.at(0), "{\"email\":\"a@b.example\"}\n");
  EXPECT_EQ(kept.output.reject_file(),
            "{\"mode\":\"Add\",\"matchBy\":\"Email\",\"data\":[\n{\"email\":7 }\n]}\n");
}

TEST(LayoutPairs, ThePlainWayWritesTheBytesOfThePlan) {
  std::mt19937 random(24);
  ConvertOptions plain;
  plain.read.engine = Engine::kReference;
  for (int round = 0; round < 10; ++round) {
    const CustomerTable table(random, 1 + random() % 12);
    for (const char* layout : {"csv", "json"}) {
      EXPECT_EQ(convert_customers(table.csv(), layout, plain).output.bodies,
                convert_customers(table.csv(), layout).output.bodies);
      EXPECT_EQ(convert_customers(table.json(), layout, plain).output.bodies,
                convert_customers(table.json(), layout).output.bodies);
    }
  }
}

}  // namespace
}  // namespace crosswalk::tests
