// SARIF: the members that version 2.1.0 requires, in a document that is JSON whatever it tells.
//
// That whole logs fit the published schema's required members is tested with the command:
// tests/cli/command_test.py, class Reports.
#include "report/sarif_report.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <string>

#include "crosswalk/version.h"
#include "report/report_samples.h"

namespace crosswalk::report {
namespace {

ReportOptions with_words() {
  ReportOptions options;
  options.explain = [](std::string_view name) {
    RuleInfo rule;
    rule.name = name;
    rule.severity = Severity::kWarning;
    rule.meaning = "Rows are as wide as the header.";
    rule.why = "Cells would move.";
    rule.url = "https://shop.example/api";
    rule.cure = "Quote it.";
    return rule;
  };
  return options;
}

TEST(SarifReport, IsOneLogWithTheResultAndItsRule) {
  MemorySink sink;
  SarifReport report(with_words(), sink);
  Finding finding = row_width_finding();
  finding.field = "attr_interest";
  finding.pointer = "/data/1";
  finding.related.push_back({"first.csv", 7, 6});
  ASSERT_TRUE(report.finding(finding).ok());
  ASSERT_TRUE(report.finish(row_width_summary(), {true, 1}).ok());
  EXPECT_EQ(
      sink.text,
      R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[)"
      "\n"
      R"({"ruleId":"shop.row-width","ruleIndex":0,"level":"error","message":{"text":"row has 8 cells, the header has 9 columns"},)"
      R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"customers.csv"},"region":{"startLine":3,"startColumn":1,"byteOffset":412}},)"
      R"("logicalLocations":[{"name":"attr_interest","fullyQualifiedName":"/data/1","kind":"property"}]}],)"
      R"("relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"first.csv"},"region":{"startLine":7}},"message":{"text":"first: record 6"}}],)"
      R"("properties":{"record":2,"expected":"9 cells","hint":"quote attr_interest: it holds a comma","repaired":false}})"
      "\n],\n"
      R"("tool":{"driver":{"name":"crosswalk","version":")" CROSSWALK_VERSION
      R"(","rules":[{"id":"shop.row-width","shortDescription":{"text":"Rows are as wide as the header."},)"
      R"("fullDescription":{"text":"Cells would move."},"helpUri":"https://shop.example/api","help":{"text":"Quote it."},)"
      R"("defaultConfiguration":{"level":"warning"}}]}},)"
      R"("invocations":[{"executionSuccessful":true,"exitCode":1}],)"
      R"("properties":{"records":6,"valid":5,"invalid":1,"unreadable":0,"errors":1,"warnings":0,"notTold":0}}]})"
      "\n");
}

rapidjson::Document log_of(SarifReport& report, MemorySink& sink, const RunEnd& end = {}) {
  EXPECT_TRUE(report.finish(row_width_summary(), end).ok());
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(sink.text.c_str());
  EXPECT_FALSE(document.HasParseError()) << sink.text;
  return document;
}

TEST(SarifReport, IsALogWithoutFindingsToo) {
  MemorySink sink;
  SarifReport report({}, sink);
  const rapidjson::Document log = log_of(report, sink, {false, 3});
  EXPECT_EQ(log["runs"][0]["results"].Size(), 0U);
  EXPECT_EQ(log["runs"][0]["tool"]["driver"]["rules"].Size(), 0U);
  EXPECT_FALSE(log["runs"][0]["invocations"][0]["executionSuccessful"].GetBool());
  EXPECT_EQ(log["runs"][0]["invocations"][0]["exitCode"].GetInt(), 3);
}

TEST(SarifReport, NumbersEachRuleOnceAndCountsWhatItDoesNotTell) {
  MemorySink sink;
  ReportOptions options;
  options.max_findings = 3;
  SarifReport report(options, sink);
  Finding finding = row_width_finding();
  for (const char* rule : {"a.b", "c.d", "a.b", "e.f"}) {
    finding.rule = rule;
    finding.severity = Severity::kInfo;
    ASSERT_TRUE(report.finding(finding).ok());
  }
  Summary summary;
  summary.infos = 4;
  ASSERT_TRUE(report.finish(summary, {}).ok());
  rapidjson::Document log;
  log.Parse(sink.text.c_str());
  const auto& run = log["runs"][0];
  ASSERT_EQ(run["results"].Size(), 3U);
  EXPECT_EQ(run["results"][1]["ruleIndex"].GetInt(), 1);
  EXPECT_EQ(run["results"][2]["ruleIndex"].GetInt(), 0);
  EXPECT_STREQ(run["results"][2]["level"].GetString(), "note");
  ASSERT_EQ(run["tool"]["driver"]["rules"].Size(), 2U);
  EXPECT_STREQ(run["tool"]["driver"]["rules"][1]["id"].GetString(), "c.d");
  EXPECT_STREQ(run["tool"]["driver"]["rules"][1]["shortDescription"]["text"].GetString(), "c.d");
  EXPECT_EQ(run["properties"]["notTold"].GetInt(), 1);
}

TEST(SarifReport, StaysJsonWhateverTheTextsHold) {
  MemorySink sink;
  SarifReport report({}, sink);
  Finding finding = row_width_finding();
  for (std::string* text : {&finding.message, &finding.file, &finding.expected, &finding.hint}) {
    *text = "a\x1b[2J\n\"\\\xff\xc2\x9b\x7f";
  }
  finding.related.push_back({"\"\n", 1, std::nullopt});
  ASSERT_TRUE(report.finding(finding).ok());
  const rapidjson::Document log = log_of(report, sink);
  const auto& location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
  EXPECT_STREQ(location["artifactLocation"]["uri"].GetString(), "a%1B%5B2J%0A%22%5C%FF%C2%9B%7F");
  EXPECT_EQ(sink.text.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace crosswalk::report
