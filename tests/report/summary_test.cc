// Summaries of several inputs add up.
#include "report/summary.h"

#include <gtest/gtest.h>

#include "report/report_samples.h"

namespace crosswalk::report {
namespace {

FindingGroup group(std::string rule, Severity severity, std::uint64_t count, std::string file) {
  return {std::move(rule), severity, "num_visits", count, std::move(file), {1, 2, 3}};
}

TEST(AddSummary, AddsEveryCount) {
  Summary one{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, {}, {}};
  add(one, Summary{10, 20, 30, 40, 50, 60, 70, 80, 90, 100, {}, {}});
  EXPECT_EQ(one.files, 11U);
  EXPECT_EQ(one.records, 22U);
  EXPECT_EQ(one.valid, 33U);
  EXPECT_EQ(one.invalid, 44U);
  EXPECT_EQ(one.unreadable, 55U);
  EXPECT_EQ(one.errors, 66U);
  EXPECT_EQ(one.warnings, 77U);
  EXPECT_EQ(one.infos, 88U);
  EXPECT_EQ(one.repairs, 99U);
  EXPECT_EQ(one.bytes, 110U);
  EXPECT_EQ(finding_count(one), 66U + 77U + 88U);
}

TEST(AddSummary, JoinsGroupsAndKeepsTheFirstPlace) {
  Summary total;
  total.groups = {group("a", Severity::kError, 1, "1.csv"),
                  group("b", Severity::kError, 1, "1.csv")};
  Summary later;
  later.groups = {group("b", Severity::kError, 5, "2.csv"), group("b", Severity::kInfo, 9, "2.csv"),
                  group("c", Severity::kWarning, 3, "2.csv")};
  add(total, later);
  ASSERT_EQ(total.groups.size(), 4U);
  EXPECT_EQ(total.groups[0].rule, "b");
  EXPECT_EQ(total.groups[0].count, 6U);
  EXPECT_EQ(total.groups[0].first_file, "1.csv");
  EXPECT_EQ(total.groups[1].rule, "a");
  EXPECT_EQ(total.groups[2].rule, "c");
  EXPECT_EQ(total.groups[3].severity, Severity::kInfo);
}

TEST(AddSummary, NamesAChangedRuleOnce) {
  Summary total;
  total.changed_rules = {"a=off"};
  Summary later;
  later.changed_rules = {"a=off", "b=info"};
  add(total, later);
  EXPECT_EQ(total.changed_rules, (std::vector<std::string>{"a=off", "b=info"}));
}

}  // namespace
}  // namespace crosswalk::report
