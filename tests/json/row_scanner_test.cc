// Rows: cells, faults, damage; the same at every cut, and the same as the parser's tape.
#include "json/row_scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "json/random_json.h"

namespace crosswalk::json {
namespace {

using diagnostics::kNoRecord;
using record::Cell;
using record::CellKind;
using record::Record;
using record::RecordState;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A fault reduced to what tests compare.
struct Seen {
  FaultKind kind;
  std::uint32_t offset;
  std::uint32_t record;
  bool mended;

  friend bool operator==(const Seen&, const Seen&) = default;
};

void PrintTo(const Seen& seen, std::ostream* out) {
  *out << "fault " << static_cast<int>(seen.kind) << " at " << seen.offset << " in record "
       << seen.record << (seen.mended ? " mended" : "");
}

// All that scanning a text gave, in offsets of the whole text.
struct Scanned {
  std::vector<Record> records;
  std::vector<Cell> cells;
  std::vector<Seen> faults;
  std::size_t consumed = 0;
  RowStop stop = RowStop::kNeedInput;
  bool at_first = true;

  friend bool operator==(const Scanned&, const Scanned&) = default;

  // Scans what is not consumed of `text` up to `end`.
  void scan(std::string_view text, std::size_t end, bool final, const ParseOptions& options,
            std::uint32_t max_records = 1000000) {
    std::vector<Record> found;
    std::vector<Cell> cut;
    std::vector<RowFault> told;
    const std::string_view stretch = text.substr(consumed, end - consumed);
    const RowScan result =
        scan_rows(stretch, final, options, max_records, at_first, found, cut, told);
    add(found, cut, told);
    consumed += result.consumed;
    stop = result.stop;
  }

 private:
  void add(std::vector<Record>& found, std::vector<Cell>& cut, const std::vector<RowFault>& told) {
    const auto base = static_cast<std::uint32_t>(consumed);
    const auto first_record = static_cast<std::uint32_t>(records.size());
    for (Record& record : found) {
      record.begin += base;
      record.end += base;
      record.first_cell += static_cast<std::uint32_t>(cells.size());
    }
    for (Cell& cell : cut) {
      cell.begin += base;
      cell.end += base;
    }
    for (const RowFault& fault : told) {
      const bool between = fault.record == kNoRecord;
      faults.push_back({fault.fault.kind, fault.fault.offset + base,
                        between ? kNoRecord : fault.record + first_record, fault.fault.mended});
    }
    records.insert(records.end(), found.begin(), found.end());
    cells.insert(cells.end(), cut.begin(), cut.end());
  }
};

constexpr ParseOptions kStrict{false, 256};
constexpr ParseOptions kTolerant{true, 256};

Scanned scan(std::string_view text, const ParseOptions& options = kStrict) {
  Scanned scanned;
  scanned.scan(text, text.size(), true, options);
  return scanned;
}

// Texts begin after the `[` of the data array. Records as text, `!` before unreadable ones.
std::vector<std::string> rows(std::string_view text, const Scanned& scanned) {
  std::vector<std::string> out;
  for (const Record& record : scanned.records) {
    const bool readable = record.state == RecordState::kReadable;
    out.push_back((readable ? "" : "!") +
                  std::string(text.substr(record.begin, record.end - record.begin)));
  }
  return out;
}

std::vector<std::string> cells(std::string_view text, const Scanned& scanned, std::size_t index) {
  std::vector<std::string> out;
  const Record& record = scanned.records.at(index);
  for (std::uint32_t i = 0; i < record.cell_count; ++i) {
    const Cell& cell = scanned.cells.at(record.first_cell + i);
    out.emplace_back(text.substr(cell.begin, cell.end - cell.begin));
  }
  return out;
}

TEST(RowScanner, CutsRowsIntoCells) {
  const std::string_view text = "\r\n[\"a\",1],\r\n[ \"b\" , null ]\r\n]}";
  const Scanned scanned = scan(text);
  EXPECT_EQ(scanned.stop, RowStop::kArrayEnd);
  EXPECT_EQ(scanned.consumed, text.size() - 1);
  EXPECT_THAT(rows(text, scanned), ElementsAre("[\"a\",1]", "[ \"b\" , null ]"));
  EXPECT_THAT(cells(text, scanned, 0), ElementsAre("\"a\"", "1"));
  EXPECT_THAT(cells(text, scanned, 1), ElementsAre("\"b\"", "null"));
  EXPECT_THAT(scanned.faults, IsEmpty());
}

TEST(RowScanner, FindsTheEndOfAnEmptyArray) {
  const Scanned scanned = scan(" ] , 1");
  EXPECT_EQ(scanned.stop, RowStop::kArrayEnd);
  EXPECT_EQ(scanned.consumed, 2U);
  EXPECT_THAT(scanned.records, IsEmpty());
}

TEST(RowScanner, KeepsANestedValueAsOneCell) {
  const std::string_view text = R"([1,{"a":[2,{}]},"x",[[]]]])";
  const Scanned scanned = scan(text);
  EXPECT_THAT(cells(text, scanned, 0), ElementsAre("1", R"({"a":[2,{}]})", "\"x\"", "[[]]"));
  EXPECT_EQ(scanned.cells[1].kind, CellKind::kContainer);
  EXPECT_EQ(scanned.cells[2].kind, CellKind::kString);
}

TEST(RowScanner, MendsElidedCellsAsCommasAndOne) {
  const std::string_view text = R"([1,"a", ,],["b",],[3]])";
  const Scanned scanned = scan(text, kTolerant);
  EXPECT_THAT(cells(text, scanned, 0), ElementsAre("1", "\"a\"", "", ""));
  EXPECT_THAT(cells(text, scanned, 1), ElementsAre("\"b\"", ""));
  EXPECT_THAT(cells(text, scanned, 2), ElementsAre("3"));
  EXPECT_EQ(scanned.cells[2], (Cell{8, 8, CellKind::kString, 0}));
  EXPECT_THAT(scanned.faults, ElementsAre(Seen{FaultKind::kElidedElement, 8, 0, true},
                                          Seen{FaultKind::kElidedElement, 16, 1, true}));
}

TEST(RowScanner, MakesAStringCellOfANumberWithLeadingZeros) {
  const std::string_view text = "[0123]]";
  const Scanned scanned = scan(text, kTolerant);
  EXPECT_THAT(scanned.cells, ElementsAre(Cell{1, 5, CellKind::kString, 0}));
  EXPECT_THAT(scanned.faults, ElementsAre(Seen{FaultKind::kLeadingZero, 2, 0, true}));
}

TEST(RowScanner, StrictlyFindsTheEndOfARowThatCouldBeMended) {
  const std::string_view text = R"([1, ,],[02,03],["ok"]])";
  const Scanned scanned = scan(text);
  EXPECT_THAT(rows(text, scanned), ElementsAre("![1, ,]", "![02,03]", "[\"ok\"]"));
  EXPECT_THAT(scanned.faults, ElementsAre(Seen{FaultKind::kElidedElement, 4, 0, false},
                                          Seen{FaultKind::kLeadingZero, 9, 1, false}));
  EXPECT_EQ(scanned.records[0].cell_count, 0U);
  EXPECT_EQ(scanned.stop, RowStop::kArrayEnd);
}

TEST(RowScanner, GoesOnAfterDamageAtTheNextRow) {
  const std::string_view text = "[\"a\" \"b\", 1] ,\n[2],[3 4],[\"x\ny\"]\n,[5],[6}\n]";
  const Scanned scanned = scan(text);
  EXPECT_THAT(rows(text, scanned),
              ElementsAre("![\"a\" \"b\", 1]", "[2]", "![3 4]", "![\"x\ny\"]", "[5]", "![6}\n]"));
  EXPECT_EQ(scanned.stop, RowStop::kLost);
  EXPECT_EQ(scanned.consumed, scanned.records.back().begin);
}

TEST(RowScanner, GoesOnAtALineThatBeginsWithABracket) {
  const std::string_view text = "[\"a,1],\n[\"b\",2],\n[3]]";
  const Scanned scanned = scan(text);
  EXPECT_THAT(rows(text, scanned), ElementsAre("![\"a,1]", "[\"b\",2]", "[3]"));
  EXPECT_THAT(scanned.faults, ElementsAre(Seen{FaultKind::kSyntax, 7, 0, false}));
}

TEST(RowScanner, DoesNotTakeANestedValueForTheNextRow) {
  const std::string_view text = "[1 2,[3],4],[5]]";
  EXPECT_THAT(rows(text, scan(text)), ElementsAre("![1 2,[3],4]", "[5]"));
}

TEST(RowScanner, FindsTheArrayEndAfterADamagedLastRow) {
  const std::string_view text = "[1],[2 3]\n]}";
  const Scanned scanned = scan(text);
  EXPECT_THAT(rows(text, scanned), ElementsAre("[1]", "![2 3]"));
  EXPECT_EQ(scanned.stop, RowStop::kArrayEnd);
}

TEST(RowScanner, TellsElementsThatAreNoRows) {
  const std::string_view text = R"({"a":[1]},5,[1],"x"])";
  const Scanned scanned = scan(text);
  EXPECT_THAT(rows(text, scanned), ElementsAre(R"(!{"a":[1]})", "!5", "[1]", "!\"x\""));
  EXPECT_THAT(scanned.faults, ElementsAre(Seen{FaultKind::kSyntax, 0, 0, false},
                                          Seen{FaultKind::kSyntax, 10, 1, false},
                                          Seen{FaultKind::kSyntax, 16, 3, false}));
  EXPECT_EQ(scanned.cells.size(), 1U);
}

TEST(RowScanner, TellsCommasThatAreMissingOrTooMany) {
  const std::string_view text = ",[1] [2],, ,[3],]";
  const std::vector<Seen> expected = {{FaultKind::kElidedElement, 0, kNoRecord, false},
                                      {FaultKind::kSyntax, 5, kNoRecord, false},
                                      {FaultKind::kElidedElement, 9, kNoRecord, false},
                                      {FaultKind::kTrailingComma, 16, kNoRecord, false}};
  const Scanned scanned = scan(text);
  EXPECT_THAT(rows(text, scanned), ElementsAre("[1]", "[2]", "[3]"));
  EXPECT_EQ(scanned.faults, expected);
  std::vector<Seen> mended = expected;
  for (Seen& seen : mended) seen.mended = seen.kind != FaultKind::kSyntax;
  EXPECT_EQ(scan(text, kTolerant).faults, mended);
}

TEST(RowScanner, SaysWhatItWantsThere) {
  const auto wanted = [](std::string_view text) {
    bool at_first = true;
    std::vector<Record> records;
    std::vector<Cell> cells;
    std::vector<RowFault> faults;
    scan_rows(text, true, {}, 100, at_first, records, cells, faults);
    std::string all;
    for (const RowFault& fault : faults) all += (all.empty() ? "" : "; ") + fault.fault.expected;
    return all;
  };
  EXPECT_EQ(wanted("7,[1]]"), "a row in [ ]");
  EXPECT_EQ(wanted("[1],7]"), "a row in [ ]");
  EXPECT_EQ(wanted("[1] 7]"), "a comma or ]");
  EXPECT_EQ(wanted("[1] [2]]"), "a comma or ]");
}

TEST(RowScanner, TellsTextBetweenRowsOnce) {
  const std::string_view text = "[1] x,[2] 5,[3]]";
  const Scanned scanned = scan(text);
  EXPECT_THAT(rows(text, scanned), ElementsAre("[1]", "!x", "[2]", "!5", "[3]"));
  EXPECT_EQ(scanned.faults.size(), 2U);
}

TEST(RowScanner, MarksCellsThatItHasComplainedAbout) {
  const std::string_view text = R"(["a","\ud800",{"b":1,"b":2}]])";
  const Scanned scanned = scan(text);
  EXPECT_THAT(rows(text, scanned), ElementsAre(text.substr(0, text.size() - 1)));
  EXPECT_THAT(scanned.faults, ElementsAre(Seen{FaultKind::kLoneSurrogate, 6, 0, false},
                                          Seen{FaultKind::kDuplicateKey, 21, 0, false}));
  EXPECT_EQ(scanned.cells[0].flags, Cell::kQuoted);
  EXPECT_EQ(scanned.cells[1].flags, Cell::kQuoted | Cell::kEscaped | Cell::kFaulty);
  EXPECT_EQ(scanned.cells[2].flags, Cell::kFaulty);
}

TEST(RowScanner, ClosesACutOffLastRowOnlyWhenTolerant) {
  const std::string_view text = "[1],[2,\"x\"\n";
  EXPECT_THAT(rows(text, scan(text)), ElementsAre("[1]", "![2,\"x\"\n"));
  const Scanned scanned = scan(text, kTolerant);
  EXPECT_EQ(scanned.stop, RowStop::kNeedInput);
  EXPECT_EQ(scanned.consumed, text.size());
  EXPECT_THAT(cells(text, scanned, 1), ElementsAre("2", "\"x\""));
  EXPECT_THAT(scanned.faults, ElementsAre(Seen{FaultKind::kUnclosed, 11, 1, true}));
}

TEST(RowScanner, StopsAtARowThatIsTooDeep) {
  const std::string_view text = "[[[1]]],[2]]";
  const Scanned scanned = scan(text, {true, 2});
  EXPECT_EQ(scanned.faults.at(0), (Seen{FaultKind::kDepth, 2, 0, false}));
}

TEST(RowScanner, StopsEarlyWhenAskedTo) {
  const std::string_view text = "[1],[2],[3],[4]]";
  Scanned scanned;
  scanned.scan(text, text.size(), true, kStrict, 2);
  EXPECT_THAT(rows(text, scanned), ElementsAre("[1]", "[2]"));
  EXPECT_EQ(scanned.consumed, 8U);
  scanned.scan(text, text.size(), true, kStrict, 2);
  EXPECT_EQ(scanned, scan(text));
}

TEST(RowScanner, NeverCutsALineEndInTwo) {
  const std::string_view text = "[1]\r\n,\r\n[2]\r\n]";
  for (std::size_t size = 0; size < text.size(); ++size) {
    Scanned scanned;
    scanned.scan(text, size, false, kStrict);
    EXPECT_FALSE(text.substr(0, scanned.consumed).ends_with('\r')) << size;
  }
}

// Scans with the text cut at `cut`, or growing byte by byte from there.
Scanned scan_cut(std::string_view text, std::size_t cut, bool byte_by_byte,
                 const ParseOptions& options) {
  Scanned scanned;
  scanned.scan(text, cut, false, options);
  const std::size_t last_cut = byte_by_byte ? text.size() : cut + 1;
  for (std::size_t end = cut + 1; end < last_cut && scanned.stop == RowStop::kNeedInput; ++end) {
    scanned.scan(text, end, false, options);
  }
  if (scanned.stop == RowStop::kNeedInput) scanned.scan(text, text.size(), true, options);
  return scanned;
}

void expect_same_at_every_cut(std::string_view text) {
  for (const ParseOptions& options : {kStrict, kTolerant}) {
    const Scanned whole = scan(text, options);
    for (std::size_t cut = 0; cut < text.size(); ++cut) {
      EXPECT_EQ(scan_cut(text, cut, false, options), whole) << text << "\ncut at " << cut;
    }
    EXPECT_EQ(scan_cut(text, 0, true, options), whole) << text << "\nbyte by byte";
  }
}

TEST(RowScanner, GivesTheSameAtEveryCut) {
  for (const char* text : {
           "\r\n[\"crm001\",\"M\",2135,\"cooking, \\u00e9\\ud83d\\ude00\",null]\r\n,[1]\r\n]",
           "[1, ,],[0123],[1,]\n,[true,-1.5e-3]]",
           "[\"a\" \"b\", 1] ,\n[2],[3 4],[\"x\ny\"]\n,[5],[6}\n]",
           "[\"a,1],\n[\"b\",2],\n[3]]",
           ", [1] [2],, ,[3],\r\n]",
           "{\"a\":[1]},5,[1] x,[2] \"y\",[3]",
           "[\"\\ud800\",{\"b\":1,\"b\":[2,]}],[\"\\u12",
           "[1],[2,\"x\"\n",
           "[1],[2,",
           "[1] , ",
           "}",
       }) {
    expect_same_at_every_cut(text);
  }
}

TEST(RowScanner, GivesTheSameAtEveryCutOfRandomRows) {
  RandomJson random(17);
  for (int round = 0; round < 60; ++round) {
    const std::string text = random.rows(random.below(6), 2);
    expect_same_at_every_cut(std::string_view(text).substr(1));
    const std::string broken = random.mutated(text.substr(1));
    expect_same_at_every_cut(broken);
  }
}

// The cells that the parser's tape holds for the same text.
std::vector<std::vector<std::string>> rows_of_tape(std::string_view text, const Tape& tape) {
  std::vector<std::vector<std::string>> out;
  for (std::uint32_t i = 1; i < tape.tokens[0].next; i = tape.tokens[i].next) {
    out.emplace_back();
    for (std::uint32_t j = i + 1; j < tape.tokens[i].next; j = tape.tokens[j].next) {
      out.back().emplace_back(raw(text, tape.tokens[j]));
    }
  }
  return out;
}

TEST(RowScanner, GivesTheCellsOfTheParser) {
  RandomJson random(23);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random.rows(random.below(8), 2);
    Tape tape;
    std::vector<Fault> faults;
    parse(text, kStrict, tape, faults);
    const std::string_view data = std::string_view(text).substr(1);
    const Scanned scanned = scan(data);
    std::vector<std::vector<std::string>> found;
    for (std::size_t i = 0; i < scanned.records.size(); ++i) {
      found.push_back(cells(data, scanned, i));
    }
    EXPECT_EQ(found, rows_of_tape(text, tape)) << text;
    EXPECT_EQ(scanned.faults.size(), faults.size()) << text;
    EXPECT_EQ(scanned.stop, RowStop::kArrayEnd) << text;
  }
}

TEST(RowScanner, TellsOneFaultForEachUnreadableRecord) {
  RandomJson random(29);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random.mutated(random.rows(4, 1).substr(1));
    const Scanned scanned = scan(text, round % 2 == 0 ? kStrict : kTolerant);
    std::size_t before = 0;
    for (std::uint32_t i = 0; i < scanned.records.size(); ++i) {
      const Record& record = scanned.records[i];
      EXPECT_LE(before, record.begin) << text;
      EXPECT_LT(record.begin, record.end) << text;
      before = record.end;
      const auto told = std::count_if(scanned.faults.begin(), scanned.faults.end(),
                                      [i](const Seen& seen) { return seen.record == i; });
      EXPECT_TRUE(record.state == RecordState::kReadable || told == 1) << text;
    }
  }
}

}  // namespace
}  // namespace crosswalk::json
