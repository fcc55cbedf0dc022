// The report for people, as a picture.
#include "report/text_report.h"

#include <gtest/gtest.h>

#include <string>

#include "report/report_samples.h"

namespace crosswalk::report {
namespace {

std::string told(const Finding& finding, ReportOptions options = {}) {
  MemorySink sink;
  TextReport report(options, sink);
  EXPECT_TRUE(report.finding(finding).ok());
  return sink.text;
}

std::string ended(const Summary& summary) {
  MemorySink sink;
  TextReport report({}, sink);
  EXPECT_TRUE(report.finish(summary, {}).ok());
  return sink.text;
}

TEST(TextReport, LooksLikeACompilersMessage) {
  Finding finding = row_width_finding();
  finding.excerpt = Excerpt{"······,····,\"····\",·,,", 7, 4};
  EXPECT_EQ(told(finding),
            "customers.csv:3:1: error: row has 8 cells, the header has 9 columns [shop.row-width]\n"
            "    3 | ······,····,\"····\",·,,\n"
            "      |        ^~~~\n"
            "      = expected: 9 cells\n"
            "      = hint: quote attr_interest: it holds a comma\n"
            "\n");
}

TEST(TextReport, NamesTheFieldBesideTheMarkUnlessTheMessageDoes) {
  Finding finding = row_width_finding();
  finding.excerpt = Excerpt{"···", 1, 1};
  finding.field = "num_visits";
  EXPECT_NE(told(finding).find(" ^ num_visits\n"), std::string::npos);
  finding.message = "num_visits is no number";
  EXPECT_NE(told(finding).find(" ^\n"), std::string::npos);
}

TEST(TextReport, LeavesOutWhatTheMessageSays) {
  Finding finding = row_width_finding();
  finding.message = "expected 9 cells";
  finding.hint.clear();
  EXPECT_EQ(told(finding), "customers.csv:3:1: error: expected 9 cells [shop.row-width]\n\n");
}

TEST(TextReport, PutsTheMarkUnderWideCharacters) {
  Finding finding = row_width_finding();
  finding.excerpt = Excerpt{"陳大文,李四,x", 4, 2};
  const std::string text = told(finding);
  EXPECT_NE(text.find("      |        ^~~~\n"), std::string::npos) << text;
}

TEST(TextReport, NamesTheFirstPlaceOfARepeatedKeyAndRepairs) {
  Finding finding = row_width_finding();
  finding.related.push_back({"customers.csv", 7, 6});
  finding.severity = Severity::kWarning;
  finding.repair = true;
  const std::string text = told(finding);
  EXPECT_NE(text.find("warning: "), std::string::npos);
  EXPECT_NE(text.find("[shop.row-width, repaired]"), std::string::npos);
  EXPECT_NE(text.find("      = first: customers.csv:7, record 6\n"), std::string::npos);
}

TEST(TextReport, LetsNothingOfAnInputSteerTheTerminal) {
  Finding finding = row_width_finding();
  for (std::string* text : {&finding.message, &finding.file, &finding.expected, &finding.hint}) {
    *text = "a\x1b[2J\nb\r\xff";
  }
  finding.field = "c\x1b]0;x\x07";
  finding.excerpt = Excerpt{"\x1b[A", 0, 1};
  finding.related.push_back({"f\x1b", 1, 1});
  const std::string text = told(finding);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\r'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 6);
}

TEST(TextReport, ColoursOnlyWhenAskedTo) {
  const Finding finding = row_width_finding();
  EXPECT_EQ(told(finding).find('\x1b'), std::string::npos);
  const std::string text = told(finding, {.use_color = true});
  EXPECT_NE(text.find("\x1b[1;31merror:\x1b[0m"), std::string::npos);
}

TEST(TextReport, EndsWithATableOfKindsAndALineOfCounts) {
  Summary summary = row_width_summary();
  summary.files = 2;
  summary.warnings = 1204;
  summary.repairs = 3;
  summary.infos = 1;
  summary.records = 1000000;
  summary.groups.push_back(
      {"csv.header-space", Severity::kWarning, "num_visits", 1204, "b.csv", {9, 1, 10}});
  summary.changed_rules = {"csv.bom=off", "csv.nul=info"};
  const std::string text = ended(summary);
  EXPECT_EQ(
      text,
      "and 1,206 more; --max-findings 0 prints all\n"
      "\n"
      "    count  severity  rule              column      first at\n"
      "        1  error     shop.row-width                customers.csv:3:1\n"
      "    1,204  warning   csv.header-space  num_visits  b.csv:1:10\n"
      "\n"
      "changed by options: csv.bom=off, csv.nul=info\n"
      "1,000,000 records in 2 files: 5 valid, 1 invalid, 0 unreadable; 1 error, 1,204 warnings "
      "(3 repaired), 1 note\n");
}

TEST(TextReport, SaysOneLineWhereNothingIsWrong) {
  Summary summary;
  summary.files = summary.records = summary.valid = 1;
  EXPECT_EQ(ended(summary), "1 record: 1 valid, 0 invalid, 0 unreadable; 0 errors, 0 warnings\n");
}

TEST(TextReport, SaysNothingWhereNothingWasRead) {
  EXPECT_EQ(ended({}), "");
}

TEST(TextReport, SaysHowManyKindsItLeavesOut) {
  Summary summary = row_width_summary();
  summary.groups.assign(43, summary.groups[0]);
  EXPECT_NE(ended(summary).find("and 3 more kinds"), std::string::npos);
}

TEST(TextReport, StopsAtTheMostFindingsAndSaysHowManyMore) {
  MemorySink sink;
  TextReport report({.max_findings = 2}, sink);
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(report.wants_more(), i < 2);
    EXPECT_TRUE(report.finding(row_width_finding()).ok());
  }
  Summary summary = row_width_summary();
  summary.errors = 5;
  EXPECT_TRUE(report.finish(summary, {}).ok());
  EXPECT_NE(sink.text.find("\nand 3 more; --max-findings 0 prints all\n"), std::string::npos);
}

TEST(TextReport, PassesFailuresOfItsSinkOn) {
  MemorySink sink;
  sink.fails = true;
  TextReport report({}, sink);
  EXPECT_FALSE(report.finding(row_width_finding()).ok());
  EXPECT_FALSE(report.finish({}, {}).ok());
}

}  // namespace
}  // namespace crosswalk::report
