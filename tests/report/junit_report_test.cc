// JUnit XML: a suite an input, a test case a rule.
#include "report/junit_report.h"

#include <gtest/gtest.h>

#include <string>

#include "report/report_samples.h"

namespace crosswalk::report {
namespace {

Finding finding_in(const std::string& file, const std::string& rule, Severity severity) {
  Finding finding = row_width_finding();
  finding.file = file;
  finding.rule = rule;
  finding.severity = severity;
  return finding;
}

TEST(JunitReport, IsASuiteAnInputAndACaseARule) {
  MemorySink sink;
  JunitReport report({}, sink);
  ASSERT_TRUE(report.begin_input("good.csv").ok());
  ASSERT_TRUE(report.begin_input("customers.csv").ok());
  Finding finding = finding_in("customers.csv", "shop.row-width", Severity::kError);
  ASSERT_TRUE(report.finding(finding).ok());
  finding.place.line = 5;
  finding.field = "name";
  finding.hint.clear();
  ASSERT_TRUE(report.finding(finding).ok());
  finding = finding_in("customers.csv", "csv.bom", Severity::kWarning);
  finding.message = "a byte order mark";
  finding.hint.clear();
  ASSERT_TRUE(report.finding(finding).ok());
  ASSERT_TRUE(report.finish({}, {}).ok());
  EXPECT_EQ(sink.text,
            R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="crosswalk">
<testsuite name="good.csv" tests="1" failures="0" errors="0" skipped="0">
<testcase classname="good.csv" name="no findings"></testcase>
</testsuite>
<testsuite name="customers.csv" tests="2" failures="1" errors="0" skipped="0">
<testcase classname="customers.csv" name="csv.bom"><system-out>customers.csv:3:1: warning: a byte order mark
</system-out></testcase>
<testcase classname="customers.csv" name="shop.row-width"><failure type="error" message="2 findings: row has 8 cells, the header has 9 columns">customers.csv:3:1: error: row has 8 cells, the header has 9 columns; quote attr_interest: it holds a comma
customers.csv:5:1: error: row has 8 cells, the header has 9 columns (name)
</failure></testcase>
</testsuite>
</testsuites>
)");
}

TEST(JunitReport, CountsExactlyAndListsTheFirstPlaces) {
  MemorySink sink;
  JunitReport report({}, sink);
  for (int i = 0; i < 1500; ++i) ASSERT_TRUE(report.finding(row_width_finding()).ok());
  EXPECT_TRUE(report.wants_more());
  ASSERT_TRUE(report.finish({}, {}).ok());
  EXPECT_NE(sink.text.find("message=\"1,500 findings: "), std::string::npos);
  EXPECT_NE(sink.text.find("\nand 1,490 more\n</failure>"), std::string::npos);
}

TEST(JunitReport, ListsNoMorePlacesThanAsked) {
  MemorySink sink;
  ReportOptions options;
  options.max_findings = 1;
  JunitReport report(options, sink);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(report.finding(row_width_finding()).ok());
  ASSERT_TRUE(report.finish({}, {}).ok());
  EXPECT_NE(sink.text.find("3 findings: "), std::string::npos);
  EXPECT_NE(sink.text.find("\nand 2 more\n"), std::string::npos);
}

TEST(JunitReport, NamesTheFilesOfAnInputOfSeveral) {
  MemorySink sink;
  JunitReport report({}, sink);
  ASSERT_TRUE(report.begin_input("parts/").ok());
  for (const char* file : {"parts/1.csv", "parts/1.csv", "parts/2.csv"}) {
    ASSERT_TRUE(report.finding(finding_in(file, "a.b", Severity::kError)).ok());
  }
  ASSERT_TRUE(report.finish({}, {}).ok());
  EXPECT_EQ(sink.text.find("\"parts/\""), std::string::npos);
  EXPECT_NE(sink.text.find("<testsuite name=\"parts/1.csv\""), std::string::npos);
  EXPECT_NE(sink.text.find("<testsuite name=\"parts/2.csv\""), std::string::npos);
}

TEST(JunitReport, IsXmlWhateverTheTextsHold) {
  MemorySink sink;
  JunitReport report({}, sink);
  Finding finding = row_width_finding();
  for (std::string* text : {&finding.message, &finding.file, &finding.hint}) {
    *text = "<&>\"\n\x1b\xff\xef\xbf\xbf]]>";
  }
  ASSERT_TRUE(report.finding(finding).ok());
  ASSERT_TRUE(report.finish({}, {}).ok());
  const std::string expected = "&lt;&amp;&gt;&quot;␊␛\ufffd\ufffd]]&gt;";
  EXPECT_NE(sink.text.find("<testsuite name=\"" + expected + "\""), std::string::npos) << sink.text;
  EXPECT_NE(sink.text.find("message=\"1 finding: " + expected + "\""), std::string::npos);
  EXPECT_EQ(sink.text.find('\x1b'), std::string::npos);
}

TEST(JunitReport, PassesFailuresOfItsSinkOn) {
  MemorySink sink;
  sink.fails = true;
  EXPECT_FALSE(JunitReport({}, sink).finish({}, {}).ok());
}

}  // namespace
}  // namespace crosswalk::report
