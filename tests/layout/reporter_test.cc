// Findings made under the severities of the run.
#include "layout/reporter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/readings.h"

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;

class ReporterTest : public testing::Test {
 protected:
  std::vector<std::string> told(const diagnostics::RawFinding& finding) {
    ReadOptions options;
    options.rules = &rules_;
    options.policy = &policy_;
    Findings findings;
    Reporter(layout_, options).report(finding, findings);
    std::vector<std::string> lines;
    tests::append_findings(findings, rules_, 0, 1, lines);
    return lines;
  }

  format::Layout layout_;
  diagnostics::RuleCatalog rules_;
  diagnostics::RulePolicy policy_;
};

TEST_F(ReporterTest, CallsAnEventAsTheLayoutDoes) {
  const auto told_of_blank_line = [this] {
    ReadOptions options;
    options.rules = &rules_;
    options.policy = &policy_;
    Findings findings;
    Reporter(layout_, options)
        .report_event("blank-line", finding_at(diagnostics::kCsvBlankLine, 3), findings);
    return rules_.rule(findings.at(0).rule).name;
  };
  EXPECT_EQ(told_of_blank_line(), "csv.blank-line");
  rules_.intern("shop.blank");
  format::Check check;
  check.keyword = "blank-line";
  check.rule = "shop.blank";
  layout_.checks = {check};
  EXPECT_EQ(told_of_blank_line(), "shop.blank");
}

TEST_F(ReporterTest, GivesARuleItsOwnSeverity) {
  EXPECT_THAT(told(finding_at(diagnostics::kCsvBom, 3)), ElementsAre("csv.bom warning @3"));
  EXPECT_THAT(told(finding_at(diagnostics::kCsvNul, 3)), ElementsAre("csv.nul error @3"));
}

TEST_F(ReporterTest, FollowsTheCaller) {
  policy_.set(rules_, "csv.*", Severity::kInfo);
  EXPECT_THAT(told(finding_at(diagnostics::kCsvNul, 3)), ElementsAre("csv.nul info @3"));
  policy_.set(rules_, "csv.nul", Severity::kOff);
  EXPECT_THAT(told(finding_at(diagnostics::kCsvNul, 3)), testing::IsEmpty());
}

TEST_F(ReporterTest, KeepsRepairsWarningsWhereWarningsAreErrors) {
  policy_.set_strict(true);
  const json::Fault fault{json::FaultKind::kElidedElement, 3, "a value", true};
  EXPECT_THAT(told(finding_of(fault, true)), ElementsAre("json.elided-element warning @3 mended"));
  EXPECT_THAT(told(finding_at(diagnostics::kCsvBom, 3)), ElementsAre("csv.bom error @3"));
}

TEST_F(ReporterTest, OnlyMentionsAByteOrderMarkThatIsReadPast) {
  const auto told_of_mark = [this](bool source_only) {
    ReadOptions options;
    options.rules = &rules_;
    options.policy = &policy_;
    options.source_only = source_only;
    Findings findings;
    Reporter(layout_, options).report_byte_order_mark(findings);
    return findings.at(0).severity;
  };
  EXPECT_EQ(told_of_mark(false), Severity::kWarning);
  EXPECT_EQ(told_of_mark(true), Severity::kInfo);
}

TEST(RuleOf, NamesARuleForEachFault) {
  EXPECT_EQ(rule_of(tabular::FaultKind::kStrayQuote), diagnostics::kCsvStrayQuote);
  EXPECT_EQ(rule_of(tabular::FaultKind::kBlankLine), diagnostics::kCsvBlankLine);
  EXPECT_EQ(rule_of(tabular::FaultKind::kTooManyColumns), diagnostics::kLimitColumns);
  EXPECT_EQ(rule_of(json::FaultKind::kSyntax), diagnostics::kJsonSyntax);
  EXPECT_EQ(rule_of(json::FaultKind::kUnclosed), diagnostics::kJsonUnclosed);
  EXPECT_EQ(rule_of(json::FaultKind::kDepth), diagnostics::kLimitDepth);
}

TEST(FindingOf, HintsAtTolerantReadingOnlyWhereItHelps) {
  const json::Fault elided{json::FaultKind::kElidedElement, 3, "a value", false};
  const json::Fault syntax{json::FaultKind::kSyntax, 3, "a value", false};
  EXPECT_FALSE(finding_of(elided, false).hint.empty());
  EXPECT_TRUE(finding_of(elided, true).hint.empty());
  EXPECT_TRUE(finding_of(syntax, false).hint.empty());
  EXPECT_EQ(finding_of(syntax, false).expected, "a value");
}

}  // namespace
}  // namespace crosswalk::layout
