// Mapped rows in tables with quotes and header/data rows: cases by hand, and a twin.
#include "conversion/text_row_plan.h"

#include <gtest/gtest.h>

#include <random>

#include "support/rows.h"
#include "tabular/scanner.h"

namespace crosswalk::conversion {
namespace {

using format::As;
using format::LayoutKind;
using record::CellKind;
using Strings = std::vector<std::string>;

format::Layout layout_of(LayoutKind kind) {
  format::Layout layout;
  layout.kind = kind;
  layout.columns_member = "header";
  layout.records_member = "data";
  return layout;
}

const format::Layout kCsv = layout_of(LayoutKind::kCsv);
const format::Layout kJson = layout_of(LayoutKind::kHeaderData);

/// Of a column of texts and one of any values.
TablePlan table_plan(const format::Layout& target) {
  const std::vector<PlanColumn> columns = {{"note", As::kText}, {"extra", As::kJson}};
  return TablePlan::compile(columns, {&kCsv, &target, format::Missing::kEmpty}).value();
}

/// What a plan writes of the first row; `left` if it leaves it.
std::string written(const record::Batch& batch, const format::Layout& target,
                    const std::vector<std::uint32_t>& any_columns = {1}) {
  const TextRowPlan plan(table_plan(target), any_columns);
  check::TypingMemory memory;
  std::string out = "<";
  if (plan.write(batch, 0, memory, out)) return out.substr(1);
  return out == "<" ? "left" : "left after " + out;
}

std::string as_csv(const Strings& cells) {
  return written(tests::csv_batch({cells}), kCsv);
}

/// A row of an empty text and another cell.
record::Batch row_with(CellKind kind, const std::string& raw) {
  record::Batch batch = tests::csv_batch({{"", raw}});
  batch.cells[1].kind = kind;
  return batch;
}

TEST(TextRowPlan, WritesTextsIntoBothLayouts) {
  const record::Batch batch = tests::csv_batch({{"\"say \"\"x\"\"\"", "a b"}});
  EXPECT_EQ(written(batch, kCsv), "\"say \"\"x\"\"\",a b\n");
  EXPECT_EQ(written(batch, kJson), R"(["say \"x\"","a b"])");
}

TEST(TextRowPlan, WritesTextsAsTheyAreWhateverTheyLookLike) {
  EXPECT_EQ(as_csv({"7", "a"}), "7,a\n");
  EXPECT_EQ(as_csv({"{}", ""}), "{},\n");
  EXPECT_EQ(as_csv({" x ", "Zoë"}), " x ,Zoë\n");
}

TEST(TextRowPlan, LeavesTextsThatCouldBeTakenForOtherValues) {
  for (const std::string& text : Strings{"7", "-1.5e3", "true", "false", "null", "[1]", "{",
                                         "\"\"\"a\"\"\"", " a", "a ", "\"a\t\""}) {
    EXPECT_EQ(as_csv({"", text}), "left") << text;
    EXPECT_NE(written(tests::csv_batch({{"", text}}), kCsv, {}), "left") << text;
  }
  for (const std::string& text : Strings{"", "\"\"", "a", "7 a", "nullx", "a{", "+7"})
    EXPECT_NE(as_csv({"", text}), "left") << text;
}

TEST(TextRowPlan, WritesOtherValuesByTheirCharacters) {
  EXPECT_EQ(written(row_with(CellKind::kNumber, "1.50"), kCsv), ",1.50\n");
  EXPECT_EQ(written(row_with(CellKind::kTrue, "true"), kCsv), ",true\n");
  EXPECT_EQ(written(row_with(CellKind::kNull, "null"), kCsv), ",\n");
  EXPECT_EQ(written(row_with(CellKind::kString, "\"a\""), kCsv), "left");
}

TEST(TextRowPlan, LeavesANulToAWriterThatRefusesIt) {
  const record::Batch batch = tests::csv_batch({{std::string("a\0b", 3), "x"}});
  EXPECT_EQ(written(batch, kCsv), "left");
  EXPECT_EQ(written(batch, kJson), R"(["a\u0000b","x"])");
}

TEST(TextRowPlan, LooksForNulInItsOwnRowOnly) {
  const TextRowPlan plan(table_plan(kCsv), {1});
  check::TypingMemory memory;
  std::string out("\0", 1);
  EXPECT_TRUE(plan.write(tests::csv_batch({{"a", "b"}}), 0, memory, out));
  EXPECT_EQ(out, std::string("\0a,b\n", 5));
}

TEST(TextRowPlan, WritesWhatATablePlanDoesWhereItWrites) {
  static const Strings kTexts = {"",          "7",    "a",     "true",  "say \"x\"", "a,b",
                                 "line\nend", " x",   "[1",    "ż",     "-",         "null",
                                 "=1",        "a\\b", "\x01t", "1e999", "\"",        "{}"};
  std::mt19937 random(23);
  std::size_t left = 0;
  constexpr std::size_t kRows = 2000;
  for (std::size_t i = 0; i < kRows; ++i) {
    Strings cells(2);
    for (std::string& cell : cells)
      tabular::append_cell(cell, kTexts[random() % kTexts.size()], {});
    const record::Batch batch = tests::csv_batch({cells});
    const format::Layout& target = random() % 2 == 0 ? kCsv : kJson;
    std::string by_table_plan;
    std::string scratch;
    table_plan(target).write(batch, 0, scratch, by_table_plan);
    const std::string by_plan = written(batch, target);
    left += by_plan == "left" ? 1U : 0U;
    EXPECT_EQ(by_plan, by_plan == "left" ? "left" : by_table_plan);
  }
  EXPECT_GT(left, kRows / 8);
  EXPECT_LT(left, kRows / 2);
}

}  // namespace
}  // namespace crosswalk::conversion
