// Records that are written in another layout of their format: hashes, and missing values as asked.
#include "conversion/within_step.h"

#include <gtest/gtest.h>

#include "json/parser.h"
#include "support/shop_format.h"

namespace crosswalk::conversion {
namespace {

using Strings = std::vector<std::string>;

/// Members of a club: `mail` is read and never written, `hashes` holds the hashes of `mail`.
constexpr const char* kClub = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Members of a club",
  "type": "object",
  "properties": {
    "id": {"type": "string"},
    "mail": {"readOnly": true, "x-crosswalk": {"is": ["/emails"]}},
    "hashes": {"type": "string", "x-crosswalk": {"is": ["/email_hashes"], "hash": "/emails",
      "parts": {"by": ",", "item": {}}}},
    "home": {"type": "object", "properties": {"city": {}}},
    "own": {"type": "array", "x-crosswalk": {"pairs": ["n", "v"]},
            "items": {"type": "object", "properties": {"n": {}, "v": {}}}}
  },
  "x-crosswalk": {"holds": "customer", "missing": ["absent", "null", "empty"], "layouts": {"json": {}}}
})";

/// A step, and what it made of the last record.
struct Stepped {
  explicit Stepped(Strings columns, std::optional<format::Missing> missing = std::nullopt)
      : shop(kClub, "club"),
        step(WithinStep::make(
            {shop.definition.get(), &shop.rules, &shop.policy, std::move(columns), missing})) {}

  std::string operator()(const std::string& json) {
    source = json;
    findings.clear();
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(source, {}, tape, faults)) << json;
    return std::string(step->apply({source, &tape}, findings)->text);
  }

  tests::ShopFormat shop;
  std::unique_ptr<WithinStep> step;
  std::string source;
  json::Tape tape;
  std::vector<diagnostics::RawFinding> findings;
};

std::string hash_of(const std::string& address) {
  return std::string(*EmailHasher().hash(address));
}

TEST(WithinStep, IsNotNeededWhereNothingIsHashedAndNothingAsked) {
  EXPECT_EQ(Stepped({"id", "hashes"}).step, nullptr);
  EXPECT_NE(Stepped({"id", "mail"}).step, nullptr);
  EXPECT_NE(Stepped({}, format::Missing::kNull).step, nullptr);
}

TEST(WithinStep, HashesEachAddressInItsPlace) {
  Stepped step({"id", "mail"});
  EXPECT_EQ(step(R"({"mail":" Ann@X.pl, b@x.pl","id":"7"})"),
            R"({"hashes":")" + hash_of("ann@x.pl") + ',' + hash_of("b@x.pl") + R"(","id":"7"})");
  EXPECT_EQ(step(R"({"mail":"","id":"7"})"), R"({"hashes":"","id":"7"})");
}

TEST(WithinStep, PutsHashesBehindThoseThatAreThere) {
  Stepped step({"mail", "hashes"});
  const std::string ann = hash_of("ann@x.pl");
  EXPECT_EQ(step(R"({"mail":"ann@x.pl","hashes":"abc, d"})"),
            R"({"hashes":"abc, d,)" + ann + "\"}");
  EXPECT_EQ(step(R"({"mail":"ann@x.pl","hashes":")" + ann + "\"}"), R"({"hashes":")" + ann + "\"}");
  EXPECT_EQ(step(R"({"mail":"","hashes":null})"), R"({"hashes":null})");
  EXPECT_EQ(step(R"({"hashes":"abc"})"), R"({"hashes":"abc"})");
}

TEST(WithinStep, TellsWhatIsNoAddressAndLeavesItOut) {
  Stepped step({"mail"});
  EXPECT_EQ(step(R"({"id":"7","mail":"none,b@x.pl"})"),
            R"({"id":"7","hashes":")" + hash_of("b@x.pl") + "\"}");
  ASSERT_EQ(step.findings.size(), 1U);
  EXPECT_EQ(step.findings[0].rule, diagnostics::kConvertNotAnEmail);
  EXPECT_EQ(step.findings[0].severity, Severity::kWarning);
  EXPECT_EQ(step.source.substr(step.findings[0].offset, step.findings[0].length),
            "\"none,b@x.pl\"");
}

TEST(WithinStep, NamesTheColumnsOfItsRecords) {
  const Strings plain = {"id", "mail", "home.city"};
  EXPECT_EQ(Stepped({"mail"}).step->written_columns(plain), (Strings{"id", "hashes", "home.city"}));
  EXPECT_EQ(Stepped({"mail", "hashes"}).step->written_columns({"mail", "id", "hashes"}),
            (Strings{"id", "hashes"}));
  EXPECT_EQ(hashed_columns(*Stepped({"mail"}).shop.definition),
            (std::map<std::string, std::string>{{"mail", "hashes"}}));
}

TEST(WithinStep, WritesWhatIsMissingAsAsked) {
  const std::string json =
      R"({"id":"","home":{"city":null,"x":1},"own":[{"n":"a","v":null},{"n":"b","v":"2"}],"y":[null]})";
  EXPECT_EQ(Stepped({}, format::Missing::kAbsent)(json),
            R"({"home":{"x":1},"own":[{"n":"b","v":"2"}],"y":[null]})");
  EXPECT_EQ(
      Stepped({}, format::Missing::kNull)(json),
      R"({"id":null,"home":{"city":null,"x":1},"own":[{"n":"a","v":null},{"n":"b","v":"2"}],"y":[null]})");
  EXPECT_EQ(
      Stepped({}, format::Missing::kEmpty)(json),
      R"({"id":"","home":{"city":"","x":1},"own":[{"n":"a","v":""},{"n":"b","v":"2"}],"y":[null]})");
}

TEST(WithinStep, LeadsEveryValueBackToItsSource) {
  Stepped step({"mail"}, format::Missing::kAbsent);
  const std::string made = step(R"({"y":null,"id":"7","mail":"b@x.pl"})");
  const auto origin = [&](const std::string& part) {
    return step.source.substr(step.step->origin_of(static_cast<std::uint32_t>(made.find(part))));
  };
  EXPECT_TRUE(origin("\"7\"").starts_with("\"7\""));
  EXPECT_TRUE(origin(hash_of("b@x.pl")).starts_with("\"b@x.pl\""));
}

}  // namespace
}  // namespace crosswalk::conversion
