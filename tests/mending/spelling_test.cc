// Values as the bytes of a layout, and back.
#include "mending/spelling.h"

#include <gtest/gtest.h>

#include "support/rows.h"

namespace crosswalk::mending {
namespace {

using json::Kind;
using record::Cell;

format::Layout csv(char quote) {
  format::Layout layout;
  layout.quote = quote;
  return layout;
}

/// `cell`, which is all of `raw`.
Cell whole(Cell cell, std::string_view raw) {
  cell.end = static_cast<std::uint32_t>(raw.size());
  return cell;
}

TEST(Spelling, KeepsTheQuotesOfACell) {
  EXPECT_EQ(spell({Kind::kString, "a\"b"}, tests::csv_cell("\"x\""), csv('"')), "\"a\"\"b\"");
  EXPECT_EQ(spell({Kind::kNumber, "1"}, tests::csv_cell("TRUE"), csv('"')), "1");
}

TEST(Spelling, QuotesWhatCouldNotBeReadBackWithout) {
  EXPECT_EQ(spell({Kind::kString, "a|,|b"}, tests::csv_cell("x"), csv('"')), "\"a|,|b\"");
  EXPECT_EQ(spell({Kind::kString, "a|,|b"}, tests::csv_cell("x"), csv(0)), std::nullopt);
  EXPECT_EQ(spell({Kind::kString, "a b"}, tests::csv_cell("x"), csv(0)), "a b");
}

TEST(Spelling, WritesJsonValues) {
  EXPECT_EQ(spell({Kind::kString, "a\n"}, tests::json_cell("null"), csv('"')), R"("a\n")");
  EXPECT_EQ(spell({Kind::kNumber, "12"}, tests::json_cell(R"("12")"), csv('"')), "12");
}

TEST(Spelling, EncodesWhatStandsInAForm) {
  format::Layout form;
  form.kind = format::LayoutKind::kForm;
  EXPECT_EQ(spell({Kind::kString, "a |é"}, tests::csv_cell("x"), form), "a+%7C%C3%A9");
}

TEST(Spelling, ReadsWhatACellHolds) {
  const std::string_view quoted = R"("a""b")";
  EXPECT_EQ(scalar_of(quoted, whole(tests::csv_cell(std::string(quoted)), quoted)),
            (Scalar{Kind::kString, "a\"b"}));
  EXPECT_EQ(scalar_of("true", whole(tests::json_cell("true"), "true")),
            (Scalar{Kind::kTrue, "true"}));
  EXPECT_EQ(scalar_of("false", whole(tests::json_cell("false"), "false")),
            (Scalar{Kind::kFalse, "false"}));
  Cell faulty = whole(tests::csv_cell("a"), "a");
  faulty.flags |= Cell::kFaulty;
  EXPECT_EQ(scalar_of("a", faulty), std::nullopt);
  EXPECT_EQ(scalar_of("[1]", whole(tests::json_cell("[1]"), "[1]")), std::nullopt);
}

TEST(Spelling, ReadsJsonScalarsOnly) {
  EXPECT_EQ(scalar_of_json(R"("\u0041")"), (Scalar{Kind::kString, "A"}));
  EXPECT_EQ(scalar_of_json("{}"), std::nullopt);
  EXPECT_EQ(scalar_of_json("[]"), std::nullopt);
  EXPECT_EQ(scalar_of_json("07"), std::nullopt);
}

TEST(Spelling, MakesTheCellThatAScannerWouldFind) {
  for (const char* const raw :
       {R"("a")", R"("a\n")", "12", "true", "false", "null", "[1]", R"("")"})
    EXPECT_EQ(cell_of(tests::json_cell("x"), 0, raw, false), whole(tests::json_cell(raw), raw))
        << raw;
  EXPECT_EQ(cell_of(tests::csv_cell("\"A\""), 0, "\"a\"", false),
            whole(tests::csv_cell("\"a\""), "\"a\""));
  EXPECT_EQ(cell_of(tests::csv_cell("\"A\""), 0, "\"a\"\"b\"", false),
            whole(tests::csv_cell("\"a\"\"b\""), "\"a\"\"b\""));
  EXPECT_EQ(cell_of(tests::csv_cell("A"), 0, "a", false), whole(tests::csv_cell("a"), "a"));
  EXPECT_EQ(cell_of(tests::csv_cell("\"A\""), 0, "a", false), whole(tests::csv_cell("a"), "a"));
  Cell encoded = tests::csv_cell("x");
  encoded.flags = Cell::kPercent | Cell::kEscaped;
  EXPECT_EQ(cell_of(encoded, 0, "%7C", true).flags, Cell::kPercent | Cell::kEscaped);
  EXPECT_EQ(cell_of(encoded, 0, "a", true).flags, 0);
  EXPECT_EQ(cell_of(encoded, 0, "a+b", true).flags, Cell::kPercent | Cell::kEscaped);
  EXPECT_EQ(cell_of(tests::csv_cell("A"), 0, "a+b", true).flags, Cell::kPercent | Cell::kEscaped);
  EXPECT_EQ(cell_of(tests::csv_cell("A"), 0, "a+b", false).flags, 0);
}

}  // namespace
}  // namespace crosswalk::mending
