// The fast way through a row, held against the reader's cells.
#include "json/plain_row.h"

#include <gtest/gtest.h>

#include "json/random_json.h"
#include "json/reader.h"
#include "json/row_cells.h"

namespace crosswalk::json {
namespace {

using record::Cell;
using record::CellKind;

TEST(PlainRow, CutsScalarsIntoCells) {
  const std::string_view text = R"(,["a", "b\n" ,-1.5,true,false,null,""],)";
  std::vector<Cell> cells;
  EXPECT_EQ(scan_plain_row(text, 1, cells), text.size() - 1);
  const std::vector<Cell> expected = {
      {2, 5, CellKind::kString, Cell::kQuoted},
      {7, 12, CellKind::kString, Cell::kQuoted | Cell::kEscaped},
      {14, 18, CellKind::kNumber, 0},
      {19, 23, CellKind::kTrue, 0},
      {24, 29, CellKind::kFalse, 0},
      {30, 34, CellKind::kNull, 0},
      {35, 37, CellKind::kString, Cell::kQuoted},
  };
  EXPECT_EQ(cells, expected);
}

TEST(PlainRow, TakesAnEmptyRow) {
  std::vector<Cell> cells;
  EXPECT_EQ(scan_plain_row("[ ]", 0, cells), 3U);
  EXPECT_TRUE(cells.empty());
}

TEST(PlainRow, LeavesAnythingElseToThePlainWay) {
  for (const char* text :
       {"[[1]]",         "[{}]",  "[1, ,2]", "[1,]",      "[,]",   "[01]",     "[1.]",
        "[\"a",          "[1",    "[1,",     "[",         "[tru]", "[\"\n\"]", "[\"\\x\"]",
        "[\"\\ud800\"]", "[1 2]", "[1}",     "[\"a\":1]", "[-]",   "[+1]"}) {
    std::vector<Cell> cells;
    EXPECT_EQ(scan_plain_row(text, 0, cells), 0U) << text;
  }
}

TEST(PlainRow, GivesTheCellsOfTheReader) {
  RandomJson random(5);
  int taken = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string row = random.row(0);
    const std::string text = round % 2 == 0 ? row : random.mutated(row);
    if (text.empty() || text[0] != '[') continue;
    std::vector<Cell> fast;
    const std::uint32_t end = scan_plain_row(text, 0, fast);
    std::vector<Cell> plain;
    std::vector<Fault> faults;
    RowCells handler(text, plain);
    Reader reader(text, {}, handler, faults);
    const bool good = reader.read(0) == ReadState::kWhole && faults.empty();
    if (end == 0) {
      const bool holds_containers = text.find_first_of("[{", 1) != std::string::npos;
      EXPECT_TRUE(!good || holds_containers) << text;
      continue;
    }
    ++taken;
    EXPECT_TRUE(good) << text;
    EXPECT_EQ(end, reader.position()) << text;
    EXPECT_EQ(fast, plain) << text;
  }
  EXPECT_GT(taken, 10000);
}

}  // namespace
}  // namespace crosswalk::json
