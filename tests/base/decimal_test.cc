// Decimals: the grammar, order and divisibility, by lists and against arithmetic on whole numbers.
//
// For the property tests a value n / 1000 with small n is spelled in a random way (1.5, 15e-1,
// 0.0150E+2, ...), so that the right answers are those of integers.
#include "base/decimal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>

namespace crosswalk::base {
namespace {

Decimal number(std::string_view text) {
  const std::optional<Decimal> parsed = Decimal::parse(text);
  EXPECT_TRUE(parsed.has_value()) << text;
  return parsed.value_or(*Decimal::parse("0"));
}

TEST(Decimal, KnowsTheGrammarOfJson) {
  for (const std::string_view good : {"0", "-0", "10", "1.50", "0.0", "1e5", "1E+05", "1.5e-3"}) {
    EXPECT_TRUE(Decimal::parse(good).has_value()) << good;
  }
  for (const std::string_view bad : {"", "-", "+1", "01", "00", ".5", "1.", "1e", "1e+", "1.e1",
                                     " 1", "1 ", "0x1", "1,5", "--1", "NaN", "1e5.0"}) {
    EXPECT_FALSE(Decimal::parse(bad).has_value()) << bad;
  }
}

TEST(Decimal, TakesSpellingsOfOneValueForEqual) {
  for (const std::string_view text : {"1500", "1500.000", "15e2", "1.5E+3", "150000e-2"}) {
    EXPECT_EQ(number(text), number("1.50e3")) << text;
  }
  EXPECT_EQ(number("-0"), number("0.000e7"));
}

TEST(Decimal, OrdersByEveryDigit) {
  EXPECT_LT(number("9007199254740992"), number("9007199254740993"));
  EXPECT_LT(number("12345678901234567890123"), number("12345678901234567890123.0000001"));
  EXPECT_LT(number("-2"), number("-1"));
  EXPECT_LT(number("-1"), number("0"));
  EXPECT_LT(number("0"), number("1e-999999999"));
  EXPECT_LT(number("0.1"), number("0.11"));
}

TEST(Decimal, CopesWithHugeExponents) {
  EXPECT_LT(number("9e999999998"), number("1e999999999"));
  EXPECT_LT(number("-1e999999999"), number("1"));
  EXPECT_LT(number("1e-99999999999999999999"), number("1e-5"));
  EXPECT_GT(number("1e99999999999999999999"), number("9e99"));
  EXPECT_EQ(number("0e99999999999999999999"), number("0"));
}

TEST(Decimal, KnowsIntegers) {
  for (const std::string_view text : {"0", "1.0", "1e2", "1.50e1", "-7", "0.0e-9", "1e999999999"}) {
    EXPECT_TRUE(number(text).is_integer()) << text;
  }
  for (const std::string_view text : {"1.5", "1e-1", "0.10", "150e-2", "1e-999999999"}) {
    EXPECT_FALSE(number(text).is_integer()) << text;
  }
}

TEST(Decimal, KnowsMultiples) {
  EXPECT_TRUE(number("0.3").is_multiple_of(number("0.1")));
  EXPECT_TRUE(number("19.99").is_multiple_of(number("0.01")));
  EXPECT_FALSE(number("19.995").is_multiple_of(number("0.01")));
  EXPECT_TRUE(number("-9").is_multiple_of(number("4.5")));
  EXPECT_TRUE(number("0").is_multiple_of(number("7")));
  EXPECT_FALSE(number("25").is_multiple_of(number("10")));
}

TEST(Decimal, KnowsMultiplesAcrossHugeExponents) {
  EXPECT_TRUE(number("1e999999999").is_multiple_of(number("1024")));
  EXPECT_FALSE(number("1e999999999").is_multiple_of(number("3")));
  EXPECT_TRUE(number("3e999999999").is_multiple_of(number("3e-999999999")));
  EXPECT_FALSE(number("1e-999999999").is_multiple_of(number("1")));
}

TEST(Decimal, KnowsMultiplesOfLongNumbers) {
  const std::string prime = "170141183460469231731687303715884105727";  // 2^127 - 1, 39 digits
  EXPECT_TRUE(number(prime + "000").is_multiple_of(number(prime)));
  EXPECT_TRUE(number("510423550381407695195061911147652317181").is_multiple_of(number(prime)));
  EXPECT_FALSE(number("510423550381407695195061911147652317182").is_multiple_of(number(prime)));
  const std::string power = "1361129467683753853853498429727072845824";  // 2^130, 40 digits
  EXPECT_TRUE(number("1e130").is_multiple_of(number(power)));
  EXPECT_FALSE(number("1e129").is_multiple_of(number(power)));
}

// A spelling of thousandths / 1000: zeros behind, a dot somewhere, an exponent to make up for both.
std::string spelled(std::int64_t thousandths, std::mt19937& random) {
  const std::size_t zeros = random() % 4;
  std::string digits = std::to_string(std::abs(thousandths)) + std::string(zeros, '0');
  const std::size_t fraction = random() % (digits.size() + 3);
  if (fraction >= digits.size()) digits.insert(0, fraction + 1 - digits.size(), '0');
  std::string whole = digits.substr(0, digits.size() - fraction);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  std::string text = (thousandths < 0 ? "-" : "") + whole;
  if (fraction > 0) text += "." + digits.substr(digits.size() - fraction);
  const int exponent = static_cast<int>(fraction) - 3 - static_cast<int>(zeros);
  if (exponent != 0 || random() % 2 == 0) text += "e" + std::to_string(exponent);
  return text;
}

TEST(Decimal, AgreesWithArithmeticOnWholeNumbers) {
  std::mt19937 random(9);
  std::size_t multiples = 0;
  for (int round = 0; round < 100000; ++round) {
    const auto bound = static_cast<std::int64_t>(1) << (1 + random() % 20);
    const std::int64_t a = static_cast<std::int64_t>(random()) % bound - bound / 2;
    const std::int64_t b = 1 + static_cast<std::int64_t>(random()) % bound;
    const std::string a_text = spelled(a, random);
    const std::string b_text = spelled(b, random);
    const Decimal first = number(a_text);
    const Decimal second = number(b_text);
    ASSERT_EQ(first <=> second, a <=> b) << a_text << " " << b_text;
    ASSERT_EQ(first.is_integer(), a % 1000 == 0) << a_text;
    ASSERT_EQ(first.is_multiple_of(second), a % b == 0) << a_text << " " << b_text;
    multiples += a % b == 0 ? 1U : 0U;
  }
  EXPECT_GT(multiples, 1000U);
}

}  // namespace
}  // namespace crosswalk::base
