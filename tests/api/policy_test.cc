// Severities from options.
#include "api/policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/formats_impl.h"

namespace crosswalk::api {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PolicyTest : public ::testing::Test {
 protected:
  PolicyTest() : formats_(Formats::embedded().value()) {}

  const format::Library& library() const { return formats_.impl().library; }

  Formats formats_;
  ReadOptions options_;
};

TEST_F(PolicyTest, AppliesLaterOptionsOverEarlierOnes) {
  options_.severities = {{"csv.*", Severity::kOff}, {"csv.bom", Severity::kError}};
  const diagnostics::RulePolicy policy = make_policy(library(), options_).value();
  EXPECT_EQ(policy.apply(diagnostics::kCsvBom, Severity::kWarning), Severity::kError);
  EXPECT_EQ(policy.apply(diagnostics::kCsvNul, Severity::kError), Severity::kOff);
  EXPECT_EQ(policy.apply(diagnostics::kJsonSyntax, Severity::kError), Severity::kError);
}

TEST_F(PolicyTest, LetsWarningsActAsErrorsWhenStrict) {
  options_.strict = true;
  const diagnostics::RulePolicy policy = make_policy(library(), options_).value();
  EXPECT_EQ(policy.apply(diagnostics::kCsvBom, Severity::kWarning), Severity::kError);
}

TEST_F(PolicyTest, RefusesRulesAndGroupsThatDoNotExist) {
  options_.severities = {{"csv.bon", Severity::kOff}};
  EXPECT_THAT(make_policy(library(), options_).error().message, HasSubstr("\"csv.bom\""));
  options_.severities = {{"nobody.*", Severity::kOff}};
  EXPECT_EQ(make_policy(library(), options_).error().kind, ErrorKind::kUsage);
}

class Confirmation : public PolicyTest {
 protected:
  /// The severity of what AwaitingConfirmation breaks, where `written` is written.
  Severity severity(const std::string& written) {
    const format::Definition* definition = library().find(written);
    const diagnostics::RulePolicy policy = make_policy(library(), options_, definition).value();
    const diagnostics::RuleId rule = library().rules().find("expertsender.confirmation-mail");
    return policy.apply(rule, Severity::kWarning);
  }
};

TEST_F(Confirmation, IsNeededByAFormatThatIsWritten) {
  EXPECT_EQ(severity("expertsender/customers"), Severity::kError);
  EXPECT_EQ(severity("aixon/customers"), Severity::kWarning);
  EXPECT_EQ(severity("none"), Severity::kWarning);
}

TEST_F(Confirmation, IsTheSettingYesAndNothingElse) {
  options_.settings = {{"confirmation_mails", "no"}, {"mails", "yes"}};
  EXPECT_EQ(severity("expertsender/customers"), Severity::kError);
  options_.settings = {{"confirmation_mails", "yes"}};
  EXPECT_EQ(severity("expertsender/customers"), Severity::kWarning);
}

TEST_F(Confirmation, GivesWayToASeverityThatIsAskedFor) {
  options_.severities = {{"expertsender.*", Severity::kInfo}};
  EXPECT_EQ(severity("expertsender/customers"), Severity::kInfo);
}

TEST_F(PolicyTest, TellsWhatWasChanged) {
  options_.severities = {{"csv.*", Severity::kOff}, {"csv.bom", Severity::kWarning}};
  EXPECT_THAT(changed_rules(options_), ElementsAre("csv.*=off", "csv.bom=warning"));
}

}  // namespace
}  // namespace crosswalk::api
