// Rows through a bound program: faults, places, verdicts, keys.
#include "check/table.h"

#include "check/key_set.h"
#include "table_support.h"

namespace crosswalk::check {
namespace {

constexpr const char* kRecord = R"({"type": "object", "required": ["id"], "properties": {
    "id": {"type": ["string", "number"], "not": {"const": ""},
      "x-crosswalk": {"as": "text", "pii": "id", "checks": [{"on": "not", "rule": "v.no-id"}]}},
    "n": {"type": ["number", "string"], "pattern": "^$",
      "x-crosswalk": {"as": "number", "checks": [{"on": "pattern", "rule": "v.no-number"}]}},
    "tags": {"type": "string", "x-crosswalk": {"parts": {"by": ",", "item": {"pattern": "^[a-z]+$"}}}},
    "t": {"x-crosswalk": {"checks": [{"must": {"maxLength": 3}, "rule": "v.long", "severity": "warning"}]}}},
  "x-crosswalk": {"checks": [{"unique": ["/id"], "rule": "v.dup"}]}})";

Club club(const std::string& record = kRecord, const std::string& missing = R"(["empty"])",
          const std::string& layout = "csv") {
  return Club(club_format(record, missing), layout);
}

TEST(Table, PassesGoodRows) {
  Club table = club();
  table.bind("id,n,tags,t\n");
  const CheckedBatch& checked = table.check("a,1.5,\"x, y\",abc\nb,,,\n");
  EXPECT_EQ(table.told(), "");
  EXPECT_EQ(checked.has_error, (std::vector<std::uint8_t>{0, 0}));
}

TEST(Table, TellsEveryBadCellAtItsFirstByte) {
  Club table = club();
  table.bind("id,n,tags,t\n");
  const CheckedBatch& checked = table.check("a,007,,\n,\"1,5\",x,abcd\n");
  EXPECT_EQ(table.told(), "v.no-number@2 v.no-id@8 v.no-number@9 v.long@17");
  EXPECT_EQ(table.found[2].length, 5U);
  EXPECT_EQ(table.found[2].record, 1U);
  EXPECT_EQ(table.found[2].column, 1);
  EXPECT_EQ(table.found[2].shape.size, 3U);
  EXPECT_EQ(checked.has_error, (std::vector<std::uint8_t>{1, 1}));
}

TEST(Table, CallsARecordWithWarningsOnlyGood) {
  Club table = club();
  table.bind("id,t\n");
  EXPECT_EQ(table.check("a,long text\n").has_error, (std::vector<std::uint8_t>{0}));
  EXPECT_EQ(table.told(), "v.long@2");
}

TEST(Table, NumbersThePartsOfACell) {
  Club table = club();
  table.bind("id,tags\n");
  table.check("a,\"x, 1,y,2\"\n");
  ASSERT_EQ(table.told(), "schema.pattern@2 schema.pattern@2");
  EXPECT_EQ(table.found[0].part, 2U);
  EXPECT_EQ(table.found[1].part, 4U);
}

TEST(Table, DecodesQuotedCells) {
  Club table = club();
  table.bind("id,t\n");
  table.check("a,\"\"\"\"\"\"\"\"\n");
  EXPECT_EQ(table.told(), "");
  EXPECT_EQ(table.check("\"a\",x\n").keys.at(0).key, make_key("a"));
}

TEST(Table, JudgesNoCellsOfRowsThatCannotBeRead) {
  Club table = club();
  table.bind("id,n\n");
  table.batch.bytes = ",bad\n";
  table.batch.records = {{0, 4, 0, 2, record::RecordState::kWrongWidth},
                         {0, 4, 0, 0, record::RecordState::kUnreadable}};
  table.batch.cells = {{0, 0}, {1, 4}};
  diagnostics::RawFinding width;
  width.rule = diagnostics::kCsvRowWidth;
  width.record = 0;
  table.batch.findings = {width};
  CheckedBatch checked;
  TableChecker(table.table).check(table.batch, checked);
  EXPECT_EQ(checked.findings.size(), 1U);
  EXPECT_EQ(checked.has_error, (std::vector<std::uint8_t>{1, 1}));
  EXPECT_TRUE(checked.keys.empty());
}

TEST(Table, JudgesNoCellThatTheReaderComplainedOf) {
  Club table = club();
  table.bind("id,n\n");
  table.batch.bytes = "a,bad\n";
  table.batch.records = {{0, 5, 0, 2, record::RecordState::kReadable}};
  table.batch.cells = {{0, 1}, {2, 5, record::CellKind::kText, record::Cell::kFaulty}};
  CheckedBatch checked;
  TableChecker(table.table).check(table.batch, checked);
  EXPECT_TRUE(checked.findings.empty());
}

TEST(Table, TakesAnEmptyCellForAbsentWhereEmptyMeansNothing) {
  Club table = club(R"({"type": "object", "required": ["id"],
      "properties": {"id": {"type": "string"}, "n": {"type": "number"}},
      "dependencies": {"n": ["m"]}})",
                    R"(["absent"])");
  table.bind("id,n,m\n");
  table.check("a,,\n,1,x\nb,2,\n");
  EXPECT_EQ(table.told(), "schema.required@4 schema.dependency@13");
  EXPECT_EQ(table.found[1].column, 2);
}

TEST(Table, PutsRowsTogetherForKeywordsOfSeveralMembers) {
  Club table = club(R"({"type": "object", "if": {"properties": {"kind": {"const": "company"}}},
      "then": {"required": ["tax"], "properties": {"tax": true, "name": {"minLength": 2}}},
      "x-crosswalk": {"checks": [{"must": {"anyOf": [{"properties": {"kind": {"enum": ["company", ""]}}}]},
                                  "rule": "v.kind", "severity": "info"}]}})");
  table.bind("kind,name\n");
  table.check("company,x\nperson,y\n,z\n");
  EXPECT_EQ(table.told(), "schema.required@0 schema.min-length@8 v.kind@10");
  EXPECT_EQ(table.found[1].column, 1);
  EXPECT_EQ(table.found[1].pointer, "");
  EXPECT_EQ(table.found[0].column, diagnostics::kNoColumn);
}

TEST(Table, RunsExtraChecksBehindAConditionOnTheRow) {
  Club table = club(R"({"type": "object", "properties": {"kind": true, "name": true},
      "if": {"properties": {"kind": {"const": "x"}}}, "then": {"x-crosswalk": {"checks": [
        {"must": {"properties": {"name": {"minLength": 2}}}, "rule": "v.short"}]}}})");
  table.bind("kind,name\n");
  table.check("x,a\ny,a\nx,ab\n");
  EXPECT_EQ(table.told(), "v.short@2");
}

TEST(Table, JudgesCellsNestedAsDeepAsTheReaderAllows) {
  Club table = club(R"({"type": "object"})", R"(["empty"])", "json");
  table.bind(R"(["a"])");
  table.batch.bytes = std::string(1000, '[') + std::string(1000, ']');
  table.batch.records = {{0, 2000, 0, 1}};
  table.batch.cells = {{0, 2000, record::CellKind::kContainer}};
  table.checker->check(table.batch, table.checked);
  EXPECT_TRUE(table.checked.findings.empty());
}

TEST(Table, JudgesColumnsBeyondThoseThatAreRemembered) {
  Club table = club(R"({"type": "object", "additionalProperties": {"maxLength": 1}})");
  std::string header = "c0";
  std::string row = "x";
  for (int i = 1; i < 300; ++i) {
    header += ",c" + std::to_string(i);
    row += i == 299 ? ",yy" : ",x";
  }
  table.bind(header + '\n');
  table.check(row + '\n' + row + '\n');
  EXPECT_EQ(table.told(), "schema.max-length@598 schema.max-length@1199");
}

TEST(Table, TellsARepeatedBadCellEveryTime) {
  Club table = club();
  table.bind("id,n\n");
  std::string rows;
  for (int i = 0; i < 2000; ++i) rows += "k" + std::to_string(i) + (i % 2 == 0 ? ",7\n" : ",x\n");
  table.check(rows);
  EXPECT_EQ(table.found.size(), 1000U);
}

TEST(Table, TakesJsonCellsAsTheyAre) {
  Club table = club(kRecord, R"(["empty"])", "json");
  table.bind(R"(["id","n","tags","t"])");
  table.check(R"([1,2.50,"a\u0062",null],["\u0031","7","",[1,"x"]],[null,true,1,{"a":"b"}])");
  EXPECT_EQ(table.told(), "v.no-number@34 schema.type@51 schema.type@56 schema.type@61");
  EXPECT_EQ(table.checked.keys.size(), 2U);
  EXPECT_EQ(table.checked.keys[0].key, table.checked.keys[1].key);
}

TEST(Table, JudgesContainersInCells) {
  Club table = club(R"({"type": "object", "properties": {"l": {"items": {"type": "string"}}}})",
                    R"(["empty"])", "json");
  table.bind(R"(["l"])");
  table.check(R"([["a",1]])");
  EXPECT_EQ(table.told(), "schema.type@1");
  EXPECT_EQ(table.found[0].column, 0);
}

TEST(Table, HandsOutTheKeysOfReadableRecords) {
  Club table = club();
  table.bind("n,id\n");
  const CheckedBatch& checked = table.check("1,a\n2,\n3,b\n");
  ASSERT_EQ(checked.keys.size(), 2U);
  EXPECT_EQ(checked.keys[1].record, 2U);
  EXPECT_EQ(checked.keys[1].offset, 9U);
  EXPECT_EQ(checked.keys[1].length, 1U);
  EXPECT_EQ(checked.keys[1].column, 1U);
  EXPECT_EQ(checked.keys[1].key, make_key("b"));
}

TEST(Table, HandsOutNoKeysWhereUniquenessIsOff) {
  Club table = club();
  table.policy.set(table.rules, "v.dup", Severity::kOff);
  table.bind("id\n");
  EXPECT_TRUE(table.check("a\na\n").keys.empty());
}

TEST(Table, KeepsKeysOfSeveralColumnsApart) {
  Club table = club(R"({"type": "object", "x-crosswalk": {"checks": [
      {"unique": ["/a", "/b"], "rule": "v.dup"}]}, "properties": {"a": true, "b": true}})");
  table.bind("a,b\n");
  const CheckedBatch& checked = table.check("1,23\n12,3\n1,23\n");
  ASSERT_EQ(checked.keys.size(), 3U);
  EXPECT_FALSE(checked.keys[0].key == checked.keys[1].key);
  EXPECT_EQ(checked.keys[0].key, checked.keys[2].key);
}

TEST(Table, TellsDamagedTexts) {
  Club table = club(R"({"type": "object", "properties": {
      "id": {"x-crosswalk": {"pii": "id"}}, "mail": {"x-crosswalk": {"pii": "email"}},
      "t": {"maxLength": 20}}})");
  table.bind("id,mail,t\n");
  table.check("4.86E+10,a@b ,=1\n a,x,Micha?o\nb,c,Micha?owski is much too long\n");
  EXPECT_EQ(table.told(),
            "text.spreadsheet-number@0 text.key-blank@9 csv.formula@14 text.key-blank@17 "
            "text.lost-character@22 schema.max-length@34");
  EXPECT_EQ(table.found[2].severity, Severity::kInfo);
}

TEST(Table, WarnsOfFormulasWhereACsvIsWritten) {
  Club table = club(R"({"type": "object"})", R"(["empty"])", "json");
  table.bind(R"(["a"])");
  table.check(R"(["=1"])");
  EXPECT_EQ(table.told(), "");
  BindOptions options;
  options.writes_csv = true;
  table.bind(R"(["a"])", options);
  table.check(R"(["=1"],[-1])");
  ASSERT_EQ(table.told(), "csv.formula@1");
  EXPECT_EQ(table.found[0].severity, Severity::kWarning);
}

TEST(Table, SortsTheReadersFindingsIn) {
  Club table = club();
  table.bind("id,n\n");
  table.check("a,1\n");
  diagnostics::RawFinding quote;
  quote.rule = diagnostics::kCsvStrayQuote;
  quote.offset = 3;
  quote.record = 0;
  quote.severity = Severity::kWarning;
  table.batch.bytes = ",x\"";
  table.batch.records = {{0, 3, 0, 2}};
  table.batch.cells = {{0, 0}, {1, 3}};
  table.batch.findings = {quote};
  CheckedBatch checked;
  TableChecker(table.table).check(table.batch, checked);
  table.found = checked.findings;
  EXPECT_EQ(table.told(), "v.no-id@0 v.no-number@1 csv.stray-quote@3");
}

}  // namespace
}  // namespace crosswalk::check
