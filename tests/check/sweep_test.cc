// The sweep against the interpreter: the same cells judged with and without it.
//
// Columns behind very many others are not swept: so the same rows under such a header are the plain
// twin, with the same findings and the same facts.
#include "check/sweep.h"

#include <random>

#include "json/writer.h"
#include "table_support.h"
#include "text/percent.h"

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

const std::vector<std::string> kNames = {"id",   "hash", "flag", "count",
                                         "time", "name", "day",  "truth"};
constexpr std::uint32_t kUnswept = 256;  // columns in front of those that are not swept

std::string header(std::vector<std::string> names, bool is_json) {
  std::string header = is_json ? "[" : "";
  for (std::string& name : names) header += (is_json ? '"' + name + '"' : name) + ',';
  header.pop_back();
  return header + (is_json ? "]]" : "");
}

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
                                         "say \"hi\"",
                                         "\"",
                                         ";",
                                         ";;",
                                         "12345678901234567890",
                                         "\t",
                                         "-0"};

void append_json(std::string& out, const std::string& text, bool escapes_more) {
  const bool is_escaped = escapes_more && !text.empty() && text[0] >= ' ' && text[0] < 0x7F;
  if (!is_escaped) {
    json::append_string(out, text);
    return;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\"\\u00";
  out += {kHex[static_cast<unsigned char>(text[0]) >> 4U],
          kHex[static_cast<unsigned char>(text[0]) & 15U]};
  std::string rest;
  json::append_string(rest, text.substr(1));
  out += rest.substr(1);
}

std::string random_rows(std::mt19937& random, std::size_t count, std::string_view between,
                        std::string_view open, std::string_view close) {
  std::string rows;
  for (std::size_t row = 0; row < count; ++row) {
    rows += open;
    for (std::size_t cell = 0; cell < 8; ++cell) {
      if (cell > 0) rows += ',';
      const std::string& text = kCells[random() % kCells.size()];
      if (open != "[") {
        tabular::append_cell(rows, text, {});
      } else if (is_number(text) && random() % 2 == 0) {
        rows += text;
      } else {
        append_json(rows, text, random() % 3 == 0);
      }
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

// Puts columns in front that nothing is asked of.
record::Batch behind_unknown_columns(const record::Batch& batch) {
  record::Batch made = batch;
  made.cells.clear();
  for (record::Record& record : made.records) {
    const auto first = batch.cells.begin() + record.first_cell;
    record.first_cell = static_cast<std::uint32_t>(made.cells.size());
    made.cells.resize(made.cells.size() + kUnswept);
    made.cells.insert(made.cells.end(), first, first + record.cell_count);
    record.cell_count += kUnswept;
  }
  return made;
}

/// The same table with and without a sweep.
class Twins {
 public:
  explicit Twins(const std::string& missing, const std::string& layout = "csv")
      : swept(club_format(kRecord, missing), layout), plain(club_format(kRecord, missing), layout) {
    swept.bind(header(kNames, layout == "json"));
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < kUnswept; ++i) names.push_back("u" + std::to_string(i));
    names.insert(names.end(), kNames.begin(), kNames.end());
    plain.bind(header(names, layout == "json"));
  }

  void expect_same_of(record::Batch batch) {
    record::Batch wide = behind_unknown_columns(batch);
    const Judged by_sweep = judged(swept, batch);
    const Judged plainly = judged(plain, wide);
    ASSERT_EQ(by_sweep.told, plainly.told) << batch.bytes;
    ASSERT_EQ(by_sweep.facts, plainly.facts) << batch.bytes;
    ASSERT_NE(by_sweep.told, "");
  }
  void expect_same_of_rows(const std::string& rows) {
    swept.check(rows);
    expect_same_of(swept.batch);
  }

  Club swept, plain;
};

TEST(Sweep, GivesTheFindingsAndFactsOfTheInterpreterOnCsv) {
  Twins twins(R"(["empty"])");
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round)
    twins.expect_same_of_rows(random_rows(random, 150, "\n", "", "\n"));
}

TEST(Sweep, GivesTheFindingsAndFactsOfTheInterpreterOnJson) {
  Twins twins(R"(["empty"])", "json");
  std::mt19937 random(2);
  for (int round = 0; round < 100; ++round)
    twins.expect_same_of_rows(random_rows(random, 150, ",", "[", "]") + "]");
}

TEST(Sweep, GivesTheFindingsOfTheInterpreterWhereEmptyMeansAbsent) {
  Twins twins(R"(["absent"])");
  std::mt19937 random(3);
  twins.expect_same_of_rows(random_rows(random, 300, "\n", "", "\n"));
}

TEST(Sweep, GivesTheFindingsAndFactsOfTheInterpreterOnForms) {
  Twins twins(R"(["empty"])");
  std::mt19937 random(4);
  for (int round = 0; round < 30; ++round) {
    std::string rows;
    for (std::size_t cell = 0; cell < 150 * kNames.size(); ++cell) {
      text::append_encoded(rows, kCells[random() % kCells.size()]);
      rows += (cell + 1) % kNames.size() == 0 ? '\n' : ',';
    }
    twins.swept.check(rows);
    record::Batch batch = twins.swept.batch;
    batch.is_encoded = true;
    for (record::Cell& cell : batch.cells) {
      const auto bytes = std::string_view(batch.bytes).substr(cell.begin, cell.end - cell.begin);
      if (text::is_encoded(bytes)) cell.flags = record::Cell::kPercent | record::Cell::kEscaped;
    }
    twins.expect_same_of(batch);
  }
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
  club.bind(header(kNames, false));
  EXPECT_EQ(left_over(club, "crm1,abcd;0123,1,3.5,1700000000,anna,2024-02-29,true"), "------??");
  EXPECT_EQ(left_over(club, ",,,,,a,,"), "?-----??");
  EXPECT_EQ(left_over(club, "\"a \"\"b\"\"\",abcd,1,3.5,1700000000,anna,,"), "------??");
}

}  // namespace
}  // namespace crosswalk::check
