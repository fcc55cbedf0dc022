// Which numbers a double holds.
#include "json/number_range.h"

#include <gtest/gtest.h>

#include <string>

#include "json/scan.h"

namespace crosswalk::json {
namespace {

bool out_of_range(const std::string& number) {
  return is_out_of_range(number.data(), number.data() + number.size());
}

NumberEnd scanned(const std::string& number) {
  const char* p = number.data();
  const NumberEnd end = scan_number(p, number.data() + number.size());
  EXPECT_EQ(p, number.data() + number.size());
  return end;
}

const std::string kManyDigits(1'000'000, '7');

TEST(NumberRange, EndsWhereDoublesBecomeInfinity) {
  for (const char* held : {"1e308", "-1.7e308", "1.7976931348623157e308", "0e999", "-0.0"})
    EXPECT_FALSE(out_of_range(held)) << held;
  for (const char* lost : {"1e309", "-1e400", "1.8e308", "1e99999999999999999999"})
    EXPECT_TRUE(out_of_range(lost)) << lost;
  EXPECT_TRUE(out_of_range(kManyDigits));
}

TEST(NumberRange, EndsWhereDoublesBecomeZero) {
  for (const char* held : {"5e-324", "1e-320", "0e-999", "0.000"})
    EXPECT_FALSE(out_of_range(held)) << held;
  for (const char* lost : {"1e-400", "-1e-99999999999999999999"})
    EXPECT_TRUE(out_of_range(lost)) << lost;
}

TEST(NumberRange, DoesNotAskForExactness) {
  EXPECT_FALSE(out_of_range("12345678901234567890123"));
  EXPECT_FALSE(out_of_range("0." + kManyDigits));
}

TEST(NumberRange, IsToldWhereANumberIsScanned) {
  EXPECT_EQ(scanned("1e400"), NumberEnd::kOutOfRange);
  EXPECT_EQ(scanned("-1E-400"), NumberEnd::kOutOfRange);
  EXPECT_EQ(scanned(kManyDigits), NumberEnd::kOutOfRange);
  EXPECT_EQ(scanned(std::string(308, '9')), NumberEnd::kGood);
  EXPECT_EQ(scanned(std::string(309, '9')), NumberEnd::kOutOfRange);
  EXPECT_EQ(scanned("01e400"), NumberEnd::kLeadingZero);
}

}  // namespace
}  // namespace crosswalk::json
