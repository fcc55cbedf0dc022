// Records that are JSON values through a whole run: in documents, one a line, by both engines.
#include "pipeline/record_checker.h"

#include <gtest/gtest.h>

#include "support/shop_run.h"

namespace crosswalk::pipeline {
namespace {

using Lines = std::vector<std::string>;

/// Runs over texts of one format.
class Records : public ::testing::Test {
 protected:
  Records(const char* format, const std::string& layout) : shop_(format, "records") {
    run_.layout = layout;
  }

  Lines read(const std::vector<std::string>& texts) {
    run_.kept.all.clear();
    run_.run(shop_, texts);
    EXPECT_EQ(run_.error, "");
    return run_.kept.lines();
  }
  Lines read(const std::string& text) { return read(std::vector{text}); }

  /// `records valid invalid unreadable`
  std::string counts() const {
    const Summary& summary = run_.summary();
    return std::to_string(summary.records) + ' ' + std::to_string(summary.valid) + ' ' +
           std::to_string(summary.invalid) + ' ' + std::to_string(summary.unreadable);
  }

  void expect_the_same_at_every_block_size(const std::string& text) {
    const Lines whole = read(text);
    const std::string counted = counts();
    for (const std::size_t block_bytes : {1U, 2U, 7U, 64U}) {
      run_.options.block_bytes = block_bytes;
      EXPECT_EQ(read(text), whole) << block_bytes;
      EXPECT_EQ(counts(), counted);
    }
  }

  tests::ShopFormat shop_;
  tests::ShopRun run_;
};

/// A document that is one record.
class DocumentRun : public Records {
 protected:
  DocumentRun() : Records(tests::kShopAnswer, "json") {}
};

TEST_F(DocumentRun, IsOneRecord) {
  EXPECT_EQ(read("{\"status\":\"ok\"}\n"), Lines{});
  EXPECT_EQ(counts(), "1 1 0 0");
  EXPECT_EQ(run_.summary().bytes, 16U);
}

TEST_F(DocumentRun, TellsWhatBreaksTheSchemaWithPointers) {
  EXPECT_EQ(read("{\"status\":\"no\",\n \"items\":[1,\"x\"]}"),
            (Lines{"shop.failed 1:11 @10 #1 status", "schema.type 2:13 @28 #1 items"}));
  EXPECT_EQ(run_.kept.all[1].pointer, "/items/1");
  EXPECT_EQ(counts(), "1 0 1 0");
}

TEST_F(DocumentRun, ThatCannotBeParsedIsUnreadable) {
  EXPECT_EQ(read("{\"status\" \"ok\"}"), Lines{"json.syntax 1:11 @10 #1"});
  EXPECT_EQ(read("{\"status\":"), Lines{"json.unclosed 1:11 @10 #1"});
  EXPECT_EQ(counts(), "1 0 0 1");
}

TEST_F(DocumentRun, WithARepeatedMemberIsStillJudged) {
  EXPECT_EQ(read("{\"status\":\"ok\",\"status\":\"no\"}"),
            (Lines{"json.duplicate-key 1:16 @15 #1 status", "shop.failed 1:25 @24 #1 status"}));
  EXPECT_EQ(run_.kept.all[0].pointer, "/status");
}

TEST_F(DocumentRun, IsReadTolerantlyWhenAsked) {
  run_.options.tolerant = true;
  EXPECT_EQ(read("{\"status\":\"ok\",}"), Lines{"json.trailing-comma 1:16 @15 #1"});
  EXPECT_EQ(counts(), "1 1 0 0");
  EXPECT_EQ(run_.summary().repairs, 1U);
}

TEST_F(DocumentRun, HasNoColumnForAByteOrderMark) {
  EXPECT_EQ(read("\xEF\xBB\xBF{\"status\":1}"), Lines{"shop.failed 1:11 @13 #1 status"});
  EXPECT_EQ(run_.summary().bytes, 15U);
}

TEST_F(DocumentRun, IsTheSameAtEveryBlockSize) {
  expect_the_same_at_every_block_size("{\"status\":\"no\",\"items\":[1,2.5]}");
}

TEST_F(DocumentRun, IsJudgedByTheReferenceEngineToo) {
  run_.options.engine = Engine::kReference;
  EXPECT_EQ(read("{\"status\":\"ok\"}"), Lines{});
  EXPECT_EQ(read("{\"status\":\"no\"}").at(0), "schema.enum 1:11 @10 #1");
  EXPECT_EQ(counts(), "1 0 1 0");
}

TEST_F(DocumentRun, IsWrittenAsOneRecord) {
  run_.target = "json";
  run_.run(shop_, {"{ \"items\":[ 1 ],\"status\":\"o\\u006b\"}"});
  EXPECT_EQ(run_.output.bodies, Lines{"{\"status\":\"ok\",\"items\":[1]}\n"});
}

/// Records in a member of a document.
class EnvelopeRun : public Records {
 protected:
  EnvelopeRun() : Records(tests::kShopGuests, "json") {}
};

TEST_F(EnvelopeRun, CountsEachItemAsARecord) {
  EXPECT_EQ(
      read(R"({"mode":"add","match":"mail","guests":[{"mail":"a"},{"mail":1},{"mail":"c"}]})"),
      Lines{"schema.type 1:61 @60 #2 mail"});
  EXPECT_EQ(run_.kept.all[0].pointer, "/guests/1/mail");
  EXPECT_EQ(counts(), "3 2 1 0");
}

TEST_F(EnvelopeRun, TellsTheEnvelopeOnceAndOfNoRecord) {
  EXPECT_EQ(read(R"({"match":"mail","guests":[{"mail":"a"},{"mail":"b"}],"weight":1.5})"),
            (Lines{"schema.required 1:1 @0 mode", "schema.type 1:63 @62 weight"}));
  EXPECT_EQ(counts(), "2 2 0 0");
}

TEST_F(EnvelopeRun, SaysMoreOfEachRecord) {
  EXPECT_EQ(read(R"({"mode":"add","match":"mail","guests":[{"phone":"1"}]})"),
            Lines{"shop.no-mail 1:40 @39 #1 mail"});
  EXPECT_EQ(run_.kept.all[0].pointer, "/guests/0/mail");
  EXPECT_EQ(read(R"({"mode":"add","match":"phone","guests":[{"mail":"1"}]})"),
            Lines{"schema.required 1:41 @40 #1 phone"});
  EXPECT_EQ(read(R"({"mode":"change","guests":[{"mail":"1","phone":"","born":{}}]})"),
            Lines{"schema.max-properties 1:28 @27 #1"});
}

TEST_F(EnvelopeRun, MayStandAnywhereAroundTheRecords) {
  EXPECT_EQ(read(R"({"guests":[{"phone":"1"}],"match":"mail","mode":"add"})"),
            Lines{"shop.no-mail 1:12 @11 #1 mail"});
}

TEST_F(EnvelopeRun, WithoutRecordsIsToldOnce) {
  EXPECT_EQ(read(R"({"mode":"add"})"), Lines{"schema.required 1:1 @0 guests"});
  EXPECT_EQ(read(R"({"mode":"add","guests":{}})"), Lines{"schema.type 1:24 @23 guests"});
  EXPECT_EQ(read(R"({"mode":"add","guests":[]})"), Lines{"schema.min-items 1:24 @23 guests"});
  EXPECT_EQ(counts(), "0 0 0 0");
}

TEST_F(EnvelopeRun, TellsRepeatedKeysWithPointers) {
  EXPECT_EQ(
      read("{\"mode\":\"add\",\"match\":\"mail\",\"guests\":[{\"mail\":\"a\"},\n{\"mail\":\"b\"},\n"
           "{\"mail\":\"a\"}]}"),
      Lines{"shop.mail-twice 3:9 @75 #3 mail"});
  const Finding& finding = run_.kept.all[0];
  EXPECT_EQ(finding.pointer, "/guests/2/mail");
  EXPECT_EQ(finding.related, (std::vector<Related>{{"a", 1, 1}}));
  EXPECT_EQ(counts(), "3 2 1 0");
}

TEST_F(EnvelopeRun, GivesFaultsToTheRecordTheyStandIn) {
  EXPECT_EQ(
      read(
          R"({"mode":"add","mode":"add","match":"mail","guests":[{"mail":"a"},{"mail":"b","mail":"c"}]})"),
      (Lines{"json.duplicate-key 1:15 @14 mode", "json.duplicate-key 1:78 @77 #2 mail"}));
  EXPECT_EQ(counts(), "2 1 1 0");
}

TEST_F(EnvelopeRun, IsUnreadableWholeIfItsSyntaxBreaks) {
  EXPECT_EQ(read(R"({"mode":"add","guests":[{"mail":"a"} {}]})"), Lines{"json.syntax 1:38 @37 #1"});
  EXPECT_EQ(counts(), "1 0 0 1");
}

TEST_F(EnvelopeRun, TakesNoSettingsForItsMembers) {
  run_.options.settings = {{"mode", "drop"}};
  EXPECT_EQ(read(R"({"mode":"add","guests":[{"phone":1}]})"), Lines{});
  EXPECT_EQ(read("{\"mode\""), Lines{"json.unclosed 1:8 @7 #1"});
}

TEST_F(EnvelopeRun, MendsBrokenSyntaxWhenAsked) {
  run_.options.tolerant = true;
  EXPECT_EQ(read(R"({"match":"mail","guests":[{"mail":"a"},{"mail":"b"},"mode":"add"])"),
            (Lines{"json.member-in-array 1:59 @58", "json.unclosed 1:66 @65"}));
  EXPECT_EQ(counts(), "2 2 0 0");
  EXPECT_EQ(read(R"({"mode":"add","match":"mail","guests":[{"mail":"a"}, ,{"mail":"b",}]})"),
            (Lines{"json.elided-element 1:54 @53", "schema.type 1:54 @53 #2",
                   "json.trailing-comma 1:67 @66 #3"}));
}

TEST_F(EnvelopeRun, UsesTheRecordsThatWereAskedFor) {
  run_.options.skip = 1;
  run_.options.take = 1;
  EXPECT_EQ(read(R"({"match":"mail","guests":[{},{"mail":1},{}]})"),
            (Lines{"schema.required 1:1 @0 mode", "schema.type 1:38 @37 #2 mail"}));
  EXPECT_EQ(run_.kept.all[1].pointer, "/guests/1/mail");
  EXPECT_EQ(counts(), "1 0 1 0");
}

TEST_F(EnvelopeRun, HoldsTheDocumentAgainstItsLimits) {
  const std::string many(1000, ' ');
  EXPECT_EQ(read(R"({"mode":"add","guests":[{"phone":1}]})" + many),
            Lines{"limit.body-size 1:1 @0"});
}

/// The root is one record or a list of them.
class RootRun : public Records {
 protected:
  RootRun() : Records(tests::kShopVisits, "json") {}
};

TEST_F(RootRun, IsOneRecord) {
  EXPECT_EQ(read(R"( {"kind":"new"})"), Lines{"schema.required 1:2 @1 #1 id"});
  EXPECT_EQ(run_.kept.all[0].pointer, "/id");
  EXPECT_EQ(counts(), "1 0 1 0");
}

TEST_F(RootRun, IsAListOfRecords) {
  EXPECT_EQ(read(R"([{"id":"a"},{"kind":"new"},7])"),
            (Lines{"schema.required 1:13 @12 #2 id", "schema.type 1:28 @27 #3"}));
  EXPECT_EQ(run_.kept.all[0].pointer, "/1/id");
  EXPECT_EQ(run_.kept.all[1].pointer, "/2");
  EXPECT_EQ(counts(), "3 1 2 0");
}

TEST_F(RootRun, IsAnEmptyList) {
  EXPECT_EQ(read("[]"), Lines{"input.empty 1:1 @0"});
  EXPECT_EQ(counts(), "0 0 0 0");
}

TEST_F(RootRun, IsJudgedByTheReferenceEngineToo) {
  run_.options.engine = Engine::kReference;
  EXPECT_EQ(read(R"([{"id":"a"},{"id":1}])"), Lines{"schema.type 1:19 @18 #2"});
  EXPECT_EQ(run_.kept.all[0].pointer, "/1/id");
}

/// One record a line.
class ColumnRun : public Records {
 protected:
  static constexpr const char* kFormat = R"({
    "$schema": "http://json-schema.org/draft-07/schema#", "title": "Marks", "type": "object",
    "x-crosswalk": {"layouts": {"ndjson": {}}, "checks": [
      {"down": {"not": {"contains": {"const": ""}}}, "rule": "shop.empty", "severity": "warning"},
      {"down": {"contains": {"const": 1}}, "rule": "shop.no-one", "severity": "warning"}]}
  })";
  ColumnRun() : Records(kFormat, "ndjson") {}
};

TEST_F(ColumnRun, AsksWhatNoValueMayBeOfEachMember) {
  const std::string text = "{\"a\":\"\",\"b\":1}\n{\"a\":\"\",\"b\":\"\"}\n[\"\"]\n";
  EXPECT_EQ(read(text), (Lines{"shop.empty 1:6 @5 #1 a", "shop.empty 2:6 @20 #2 a",
                               "shop.empty 2:13 @27 #2 b", "schema.type 3:1 @31 #3"}));
  EXPECT_EQ(run_.kept.all[2].pointer, "/b");
}

TEST_F(ColumnRun, TellsARuleThatIsToldOnceAtItsFirstPlace) {
  diagnostics::Rule rule = shop_.rules.rule(shop_.rules.find("shop.empty"));
  rule.once = true;
  shop_.rules.describe(rule);
  const std::string text = "{\"b\":\"\"}\n{\"a\":\"\",\"b\":\"\"}\n{\"a\":\"\"}\n";
  EXPECT_EQ(read(text), (Lines{"shop.empty 1:6 @5 #1 b", "shop.empty 2:6 @14 #2 a"}));
  EXPECT_EQ(run_.summary().warnings, 2U);
}

class LinesRun : public Records {
 protected:
  LinesRun() : Records(tests::kShopVisits, "ndjson") {}
};

TEST_F(LinesRun, AreRecordsOfTheirOwn) {
  EXPECT_EQ(read("{\"id\":\"a\"}\r\n\n{\"id\":1,\"who\":{\"card\":\"x\"}}\n"),
            (Lines{"schema.type 3:7 @19 #2 id", "schema.type 3:23 @35 #2 card"}));
  EXPECT_EQ(run_.kept.all[1].pointer, "/who/card");
  EXPECT_EQ(counts(), "2 1 1 0");
}

TEST_F(LinesRun, GoOnBehindABrokenOne) {
  EXPECT_EQ(
      read("{\"id\":\"a\"}\n{\"id\" \"b\"}\n{\"id\":\n{\"id\":\"c\"} x\n{\"id\":\"d\"}"),
      (Lines{"json.syntax 2:7 @17 #2", "json.unclosed 3:7 @28 #3", "json.syntax 4:12 @40 #4"}));
  EXPECT_EQ(counts(), "5 2 0 3");
}

TEST_F(LinesRun, TellOneCauseOfAValueThatTheReaderComplainedAbout) {
  EXPECT_EQ(
      read(
          "{\"id\":1e400,\"who\":{\"card\":[1e400]}}\n{\"id\":\"\\ud800\",\"kind\":\"\\ud800\"}\n"),
      (Lines{"json.number-range 1:7 @6 #1 id", "schema.type 1:27 @26 #1 card",
             "json.number-range 1:28 @27 #1", "json.lone-surrogate 2:8 @43 #2 id",
             "json.lone-surrogate 2:24 @59 #2 kind"}));
  EXPECT_EQ(run_.kept.all[0].pointer, "/id");
  EXPECT_EQ(run_.kept.all[2].pointer, "/who/card/0");
  EXPECT_EQ(counts(), "2 0 2 0");
}

TEST_F(LinesRun, ThatCannotBeReadStayUnreadableWithoutTheirRule) {
  shop_.policy.set(shop_.rules, "json.*", Severity::kOff);
  EXPECT_EQ(read("{\"id\"\n{\"id\":\"a\"}\n"), Lines{});
  EXPECT_EQ(counts(), "2 1 0 1");
}

TEST_F(LinesRun, AreMendedEachByItself) {
  run_.options.tolerant = true;
  EXPECT_EQ(read("{\"id\":\"a\",}\n{\"id\":\"b\"\n{\"id\":\"c\"}\n"),
            (Lines{"json.trailing-comma 1:11 @10 #1", "json.unclosed 2:10 @21 #2"}));
  EXPECT_EQ(counts(), "3 3 0 0");
}

TEST_F(LinesRun, HaveKeysThatCountWhereTheirConditionHolds) {
  EXPECT_EQ(read("{\"id\":\"a\",\"kind\":\"new\",\"who\":{\"card\":1}}\n"
                 "{\"id\":\"a\",\"kind\":\"changed\",\"who\":{\"card\":1}}\n"
                 "{\"id\":\"a\",\"kind\":\"new\",\"who\":{\"card\":2}}\n"
                 "{\"id\":\"a\",\"kind\":\"new\",\"who\":{}}\n"
                 "{\"who\":{\"card\":1},\"kind\":\"new\",\"id\":\"a\"}\n"),
            Lines{"shop.visit-twice 5:37 @196 #5 id"});
  EXPECT_EQ(run_.kept.all[0].pointer, "/id");
  EXPECT_EQ(run_.kept.all[0].related, (std::vector<Related>{{"a", 1, 1}}));
  EXPECT_EQ(counts(), "5 5 0 0");
}

TEST_F(LinesRun, NameTheLineOfAnElementsFirst) {
  const std::string text =
      "{\"id\":\"a\"}\n\n{\"id\":\"b\",\"rooms\":[{\"n\":1},{\"n\":1,\"v\":2},{\"n\":1}]}\n";
  for (const std::size_t block_bytes : {1U, 16U, 4096U}) {
    run_.options.block_bytes = block_bytes;
    EXPECT_EQ(read(text),
              (Lines{"shop.room-twice 3:33 @44 #2 n", "shop.room-twice 3:47 @58 #2 n"}));
    EXPECT_EQ(run_.kept.all[1].pointer, "/rooms/2/n");
    EXPECT_EQ(run_.kept.all[1].related, (std::vector<Related>{{"a", 3, 2}}));
  }
  EXPECT_EQ(run_.summary().errors, 1U);
  EXPECT_EQ(run_.summary().warnings, 1U);
}

TEST_F(LinesRun, AreHeldAgainstTheOrderOfTheirTimes) {
  EXPECT_EQ(read("{\"id\":\"a\",\"came\":\"2024-01-02\",\"left\":\"2024-01-01\"}\n"),
            Lines{"shop.visit-time 1:38 @37 #1 left"});
}

TEST_F(LinesRun, AreWarnedOfMembersThatNobodyKnows) {
  EXPECT_EQ(read("{\"id\":\"a\",\"knid\":\"new\"}\n"),
            Lines{"schema.unknown-field 1:11 @10 #1 knid"});
  EXPECT_EQ(run_.kept.all[0].hint, "did you mean kind?");
  EXPECT_EQ(counts(), "1 1 0 0");
}

TEST_F(LinesRun, ShareTheirKeysOverFiles) {
  const std::string line = "{\"id\":\"a\",\"kind\":\"new\",\"who\":{\"card\":1}}\n";
  EXPECT_EQ(read({line, line}), Lines{"shop.visit-twice 1:7 @6 #1 id"});
  EXPECT_EQ(run_.kept.all[0].file, "b");
  EXPECT_EQ(run_.kept.all[0].related, (std::vector<Related>{{"a", 1, 1}}));
}

TEST_F(LinesRun, AreTheSameAtEveryBlockSize) {
  run_.options.max_record_bytes = 40;
  expect_the_same_at_every_block_size(
      "\xEF\xBB\xBF{\"id\":\"a\",\"kind\":\"new\"}\r\n\r\n{\"id\"\n{\"id\":\"" +
      std::string(40, 'x') + "\"}\n[1]\n{\"kind\":\"old\"}");
}

TEST_F(LinesRun, MayBeNone) {
  EXPECT_EQ(read(""), Lines{"input.empty 1:1 @0"});
  EXPECT_EQ(counts(), "0 0 0 0");
}

TEST_F(LinesRun, AreTakenAndSkipped) {
  run_.options.skip = 1;
  run_.options.take = 1;
  EXPECT_EQ(read("{}\n{}\n{}\n"), Lines{"schema.required 2:1 @3 #2 id"});
  EXPECT_EQ(counts(), "1 0 1 0");
}

/// Lines whose envelope is made of settings.
class SettingsRun : public Records {
 protected:
  SettingsRun() : Records(tests::kShopGuests, "ndjson") {}
};

TEST_F(SettingsRun, AskNothingOfTheEnvelopeAndNoCondition) {
  EXPECT_EQ(read("{\"born\":{},\"mail\":\"a\",\"phone\":1}\n{\"mail\":\"a\"}\n"), Lines{});
}

TEST_F(SettingsRun, SayMoreOfEachRecord) {
  run_.options.settings = {{"match", "mail"}, {"unknown", "x"}};
  EXPECT_EQ(read("{\"mail\":\"a\"}\n{\"phone\":1}\n{\"mail\":\"a\"}\n"),
            (Lines{"shop.no-mail 2:1 @13 #2 mail", "shop.mail-twice 3:9 @33 #3 mail"}));
  run_.options.settings = {{"match", "phone"}};
  EXPECT_EQ(read("{\"mail\":\"a\"}\n"), Lines{"schema.required 1:1 @0 #1 phone"});
}

TEST_F(SettingsRun, AreJudgedThemselves) {
  run_.options.settings = {{"mode", "drop"}, {"weight", "1.5"}};
  EXPECT_EQ(read("{\"mail\":\"a\"}\n"),
            (Lines{"schema.enum 1:1 @0 mode", "schema.type 1:1 @0 weight"}));
  EXPECT_EQ(run_.kept.all[0].pointer, std::nullopt);
  run_.options.settings = {{"mode", "add"}, {"weight", "2"}};
  EXPECT_EQ(read("{\"mail\":\"a\"}\n"), Lines{});
}

TEST_F(SettingsRun, CountForRowsToo) {
  run_.layout = "csv";
  run_.options.settings = {{"match", "mail"}};
  EXPECT_EQ(read("mail,phone\na,1\na,2\n"), Lines{"shop.mail-twice 3:1 @15 #2 mail"});
  EXPECT_EQ(read("phone\n1\n"), Lines{"shop.no-mail 1:1 @0 mail"});
}

}  // namespace
}  // namespace crosswalk::pipeline
