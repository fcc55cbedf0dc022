// The catalogue's numbers and names, and what a caller may make of severities.
#include "diagnostics/rule.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::diagnostics {
namespace {

TEST(RuleCatalog, GivesEveryCoreRuleItsFixedNumber) {
  const RuleCatalog catalog;
  EXPECT_EQ(catalog.size(), kCoreRuleCount);
  EXPECT_EQ(catalog.find("csv.header-space"), kCsvHeaderSpace);
  EXPECT_EQ(catalog.find("secret.on-command-line"), kSecretOnCommandLine);
  EXPECT_EQ(catalog.rule(kCsvFormula).severity, Severity::kInfo);
  EXPECT_EQ(catalog.rule(kJsonSyntax).severity, Severity::kError);
  for (RuleId id = 0; id < catalog.size(); ++id) {
    EXPECT_EQ(catalog.find(catalog.rule(id).name), id) << catalog.rule(id).name;
  }
}

TEST(RuleCatalog, InternsANameOnce) {
  RuleCatalog catalog;
  EXPECT_EQ(catalog.find("shop.code-missing"), RuleCatalog::kNoRule);
  const RuleId id = catalog.intern("shop.code-missing");
  EXPECT_EQ(id, kCoreRuleCount);
  EXPECT_EQ(catalog.intern("shop.code-missing"), id);
  EXPECT_EQ(catalog.rule(id).severity, Severity::kError);
}

TEST(RuleCatalog, KeepsTheNumberOfARuleThatIsGivenWords) {
  RuleCatalog catalog;
  const RuleId id = catalog.intern("shop.code-missing");
  Rule words;
  words.name = "shop.code-missing";
  words.severity = Severity::kWarning;
  words.message = "no code";
  catalog.describe(words);
  EXPECT_EQ(catalog.find("shop.code-missing"), id);
  EXPECT_EQ(catalog.rule(id).message, "no code");
  EXPECT_EQ(catalog.rule(id).severity, Severity::kWarning);
}

TEST(RuleCatalog, OffersTheNearestNames) {
  const RuleCatalog catalog;
  EXPECT_EQ(catalog.nearest("csv.row-widht").front(), "csv.row-width");
  EXPECT_TRUE(catalog.nearest("nothing like it").empty());
}

TEST(RulePolicy, LeavesSeveritiesAloneByDefault) {
  const RulePolicy policy;
  for (const Severity declared : {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    EXPECT_EQ(policy.apply(kCsvBom, declared), declared);
  }
}

TEST(RulePolicy, SetsOneRuleOrAWholeGroupAndTheLaterWins) {
  const RuleCatalog catalog;
  RulePolicy policy;
  policy.set(catalog, "csv.*", Severity::kOff);
  policy.set(catalog, "csv.nul", Severity::kInfo);
  policy.set(catalog, "json.syntax", Severity::kWarning);
  EXPECT_EQ(policy.apply(kCsvBom, Severity::kWarning), Severity::kOff);
  EXPECT_EQ(policy.apply(kCsvFormula, Severity::kInfo), Severity::kOff);
  EXPECT_EQ(policy.apply(kCsvNul, Severity::kError), Severity::kInfo);
  EXPECT_EQ(policy.apply(kJsonSyntax, Severity::kError), Severity::kWarning);
  EXPECT_EQ(policy.apply(kJsonUnclosed, Severity::kError), Severity::kError);
  policy.set(catalog, "csv.*", Severity::kError);
  EXPECT_EQ(policy.apply(kCsvNul, Severity::kError), Severity::kError);
}

TEST(RulePolicy, TakesNoPartOfANameForAGroup) {
  const RuleCatalog catalog;
  RulePolicy policy;
  policy.set(catalog, "csv", Severity::kOff);
  policy.set(catalog, "csv.row", Severity::kOff);
  EXPECT_EQ(policy.apply(kCsvRowWidth, Severity::kError), Severity::kError);
}

TEST(RulePolicy, MakesWarningsErrorsWhenStrictButNotRepairsAndInfo) {
  RulePolicy policy;
  policy.set_strict(true);
  EXPECT_EQ(policy.apply(kCsvBom, Severity::kWarning), Severity::kError);
  EXPECT_EQ(policy.apply(kCsvFormula, Severity::kInfo), Severity::kInfo);
  EXPECT_EQ(policy.apply(kJsonTrailingComma, Severity::kError, true), Severity::kWarning);
}

TEST(RulePolicy, TellsARepairAsAWarningAtMost) {
  const RuleCatalog catalog;
  RulePolicy policy;
  EXPECT_EQ(policy.apply(kJsonTrailingComma, Severity::kError, true), Severity::kWarning);
  EXPECT_EQ(policy.apply(kCsvFormula, Severity::kInfo, true), Severity::kInfo);
  policy.set(catalog, "json.trailing-comma", Severity::kError);
  EXPECT_EQ(policy.apply(kJsonTrailingComma, Severity::kError, true), Severity::kError);
}

}  // namespace
}  // namespace crosswalk::diagnostics
