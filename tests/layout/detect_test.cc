// Inputs known by their names, and inputs that are not.
#include "layout/detect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/temp_folder.h"

namespace crosswalk::layout {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view kTableFormat = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "Members",
  "definitions": {"member": {
    "type": "object", "required": ["id"],
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
    "patternProperties": {"^n_[a-z]+$": {"type": "string"}}}},
  "x-crosswalk": {"record": "#/definitions/member", "missing": ["empty"], "layouts": {
    "csv": {"delimiter": [",", ";"], "checks": [{"on": "row-width", "rule": "club.width"},
                                            {"on": "column-duplicate", "rule": "club.twice"}]},
    "json": {"columns": {"at": "/header"}, "rows": {"at": "/data"},
             "checks": [{"on": "row-width", "rule": "club.width"},
                        {"on": "column-duplicate", "rule": "club.twice"}]}}}})";

constexpr std::string_view kDocumentFormat = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "Answer",
  "type": "object", "required": ["status", "message"],
  "properties": {"status": {"type": "string"}, "message": {"type": "object"}},
  "x-crosswalk": {"layouts": {"json": {}}}})";

constexpr std::string_view kRequestFormat = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "Guests",
  "type": "object", "required": ["mode", "guests"],
  "properties": {"mode": {"type": "string"}, "guests": {"items": {
    "type": "object", "required": ["mail"], "properties": {"mail": true, "room": true}}}},
  "x-crosswalk": {"records": "/guests", "layouts": {"json": {}, "ndjson": {}}}})";

constexpr std::string_view kEventFormat = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "Visits",
  "type": "object", "required": ["visit"], "properties": {"visit": true, "at": true},
  "x-crosswalk": {"records": "", "layouts": {"json": {}, "ndjson": {}}}})";
// A library of made-up formats.
class Detect : public testing::Test {
 protected:
  Detect() {
    std::filesystem::create_directory(folder_.path("club"));
    tests::write_file(folder_.path("club/members.schema.json"), kTableFormat);
    tests::write_file(folder_.path("club/answer.schema.json"), kDocumentFormat);
    tests::write_file(folder_.path("club/guests.schema.json"), kRequestFormat);
    tests::write_file(folder_.path("club/visits.schema.json"), kEventFormat);
    const Status added = library_.add_folder(folder_.path("club"));
    EXPECT_TRUE(added.ok()) << (added.ok() ? "" : added.error().message);
  }

  std::vector<std::string> fits(std::string_view start, bool complete = true) {
    evidence_.clear();
    std::vector<std::string> names;
    for (const Candidate& candidate : detect(start, complete, library_)) {
      if (names.empty()) evidence_ = candidate.evidence;
      names.push_back(candidate.definition->name + ":" + candidate.layout->name);
    }
    return names;
  }

  tests::TempFolder folder_;
  format::Library library_;
  std::vector<std::string> evidence_;  // of the best candidate of the last fits()
};

TEST_F(Detect, KnowsATableByItsColumns) {
  EXPECT_THAT(fits("id,name,n_age\n1,2,3\n"), ElementsAre("club/members:csv"));
  EXPECT_THAT(evidence_,
              ElementsAre("3 of 3 columns are known", "the delimiter is ,", "the text is UTF-8"));
  EXPECT_THAT(fits("\xEF\xBB\xBFid;  name\n"), ElementsAre("club/members:csv"));
  EXPECT_THAT(evidence_, Contains("the text is UTF-8 with a byte order mark"));
}

TEST_F(Detect, KnowsATableWithTheWrongDelimiter) {
  EXPECT_THAT(fits("id\tname\tn_age\n"), ElementsAre("club/members:csv"));
  EXPECT_THAT(evidence_, Contains("the delimiter is a tab"));
}

TEST_F(Detect, SaysNothingOfATableThatDoesNotFit) {
  EXPECT_THAT(fits("colour,size\n1,2\n"), IsEmpty());
  EXPECT_THAT(fits("name,colour,size\n1,2,3\n"), IsEmpty());
  EXPECT_THAT(fits(""), IsEmpty());
  EXPECT_THAT(fits("\n"), IsEmpty());
}

TEST_F(Detect, ForgivesAFewUnknownColumns) {
  EXPECT_THAT(fits("id,name,colour\n"), ElementsAre("club/members:csv"));
  EXPECT_THAT(evidence_, Contains("2 of 3 columns are known"));
}

TEST_F(Detect, KnowsABodyByItsMembersAndColumns) {
  EXPECT_THAT(fits(R"({"header":["id","name"],"data":[["1", ,]]})"),
              ElementsAre("club/members:json"));
  EXPECT_THAT(evidence_, ElementsAre("member header", "member data", "2 of 2 columns are known",
                                     "the text is UTF-8"));
  EXPECT_THAT(fits(R"({"data":[["1"]],"header":["id"]})"), ElementsAre("club/members:json"));
  EXPECT_THAT(fits("200 OK\n{\"header\":[],\"data\":[]}"), ElementsAre("club/members:json"));
}

TEST_F(Detect, WantsBothMembersUnlessTheTextGoesOn) {
  EXPECT_THAT(fits(R"({"data":[["1"]]})"), IsEmpty());
  EXPECT_THAT(fits(R"({"data":[["1"],["2"],["header)", false), ElementsAre("club/members:json"));
}

TEST_F(Detect, LooksAtMembersOfTheRootAlone) {
  EXPECT_THAT(fits(R"({"x":{"header":[],"data":[]},"y":"\"header\":"})"), IsEmpty());
  EXPECT_THAT(fits(R"([{"header":[],"data":[]}])"), IsEmpty());
}

TEST_F(Detect, KnowsADocumentByItsMembers) {
  EXPECT_THAT(fits(R"({"status":"success","message":{}})"), ElementsAre("club/answer:json"));
  EXPECT_THAT(evidence_, ElementsAre("2 of 2 members are known",
                                     "2 of 2 required members are there", "the text is UTF-8"));
}

TEST_F(Detect, KnowsARequestByItsEnvelope) {
  EXPECT_THAT(fits(R"({"mode":"add","guests":[{"mail":"a"}]})"), ElementsAre("club/guests:json"));
}

TEST_F(Detect, KnowsLinesByTheirRecords) {
  EXPECT_THAT(fits("{\"mail\":\"a\"}\n{\"mail\":\"b\"}\n"), ElementsAre("club/guests:ndjson"));
  EXPECT_THAT(evidence_, Contains("one object a line"));
  EXPECT_THAT(fits("{\"mail\":\"a\",\"room\":1}"), ElementsAre("club/guests:ndjson"))
      << "a record alone is no request";
  EXPECT_THAT(fits("{\"visit\":1}\r\n\r\n {\"visit\":2", false), ElementsAre("club/visits:ndjson"));
}

TEST_F(Detect, TakesASingleRecordForADocumentWhereItMayBeOne) {
  EXPECT_THAT(fits("{\"visit\":1}\n"), ElementsAre("club/visits:json"));
  EXPECT_THAT(fits("{\"visit\":\n1}\n"), ElementsAre("club/visits:json"));
}

TEST_F(Detect, KnowsAListOfRecords) {
  EXPECT_THAT(fits(R"([{"visit":1},{"visit":2}])"), ElementsAre("club/visits:json"));
  EXPECT_THAT(fits(R"([{"mode":"add","guests":[]}])"), IsEmpty()) << "requests come one by one";
}

TEST_F(Detect, LooksAtTheFirstRecordOfADocument) {
  EXPECT_THAT(fits(R"({"mode":"add","guests":[{"mail":"a","room":1}]})"),
              ElementsAre("club/guests:json"));
  EXPECT_THAT(evidence_, Contains("2 of 2 members of the first record are known"));
  EXPECT_THAT(fits(R"({"mode":"add","guests":[]})"), ElementsAre("club/guests:json"));
  EXPECT_THAT(fits(R"({"guests":[{"colour":"red","size":5,"weight":7}]})"), IsEmpty());
  EXPECT_THAT(fits(R"({"mode":"add","guests":{"mail":"a"}})"), ElementsAre("club/guests:json"));
}

TEST_F(Detect, TakesALoneLineForARecordOnlyIfItFitsWell) {
  EXPECT_THAT(fits("{\"mail\":\"a\",\"size\":5}\n"), IsEmpty());
  EXPECT_THAT(fits("{\"mail\":\"a\",\"size\":5}\n{\"mail\":1}\n"),
              ElementsAre("club/guests:ndjson"));
}

TEST_F(Detect, KeepsEqualFitsSideBySide) {
  tests::write_file(folder_.path("club/friends.schema.json"), kTableFormat);
  ASSERT_TRUE(library_.add_folder(folder_.path("club")).ok());
  const std::vector<Candidate> candidates = detect("id,name\n", true, library_);
  ASSERT_EQ(candidates.size(), 2U);
  EXPECT_EQ(candidates[0].score, candidates[1].score);
}

TEST_F(Detect, TellsTextThatIsNotUtf8) {
  fits("id,name\n1,Pawe\xB3 \x8Cwi\xB9tek\n");
  EXPECT_THAT(evidence_,
              Contains(testing::StartsWith("the text is not UTF-8; it may be windows-1250,")));
  fits("id,name\n1,\xE2\x82", false);
  EXPECT_THAT(evidence_, Contains("the text is UTF-8")) << "a character cut at the end";
  fits("id,name\n1,\xE2\x82", true);
  EXPECT_THAT(evidence_, Contains(testing::StartsWith("the text is not UTF-8")));
}

TEST_F(Detect, ReadsAnInputInTheEncodingOfItsMarkOrAsStated) {
  const std::string with_mark("\xFF\xFEi\0d\0,\0n\0a\0m\0e\0\n\0", 18);
  EXPECT_THAT(fits(with_mark), ElementsAre("club/members:csv"));
  EXPECT_THAT(evidence_, Contains("the text is read as utf-16le, by its byte order mark"));
  EXPECT_THAT(fits(with_mark.substr(2)), IsEmpty());
  const auto stated = detect(with_mark.substr(2), true, library_, "utf-16le");
  ASSERT_EQ(stated.size(), 1U);
  EXPECT_THAT(stated.front().evidence, Contains("the text is read as utf-16le, as stated"));
}

TEST_F(Detect, SaysNoValueOfTheInput) {
  fits("id,name,secret_column\nsecret_cell,2,3\n");
  EXPECT_THAT(evidence_, Not(IsEmpty()));
  EXPECT_THAT(evidence_, Not(Contains(HasSubstr("secret"))));
}

}  // namespace
}  // namespace crosswalk::layout
