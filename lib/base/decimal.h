// Numbers as JSON writes them, compared by their digits: never as doubles.
//
// A Decimal is a view of a number's digits without the zeros around them and the power of ten that
// stands behind them, so 1.50e3, 1500 and 15e2 are one value, 9007199254740993 is not ...992, and
// 1e999999999 costs no more than 1.
//   1.0 and 1e2 are integers; 0.3 is a multiple of 0.1
// Does not work: exponents beyond 10^17 count as 10^17, so 1e100000000000000001 equals
// 1e100000000000000002. Test: tests/base/decimal_test.cc, held against arithmetic on whole numbers.
#ifndef CROSSWALK_BASE_DECIMAL_H
#define CROSSWALK_BASE_DECIMAL_H

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace crosswalk::base {

/// A number of any length, exact.
/// Ownership: a view of the text it was parsed from, which must outlive it. Threads: immutable.
class Decimal {
 public:
  /// Reads a number by the grammar of JSON (RFC 8259, section 6); nothing if `text` is none.
  static std::optional<Decimal> parse(std::string_view text);

  /// True if the value has no fraction: 1.0 and 1e2 do not.
  [[nodiscard]] bool is_integer() const { return digit_count_ == 0 || exponent_ >= 0; }
  /// True if the value divided by `divisor` has no fraction.
  /// REQUIRES: divisor > 0. Cost: linear for divisors of up to 37 digits, else times their length.
  [[nodiscard]] bool is_multiple_of(const Decimal& divisor) const;

  /// Compares values: -0 equals 0, 1.0 equals 1. Cost: linear in the shorter one.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  Decimal() = default;
  [[nodiscard]] char digit(std::size_t index) const;
  [[nodiscard]] std::strong_ordering compare_magnitude(const Decimal& other) const;
  void trim();
  template <class Remainder>
  [[nodiscard]] bool divides_into(const Decimal& number, std::int64_t zeros) const;

  // The value is 0.D * 10^(exponent_ + digit_count_), D being the digits of whole_ and fraction_
  // one after another; none for zero, else the first and the last are not 0.
  bool negative_ = false;
  std::string_view whole_;
  std::string_view fraction_;
  std::size_t digit_count_ = 0;
  std::int64_t exponent_ = 0;  // power of ten of the last digit
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_DECIMAL_H
