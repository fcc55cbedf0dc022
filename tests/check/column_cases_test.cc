// Headers of tables case by case, and rows that have cells too many.
#include <string>
#include <vector>

#include "check/width_hint.h"
#include "table_support.h"

namespace crosswalk::check {
namespace {

constexpr const char* kRecord = R"({"type": "object", "required": ["id", "email"],
  "additionalProperties": false,
  "properties": {"id": {"type": "string"}, "email": {"type": "string"}, "birth_date": true,
                 "First Name": true},
  "patternProperties": {"^txt_[a-z]+$": true, "^num_[a-z]+$": {"type": "number"}}})";

/// `rule column name hint` of each finding about a header.
std::vector<std::string> told(const std::string& record, const std::string& header,
                              const std::string& layout = "csv") {
  Club table(club_format(record, R"(["empty"])"), layout);
  table.bind(header);
  std::vector<std::string> lines;
  for (const diagnostics::RawFinding& finding : table.found) {
    lines.push_back(table.rules.rule(finding.rule).name + ' ' + std::to_string(finding.column) +
                    ' ' + finding.name + (finding.hint.empty() ? "" : ' ' + finding.hint));
    const bool is_at_column = finding.column != diagnostics::kNoColumn;
    EXPECT_EQ(finding.record, diagnostics::kNoRecord);
    EXPECT_EQ(finding.length != 0, is_at_column && !finding.name.empty());
  }
  return lines;
}

using Lines = std::vector<std::string>;
const std::string kNone = std::to_string(diagnostics::kNoColumn);

TEST(ColumnCases, KnownNamesAreFineInAnyOrder) {
  for (const char* header : {"id,email\n", "email,id\n", "txt_a,email,num_b,id\n",
                             "id,email,birth_date,First Name\n", "\"id\",\"email\"\n"}) {
    EXPECT_EQ(told(kRecord, header), Lines{}) << header;
  }
}

TEST(ColumnCases, MissingColumnsAreEachNamed) {
  EXPECT_EQ(told(kRecord, "txt_a\n"),
            (Lines{"schema.required " + kNone + " id", "schema.required " + kNone + " email"}));
  EXPECT_EQ(told(kRecord, "email\n"), Lines{"schema.required " + kNone + " id"});
  EXPECT_EQ(told(kRecord, "id\n"), Lines{"schema.required " + kNone + " email"});
}

TEST(ColumnCases, UnknownColumnsAreToldWithTheNearest) {
  const std::pair<const char*, const char*> cases[] = {{"birthdate", " did you mean birth_date?"},
                                                       {"birht_date", " did you mean birth_date?"},
                                                       {"Birth_Date", " did you mean birth_date?"},
                                                       {"first name", " did you mean First Name?"},
                                                       {"tx_abc", " did you mean txt_abc?"},
                                                       {"nun_abc", " did you mean num_abc?"},
                                                       {"colour", ""},
                                                       {"ie", ""},
                                                       {"txt_1", ""},
                                                       {"xidy", ""}};
  for (const auto& [name, hint] : cases) {
    EXPECT_EQ(told(kRecord, std::string("id,email,") + name + '\n'),
              Lines{std::string("csv.column-unknown 2 ") + name + hint});
  }
}

TEST(ColumnCases, NamesAreComparedAsTheyStand) {
  EXPECT_EQ(told(kRecord, "id,email,ID\n").size(), 1U) << "capitals make another name";
  EXPECT_EQ(told(kRecord, "id, email\n"),
            (Lines{"schema.required " + kNone + " email",
                   "csv.column-unknown 1  email did you mean email?"}));
  EXPECT_EQ(told(kRecord, "id,email,\n").size(), 1U) << "an empty name is an unknown one";
}

TEST(ColumnCases, EachRepeatIsToldAtItsOwnPlace) {
  EXPECT_EQ(told(kRecord, "id,email,id,email,id\n"),
            (Lines{"v.twice 2 id", "v.twice 3 email", "v.twice 4 id"}));
  EXPECT_EQ(told(kRecord, "id,email,nope,nope\n"),
            (Lines{"v.twice 3 nope", "csv.column-unknown 2 nope"}));
}

TEST(ColumnCases, HeadersOfJsonAreToldAlike) {
  EXPECT_EQ(told(kRecord, R"(["id","id","birthdate"])", "json"),
            (Lines{"v.twice 1 id", "schema.required " + kNone + " email",
                   "csv.column-unknown 2 birthdate did you mean birth_date?"}));
}

TEST(ColumnCases, NumbersOfColumnsAreCountedOnce) {
  const std::string record = R"({"type": "object", "minProperties": 2, "maxProperties": 3})";
  EXPECT_EQ(told(record, "a\n"), Lines{"schema.min-properties " + kNone + " "});
  EXPECT_EQ(told(record, "a,b\n"), Lines{});
  EXPECT_EQ(told(record, "a,b,c\n"), Lines{});
  EXPECT_EQ(told(record, "a,b,c,d\n"), Lines{"schema.max-properties " + kNone + " "});
  EXPECT_EQ(told(record, "a,a,a,a\n").size(), 4U) << "three repeats, and one name alone";
}

TEST(ColumnCases, NamesAreJudgedOneByOne) {
  const std::string record = R"({"type": "object", "propertyNames": {"maxLength": 3}})";
  EXPECT_EQ(told(record, "abc,abcd,ab,abcde\n"),
            (Lines{"schema.property-names 1 abcd", "schema.property-names 3 abcde"}));
}

/// A table bound with columns of an earlier upload; `rule column name found/wanted`.
Lines told_against(const char* rule, const std::vector<std::string>& earlier,
                   const std::string& header) {
  Club table(club_format(R"({"type": "object"})", R"(["empty"])",
                         std::string(R"({"go": {"method": "PUT", "url": "https://x", "checks": [
                           {"columns": ")") +
                             rule + R"(", "rule": "v.columns"}]}})"));
  BindOptions options;
  options.operation = table.definition->operation("go");
  options.earlier_columns = earlier;
  table.bind(header, options);
  Lines lines;
  for (const auto& finding : table.found) {
    lines.push_back(std::to_string(finding.column) + ' ' + finding.name + ' ' +
                    std::to_string(finding.found) + '/' + std::to_string(finding.wanted));
  }
  return lines;
}

TEST(ColumnCases, EqualColumnsAreTheSameInTheSameOrder) {
  EXPECT_EQ(told_against("equal", {"a", "b"}, "a,b\n"), Lines{});
  EXPECT_EQ(told_against("equal", {"a", "b"}, "b,a\n"), Lines{"0 a 2/2"});
  EXPECT_EQ(told_against("equal", {"a", "b"}, "a,c\n"), Lines{"1 b 2/2"});
  EXPECT_EQ(told_against("equal", {"a", "b"}, "a\n"), Lines{kNone + " b 1/2"});
  EXPECT_EQ(told_against("equal", {"a"}, "a,b\n"), Lines{"1 b 2/1"});
  EXPECT_EQ(told_against("equal", {"a"}, "A\n"), Lines{"0 a 1/1"});
}

TEST(ColumnCases, ASupersetHasAllEarlierColumns) {
  EXPECT_EQ(told_against("superset", {"a", "b"}, "b,c,a\n"), Lines{});
  EXPECT_EQ(told_against("superset", {"a", "b"}, "b\n").size(), 1U);
  EXPECT_EQ(told_against("superset", {"a", "b", "c"}, "x\n").size(), 3U);
  EXPECT_EQ(told_against("superset", {}, "x\n"), Lines{});
}

constexpr const char* kWide = R"({"type": "object", "properties": {
  "id": {"type": "string", "pattern": "^[0-9]+$", "x-crosswalk": {"as": "text"}},
  "tags": {"type": "string", "x-crosswalk": {"parts": {"by": ",", "item": {"minLength": 1}}}},
  "note": {"type": "string", "maxLength": 20},
  "day": {"type": "string", "format": "date"}}})";

std::string hint_of(const std::string& header, const std::string& row) {
  Club club(club_format(kWide, R"(["empty"])"));
  club.bind(header);
  record::Batch batch;
  batch.bytes = row + "\n";
  tabular::Scan scan;
  tabular::scan(batch.bytes, true, {}, scan);
  batch.records = scan.records;
  batch.cells = scan.cells;
  Sweep sweep(club.table->impl());
  sweep.begin_batch(batch, false);
  return width_hint(batch, batch.records.front(), club.table->impl(), sweep);
}

TEST(ColumnCases, TheColumnThatLostItsQuotesIsNamedWhereverItStands) {
  const std::string note = "quote note: it holds a comma";
  EXPECT_EQ(hint_of("note,id,day", "a,b,7,2024-02-29"), note);
  EXPECT_EQ(hint_of("id,note,day", "7,a,b,2024-02-29"), note);
  EXPECT_EQ(hint_of("id,day,note", "7,2024-02-29,a,b"), note);
  EXPECT_EQ(hint_of("id,note,day", "7,a,b,c,d,2024-02-29"), note) << "however many cells";
  EXPECT_EQ(hint_of("id,note", "7,8,9"), note) << "an id holds no comma";
}

TEST(ColumnCases, NoColumnIsNamedWhereNoneOrSeveralCanBeMeant) {
  EXPECT_EQ(hint_of("id,note,day", "7,a,b"), "") << "as many cells as columns";
  EXPECT_EQ(hint_of("id,note,day", "7,a"), "") << "too few";
  EXPECT_EQ(hint_of("id,day", "7,8,2024-02-29"), "") << "neither can hold a comma";
  EXPECT_EQ(hint_of("id,note,day", "7,a,b,2024-02-30"), "") << "another cell is wrong";
  EXPECT_EQ(hint_of("id,note,day", "x,a,b,2024-02-29"), "") << "another cell is wrong";
  EXPECT_EQ(hint_of("id,note,day", "7,more than twenty,characters,2024-02-29"), "")
      << "too long together";
  EXPECT_EQ(hint_of("note,note2", "a,b,c"), "") << "either can";
  EXPECT_EQ(hint_of("tags,note", "a,b,c"), "quote tags: it holds a comma")
      << "where several can, one of several values does";
}

}  // namespace
}  // namespace crosswalk::check
