// The plan between both row layouts: cases by hand, and a twin that goes through decoded cells.
#include "conversion/plan.h"

#include <gtest/gtest.h>

#include <random>

#include "json/writer.h"
#include "support/rows.h"
#include "tabular/scanner.h"

namespace crosswalk::conversion {
namespace {

using format::As;
using format::LayoutKind;
using tests::csv_batch;
using tests::json_batch;

format::Layout layout_of(LayoutKind kind) {
  format::Layout layout;
  layout.kind = kind;
  layout.name = kind == LayoutKind::kCsv ? "csv" : "json";
  layout.columns_member = "header";
  layout.records_member = "data";
  return layout;
}

const format::Layout kCsv = layout_of(LayoutKind::kCsv);
const format::Layout kJson = layout_of(LayoutKind::kHeaderData);

Result<TablePlan> plan_of(const format::Layout& source, const format::Layout& target,
                          const std::vector<As>& kinds,
                          format::Missing missing = format::Missing::kEmpty) {
  std::vector<PlanColumn> columns;
  for (const As as : kinds) columns.push_back({"c" + std::to_string(columns.size()), as});
  return TablePlan::compile(columns, {&source, &target, missing});
}

/// What the plan writes for every record of `batch`.
std::string written(const record::Batch& batch, const TablePlan& plan) {
  std::string out;
  std::string scratch;
  for (std::uint32_t i = 0; i < batch.records.size(); ++i) plan.write(batch, i, scratch, out);
  return out;
}

std::string csv_to_json(const std::vector<std::string>& row, const std::vector<As>& kinds,
                        format::Missing missing = format::Missing::kEmpty) {
  return written(csv_batch({row}), plan_of(kCsv, kJson, kinds, missing).value());
}

std::string json_to_csv(const std::vector<std::string>& row) {
  return written(json_batch({row}),
                 plan_of(kJson, kCsv, std::vector<As>(row.size(), As::kNone)).value());
}

TEST(TablePlan, WritesTextColumnsAsStringsWhateverTheyLookLike) {
  EXPECT_EQ(csv_to_json({"00123", "1e5", "true"}, {As::kText, As::kNone, As::kDate}),
            R"(["00123","1e5","true"])");
}

TEST(TablePlan, KeepsTheCharactersOfNumbers) {
  EXPECT_EQ(csv_to_json({"369.60", "1e5", "12345678901234567890123", "-0", "1"},
                        {As::kNumber, As::kNumber, As::kInteger, As::kUnix, As::kFlag}),
            "[369.60,1e5,12345678901234567890123,-0,1]");
}

TEST(TablePlan, WritesWhatIsNoJsonNumberAsText) {
  for (const char* text : {"007", "+5", ".5", "1.", "1e", "1e+", "-", "1,5", " 1", "1 ", "0x1"}) {
    const std::string quoted = std::string("\"") + text + "\"";
    EXPECT_EQ(csv_to_json({quoted}, {As::kNumber}), "[" + quoted + "]") << text;
  }
}

TEST(TablePlan, KnowsEveryFormOfAJsonNumber) {
  for (const char* text : {"0", "-1", "10", "0.5", "1E+5", "1e-05", "0e0", "-0.0"})
    EXPECT_EQ(csv_to_json({text}, {As::kNumber}), std::string("[") + text + "]");
}

TEST(TablePlan, WritesBooleansBareOnlyInBooleanColumns) {
  EXPECT_EQ(csv_to_json({"true", "false", "True"}, {As::kBoolean, As::kBoolean, As::kBoolean}),
            R"([true,false,"True"])");
  EXPECT_EQ(csv_to_json({"true"}, {As::kFlag}), R"(["true"])");
}

TEST(TablePlan, WritesMissingCellsAsAsked) {
  const std::vector<std::string> row = {"", "\"\"", ""};
  const std::vector<As> kinds = {As::kText, As::kText, As::kNumber};
  EXPECT_EQ(csv_to_json(row, kinds), R"(["","",""])");
  EXPECT_EQ(csv_to_json(row, kinds, format::Missing::kNull), "[null,null,null]");
  const TablePlan plan = plan_of(kJson, kJson, kinds, format::Missing::kNull).value();
  EXPECT_EQ(written(json_batch({{"\"\"", "null", "\"\""}}), plan), "[null,null,null]");
}

TEST(TablePlan, EscapesOnlyWhatJsonDemands) {
  EXPECT_EQ(csv_to_json({"\"a \"\"b\"\" \\ /\n\t\x01\"", "żółw 客"}, {As::kText, As::kText}),
            "[\"a \\\"b\\\" \\\\ /\\n\\t\\u0001\",\"żółw 客\"]");
}

TEST(TablePlan, QuotesOnlyCellsThatNeedIt) {
  EXPECT_EQ(json_to_csv({R"("a b")", R"("a,b")", R"("say \"x\"")", R"("l1\nl2")", R"("\\")"}),
            "a b,\"a,b\",\"say \"\"x\"\"\",\"l1\nl2\",\\\n");
}

TEST(TablePlan, CopiesBareCellsToCsv) {
  EXPECT_EQ(json_to_csv({"369.60", "true", "null", R"("")", "1e5"}), "369.60,true,,,1e5\n");
}

TEST(TablePlan, QuotesTheOneEmptyCellOfARow) {
  EXPECT_EQ(json_to_csv({R"("")"}), "\"\"\n");
  EXPECT_EQ(json_to_csv({"null"}), "\"\"\n");
  EXPECT_EQ(json_to_csv({R"("")", R"("")"}), ",\n");
}

TEST(TablePlan, NormalisesCsv) {
  const TablePlan plan = plan_of(kCsv, kCsv, std::vector<As>(4, As::kNone)).value();
  EXPECT_EQ(written(csv_batch({{"\"a\"", "\"b,c\"", "\"\"", "\"d\"\"e\""}}), plan),
            "a,\"b,c\",,\"d\"\"e\"\n");
}

TEST(TablePlan, RequotesForAnotherDelimiter) {
  format::Layout semicolons = kCsv;
  semicolons.delimiters = {';'};
  const TablePlan plan = plan_of(kCsv, semicolons, {As::kNone, As::kNone}).value();
  EXPECT_EQ(written(csv_batch({{"a;b", "\"c,d\""}}), plan), "\"a;b\";c,d\n");
}

TEST(TablePlan, NormalisesJson) {
  const TablePlan plan =
      plan_of(kJson, kJson, {As::kText, As::kText, As::kNumber, As::kNumber, As::kText}).value();
  EXPECT_EQ(written(json_batch({{"7", R"("\u0041\/")", R"("12")", "1.0", "true"}}), plan),
            R"(["7","A/",12,1.0,"true"])");
}

TEST(TablePlan, LetsNestedValuesPassBetweenJson) {
  EXPECT_EQ(written(json_batch({{"[1,2]"}}), plan_of(kJson, kJson, {As::kNone}).value()),
            "[[1,2]]");
}

TEST(TablePlan, RefusesDocumentsAndRowsWithAbsentValues) {
  const format::Layout document = layout_of(LayoutKind::kDocument);
  EXPECT_EQ(plan_of(document, kCsv, {}).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(plan_of(kCsv, document, {}).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(plan_of(kCsv, kJson, {}, format::Missing::kAbsent).error().kind, ErrorKind::kUsage);
}

TEST(TablePlan, RefusesATargetWithoutQuotes) {
  format::Layout bare = kCsv;
  bare.quote = 0;
  EXPECT_EQ(plan_of(kJson, bare, {As::kNone}).error().kind, ErrorKind::kUsage);
}

/// A cell of pieces that are hard to write.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"a",  ",", "\"", "\n", "\r",  "\\", "é",
                                                   "客", " ", "0",  ".5", "1e5", "-",  "\t"};
  std::string text;
  for (std::size_t pieces = random() % 5; pieces > 0; --pieces)
    text += kPieces[random() % kPieces.size()];
  return text;
}

TEST(TablePlan, AgreesWithDecodedCellsBetweenAllLayouts) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> csv_row, json_row;
    std::string csv_wanted, json_wanted = "[";
    for (int i = 0; i < 3; ++i) {
      const std::string text = random_text(random);
      std::string csv_raw, json_raw;
      tabular::append_cell(csv_raw, text, {});
      json::append_string(json_raw, text);
      csv_wanted += (i > 0 ? "," : "") + csv_raw;
      json_wanted += (i > 0 ? "," : "") + json_raw;
      csv_row.push_back(csv_raw);
      json_row.push_back(json_raw);
    }
    const std::vector<As> kinds(3, As::kText);
    const record::Batch csv = csv_batch({csv_row}), json = json_batch({json_row});
    EXPECT_EQ(written(csv, plan_of(kCsv, kJson, kinds).value()), json_wanted + "]");
    EXPECT_EQ(written(json, plan_of(kJson, kJson, kinds).value()), json_wanted + "]");
    EXPECT_EQ(written(csv, plan_of(kCsv, kCsv, kinds).value()), csv_wanted + "\n");
    EXPECT_EQ(written(json, plan_of(kJson, kCsv, kinds).value()), csv_wanted + "\n");
  }
}

}  // namespace
}  // namespace crosswalk::conversion
