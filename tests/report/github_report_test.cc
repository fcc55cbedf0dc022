// Workflow commands: one line each, whatever stands in a finding.
#include "report/github_report.h"

#include <gtest/gtest.h>

#include <string>

#include "report/report_samples.h"

namespace crosswalk::report {
namespace {

std::string told(const Finding& finding) {
  MemorySink sink;
  GithubReport report({}, sink);
  EXPECT_TRUE(report.finding(finding).ok());
  return sink.text;
}

TEST(GithubReport, WritesACommandAFindingAndALineOfCounts) {
  MemorySink sink;
  GithubReport report({}, sink);
  Finding finding = row_width_finding();
  ASSERT_TRUE(report.finding(finding).ok());
  finding.severity = Severity::kWarning;
  finding.hint.clear();
  ASSERT_TRUE(report.finding(finding).ok());
  finding.severity = Severity::kInfo;
  ASSERT_TRUE(report.finding(finding).ok());
  ASSERT_TRUE(report.finish(row_width_summary(), {}).ok());
  EXPECT_EQ(sink.text,
            "::error file=customers.csv,line=3,col=1,title=shop.row-width::row has 8 cells, the "
            "header has 9 columns%0Ahint: quote attr_interest: it holds a comma\n"
            "::warning file=customers.csv,line=3,col=1,title=shop.row-width::row has 8 cells, the "
            "header has 9 columns\n"
            "::notice file=customers.csv,line=3,col=1,title=shop.row-width::row has 8 cells, the "
            "header has 9 columns\n"
            "6 records: 5 valid, 1 invalid, 0 unreadable; 1 error, 0 warnings\n");
}

TEST(GithubReport, LetsNoTextEndACommandOrBeginAnother) {
  Finding finding = row_width_finding();
  finding.file = "a,line=9::b%0A\r\n::error::.csv";
  finding.message = "100 %\r\n::set-output::x, y: z";
  finding.hint.clear();
  EXPECT_EQ(told(finding),
            "::error file=a%2Cline=9%3A%3Ab%250A%0D%0A%3A%3Aerror%3A%3A.csv,line=3,col=1,"
            "title=shop.row-width::100 %25%0D%0A::set-output::x, y: z\n");
}

TEST(GithubReport, LetsNoTextSteerATerminal) {
  Finding finding = row_width_finding();
  finding.file = "a\x1b[2J\x07.csv";
  EXPECT_TRUE(told(finding).starts_with("::error file=a%1B[2J%07.csv,line=3"));
}

TEST(GithubReport, StopsAtTheMostFindings) {
  MemorySink sink;
  ReportOptions options;
  options.max_findings = 2;
  GithubReport report(options, sink);
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(report.finding(row_width_finding()).ok());
  EXPECT_FALSE(report.wants_more());
  EXPECT_EQ(std::count(sink.text.begin(), sink.text.end(), '\n'), 2);
}

}  // namespace
}  // namespace crosswalk::report
