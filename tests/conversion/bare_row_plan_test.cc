// Rows copied to layouts without quotes: cases by hand. The twin stands in
// tests/pipeline/row_plan_writer_test.cc.
#include "conversion/bare_row_plan.h"

#include <gtest/gtest.h>

#include "support/rows.h"
#include "support/shop_format.h"

namespace crosswalk::conversion {
namespace {

using Strings = std::vector<std::string>;

std::optional<BareRowPlan> plan_of(const Strings& names, const BareLayout& layout,
                                   const std::string& format = tests::kShopCustomers) {
  const tests::ShopFormat shop(format.c_str());
  record::Head head;
  for (const std::string& name : names) head.columns.push_back({name, 0, 0, true});
  check::BindOptions options;
  options.policy = &shop.policy;
  std::vector<diagnostics::RawFinding> findings;
  const auto table =
      check::TableProgram::bind(*shop.program, *shop.definition, shop.rules,
                                *shop.definition->layout("csv"), head, options, findings);
  return BareRowPlan::compile(*table.value(), layout);
}

/// What a plan writes of one row; `left` if it leaves it.
std::string written(const record::Batch& batch, const BareLayout& layout) {
  const auto plan = plan_of({"id", "note", "num_a"}, layout);
  check::TypingMemory memory;
  std::string out = "<";
  if (plan->write(batch, 0, memory, out)) return out.substr(1);
  return out == "<" ? "left" : "left after " + out;
}

std::string bare(const Strings& cells) {
  return written(tests::csv_batch({cells}), {'|', false});
}

TEST(BareRowPlan, CopiesTexts) {
  EXPECT_EQ(bare({"1", "a b", "1.50"}), "1|a b|1.50\n");
  EXPECT_EQ(bare({"1", "", ""}), "1||\n");
  EXPECT_EQ(bare({"\"say \"\"x\"\"\"", "\"a,b\"", "\"\""}), "say \"x\"|a,b|\n");
}

TEST(BareRowPlan, WritesTheCharactersOfOtherValues) {
  EXPECT_EQ(written(tests::json_batch({{R"("\u0041")", "null", "-0"}}), {';', false}), "A;;-0\n");
  EXPECT_EQ(written(tests::json_batch({{"true", R"("")", "[1]"}}), {';', false}), "left");
}

TEST(BareRowPlan, EncodesRowsOfAForm) {
  EXPECT_EQ(written(tests::csv_batch({{"1", "ż b", "7"}}), {'|', true}), "1%7C%C5%BC+b%7C7%0A");
}

TEST(BareRowPlan, LeavesWhatWouldMoveCells) {
  EXPECT_EQ(bare({"1", "a|b", ""}), "left");
  EXPECT_EQ(bare({"1", "\"a\nb\"", ""}), "left");
  EXPECT_EQ(bare({"1", std::string("a\0b", 3), ""}), "left");
  EXPECT_EQ(written(tests::csv_batch({{"1", "a|b", ""}}), {';', false}), "1;a|b;\n");
}

TEST(BareRowPlan, IsNotMadeWhereTextsAreMoreThanCopied) {
  std::string format = tests::kShopCustomers;
  const std::string before = R"("flag":)";
  format.insert(format.find(before),
                R"("day": {"x-crosswalk": {"as": "date", "form": "DD.MM.YYYY"}},
    "any": {"x-crosswalk": {"as": "json"}}, )");
  const BareLayout layout{'|', false};
  EXPECT_TRUE(plan_of({"id", "flag"}, layout, format));
  EXPECT_FALSE(plan_of({"id", "day"}, layout, format));
  EXPECT_FALSE(plan_of({"id", "any"}, layout, format));
  EXPECT_FALSE(plan_of({"id", "id"}, layout, format));
}

/// What a plan for rows that were mapped writes of one row.
std::string written_of_texts(const record::Batch& batch, const BareLayout& layout) {
  const BareRowPlan plan = BareRowPlan::of_texts(batch.records[0].cell_count, layout);
  check::TypingMemory memory;
  std::string out = "<";
  if (plan.write(batch, 0, memory, out)) return out.substr(1);
  return out == "<" ? "left" : "left after " + out;
}

TEST(BareRowPlan, WritesTheTextsOfMappedRows) {
  const record::Batch texts = tests::csv_batch({{"7", "\"a \"\"b\"\"\"", "", "{}", "\"\""}});
  EXPECT_EQ(written_of_texts(texts, {'|', false}), "7|a \"b\"||{}|\n");
  EXPECT_EQ(written_of_texts(texts, {'|', true}), "7%7Ca+%22b%22%7C%7C%7B%7D%7C%0A");
  EXPECT_EQ(written_of_texts(tests::csv_batch({{"x"}}), {'|', false}), "x\n");
}

TEST(BareRowPlan, WritesTheOtherValuesOfMappedRows) {
  EXPECT_EQ(written_of_texts(tests::json_batch({{R"("\u0041")", "null", "1.50", R"("")", "true"}}),
                             {',', false}),
            "A,,1.50,,true\n");
}

TEST(BareRowPlan, LeavesMappedRowsWithCellsThatWouldMove) {
  EXPECT_EQ(written_of_texts(tests::csv_batch({{"a", "b|c"}}), {'|', false}), "left");
  EXPECT_EQ(written_of_texts(tests::csv_batch({{"a", "\"b\nc\""}}), {'|', true}), "left");
  EXPECT_EQ(written_of_texts(tests::json_batch({{R"("a")", R"("\u0000")"}}), {'|', false}), "left");
}

TEST(BareRowPlan, IsNoneWhereColumnsHaveOneName) {
  EXPECT_FALSE(plan_of({"id", "note", "id"}, {}));
}

}  // namespace
}  // namespace crosswalk::conversion
