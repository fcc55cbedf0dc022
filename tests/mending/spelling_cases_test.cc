// What is spelt into a cell is what is read from it: every scalar, in every sort of cell.
#include <gtest/gtest.h>

#include "mending/spelling.h"
#include "support/forms.h"
#include "support/rows.h"

namespace crosswalk::mending {
namespace {

using json::Kind;
using record::Cell;

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = {
      "",      "a",    "a b",    " a ", "a,b",  "a;b",  "a|b",   "a\tb", "\"",       "a\"b",
      "\"a\"", "a\nb", "a\r\nb", "ż",   "😀",    "100%", "%41",   "a+b",  "x&y=z",    "\\",
      "null",  "7",    "true",   "[1]", "\x01", "'",    "a\"\"", "\"\"", "a\"b\"c,d"};
  return all;
}

format::Layout csv(char quote) {
  format::Layout layout;
  layout.quote = quote;
  return layout;
}

/// What the cell that stands at `begin` now holds.
std::optional<Scalar> read_back(const Cell& old, const std::string& spelt) {
  const std::string bytes = ",," + spelt + ",";
  const Cell cell = cell_of(old, 2, spelt, (old.flags & Cell::kPercent) != 0);
  EXPECT_EQ(cell.begin, 2U);
  EXPECT_EQ(cell.end, 2U + spelt.size());
  return scalar_of(bytes, cell);
}

TEST(SpellingCases, ATextInQuotesIsReadBack) {
  for (const std::string& text : texts()) {
    const auto spelt = spell({Kind::kString, text}, tests::csv_cell("\"x\""), csv('"'));
    ASSERT_TRUE(spelt) << text;
    EXPECT_EQ(read_back(tests::csv_cell("\"x\""), *spelt), (Scalar{Kind::kString, text}));
  }
}

TEST(SpellingCases, ACellWithoutQuotesGetsThemWhereItNeedsThem) {
  for (const std::string& text : texts()) {
    const auto spelt = spell({Kind::kString, text}, tests::csv_cell("x"), csv('"'));
    ASSERT_TRUE(spelt) << text;
    const bool needs_quotes = text.find_first_of(",;|\t\"\r\n") != std::string::npos;
    EXPECT_EQ(spelt->starts_with('"'), needs_quotes) << text;
    EXPECT_TRUE(needs_quotes || *spelt == text) << *spelt;
  }
}

TEST(SpellingCases, ALayoutWithoutQuotesHasNoWayToWriteSome) {
  for (const std::string& text : texts()) {
    const auto spelt = spell({Kind::kString, text}, tests::csv_cell("x"), csv(0));
    const bool needs_quotes = text.find_first_of(",;|\t\"\r\n") != std::string::npos;
    EXPECT_EQ(spelt.has_value(), !needs_quotes) << text;
    EXPECT_EQ(spelt.value_or(text), text);
  }
}

TEST(SpellingCases, AValueOfAFormIsReadBack) {
  diagnostics::RuleCatalog rules;
  const format::Layout form = tests::form_layout(rules);
  Cell encoded = tests::csv_cell("x");
  encoded.flags = Cell::kPercent | Cell::kEscaped;
  for (const std::string& text : texts()) {
    const auto spelt = spell({Kind::kString, text}, encoded, form);
    ASSERT_TRUE(spelt) << text;
    EXPECT_EQ(spelt->find_first_of("&=| \"\n"), std::string::npos) << *spelt;
    // A value whose only sign is that of a blank is left out here.
    if (spelt->find('+') != std::string::npos && spelt->find('%') == std::string::npos) continue;
    EXPECT_EQ(read_back(encoded, *spelt), (Scalar{Kind::kString, text})) << *spelt;
  }
}

TEST(SpellingCases, JsonIsReadBackAndKeepsItsKind) {
  std::vector<Scalar> scalars = {{Kind::kNumber, "1.50"},
                                 {Kind::kNumber, "-0"},
                                 {Kind::kTrue, "true"},
                                 {Kind::kFalse, "false"},
                                 {Kind::kNull, "null"}};
  for (const std::string& text : texts()) scalars.push_back({Kind::kString, text});
  for (const Scalar& scalar : scalars) {
    const std::string json = spell_json(scalar);
    EXPECT_EQ(scalar_of_json(json), scalar) << json;
    for (const char* old : {"\"x\"", "7", "null"}) {
      const auto spelt = spell(scalar, tests::json_cell(old), csv('"'));
      EXPECT_EQ(spelt, json);
      EXPECT_EQ(read_back(tests::json_cell(old), *spelt), scalar) << json;
    }
  }
}

TEST(SpellingCases, JsonScalarsAreReadAndNothingElse) {
  for (const char* raw : {"", "[", "1 2", "nul", "'a'", "[1]", R"({"a":1})", "\"a", "01", "+1"})
    EXPECT_EQ(scalar_of_json(raw), std::nullopt) << raw;
  EXPECT_EQ(scalar_of_json(" 7 "), (Scalar{Kind::kNumber, "7"}));
  EXPECT_EQ(scalar_of_json(R"("\ud83d\ude00\u0000")"),
            (Scalar{Kind::kString, std::string("😀\0", 5)}));
}

TEST(SpellingCases, MendedJsonIsThatOfTheMendedScalar) {
  const format::Repair lower{format::RepairKind::kLower, {}};
  const MendContext context{&lower, {}, nullptr};
  EXPECT_EQ(mended_json(R"("A\"\n")", context), R"("a\"\n")");
  EXPECT_EQ(mended_json(R"("\u0041")", context), R"("a")");
  EXPECT_EQ(mended_json(R"("a")", context), std::nullopt);
  EXPECT_EQ(mended_json(R"(["A"])", context), std::nullopt);
  EXPECT_EQ(mended_json(R"("A)", context), std::nullopt);
  const format::Repair number{format::RepairKind::kNumber, {}};
  EXPECT_EQ(mended_json(R"("1.50")", {&number, {}, nullptr}), "1.50");
  const format::Repair empty{format::RepairKind::kEmpty, {}};
  EXPECT_EQ(mended_json("null", {&empty, {}, nullptr}), R"("")");
}

}  // namespace
}  // namespace crosswalk::mending
