// Three engines on the same rows: the bound columns, the program on the row as an object, and
// valijson on that object.
//
// Rows are random cells from an alphabet of edge cases. Bound columns and Program::check must give
// the same rules; valijson must give the same verdict by the plain keywords, apart from the cells
// listed in reference_differs().
#include <algorithm>
#include <random>
#include <set>

#include "check/reference.h"
#include "check/row_object.h"
#include "check/value.h"
#include "support/random_schema.h"
#include "table_support.h"

namespace crosswalk::check {
namespace {

// A little of everything that draft-07 has for a row of scalars. What only the annotation says
// (spellings, parts) is not in it: valijson does not see that.
constexpr const char* kRecord = R"({"type": "object",
  "properties": {
    "id": {"type": ["string", "number"], "not": {"enum": ["", null]}, "x-crosswalk": {"as": "text"}},
    "hash": {"type": "string", "pattern": "^([0-9a-f]{4})?$"},
    "flag": {"enum": [0, 1, ""], "x-crosswalk": {"as": "flag",
        "checks": [{"on": "enum", "rule": "v.flag"}]}},
    "count": {"type": ["integer", "string"], "minimum": 0, "exclusiveMaximum": 1000,
        "x-crosswalk": {"as": "number"}},
    "even": {"type": "number", "multipleOf": 2},
    "day": {"type": "string", "anyOf": [{"const": ""}, {"format": "date"}]},
    "name": {"minLength": 1, "maxLength": 3, "pattern": "[^ ]"}},
  "patternProperties": {"^n_": {"type": ["number", "string"], "pattern": "^$",
      "x-crosswalk": {"as": "number"}}},
  "additionalProperties": {"oneOf": [{"maxLength": 1}, {"pattern": "^a"}]},
  "if": {"properties": {"flag": {"const": 1}}},
  "then": {"properties": {"name": {"not": {"const": "x"}}}}})";

const std::vector<std::string> kColumns = {"id",  "hash", "flag",  "count", "even",
                                           "day", "name", "n_one", "other"};

const std::vector<std::string> kCells = {"",
                                         "0",
                                         "1",
                                         "2",
                                         "-1",
                                         "1.0",
                                         "007",
                                         "1e2",
                                         "999.5",
                                         "1000",
                                         "abcd",
                                         "ABCD",
                                         "abcde",
                                         "x",
                                         " ",
                                         "żół",
                                         "żółw",
                                         "a",
                                         "null",
                                         "true",
                                         "3.5",
                                         "1.50",
                                         "12345678901234567890",
                                         "-0",
                                         "+5",
                                         ".5",
                                         "1,5",
                                         "\"",
                                         "2024-02-29",
                                         "2024-02-30",
                                         "24-02-29",
                                         "a b",
                                         "0x1F",
                                         "NaN",
                                         "@",
                                         "2023-02-28",
                                         "0.0",
                                         "4e-1"};

// The row as the object that it means.
std::string object_of(const Club& club, const std::vector<std::string>& cells) {
  RowObject row;
  row.clear();
  for (std::uint32_t i = 0; i < kColumns.size(); ++i) {
    row.add(kColumns[i], kind_of_cell(club.table->column_as(i), cells[i]), cells[i], i);
  }
  row.finish();
  return row.text();
}

std::vector<std::string> rules_of(const Club& club,
                                  const std::vector<diagnostics::RawFinding>& findings) {
  std::vector<std::string> names;
  for (const diagnostics::RawFinding& finding : findings) {
    const std::string& name = club.rules.rule(finding.rule).name;
    if (name.starts_with("text.") || name.starts_with("csv.")) continue;  // of tables only
    names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Rows {
 public:
  explicit Rows(std::uint32_t seed) : random_(seed) {}
  std::vector<std::string> next() {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      // Mostly good cells, so that whole rows pass now and then.
      const std::vector<std::string> good = {"a",          "abcd", "1",   "10", "2",
                                             "2024-02-29", "b",    "1.5", "ab"};
      cells.push_back(random_() % 8 == 0 ? kCells[random_() % kCells.size()] : good[i]);
    }
    return cells;
  }

 private:
  std::mt19937 random_;
};

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    tabular::append_cell(line, cells[i], {});
  }
  return line + '\n';
}

Club make_club() {
  Club club(club_format(kRecord, R"(["empty"])"));
  club.bind(csv_line(kColumns));
  EXPECT_EQ(club.told(), "");
  return club;
}

TEST(Twin, BoundColumnsGiveTheRulesOfTheRowAsAnObject) {
  Club club = make_club();
  Rows rows(1);
  int bad = 0;
  for (int round = 0; round < 10'000; ++round) {
    const auto cells = rows.next();
    const std::string object = object_of(club, cells);
    json::Tape tape;
    std::vector<json::Fault> faults;
    ASSERT_TRUE(json::parse(object, {}, tape, faults)) << object;
    std::vector<diagnostics::RawFinding> found;
    const bool good = club.program->check(object, tape, 0, club.definition->record,
                                          {&club.policy, 1'700'000'000}, found);
    club.check(csv_line(cells));
    ASSERT_EQ(rules_of(club, club.found), rules_of(club, found)) << object;
    ASSERT_EQ(good, rules_of(club, found).empty()) << object;
    bad += good ? 0 : 1;
  }
  EXPECT_GT(bad, 1'000);
  EXPECT_LT(bad, 9'000);
}

// What a row of made-up schemas is asked, each by itself.
constexpr const char* kAsked[] = {
    R"({"required": ["a"], "properties": {"a": {}}})",
    R"({"required": ["c"], "properties": {"c": {}}})",
    R"({"properties": {"a": {"maxLength": 1}}})",
    R"({"properties": {"a": {"$ref": "#/definitions/short"}}})",
    R"({"properties": {"n": {"minimum": 2}}})",
    R"({"properties": {"n": {"type": "string"}}})",
    R"({"properties": {"b": {"enum": ["a", "x", ""]}}})",
    R"({"properties": {"b": {"not": {"const": "x"}}}})",
    R"({"properties": {"c": false}})",
    R"({"patternProperties": {"^[ab]$": {"pattern": "a"}}})",
    R"({"additionalProperties": {"minLength": 1}, "properties": {"a": {}}})",
    R"({"propertyNames": {"pattern": "^[abn]$"}})",
    R"({"propertyNames": {"minLength": 2}})",
    R"({"minProperties": 3})",
    R"({"maxProperties": 2})",
    R"({"dependencies": {"a": ["c"]}, "properties": {"a": {}, "c": {}}})",
    R"({"dependencies": {"a": {"minProperties": 3}}, "properties": {"a": {}}})",
    R"({"type": "object"})",
    R"({"$ref": "#/definitions/whole"})",
    "true",
    "false"};

// One of `kAsked`, or several of them put together, up to `depth` times.
std::string any_schema(std::mt19937& random, int depth) {
  return tests::any_schema(random, depth, kAsked, R"("rule": "v.must")");
}

// A format whose rows are asked any two of such schemas.
std::string any_format(std::mt19937& random, const std::string& missing) {
  std::string format = club_format(
      R"({"type": "object", "properties": {"a": {"type": "string"}, "n": {"x-crosswalk": {"as": "number"}}, "b": {}},
          "allOf": [)" +
          any_schema(random, 2) + ", " + any_schema(random, 2) + "]}",
      missing);
  const std::string definitions = R"("definitions": {)";
  format.insert(
      format.find(definitions) + definitions.size(),
      R"("short": {"maxLength": 2}, "whole": {"properties": {"n": {"maximum": 3}, "b": {"maxLength": 1}}}, )");
  return format;
}

// What a header tells is wrong with every row; the object tells it of each.
TEST(Twin, BoundColumnsJudgeTheRowAsTheObjectUnderAnySchema) {
  const std::vector<std::string> columns = {"a", "n", "b"};
  const std::vector<std::string> cells = {"", "a", "x", "1", "2", "3.5", "ab", "abc"};
  std::mt19937 random(3);
  int bad = 0;
  int good = 0;
  for (int round = 0; round < 2'000; ++round) {
    const bool is_absent = round % 2 == 1;
    const std::string format = any_format(random, is_absent ? R"(["absent"])" : R"(["empty"])");
    Club club(format);
    club.bind(csv_line(columns));
    const auto of_header = rules_of(club, club.found);
    for (int line = 0; line < 8; ++line) {
      std::vector<std::string> row;
      RowObject object;
      object.clear();
      for (std::uint32_t i = 0; i < columns.size(); ++i) {
        row.push_back(cells[random() % cells.size()]);
        if (row[i].empty() && is_absent) continue;
        object.add(columns[i], kind_of_cell(club.table->column_as(i), row[i]), row[i], i);
      }
      object.finish();
      if (std::ranges::all_of(row, &std::string::empty)) continue;  // an empty row is no record
      json::Tape tape;
      std::vector<json::Fault> faults;
      ASSERT_TRUE(json::parse(object.text(), {}, tape, faults)) << object.text();
      std::vector<diagnostics::RawFinding> found;
      club.program->check(object.text(), tape, 0, club.definition->record,
                          {&club.policy, 1'700'000'000}, found);
      club.check(csv_line(row));
      std::set<std::string> of_table(of_header.begin(), of_header.end());
      for (const std::string& rule : rules_of(club, club.found)) of_table.insert(rule);
      const auto of_object = rules_of(club, found);
      // Checks are asked of rows without a failed keyword, and of parts of objects without one.
      const bool fails_keywords = std::ranges::any_of(
          of_object, [](const std::string& rule) { return rule.starts_with("schema."); });
      ASSERT_EQ(of_table.empty(), of_object.empty()) << object.text() << '\n' << format;
      if (!fails_keywords) {
        ASSERT_EQ(of_table, std::set<std::string>(of_object.begin(), of_object.end()))
            << object.text() << '\n'
            << format;
      }
      ++(of_object.empty() ? good : bad);
    }
  }
  EXPECT_GT(bad, 4'000);
  EXPECT_GT(good, 3'000);
}

// Where valijson is wrong (docs/conformance.md): it counts 1.0 as no integer, takes multiples of
// doubles and of integers past 64 bits wrongly, and takes years of two digits.
bool reference_differs(const std::vector<std::string>& cells) {
  const auto& count = cells[3];
  const auto& even = cells[4];
  const bool short_year = cells[5] == "24-02-29";
  const bool number_with_point = is_number(count) && !is_integer(count);
  const bool odd_spelling = is_number(even) && !is_integer(even);
  return short_year || number_with_point || odd_spelling || even == "12345678901234567890";
}

TEST(Twin, ValijsonGivesTheSameVerdictOnRows) {
  Club club = make_club();
  auto engine = ReferenceEngine::compile(club.definition->schema.text, "/definitions/member");
  ASSERT_TRUE(engine) << engine.error().message;
  Rows rows(2);
  int compared = 0;
  int good = 0;
  for (int round = 0; round < 2'000; ++round) {
    const auto cells = rows.next();
    if (reference_differs(cells)) continue;
    const std::string object = object_of(club, cells);
    std::vector<ReferenceFailure> failures;
    const ReferenceVerdict verdict = engine.value()->check(object, failures);
    ASSERT_NE(verdict, ReferenceVerdict::kNotJudged) << object;
    const bool bound_good = club.check(csv_line(cells)).has_error.at(0) == 0;
    ASSERT_EQ(bound_good, verdict == ReferenceVerdict::kValid)
        << object << ' ' << club.told() << ' '
        << (failures.empty() ? "" : failures.front().description);
    ++compared;
    good += bound_good ? 1 : 0;
  }
  EXPECT_GT(compared, 1'200);
  EXPECT_GT(good, 300);
}

}  // namespace
}  // namespace crosswalk::check
