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

TEST_F(PolicyTest, TellsWhatWasChanged) {
  options_.severities = {{"csv.*", Severity::kOff}, {"csv.bom", Severity::kWarning}};
  EXPECT_THAT(changed_rules(options_), ElementsAre("csv.*=off", "csv.bom=warning"));
}

}  // namespace
}  // namespace crosswalk::api
