// Counts, groups and what the sink gets.
#include "pipeline/finding_log.h"

#include <gtest/gtest.h>

#include "layout/reporter.h"

namespace crosswalk::pipeline {
namespace {

class FindingLogTest : public ::testing::Test {
 protected:
  FindingLogTest() {
    context_.rules = &rules_;
    context_.file = "a.csv";
  }

  void tell(FindingLog& log, diagnostics::RuleId rule, Severity severity, std::int32_t column = -1,
            std::uint64_t byte = 0) {
    diagnostics::RawFinding raw = layout::finding_at(rule, byte);
    raw.severity = severity;
    raw.column = column;
    diagnostics::Location location;
    location.place.byte = byte;
    location.column_name = column == 0 ? "id" : column == 1 ? "note" : "";
    log.tell(raw, context_, location);
  }

  static Summary summary_of(const FindingLog& log) {
    Summary summary;
    log.summarise(summary);
    return summary;
  }

  diagnostics::RuleCatalog rules_;
  diagnostics::RenderContext context_;
};

TEST_F(FindingLogTest, CountsBySeverity) {
  FindingLog log(nullptr);
  tell(log, diagnostics::kCsvRowWidth, Severity::kError);
  tell(log, diagnostics::kCsvBom, Severity::kWarning);
  tell(log, diagnostics::kCsvBom, Severity::kWarning);
  tell(log, diagnostics::kCsvFormula, Severity::kInfo);
  tell(log, diagnostics::kCsvFormula, Severity::kOff);
  const Summary summary = summary_of(log);
  EXPECT_EQ(summary.errors, 1U);
  EXPECT_EQ(summary.warnings, 2U);
  EXPECT_EQ(summary.infos, 1U);
  EXPECT_EQ(log.errors(), 1U);
}

TEST_F(FindingLogTest, CountsRepairsBesideTheirSeverity) {
  FindingLog log(nullptr);
  diagnostics::RawFinding raw = layout::finding_at(diagnostics::kJsonElidedElement, 0);
  raw.severity = Severity::kWarning;
  raw.repair = true;
  log.tell(raw, context_, {});
  EXPECT_EQ(summary_of(log).repairs, 1U);
  EXPECT_EQ(summary_of(log).warnings, 1U);
}

TEST_F(FindingLogTest, StopsTellingWhenTheSinkSaysSoButCountsOn) {
  int told = 0;
  FindingLog log([&](const Finding&) { return ++told < 2; });
  for (int i = 0; i < 5; ++i) tell(log, diagnostics::kCsvRowWidth, Severity::kError);
  EXPECT_EQ(told, 2);
  EXPECT_EQ(log.errors(), 5U);
}

TEST_F(FindingLogTest, GroupsByRuleSeverityAndFieldWithTheFirstPlace) {
  FindingLog log(nullptr);
  tell(log, diagnostics::kSchemaType, Severity::kError, 1, 10);
  tell(log, diagnostics::kSchemaType, Severity::kError, 0, 20);
  tell(log, diagnostics::kSchemaType, Severity::kError, 0, 30);
  tell(log, diagnostics::kSchemaType, Severity::kWarning, 0, 40);
  const Summary summary = summary_of(log);
  ASSERT_EQ(summary.groups.size(), 3U);
  EXPECT_EQ(summary.groups[0].field, "id");
  EXPECT_EQ(summary.groups[0].count, 2U);
  EXPECT_EQ(summary.groups[0].first_place.byte, 20U);
  EXPECT_EQ(summary.groups[0].first_file, "a.csv");
  EXPECT_EQ(summary.groups[1].field, "note");
  EXPECT_EQ(summary.groups[2].severity, Severity::kWarning);
}

TEST_F(FindingLogTest, SortsGroupsOfOneCountByRule) {
  FindingLog log(nullptr);
  tell(log, diagnostics::kSchemaType, Severity::kError);
  tell(log, diagnostics::kCsvRowWidth, Severity::kError);
  EXPECT_EQ(summary_of(log).groups[0].rule, "csv.row-width");
}

}  // namespace
}  // namespace crosswalk::pipeline
