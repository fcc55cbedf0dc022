// Cells and tokens become values of the same kind.
#include "check/value.h"

#include <gtest/gtest.h>

#include <random>

#include "base/decimal.h"
#include "check_support.h"
#include "json/number_range.h"
#include "json/parser.h"

namespace crosswalk::check {
namespace {

using format::As;
using json::Kind;

TEST(Value, TypesACellByItsColumnOnly) {
  EXPECT_EQ(kind_of_cell(As::kText, "12"), Kind::kString);
  EXPECT_EQ(kind_of_cell(As::kNumber, "-1.5e3"), Kind::kNumber);
  for (const char* text : {"", "007", "+5", ".5", "5.", "1,5", " 1", "1e", "-", "NaN", "0x1"}) {
    EXPECT_EQ(kind_of_cell(As::kNumber, text), Kind::kString) << text;
  }
  EXPECT_EQ(kind_of_cell(As::kUnix, "1514254499"), Kind::kNumber);
  EXPECT_EQ(kind_of_cell(As::kUnix, "1514254499.0"), Kind::kString);
  EXPECT_EQ(kind_of_cell(As::kFlag, "1"), Kind::kNumber);
  EXPECT_EQ(kind_of_cell(As::kFlag, "2"), Kind::kString);
  EXPECT_EQ(kind_of_cell(As::kBoolean, "true"), Kind::kTrue);
  EXPECT_EQ(kind_of_cell(As::kBoolean, "T"), Kind::kString);
}

TEST(Value, KnowsNumbersAsDecimalsDo) {
  std::mt19937 random(3);
  constexpr std::string_view kAlphabet = "0012-+.eE,";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t length = random() % 7; length > 0; --length) {
      text += kAlphabet[random() % kAlphabet.size()];
    }
    const bool is_held = !json::is_out_of_range(text.data(), text.data() + text.size());
    ASSERT_EQ(is_number(text), base::Decimal::parse(text).has_value() && is_held) << text;
    ASSERT_EQ(is_integer(text), is_number(text) && text.find_first_of(".eE") == std::string::npos);
  }
}

TEST(Value, WantsPlainSpellingsOfFlagsAndTimes) {
  EXPECT_TRUE(has_spelling(As::kFlag, "0"));
  EXPECT_FALSE(has_spelling(As::kFlag, "1.0"));
  EXPECT_FALSE(has_spelling(As::kUnix, "1e9"));
  EXPECT_TRUE(has_spelling(As::kNumber, "1e9"));
}

TEST(Value, IsCanonicalWhereEqual) {
  EXPECT_EQ(canonical("1"), canonical("1.0"));
  EXPECT_EQ(canonical("1500"), canonical("0.15e4"));
  EXPECT_EQ(canonical("0"), canonical("-0.0e9"));
  EXPECT_EQ(canonical("1500"), canonical("15E+2"));
  EXPECT_EQ(canonical(R"({"b":1,"a":[]})"), canonical(R"({"a":[],"b":1e0})"));
  EXPECT_EQ(canonical(R"("\u0041")"), canonical(R"("A")"));
}

TEST(Value, IsNotCanonicalWhereDifferent) {
  for (const char* other : {"\"1\"", "true", "10", "-1", "[1]", "null", "1e300"}) {
    EXPECT_NE(canonical("1"), canonical(other)) << other;
  }
  EXPECT_NE(canonical(R"(["a,b"])"), canonical(R"(["a","b"])"));
  EXPECT_NE(canonical("[[],[]]"), canonical("[[[]]]"));
}

TEST(Value, IsToldByItsShape) {
  EXPECT_EQ(shape_of({Kind::kString, "żółw"}, nullptr).size, 4U);
  EXPECT_EQ(shape_of({Kind::kString, ""}, nullptr).kind, diagnostics::ShapeKind::kEmpty);
  EXPECT_EQ(shape_of({Kind::kNumber, "-1.50"}, nullptr).size, 3U);
  EXPECT_EQ(shape_of({Kind::kTrue, "true"}, nullptr).kind, diagnostics::ShapeKind::kBoolean);
}

}  // namespace
}  // namespace crosswalk::check
