// The sweep against the interpreter: the same cells judged with and without it.
//
// A cell marked as escaped is never swept, and where it holds no escape the mark changes nothing
// else: so the marked batch is the plain twin, with the same findings and the same facts.
#include "check/sweep.h"

#include <random>

#include "table_support.h"

namespace crosswalk::check {
namespace {

// One column for each way in which tests are laid out, and one that cannot be.
constexpr const char* kRecord = R"({"type": "object", "properties": {
  "id": {"type": ["string", "number"], "not": {"enum": ["", null]},
      "x-crosswalk": {"as": "text", "pii": "id"}},
  "hash": {"x-crosswalk": {"as": "text", "parts": {"by": ";", "item": {
      "pattern": "^[0-9a-f]{4}$", "not": {"pattern": "@"}, "x-crosswalk": {"checks": [
        {"on": "not", "rule": "v.address"},
        {"must": {"not": {"const": "0000"}}, "rule": "v.zero", "severity": "warning"}]}}},
      "checks": [{"down": {"not": {"contains": {"pattern": " "}}}, "rule": "v.blank"}]}},
  "flag": {"enum": [0, 1, ""], "x-crosswalk": {"as": "flag", "checks": [
      {"down": {"if": {"contains": {"enum": ["", null]}}, "then": {"contains": {"const": 0}}},
       "rule": "v.ambiguous", "severity": "warning"}]}},
  "count": {"type": ["number", "string"], "minimum": 0, "pattern": "^$",
      "x-crosswalk": {"as": "number", "checks": [
        {"must": {"not": {"type": "string", "minLength": 1}}, "rule": "v.text"}]}},
  "time": {"type": ["integer", "string"], "if": {"not": {"const": 0}},
      "then": {"x-crosswalk": {"checks": [{"within": {"from": "1990-01-01", "ahead_days": 366},
        "rule": "v.time", "severity": "warning"}]}},
      "else": {"maxLength": 1}, "x-crosswalk": {"as": "unix"}},
  "name": {"allOf": [{"minLength": 1, "maxLength": 4}], "not": {"minLength": 2, "pattern": "^x"}},
  "day": {"anyOf": [{"const": ""}, {"format": "date"}]},
  "truth": {"type": "boolean"}}})";

constexpr const char* kHeader = "id,hash,flag,count,time,name,day,truth";

const std::vector<std::string> kCells = {"",
                                         "0",
                                         "1",
                                         "2",
                                         "a",
                                         "@",
                                         "=",
                                         "=1",
                                         "-1",
                                         "-a",
                                         "1.0",
                                         "007",
                                         "abcd",
                                         "abcd;0123",
                                         "abcd; 0123",
                                         "0000",
                                         "x",
                                         "xy",
                                         " ",
                                         " a",
                                         "żółw",
                                         "żółwi",
                                         "Nguye\u0302n",
                                         "Nguyễn",
                                         "4.8E+10",
                                         "1700000000",
                                         "100",
                                         "1e2",
                                         "ż",
                                         "3?",
                                         "a?b",
                                         "true",
                                         "null",
                                         "2024-02-29",
                                         "2024-02-30",
                                         "a@b.pl",
                                         ";",
                                         ";;",
                                         "12345678901234567890",
                                         "\t",
                                         "-0"};

std::string random_rows(std::mt19937& random, std::size_t count, std::string_view between,
                        std::string_view open, std::string_view close) {
  std::string rows;
  for (std::size_t row = 0; row < count; ++row) {
    rows += open;
    for (std::size_t cell = 0; cell < 8; ++cell) {
      if (cell > 0) rows += ',';
      const std::string& text = kCells[random() % kCells.size()];
      const bool is_json = open == "[";
      const bool is_bare = is_json && is_number(text) && random() % 2 == 0;
      const std::string shown = text == "\t" && is_json ? "\\t" : text;
      rows += is_json && !is_bare ? '"' + shown + '"' : shown;
    }
    rows += close;
    if (row + 1 < count) rows += between;
  }
  return rows;
}

struct Judged {
  std::string told;
  std::vector<std::uint64_t> facts;
};

Judged judged(Club& club, record::Batch& batch) {
  club.checker->check(batch, club.checked);
  club.found = club.checked.findings;
  Judged result{club.told(), {}};
  for (const ColumnFacts::Seen& seen : club.checked.facts.seen) {
    result.facts.insert(result.facts.end(), {seen.seen, seen.record, seen.count});
  }
  return result;
}

void expect_same_without_sweep(Club& club, record::Batch batch) {
  const Judged swept = judged(club, batch);
  for (record::Cell& cell : batch.cells) cell.flags |= record::Cell::kEscaped;
  const Judged plain = judged(club, batch);
  ASSERT_EQ(swept.told, plain.told) << batch.bytes;
  ASSERT_EQ(swept.facts, plain.facts) << batch.bytes;
  ASSERT_NE(swept.told, "");
}

TEST(Sweep, GivesTheFindingsAndFactsOfTheInterpreterOnCsv) {
  Club club(club_format(kRecord, R"(["empty"])"));
  club.bind(kHeader);
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    club.check(random_rows(random, 150, "\n", "", "\n"));
    expect_same_without_sweep(club, club.batch);
  }
}

TEST(Sweep, GivesTheFindingsAndFactsOfTheInterpreterOnJson) {
  Club club(club_format(kRecord, R"(["empty"])"), "json");
  club.bind(R"(["id","hash","flag","count","time","name","day","truth"]])");
  std::mt19937 random(2);
  for (int round = 0; round < 100; ++round) {
    club.check(random_rows(random, 150, ",", "[", "]") + "]");
    expect_same_without_sweep(club, club.batch);
  }
}

TEST(Sweep, GivesTheFindingsOfTheInterpreterWhereEmptyMeansAbsent) {
  Club club(club_format(kRecord, R"(["absent"])"));
  club.bind(kHeader);
  std::mt19937 random(3);
  club.check(random_rows(random, 300, "\n", "", "\n"));
  expect_same_without_sweep(club, club.batch);
}

// What is left for the interpreter of one row, by column.
std::string left_over(Club& club, const std::string& row) {
  club.check(row + "\n");
  Sweep sweep(club.table->impl());
  ColumnFacts facts;
  facts.seen.resize(club.table->impl().leaf_count);
  sweep.begin_batch(club.batch, false);
  std::string columns;
  for (std::uint32_t column = 0; column < club.batch.cells.size(); ++column) {
    columns += sweep.doubtful(column, 0, 1, facts) == 0 ? '-' : '?';
  }
  return columns;
}

TEST(Sweep, LeavesOnlyDoubtfulCellsAndColumnsThatCannotBeLaidOut) {
  Club club(club_format(kRecord, R"(["empty"])"));
  club.bind(kHeader);
  EXPECT_EQ(left_over(club, "crm1,abcd;0123,1,3.5,1700000000,anna,2024-02-29,true"), "------??");
  EXPECT_EQ(left_over(club, ",,,,,a,,"), "?-----??");
}

}  // namespace
}  // namespace crosswalk::check
