// The reports for programs: member by member as the contract has them, and valid JSON in any case.
#include "report/json_report.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <string>

#include "report/report_samples.h"

namespace crosswalk::report {
namespace {

template <class Report>
std::string written(int findings, const Finding& finding, const Summary& summary,
                    ReportOptions options = {}) {
  MemorySink sink;
  Report report(options, sink);
  for (int i = 0; i < findings; ++i) EXPECT_TRUE(report.finding(finding).ok());
  EXPECT_TRUE(report.finish(summary, {}).ok());
  return sink.text;
}

TEST(JsonlReport, WritesExactlyTheMembersOfTheContract) {
  EXPECT_EQ(
      written<JsonlReport>(1, row_width_finding(), row_width_summary()),
      R"({"type":"finding","rule":"shop.row-width","severity":"error","message":"row has 8 cells, the header has 9 columns",)"
      R"("file":"customers.csv","line":3,"column":1,"byte":412,"record":2,"field":null,"pointer":null,)"
      R"("expected":"9 cells","hint":"quote attr_interest: it holds a comma"})"
      "\n"
      R"({"type":"summary","files":1,"records":6,"valid":5,"invalid":1,"unreadable":0,"errors":1,"warnings":0,"repairs":0,"bytes":1503})"
      "\n");
}

TEST(JsonlReport, WritesFieldPointerAndRelatedWhereThereAreAny) {
  Finding finding = row_width_finding();
  finding.record.reset();
  finding.field = "num_visits";
  finding.pointer = "";
  finding.hint.clear();
  finding.related.push_back({"customers.csv", 7, 6});
  const std::string text = written<JsonlReport>(1, finding, {});
  EXPECT_NE(text.find(R"("record":null,"field":"num_visits","pointer":"",)"), std::string::npos);
  EXPECT_NE(text.find(R"("hint":null,"related":[{"file":"customers.csv","line":7,"record":6}]})"),
            std::string::npos);
}

TEST(JsonlReport, StopsAtTheMostFindingsAndKeepsTheCounts) {
  const std::string text =
      written<JsonlReport>(5, row_width_finding(), row_width_summary(), {.max_findings = 2});
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
}

TEST(FindingLine, NumbersTheRejectedRecord) {
  const std::string line = finding_line(row_width_finding(), 7);
  EXPECT_EQ(line.rfind(R"({"type":"finding","reject":7,"rule":"shop.row-width",)", 0), 0U);
  EXPECT_EQ(finding_line(row_width_finding()).find("reject"), std::string::npos);
}

TEST(JsonReport, IsOneDocumentWithGroups) {
  Summary summary = row_width_summary();
  summary.changed_rules = {"csv.bom=off"};
  for (const int findings : {0, 1, 3}) {
    rapidjson::Document document;
    document.Parse(written<JsonReport>(findings, row_width_finding(), summary).c_str());
    ASSERT_FALSE(document.HasParseError()) << findings;
    EXPECT_EQ(document["findings"].Size(), static_cast<unsigned>(findings));
    EXPECT_EQ(document["summary"]["records"].GetInt(), 6);
    EXPECT_STREQ(document["summary"]["groups"][0]["rule"].GetString(), "shop.row-width");
    EXPECT_TRUE(document["summary"]["groups"][0]["field"].IsNull());
    EXPECT_STREQ(document["summary"]["changed_rules"][0].GetString(), "csv.bom=off");
  }
}

TEST(JsonReports, HoldTheLossOfAConversion) {
  LossReport loss{"shop/a", "shop/b", {}, {"id"}};
  loss.fields.push_back({"shoe", {}, LossClass::kLossy, "no place", false, 9, 0, 9, true});
  const std::string fields =
      R"("from":"shop/a","to":"shop/b","fields":[{"source":"shoe","targets":[],"class":"lossy",)"
      R"("dropped":false,"reason":"no place","records":9,"normalised":0,"lost":9}],"unfed":["id"]})";
  RunEnd end;
  end.loss = &loss;
  MemorySink lines;
  EXPECT_TRUE(JsonlReport({}, lines).finish({}, end).ok());
  EXPECT_EQ(lines.text.substr(0, lines.text.find('\n')), R"({"type":"loss",)" + fields);
  EXPECT_EQ(lines.text.find(R"({"type":"summary")"), lines.text.find('\n') + 1);
  MemorySink document;
  EXPECT_TRUE(JsonReport({}, document).finish({}, end).ok());
  EXPECT_NE(document.text.find(R"("loss":{)" + fields + "}}"), std::string::npos) << document.text;
}

TEST(JsonReports, StayValidAndHarmlessWhateverTheTextsHold) {
  Finding finding = row_width_finding();
  for (std::string* text : {&finding.message, &finding.file, &finding.expected, &finding.hint}) {
    *text = "a\x1b[2J\n\"\\\xff\xc2\x9b\x7f";
  }
  const std::string text = written<JsonReport>(1, finding, {});
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str());
  ASSERT_FALSE(document.HasParseError());
  EXPECT_STREQ(document["findings"][0]["file"].GetString(), "a\x1b[2J\n\"\\\ufffd\ufffd␡");
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(JsonReports, PassFailuresOfTheirSinkOn) {
  MemorySink sink;
  sink.fails = true;
  EXPECT_FALSE(JsonlReport({}, sink).finding(row_width_finding()).ok());
  EXPECT_FALSE(JsonReport({}, sink).finish({}, {}).ok());
}

}  // namespace
}  // namespace crosswalk::report
