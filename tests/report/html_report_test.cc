// The HTML page: whole, alone, and without a way out of its text.
#include "report/html_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/report_samples.h"

namespace crosswalk::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string page_of(const Finding& finding, const Summary& summary = row_width_summary(),
                    const ReportOptions& options = {}) {
  MemorySink sink;
  HtmlReport report(options, sink);
  EXPECT_TRUE(report.finding(finding).ok());
  EXPECT_TRUE(report.finish(summary, {}).ok());
  return sink.text;
}

TEST(HtmlReport, TellsFindingsAndThenTheirCounts) {
  ReportOptions options;
  options.explain = [](std::string_view) {
    RuleInfo info;
    info.meaning = "each row has a cell for each column";
    return info;
  };
  const std::string page = page_of(row_width_finding(), row_width_summary(), options);
  EXPECT_THAT(page, StartsWith("<!DOCTYPE html>\n"));
  EXPECT_THAT(page, EndsWith("</html>\n"));
  EXPECT_THAT(page,
              HasSubstr("<td class=\"place\">customers.csv:3:1</td><td class=\"error\">error</td>"
                        "<td>row has 8 cells, the header has 9 columns"));
  EXPECT_THAT(page, HasSubstr("what to do: quote attr_interest: it holds a comma"));
  EXPECT_THAT(page, HasSubstr("6 records in 1 file: 5 valid, 1 invalid"));
  EXPECT_THAT(page, HasSubstr("each row has a cell for each column"));
  EXPECT_THAT(page, HasSubstr("1 error to mend."));
}

TEST(HtmlReport, FetchesNothingAndRunsNothing) {
  const std::string page = page_of(row_width_finding());
  for (const char* word : {"http:", "https:", "src=", "<script", "@import", "url("})
    EXPECT_THAT(page, Not(HasSubstr(word)));
}

TEST(HtmlReport, NoNameOrMessageBecomesATag) {
  Finding finding = row_width_finding();
  finding.file = "<img src=x>.csv";
  finding.message = "</td><script>";
  finding.field = "a\"b<";
  finding.hint = "<b>";
  finding.related = {{"<i>.csv", 2, 1}};
  finding.excerpt = Excerpt{"·,<u>", 2, 3};
  Summary summary = row_width_summary();
  summary.groups.front().first_file = "<img src=x>.csv";
  const std::string page = page_of(finding, summary);
  for (const char* tag : {"<img", "<script", "<b>", "<i>", "<u>"})
    EXPECT_THAT(page, Not(HasSubstr(tag)));
  EXPECT_THAT(page, HasSubstr("·,<mark>&lt;u&gt;</mark>"));
}

TEST(HtmlReport, MarksCodePointsNotBytes) {
  Finding finding = row_width_finding();
  finding.excerpt = Excerpt{"żółć,ab", 1, 2};
  EXPECT_THAT(page_of(finding), HasSubstr("ż<mark>ół</mark>ć,ab"));
  finding.excerpt = Excerpt{"ab", 2, 1};
  EXPECT_THAT(page_of(finding), HasSubstr("ab<mark></mark>"));
}

TEST(HtmlReport, SaysHowManyItDoesNotList) {
  ReportOptions options;
  options.max_findings = 1;
  MemorySink sink;
  HtmlReport report(options, sink);
  ASSERT_TRUE(report.finding(row_width_finding()).ok());
  EXPECT_FALSE(report.wants_more());
  ASSERT_TRUE(report.finding(row_width_finding()).ok());
  Summary summary = row_width_summary();
  summary.errors = 1500;
  ASSERT_TRUE(report.finish(summary, {}).ok());
  EXPECT_THAT(sink.text, HasSubstr("and 1,499 more"));
}

TEST(HtmlReport, IsAPageWithoutFindingsToo) {
  MemorySink sink;
  HtmlReport report({}, sink);
  Summary summary;
  summary.files = 1;
  summary.records = summary.valid = 3;
  ASSERT_TRUE(report.finish(summary, {}).ok());
  EXPECT_THAT(sink.text, StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(sink.text, HasSubstr("No errors."));
}

TEST(HtmlReport, ARunThatFailedSaysSo) {
  MemorySink sink;
  HtmlReport report({}, sink);
  ASSERT_TRUE(report.finish({}, {false, 3}).ok());
  EXPECT_THAT(sink.text, HasSubstr("did not end well"));
}

TEST(HtmlReport, FailsWithItsSink) {
  MemorySink sink;
  sink.fails = true;
  HtmlReport report({}, sink);
  EXPECT_FALSE(report.finding(row_width_finding()).ok());
  EXPECT_FALSE(report.finish({}, {}).ok());
}

}  // namespace
}  // namespace crosswalk::report
