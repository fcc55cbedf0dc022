// Names of columns against the keywords about names, and against an earlier upload.
#include "check/header.h"

#include "table_support.h"

namespace crosswalk::check {
namespace {

constexpr const char* kRecord = R"({"type": "object", "required": ["id"],
  "additionalProperties": false, "properties": {"id": {"type": "string"}, "email": true},
  "patternProperties": {"^txt_": {"type": "string", "minLength": 1}},
  "allOf": [{"propertyNames": {"not": {"const": "email"}},
             "x-crosswalk": {"checks": [{"on": "propertyNames", "rule": "v.plain"}]}}],
  "x-crosswalk": {"checks": [
    {"on": "required", "rule": "v.missing"}, {"on": "additionalProperties", "rule": "v.unknown"},
    {"must": {"propertyNames": {"pattern": "^[a-z_]+$"}}, "rule": "v.untidy",
     "severity": "warning"}]}})";

constexpr const char* kOperations = R"({
  "update": {"method": "PATCH", "url": "https://x", "checks": [
    {"columns": "equal", "rule": "v.changed"}]},
  "overwrite": {"method": "PUT", "url": "https://x", "checks": [
    {"columns": "superset", "rule": "v.removed"},
    {"always": true, "rule": "v.note", "severity": "info"}]}})";

Club club(const std::string& record = kRecord) {
  return Club(club_format(record, R"(["empty"])", kOperations));
}

std::string told_of(std::string header) {
  Club table = club();
  table.bind(std::move(header));
  return table.told();
}

TEST(Header, IsSilentAboutGoodNames) {
  EXPECT_EQ(told_of("id,txt_a\n"), "");
}

TEST(Header, TellsAMissingColumnAtItsBeginning) {
  Club table = club();
  table.bind("txt_a\n");
  EXPECT_EQ(table.told(), "v.missing@0");
  EXPECT_EQ(table.found[0].name, "id");
  EXPECT_EQ(table.found[0].column, diagnostics::kNoColumn);
  EXPECT_EQ(table.found[0].record, diagnostics::kNoRecord);
  EXPECT_EQ(table.found[0].pointer, "");
}

TEST(Header, TellsAnUnknownColumnAtItsNameWithTheNearestOne) {
  Club table = club();
  table.bind("id,tx_a\n");
  EXPECT_EQ(table.told(), "v.unknown@3");
  EXPECT_EQ(table.found[0].column, 1);
  EXPECT_EQ(table.found[0].length, 4U);
  EXPECT_EQ(table.found[0].name, "tx_a");
  EXPECT_EQ(table.found[0].hint, "did you mean txt_a?");
}

TEST(Header, TellsARepeatedColumnAtTheSecond) {
  EXPECT_EQ(told_of("id,txt_a,id\n"), "v.twice@9");
}

TEST(Header, TellsAColumnOneFailureAndNoMustAfterIt) {
  EXPECT_EQ(told_of("id,Other,txt_A\n"), "v.unknown@3 v.untidy@9");
  EXPECT_EQ(told_of("id,email\n"), "v.plain@3");
}

TEST(Header, ChecksNoCellsOfUnknownOrRepeatedColumns) {
  Club table = club();
  table.bind("id,other,txt_a,txt_a\n");
  table.check("1,,,\n");
  EXPECT_EQ(table.told(), "schema.min-length@3");
}

TEST(Header, ChecksNoCellsOfUnknownColumnsThatNobodyIsToldOf) {
  Club table = club();
  table.policy.set(table.rules, "v.unknown", Severity::kOff);
  table.bind("id,other\n");
  EXPECT_EQ(table.told(), "");
  table.check("1,=1\n");
  EXPECT_EQ(table.told(), "");
}

TEST(Header, HasRulesOfItsOwnWhereTheFormatNamesNone) {
  Club table = club(R"({"type": "object", "properties": {"a": true},
      "additionalProperties": false})");
  table.bind("b\n");
  EXPECT_EQ(table.told(), "csv.column-unknown@0");
  EXPECT_EQ(table.found[0].severity, Severity::kError);
}

TEST(Header, AsksCombinationsOfNamesOnce) {
  Club table = club(R"({"type": "object", "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
      "dependencies": {"a": ["c"]}, "maxProperties": 2})");
  table.bind("c\n");
  EXPECT_EQ(table.told(), "schema.any-of@0");
  table.bind("a,x,y\n");
  EXPECT_EQ(table.told(), "schema.max-properties@0 schema.dependency@0");
  table.check("1,2,3\n");
  EXPECT_EQ(table.told(), "");
}

TEST(Header, HoldsItsColumnsAgainstAnEarlierUpload) {
  Club table = club();
  BindOptions options;
  options.operation = table.definition->operation("update");
  options.earlier_columns = {"id", "txt_a"};
  table.bind("id,txt_a\n", options);
  EXPECT_EQ(table.told(), "");
  table.bind("id,txt_b\n", options);
  EXPECT_EQ(table.told(), "v.changed@3");
  EXPECT_EQ(table.found[0].name, "txt_a");
  table.bind("id,txt_a,txt_b\n", options);
  EXPECT_EQ(table.told(), "v.changed@9");
  EXPECT_EQ(table.found[0].found, 3U);
  EXPECT_EQ(table.found[0].wanted, 2U);
  table.bind("id\n", options);
  EXPECT_EQ(table.told(), "v.changed@0");
}

TEST(Header, NamesEveryColumnThatWasRemoved) {
  Club table = club();
  BindOptions options;
  options.operation = table.definition->operation("overwrite");
  options.earlier_columns = {"id", "txt_a", "txt_b"};
  table.bind("txt_c,id\n", options);
  EXPECT_EQ(table.told(), "v.removed@0 v.removed@0 v.note@0");
  EXPECT_EQ(table.found[1].name, "txt_b");
  EXPECT_EQ(table.found[2].severity, Severity::kInfo);
}

TEST(Header, TellsAMissingColumnWhereTheHeadSays) {
  Club table(club_format(kRecord, R"(["empty"])"), "json");
  table.head.columns_offset = 0;
  table.bind(R"(["txt_a","nope"])");
  EXPECT_EQ(table.told(), "v.missing@0 v.unknown@9");
}

}  // namespace
}  // namespace crosswalk::check
