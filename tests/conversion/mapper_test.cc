// Records of one vendor's format made into records of another's.
#include "conversion/mapper.h"

#include <gtest/gtest.h>

#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* kAixon = "aixon/customers";
constexpr const char* kExpertsender = "expertsender/customers";
constexpr const char* kLoyalty = "loyalty/customers";
constexpr const char* kProfile = "primedata/profile";
constexpr const char* kEvents = "primedata/events";
constexpr const char* kAction = "wasabi/customer-action";

TEST(Mapper, TakesTheKeyFromOneVendorToTheOthers) {
  EXPECT_EQ(Converter(kExpertsender, kAixon)(R"({"crmId":"007"})"), R"({"customuid":"007"})");
  EXPECT_EQ(Converter(kAixon, kLoyalty)(R"({"customuid":"007"})"), R"({"code":"007"})");
  EXPECT_EQ(Converter(kLoyalty, kExpertsender)(R"({"code":"007"})"), R"({"crmId":"007"})");
}

TEST(Mapper, WritesTheHashOfAnAddressWhereNoAddressMayStand) {
  Converter convert(kExpertsender, kAixon);
  const std::string plain = convert(R"({"crmId":"1","email":"ann@example.com"})");
  EXPECT_EQ(convert(R"({"crmId":"1","email":"  Ann@EXAMPLE.com "})"), plain);
  EXPECT_EQ(plain.find("ann"), std::string::npos);
  EXPECT_EQ(convert.record.tape.tokens.size(), 5U);
  EXPECT_EQ(convert.loss("email").loss, LossClass::kOneWay);
}

TEST(Mapper, KeepsWhatIsHashedAlready) {
  const std::string hash(64, 'a');
  EXPECT_EQ(Converter(kExpertsender, kAixon)(R"({"crmId":"1","email":")" + hash + "\"}"),
            R"({"customuid":"1","emailsha256":")" + hash + "\"}");
}

TEST(Mapper, LeavesOutWhatIsNoAddressAndSaysSo) {
  Converter convert(kExpertsender, kAixon);
  EXPECT_EQ(convert(R"({"crmId":"1","email":"none"})"), R"({"customuid":"1","emailsha256":""})");
  EXPECT_EQ(convert.faults(), Texts{"not-an-email email"});
  EXPECT_EQ(convert.record.faults[0].token, 4U);
}

TEST(Mapper, HashesEachAddressOfAList) {
  Converter convert(kProfile, kAixon);
  const std::string both =
      convert(R"({"profile_id":"p","identity":{"email":["a@x.pl","b@x.pl"],"crm_user_id":["9"]}})");
  const std::string first =
      convert(R"({"profile_id":"p","identity":{"email":["a@x.pl"],"crm_user_id":["9"]}})");
  EXPECT_EQ(both.size(), first.size() + 65);
  EXPECT_NE(both.find(','), std::string::npos);
}

TEST(Mapper, TranslatesValuesByTheirTables) {
  Converter convert(kExpertsender, kAixon);
  EXPECT_EQ(convert(R"({"crmId":"1","gender":"Female"})"), R"({"customuid":"1","txt_gender":"F"})");
  EXPECT_EQ(convert(R"({"crmId":"1","gender":"NotSpecified"})"),
            R"({"customuid":"1","txt_gender":"unknown"})");
  Converter back(kAixon, kExpertsender);
  EXPECT_EQ(back(R"({"customuid":"1","txt_gender":"M"})"), R"({"crmId":"1","gender":"Male"})");
  EXPECT_EQ(back(R"({"customuid":"1","txt_gender":"diverse"})"), R"({"crmId":"1"})");
  EXPECT_EQ(back.faults(), Texts{"value-unmapped txt_gender"});
}

TEST(Mapper, NeverMovesABirthDate) {
  Converter to_day(kExpertsender, kLoyalty);
  EXPECT_EQ(to_day(R"({"crmId":"1","dateOfBirth":"1990-12-31T00:00:00.000+14:00"})"),
            R"({"code":"1","custom_date":"1990-12-31"})");
  EXPECT_EQ(to_day.faults(), Texts{});
  EXPECT_EQ(to_day(R"({"crmId":"1","dateOfBirth":"1990-12-31T23:30:00Z"})"),
            R"({"code":"1","custom_date":"1990-12-31"})");
  EXPECT_EQ(to_day.faults(), Texts{"lossy dateOfBirth"});
  EXPECT_EQ(Converter(kLoyalty, kExpertsender)(R"({"code":"1","custom_date":"1990-12-31"})"),
            R"({"crmId":"1","dateOfBirth":"1990-12-31T00:00:00.000Z"})");
}

TEST(Mapper, TakesBlanksOutOfPhones) {
  EXPECT_EQ(Converter(kLoyalty, kExpertsender)(R"({"code":"1","phone":"123 456\u00a0789"})"),
            R"({"phone":"123456789","crmId":"1"})");
}

TEST(Mapper, KeepsTheNamesAndOrderOfFeaturesThereAndBack) {
  const std::string row =
      R"({"customuid":"1","txt_a":"x","num_b":369.60,"txt_c":"1e5","attr_d":"p, q","goal_purchase_e":1,"goal_purchase_e_timestamp":1512011429})";
  Converter there(kAixon, kExpertsender);
  const std::string customer = there(row);
  EXPECT_EQ(
      customer,
      R"({"crmId":"1","customAttributes":[{"name":"txt_a","value":"x"},{"name":"num_b","value":"369.60"},{"name":"txt_c","value":"1e5"},{"name":"attr_d","value":"p, q"},{"name":"goal_purchase_e","value":"1"},{"name":"goal_purchase_e_timestamp","value":"1512011429"}]})");
  EXPECT_EQ(Converter(kExpertsender, kAixon)(customer), row);
  EXPECT_EQ(there.loss("txt_a").loss, LossClass::kLossless);
  EXPECT_EQ(there.loss("num_b").loss, LossClass::kNormalised);
}

TEST(Mapper, FindsAColumnForANameThatFitsNone) {
  Converter convert(kProfile, kAixon);
  EXPECT_EQ(
      convert(
          R"({"profile_id":"p","identity":{"crm_user_id":["9"]},"trait":{"city":"HN","children":2,"tags":["a","b"]}})"),
      R"({"customuid":"9","txt_profile_id":"p","txt_city":"HN","num_children":2,"attr_tags":"a,b"})");
  EXPECT_EQ(convert.loss("trait.city").loss, LossClass::kNormalised);
}

TEST(Mapper, TellsWhatTheTargetCannotHoldOnce) {
  Converter convert(kExpertsender, kAixon);
  EXPECT_EQ(convert(R"({"crmId":"1","phone":"5"})"), R"({"customuid":"1"})");
  EXPECT_EQ(convert.faults(), Texts{"lossy phone"});
  convert(R"({"crmId":"2","phone":"6"})");
  EXPECT_EQ(convert.faults(), Texts{});
  convert(R"({"crmId":"3","phone":null})");
  EXPECT_EQ(convert.loss("phone").lost, 2U);
  EXPECT_EQ(convert.loss("phone").records, 2U);
  EXPECT_EQ(convert.loss("phone").loss, LossClass::kLossy);
}

TEST(Mapper, TakesNewsOfMissingValuesWhereNoRecordHasOne) {
  Converter convert(kAixon, kLoyalty);
  convert(R"({"customuid":"1","txt_city":"HN"})");
  EXPECT_EQ(convert.loss("txt_city").normalised, 0U);
  EXPECT_EQ(convert(R"({"customuid":"1","txt_city":null})"), R"({"code":"1","city":""})");
  EXPECT_EQ(convert.loss("txt_city").normalised, 1U);
  EXPECT_EQ(convert.loss("txt_city").records, 1U);
}

TEST(Mapper, LeavesOutWhatIsDroppedWithoutAWord) {
  MappingOptions options;
  options.drop = {"phone"};
  Converter convert(kExpertsender, kAixon, std::move(options));
  convert(R"({"crmId":"1","phone":"5"})");
  EXPECT_EQ(convert.faults(), Texts{});
  EXPECT_EQ(convert.loss("phone").lost, 1U);
  EXPECT_TRUE(convert.loss("phone").is_dropped);
}

TEST(Mapper, TellsOfTheOthersOfAListThatBecomesOneValue) {
  Converter convert(kProfile, kExpertsender);
  convert(R"({"profile_id":"p","identity":{"phone_number":["1","2"]}})");
  EXPECT_EQ(convert.faults(), Texts{"lossy identity.phone_number"});
  EXPECT_EQ(convert.loss("identity.phone_number").reason, "not all of its values have a place");
}

TEST(Mapper, CarriesNoComputedFieldAndSaysThatItIsReadOnly) {
  Converter convert("expertsender/customer", kExpertsender);
  EXPECT_EQ(convert(R"({"crmId":"1","totalSpent":12.50})"), R"({"crmId":"1"})");
  EXPECT_EQ(convert.faults(), Texts{});
  EXPECT_EQ(convert.loss("totalSpent").loss, LossClass::kReadOnly);
  EXPECT_EQ(convert.loss("totalSpent").lost, 1U);
}

TEST(Mapper, KeepsAbsentNullAndEmptyApartAsFarAsTheTargetDoes) {
  EXPECT_EQ(Converter(kAixon, kExpertsender)(R"({"customuid":"1","txt_first_name":""})"),
            R"({"crmId":"1"})");
  EXPECT_EQ(Converter(kAixon, kExpertsender)(R"({"customuid":"1","txt_first_name":null})"),
            R"({"crmId":"1","firstName":null})");
  EXPECT_EQ(Converter(kExpertsender, kLoyalty)(R"({"crmId":"1","firstName":null})"),
            R"({"code":"1","first_name":""})");
  EXPECT_EQ(Converter(kExpertsender, kLoyalty)(R"({"crmId":"1"})"), R"({"code":"1"})");
}

TEST(Mapper, SaysWhatARequiredFieldLacks) {
  Converter convert(kExpertsender, kAixon);
  EXPECT_EQ(convert(R"({"firstName":"Ann"})"), R"({"txt_first_name":"Ann"})");
  EXPECT_EQ(convert.faults(), Texts{"required-missing customuid"});
}

TEST(Mapper, MakesEventsOfEvents) {
  const std::string event =
      R"({"properties":{"utm_source":"mail"},"id":"e1","profile_id":"p1","event_name":"SIGN_UP","time_stamp":"2024-02-06T10:00:00Z","sent_at":"2024-02-06T10:00:05Z","input_schema_version":"0.1"})";
  const std::string action =
      R"({"eventType":"CUSTOMER_ACTION","eventAction":"CREATED","version":1.0,"body":{"interactionId":"e1","customerId":"p1","interaction":{"type":"SIGN_UP"},"utmParameters":{"utmSource":"mail"},"createdAt":"2024-02-06T10:00:00Z","updatedAt":"2024-02-06T10:00:05Z"}})";
  Converter there(kEvents, kAction);
  EXPECT_EQ(there(event), action);
  EXPECT_EQ(there.faults(), Texts{});
  Converter back(kAction, kEvents);
  const std::string again = back(action);
  EXPECT_EQ(back.faults(), Texts{});
  EXPECT_EQ(Converter(kEvents, kAction)(again), action);
}

TEST(Mapper, TranslatesNamesOfEventsByAMap) {
  MappingOptions options;
  options.source = {{"event_name", {{{"/name"}}, true, {{"Booked", {"SIGN_UP"}}}, false, "", ""}}};
  Converter convert(kEvents, kAction, std::move(options));
  const std::string head =
      R"({"id":"e","profile_id":"p","time_stamp":"2024-02-06T10:00:00Z","event_name":)";
  EXPECT_NE(convert(head + "\"Booked\"}").find(R"("type":"SIGN_UP")"), std::string::npos);
  convert(head + "\"Called\"}");
  EXPECT_EQ(convert.faults(),
            (Texts{"value-unmapped event_name", "required-missing body.interaction.type"}));
}

TEST(Mapper, KnowsWhereEachValueCameFrom) {
  Converter convert(kLoyalty, kExpertsender);
  convert(R"({"code":"1","first_name":"Ann"})");
  const std::uint32_t offset = static_cast<std::uint32_t>(convert.record.text.find("\"Ann\""));
  const std::uint32_t token = convert.record.token_behind(offset, 0);
  EXPECT_EQ(json::raw(convert.source, convert.tape.tokens[token]), "\"Ann\"");
  EXPECT_EQ(convert.record.token_behind(0, 0), 0U);
}

TEST(Mapper, ForgetsARecordBeforeTheNext) {
  Converter convert(kLoyalty, kExpertsender);
  const std::string first = convert(R"({"code":"1","first_name":"Ann","custom_field":"x"})");
  convert(R"({"code":"2"})");
  EXPECT_EQ(convert.record.text, R"({"crmId":"2"})");
  EXPECT_EQ(convert(R"({"code":"1","first_name":"Ann","custom_field":"x"})"), first);
}

}  // namespace
}  // namespace crosswalk::conversion
