// What leads where, and what becomes of it.
#include "conversion/mapping.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "format/loader.h"
#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

using format::Definition;

Definition club(const std::string& properties, const std::string& root = R"("holds": "customer",)",
                const std::string& required = "") {
  diagnostics::RuleCatalog rules;
  auto loaded = format::load_definition(
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club", "type": "object",)" +
          required + R"("additionalProperties": false, "properties": {)" + properties +
          R"(}, "x-crosswalk": {)" + root + R"("layouts": {"ndjson": {}}}})",
      "club/members", "f.json", rules);
  EXPECT_TRUE(loaded.ok()) << loaded.error().message;
  return std::move(loaded).value();
}

std::string compile_error(const Definition& from, const Definition& to,
                          MappingOptions options = {}) {
  const Result<Mapping> mapping = Mapping::compile(from, to, std::move(options));
  return mapping ? "" : mapping.error().message;
}

FieldLoss loss_of(const Definition& from, const Definition& to, std::string_view column) {
  const Result<Mapping> mapping = Mapping::compile(from, to, {});
  EXPECT_TRUE(mapping.ok());
  const LossReport report = mapping.value().report();
  const auto found = std::ranges::find(report.fields, column, &FieldLoss::source);
  EXPECT_NE(found, report.fields.end()) << column;
  return found == report.fields.end() ? FieldLoss{} : *found;
}

TEST(Mapping, LeadsFromEveryCustomerFormatToEveryOne) {
  for (const char* from : {"aixon/customers", "expertsender/customers", "expertsender/customer",
                           "primedata/profile", "loyalty/customers"}) {
    for (const char* to : {"aixon/customers", "expertsender/customers", "loyalty/customers"}) {
      const auto mapping = Mapping::compile(format_called(from), format_called(to), {});
      ASSERT_TRUE(mapping.ok()) << mapping.error().message;
      EXPECT_TRUE(mapping.value().report().unfed.empty()) << from << " -> " << to;
    }
  }
}

TEST(Mapping, LeadsFromNoEventToACustomer) {
  EXPECT_EQ(compile_error(format_called("primedata/events"), format_called("aixon/customers")),
            "no conversion leads from primedata/events to aixon/customers: primedata/events holds "
            "events, aixon/customers holds customers");
  EXPECT_EQ(compile_error(format_called("primedata/error"), format_called("primedata/error")),
            "no conversion leads from primedata/error to primedata/error: primedata/error is "
            "mapped to no record, primedata/error is mapped to no record");
}

TEST(Mapping, KnowsTheFieldThatIsAllThatAnotherIsMadeOf) {
  const auto source_of = [](const Definition& from, const Definition& to, const char* member) {
    const Result<Mapping> mapping = Mapping::compile(from, to, {});
    EXPECT_TRUE(mapping.ok());
    const std::vector<std::string> path{member};
    const format::Field* const field = mapping.value().lossless_source_of(path);
    return field == nullptr ? "" : field->column;
  };
  const auto& shop = format_called("loyalty/customers");
  const auto& upload = format_called("aixon/customers");
  EXPECT_EQ(source_of(shop, upload, "customuid"), "code");
  EXPECT_EQ(source_of(upload, shop, "code"), "customuid");
  EXPECT_EQ(source_of(shop, upload, "emailsha256"), "") << "only its hash is written";
  EXPECT_EQ(source_of(shop, upload, "lang"), "") << "nothing feeds it";
  const std::string id = R"("id": {"type": "string", "x-crosswalk": {"is": ["/ids/crm"]}})";
  const std::string number = R"("id": {"type": "integer", "x-crosswalk": {"is": ["/ids/crm"]}})";
  EXPECT_EQ(source_of(club(id), club(id), "id"), "id");
  EXPECT_EQ(source_of(club(number), club(id), "id"), "") << "7 and 7.0 are one number";
  const std::string other = R"(, "old": {"type": "string", "x-crosswalk": {"is": ["/ids/crm"]}})";
  EXPECT_EQ(source_of(club(id + other), club(id), "id"), "") << "either";
  const std::string own =
      R"("id": {"type": "string", "default": "0", "x-crosswalk": {"is": ["/ids/crm"]}})";
  EXPECT_EQ(source_of(club(id), club(own), "id"), "") << "some have the default";
}

TEST(Mapping, WaitsForWhatIsStillToDo) {
  const Definition open = club(R"("a": {"x-crosswalk": {"todo": "say\nwhat a is"}})");
  EXPECT_EQ(compile_error(open, format_called("aixon/customers")),
            "club/members does not convert before its todo is done: say␊what a is");
}

TEST(Mapping, CallsAFieldByWhatBecomesOfIt) {
  const Definition from = club(
      R"("id": {"type": "string", "x-crosswalk": {"is": ["/ids/crm"]}},
         "born": {"type": "string", "format": "date", "x-crosswalk": {"is": ["/birth_date"]}},
         "mail": {"type": "string", "x-crosswalk": {"is": ["/emails"]}},
         "shoe": {"type": "string"},
         "rank": {"type": "string", "readOnly": true, "x-crosswalk": {"is": ["/consents/rank"]}})");
  const Definition& sender = format_called("expertsender/customers");
  EXPECT_EQ(loss_of(from, sender, "id").loss, LossClass::kLossless);
  EXPECT_EQ(loss_of(from, sender, "id").targets, std::vector<std::string>{"crmId"});
  EXPECT_EQ(loss_of(from, sender, "born").loss, LossClass::kNormalised);
  EXPECT_EQ(loss_of(from, sender, "shoe").loss, LossClass::kLossy);
  EXPECT_EQ(loss_of(from, format_called("aixon/customers"), "mail").loss, LossClass::kOneWay);
  EXPECT_EQ(loss_of(from, format_called("loyalty/customers"), "rank").loss, LossClass::kReadOnly);
}

TEST(Mapping, ReadsAFieldIntoTheFirstPlaceThatTheTargetTakes) {
  const Definition& loyalty = format_called("loyalty/customers");
  EXPECT_EQ(loss_of(loyalty, format_called("aixon/customers"), "city").targets,
            std::vector<std::string>{"txt_city"});
  EXPECT_EQ(loss_of(loyalty, format_called("expertsender/customers"), "city").targets,
            std::vector<std::string>{"customAttributes.city"});
}

TEST(Mapping, JoinsSeveralFieldsToOne) {
  const Definition from = club(R"("f": {"type": "string", "x-crosswalk": {"is": ["/first_name"]}},
                                  "l": {"type": "string", "x-crosswalk": {"is": ["/last_name"]}})");
  const Definition to = club(
      R"("name": {"type": "string", "x-crosswalk": {"is": ["/full_name", ["/first_name", "/last_name"]]}})");
  Converter convert(from, to);
  EXPECT_EQ(convert(R"({"l":"Lee","f":"Ann"})"), R"({"name":"Ann Lee"})");
  EXPECT_EQ(convert(R"({"l":"Lee"})"), R"({"name":"Lee"})");
  EXPECT_EQ(convert(R"({"l":""})"), R"({"name":""})");
  EXPECT_EQ(convert.loss("f").loss, LossClass::kNormalised);
}

TEST(Mapping, NamesWhatTheTargetNeedsAndNothingGives) {
  const Definition from =
      club(R"("f": {"type": "string", "x-crosswalk": {"is": ["/first_name"]}})");
  const Definition to = club(R"("no": {"type": "string", "x-crosswalk": {"is": ["/ids/crm"]}},
              "kind": {"type": "string", "const": "member"}, "club": {"type": "string"})",
                             R"("holds": "customer",)", R"("required": ["no", "kind", "club"],)");
  const auto bare = Mapping::compile(from, to, {});
  EXPECT_EQ(bare.value().report().unfed, (std::vector<std::string>{"no", "club"}));
  MappingOptions options;
  options.settings = {{"club", "chess"}};
  Converter convert(from, to, std::move(options));
  EXPECT_EQ(convert(R"({"f":"Ann"})"), R"({"kind":"member","club":"chess"})");
  EXPECT_EQ(convert.faults(), (std::vector<std::string>{"lossy f", "required-missing no"}));
}

TEST(Mapping, RefusesColumnsThatAreNotThere) {
  MappingOptions dropping;
  dropping.drop = {"phnoe"};
  EXPECT_EQ(compile_error(format_called("expertsender/customers"), format_called("aixon/customers"),
                          std::move(dropping)),
            "expertsender/customers has no column \"phnoe\" to drop (did you mean phone?)");
  MappingOptions breaking;
  breaking.drop = {"ph\none"};
  EXPECT_EQ(compile_error(format_called("expertsender/customers"), format_called("aixon/customers"),
                          std::move(breaking)),
            "expertsender/customers has no column \"ph␊one\" to drop (did you mean phone?)");
  MappingOptions mapping;
  mapping.target = {{"citty", {{{"/address/city"}}, true, {}, false, "", ""}}};
  EXPECT_EQ(compile_error(format_called("aixon/customers"), format_called("loyalty/customers"),
                          std::move(mapping)),
            "loyalty/customers has no column \"citty\" (did you mean city?)");
}

TEST(Mapping, ListensToTheUserFirst) {
  MappingOptions options;
  options.source = {{"phone", {{{"/attributes/phone"}}, true, {}, false, "", ""}}};
  Converter convert("expertsender/customers", "aixon/customers", std::move(options));
  EXPECT_EQ(convert(R"({"crmId":"1","phone":"5"})"), R"({"customuid":"1","txt_phone":"5"})");
}

}  // namespace
}  // namespace crosswalk::conversion
