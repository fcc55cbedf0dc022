// Envelopes mended and proved, by themselves and through a whole run.
#include "pipeline/envelope_mender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crosswalk/stream.h"
#include "json/parser.h"
#include "pipeline/run.h"
#include "support/memory_output.h"
#include "support/shop_format.h"

namespace crosswalk::pipeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kGuests = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "Guests",
  "type": "object", "required": ["by", "guests"], "additionalProperties": false,
  "properties": {
    "by": {"enum": ["mail", "phone"], "maxLength": 5, "x-crosswalk": {"checks": [
      {"on": "enum", "rule": "shop.by", "repair": {"Mail": "mail", "tel": "phone", "post": "letter"}}]}},
    "note": {"type": "string"},
    "guests": {"type": "array", "items": {"type": "object", "properties": {
      "mail": {"type": "string", "pattern": "^[a-z@]*$", "x-crosswalk": {"checks": [
        {"on": "pattern", "rule": "shop.mail", "repair": "lower"}]}}}}}
  },
  "if": {"properties": {"by": {"const": "mail"}}},
  "then": {"properties": {"guests": {"items": {"required": ["mail"]}}}},
  "x-crosswalk": {"records": "/guests", "layouts": {"json": {}}}
})";

class Envelopes : public ::testing::Test {
 protected:
  Envelopes() : shop_(kGuests, "guests") {
    options_.tolerant = true;
    setup_.rules = &shop_.rules;
    setup_.policy = &shop_.policy;
    setup_.definition = shop_.definition.get();
    setup_.layout = shop_.definition->layout("json");
    setup_.program = shop_.program.get();
    setup_.options = &options_;
  }

  // The envelope `text` as it is meant; what is told of it is in told_, repairs with a star.
  std::string meant(const std::string& text) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    json::parse(text, {}, tape, faults);
    EnvelopeMender mender(setup_, {});
    std::string meant(mender.mend({text, &tape}).text);
    is_good_ = mender.is_good();
    told_.clear();
    for (const diagnostics::RawFinding& finding : mender.take_findings())
      told_.push_back(shop_.rules.rule(finding.rule).name + " @" + std::to_string(finding.offset) +
                      (finding.repair ? " *" : ""));
    return meant;
  }

  // The document as a run writes it; "-" if it is refused.
  std::string repaired(const std::string& text) {
    tests::MemoryOutput output;
    tests::KeptFindings kept;
    pipeline::Run run(setup_, kept.sink());
    run.repair_to(output, {});
    const auto source = memory_source(text, "a");
    EXPECT_TRUE(run.read(*source).ok());
    const auto result = run.finish();
    EXPECT_TRUE(result.ok());
    told_.clear();
    for (const Finding& finding : kept.all)
      told_.push_back(tests::line_of(finding) + (finding.repair ? " *" : ""));
    return result.ok() && result.value().complete ? output.bodies.at(0) : "-";
  }

  tests::ShopFormat shop_;
  ReadOptions options_;
  RunSetup setup_;
  std::vector<std::string> told_;
  bool is_good_ = false;
};

TEST_F(Envelopes, AreGivenBackAsTheyAreMeant) {
  EXPECT_EQ(meant(R"({"note":"x","by":"Mail","guests":[]})"),
            R"({"note":"x","by":"mail","guests":[]})");
  EXPECT_THAT(told_, ElementsAre("shop.by @17 *"));
  EXPECT_TRUE(is_good_);
}

TEST_F(Envelopes, KeepWhatCannotBeMended) {
  const std::string text = R"({"by":"fax","guests":[]})";
  EXPECT_EQ(meant(text), text);
  EXPECT_THAT(told_, ElementsAre("shop.by @6"));
  EXPECT_FALSE(is_good_);
}

TEST_F(Envelopes, TakeBackWhatBreaksAnotherRule) {
  const std::string text = R"({"by":"post","guests":[]})";
  EXPECT_EQ(meant(text), text);
  EXPECT_THAT(told_, ElementsAre("shop.by @6"));
}

TEST_F(Envelopes, StandAsTheyAreWithoutDefects) {
  const std::string text = R"({"by":"mail","guests":[]})";
  EXPECT_EQ(meant(text), text);
  EXPECT_THAT(told_, IsEmpty());
}

TEST_F(Envelopes, ChooseTheJudgesOfTheRecordsAsTheyAreMeant) {
  EXPECT_EQ(repaired("{\"by\":\"Mail\",\n\"guests\":[{}]}"), "-");
  EXPECT_THAT(told_, ElementsAre("shop.by 1:7 @6 by *", "schema.required 2:11 @24 #1 mail"));
  EXPECT_EQ(repaired("{\"by\":\"tel\",\"guests\":[{}]}\n"), "{\"by\":\"phone\",\"guests\":[{}]}\n");
}

TEST_F(Envelopes, AreMendedWithTheirRecordsAndBehindThem) {
  const std::string text = "{\"guests\":[{\"mail\":\"A@B\"},{\"mail\":\"c\"}], \"by\":\"Mail\",}\n";
  const std::string mended =
      "{\"guests\":[{\"mail\":\"a@b\"},{\"mail\":\"c\"}], \"by\":\"mail\"}\n";
  for (const std::size_t block_bytes : {1U, 5U, 64U, 4096U}) {
    options_.block_bytes = block_bytes;
    EXPECT_EQ(repaired(text), mended) << block_bytes;
    EXPECT_THAT(told_, ElementsAre("shop.mail 1:20 @19 #1 mail *", "shop.by 1:47 @46 by *",
                                   "json.trailing-comma 1:54 @53 *"))
        << block_bytes;
  }
}

}  // namespace
}  // namespace crosswalk::pipeline
