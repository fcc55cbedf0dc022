// Conversions between two formats through the public functions: losses, drops, maps and settings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "crosswalk/run.h"
#include "support/memory_output.h"

namespace crosswalk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RunBetween : public ::testing::Test {
 protected:
  RunBetween() : formats_(Formats::embedded().value()) {
    options_.read.from = "expertsender/customers:ndjson";
    options_.to = "aixon/customers:csv";
  }

  Result<RunResult> turn(const std::string& text) {
    const auto source = memory_source(text, "input");
    Source* const sources[] = {source.get()};
    output_ = {};
    kept_.all.clear();
    return convert(formats_, sources, options_, output_, kept_.sink());
  }
  static FieldLoss loss_of(const RunResult& result, const std::string& column) {
    const auto& fields = result.loss->fields;
    const auto found = std::ranges::find(fields, column, &FieldLoss::source);
    EXPECT_NE(found, fields.end()) << column;
    return found == fields.end() ? FieldLoss() : *found;
  }
  std::vector<std::string> rules() const {
    std::vector<std::string> told;
    for (const Finding& finding : kept_.all) told.push_back(finding.rule);
    return told;
  }

  Formats formats_;
  ConvertOptions options_;
  tests::KeptFindings kept_;
  tests::MemoryOutput output_;
};

constexpr const char* kTwo =
    "{\"crmId\":\"1\",\"firstName\":\"Ann\",\"phone\":\"+48123456789\"}\n"
    "{\"crmId\":\"2\",\"firstName\":\"Bo\"}\n";

TEST_F(RunBetween, ALossThatNoOneLetGoLeavesTheOutputIncomplete) {
  const RunResult refused = turn(kTwo).value();
  EXPECT_FALSE(refused.complete);
  EXPECT_THAT(rules(), ::testing::Contains("convert.lossy"));
  EXPECT_EQ(loss_of(refused, "phone").lost, 1U);
}

TEST_F(RunBetween, ALossThatIsAllowedIsCountedAndReported) {
  options_.allows_loss = true;
  const RunResult result = turn(kTwo).value();
  EXPECT_TRUE(result.complete);
  EXPECT_THAT(output_.bodies, ElementsAre("customuid,txt_first_name\n1,Ann\n2,Bo\n"));
  EXPECT_EQ(loss_of(result, "phone").loss, LossClass::kLossy);
  EXPECT_EQ(loss_of(result, "phone").records, 1U);
  EXPECT_FALSE(loss_of(result, "phone").is_dropped);
  EXPECT_EQ(loss_of(result, "crmId").records, 2U);
  EXPECT_EQ(loss_of(result, "crmId").lost, 0U);
  EXPECT_EQ(result.loss->from, "expertsender/customers");
  EXPECT_EQ(result.loss->to, "aixon/customers");
}

TEST_F(RunBetween, ADroppedFieldIsNoLossToAskAbout) {
  options_.drops = {"phone", "firstName"};
  const RunResult result = turn(kTwo).value();
  EXPECT_TRUE(result.complete);
  EXPECT_THAT(output_.bodies, ElementsAre("customuid\n1\n2\n"));
  EXPECT_TRUE(loss_of(result, "phone").is_dropped);
  EXPECT_EQ(loss_of(result, "firstName").lost, 2U);
  EXPECT_THAT(kept_.all, IsEmpty());
  options_.drops = {"phnoe"};
  EXPECT_THAT(turn(kTwo).error().message, HasSubstr("did you mean phone?"));
}

TEST_F(RunBetween, AMapFileSaysWhereAFieldGoes) {
  options_.map = R"({"source": {"phone": {"is": ["/attributes/phone"]}}})";
  options_.map_name = "own.json";
  const RunResult result = turn(kTwo).value();
  EXPECT_TRUE(result.complete);
  EXPECT_THAT(output_.bodies.at(0), HasSubstr("txt_phone"));
  EXPECT_THAT(loss_of(result, "phone").targets, ::testing::Contains("txt_phone"));
  options_.map = R"({"source": {"phone": {"is": ["/fones"]}}})";
  EXPECT_THAT(turn(kTwo).error().message, HasSubstr("own.json:1:"));
  options_.map = "{";
  EXPECT_EQ(turn(kTwo).error().kind, ErrorKind::kUsage);
}

TEST_F(RunBetween, AConversionWithinAFormatReportsNoLoss) {
  options_.to = "expertsender/customers:ndjson";
  options_.read.settings = {{"confirmation_mails", "yes"}};
  const auto result = turn("{\"crmId\":\"1\",\"firstName\":\"Ann\"}\n");
  ASSERT_TRUE(result.ok()) << result.error().message;
  EXPECT_FALSE(result.value().loss.has_value());
  EXPECT_THAT(output_.bodies, ElementsAre("{\"crmId\":\"1\",\"firstName\":\"Ann\"}\n"));
}

TEST_F(RunBetween, EveryRecordOfATableHasTheColumnsOfAll) {
  options_.allows_loss = true;
  const RunResult result =
      turn(
          "{\"crmId\":\"1\",\"customAttributes\":[{\"name\":\"txt_a\",\"value\":\"x\"}]}\n"
          "{\"crmId\":\"2\",\"customAttributes\":[{\"name\":\"txt_b\",\"value\":\"y\"}]}\n")
          .value();
  EXPECT_THAT(output_.bodies, ElementsAre("customuid,txt_a,txt_b\n1,x,\n2,,y\n"));
  EXPECT_THAT(result.summary.errors, 0U);
}

TEST_F(RunBetween, TheReportBeforehandIsThatOfARunWithoutRecords) {
  options_.allows_loss = true;
  const LossReport before = formats_.compare("expertsender/customers", "aixon/customers").value();
  const RunResult result = turn("{\"crmId\":\"1\"}\n").value();
  ASSERT_EQ(before.fields.size(), result.loss->fields.size());
  for (std::size_t i = 0; i < before.fields.size(); ++i) {
    EXPECT_EQ(before.fields[i].source, result.loss->fields[i].source);
    EXPECT_EQ(before.fields[i].loss, result.loss->fields[i].loss) << before.fields[i].source;
    EXPECT_EQ(before.fields[i].targets, result.loss->fields[i].targets);
    EXPECT_EQ(before.fields[i].records, 0U);
  }
  EXPECT_EQ(before.unfed, result.loss->unfed);
}

TEST_F(RunBetween, FormatsThatHoldOtherThingsHaveNoReport) {
  for (const auto& [from, to] : {std::pair{"primedata/events", "aixon/customers"},
                                 {"aixon/customers", "primedata/events"},
                                 {"primedata/error", "aixon/customers"},
                                 {"nobody/here", "aixon/customers"}}) {
    const auto report = formats_.compare(from, to);
    ASSERT_FALSE(report.ok()) << from;
    EXPECT_EQ(report.error().kind, ErrorKind::kUsage);
  }
}

TEST_F(RunBetween, AnAddressThatIsHashedShowsNowhere) {
  options_.allows_loss = true;
  options_.read.want_excerpts = true;
  const RunResult result = turn("{\"crmId\":\"1\",\"email\":\"Test@Example.com\"}\n").value();
  EXPECT_TRUE(result.complete);
  EXPECT_THAT(output_.bodies,
              ElementsAre("customuid,emailsha256\n1,"
                          "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b\n"));
  EXPECT_EQ(loss_of(result, "email").loss, LossClass::kOneWay);
  for (const Finding& finding : kept_.all)
    EXPECT_EQ((finding.message + finding.hint).find("xample"), std::string::npos);
}

}  // namespace
}  // namespace crosswalk
