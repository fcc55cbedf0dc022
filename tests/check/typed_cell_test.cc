// Cells as values: by their column in a CSV, as they are in JSON rows.
#include "check/typed_cell.h"

#include <gtest/gtest.h>

#include "json/parser.h"
#include "json/scan.h"
#include "support/rows.h"

namespace crosswalk::check {
namespace {

using json::Kind;
using Sort = TypedCell::Sort;

class TypedCellTest : public ::testing::Test {
 protected:
  TypedCell of_csv(const std::string& raw, const CellTyping& typing) {
    batch_ = tests::csv_batch({{raw}});
    return typed_cell(batch_.bytes, batch_.cells[0], typing, memory_);
  }
  TypedCell of_json(const std::string& raw, const CellTyping& typing) {
    batch_ = tests::json_batch({{raw}});
    return typed_cell(batch_.bytes, batch_.cells[0], typing, memory_);
  }
  /// `kind text` of a scalar, else the name of its sort.
  static std::string told(const TypedCell& cell) {
    static const char* const kSorts[] = {"nothing", "scalar", "list", "json"};
    static const char* const kKinds[] = {"null", "false", "true", "number", "string"};
    if (cell.sort != Sort::kScalar) return kSorts[static_cast<int>(cell.sort)];
    return kKinds[static_cast<int>(cell.kind)] + (' ' + std::string(cell.text));
  }
  static CellTyping as(format::As as) {
    CellTyping typing;
    typing.as = as;
    return typing;
  }

  record::Batch batch_;
  TypingMemory memory_;
};

TEST_F(TypedCellTest, IsTypedByItsColumnInACsv) {
  EXPECT_EQ(told(of_csv("7", as(format::As::kText))), "string 7");
  EXPECT_EQ(told(of_csv("7", as(format::As::kNumber))), "number 7");
  EXPECT_EQ(told(of_csv("007", as(format::As::kNumber))), "string 007");
  EXPECT_EQ(told(of_csv("true", as(format::As::kBoolean))), "true true");
  EXPECT_EQ(told(of_csv("7", as(format::As::kJson))), "json");
}

TEST_F(TypedCellTest, IsItselfInAJsonRow) {
  EXPECT_EQ(told(of_json(R"("7")", as(format::As::kNumber))), "string 7");
  EXPECT_EQ(told(of_json("7", as(format::As::kText))), "json");
  EXPECT_EQ(told(of_json("null", as(format::As::kText))), "json");
  EXPECT_EQ(told(of_json("{}", as(format::As::kText))), "json");
}

TEST_F(TypedCellTest, IsDecodedOnlyWhereItsBytesDiffer) {
  EXPECT_TRUE(of_csv("a", as(format::As::kText)).is_span);
  EXPECT_TRUE(of_csv("\"a,b\"", as(format::As::kText)).is_span);
  const TypedCell quoted = of_csv("\"a \"\"b\"\"\"", as(format::As::kText));
  EXPECT_FALSE(quoted.is_span);
  EXPECT_EQ(quoted.text, "a \"b\"");
}

TEST_F(TypedCellTest, IsWhatTheFormatSaysIfItIsEmpty) {
  CellTyping typing;
  EXPECT_EQ(told(of_csv("", typing)), "string ");
  typing.empty = EmptyCell::kNull;
  EXPECT_EQ(told(of_csv("", typing)), "null null");
  typing.empty = EmptyCell::kLeftOut;
  EXPECT_EQ(told(of_csv("\"\"", typing)), "nothing");
  EXPECT_EQ(told(of_json(R"("")", typing)), "string ") << "an empty text of JSON is one";
}

TEST_F(TypedCellTest, IsBroughtIntoTheUsualForm) {
  CellTyping typing = as(format::As::kNumber);
  typing.form.decimal = ",";
  typing.form.none = {"n/a"};
  typing.has_form = true;
  typing.empty = EmptyCell::kLeftOut;
  EXPECT_EQ(told(of_csv("\"1,5\"", typing)), "number 1.5");
  EXPECT_EQ(told(of_csv("1.5", typing)), "string 1.5");
  EXPECT_EQ(told(of_csv("n/a", typing)), "nothing");
}

TEST_F(TypedCellTest, MayBeAList) {
  CellTyping typing;
  typing.is_list = true;
  const TypedCell list = of_csv("a;b", typing);
  EXPECT_EQ(told(list), "list");
  EXPECT_EQ(list.text, "a;b");
}

TEST(KindAtAGlance, IsWhatParsingGives) {
  const std::vector<std::string> kPieces = {"-",     "0",   "7",    "12",    ".",    "e",  "E+",
                                            "1e999", "+",   "true", "false", "null", "tr", "\"",
                                            "{}",    "[1]", " ",    "\n",    "a",    "ż"};
  std::vector<std::string> texts = {std::string(400, '9'), "-1e-999", "0.0e-0"};
  for (const std::string& a : kPieces) {
    texts.push_back(a);
    for (const std::string& b : kPieces) {
      texts.push_back(a + b);
      for (const std::string& c : kPieces) texts.push_back(a + b + c);
    }
  }
  std::size_t left = 0;
  for (const std::string& text : texts) {
    const auto kind = kind_at_a_glance(text);
    left += kind ? 0U : 1U;
    if (!kind) continue;
    json::Tape tape;
    std::vector<json::Fault> faults;
    const bool has_blank_ends = json::is_blank(text.front()) || json::is_blank(text.back());
    const bool is_json = !has_blank_ends && json::parse(text, {}, tape, faults);
    EXPECT_EQ(*kind, is_json ? tape.tokens.front().kind : Kind::kString) << text;
  }
  EXPECT_LT(left, texts.size() / 3);
}

}  // namespace
}  // namespace crosswalk::check
