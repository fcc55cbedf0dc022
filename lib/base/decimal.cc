// Decimals: parsing sets the digits free of dot and zeros, comparing goes by the place of the first
// digit and then digit by digit.
//
// a is a multiple of b if the remainder of a's digits, with zeros behind them for the difference of
// the exponents, is 0. Zeros only bring in factors of 2 and 5, and b has fewer of each than four
// times its digits, so more zeros than that change nothing: 1e999999999 is done in a few steps. A
// negative difference never divides, because a's last digit is not 0.
//   0.3 by 0.1: digits 3 and 1, difference 0: 3 mod 1 = 0.   25 by 1e1: difference -1: no.
// Test: tests/base/decimal_test.cc.
#include "base/decimal.h"

#include <algorithm>
#include <string>

namespace crosswalk::base {
namespace {

constexpr std::int64_t kMaxExponent = 100'000'000'000'000'000;
constexpr std::size_t kMaxFastDigits = 37;  // ten times such a number fits 128 bits
__extension__ using UInt128 = unsigned __int128;

// Takes the digits at the front off `text`.
std::string_view take_digits(std::string_view& text) {
  const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
  text.remove_prefix(digits.size());
  return digits;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

std::int64_t saturated(std::string_view digits, bool negative) {
  std::int64_t value = 0;
  for (const char c : digits) {
    value = std::min<std::int64_t>(kMaxExponent, value * 10 + (c - '0'));
    if (value == kMaxExponent) break;
  }
  return negative ? -value : value;
}

// A remainder in division by a number of up to 37 digits, digit by digit.
class FastRemainder {
 public:
  void add_divisor_digit(char digit) { divisor_ = divisor_ * 10 + value(digit); }
  void add_digit(char digit) { rest_ = (rest_ * 10 + value(digit)) % divisor_; }
  [[nodiscard]] bool is_zero() const { return rest_ == 0; }

 private:
  static UInt128 value(char digit) { return static_cast<UInt128>(digit - '0'); }
  UInt128 divisor_ = 0;
  UInt128 rest_ = 0;
};

// The same for a divisor of any length, in decimal digits, most significant first.
class LongRemainder {
 public:
  void add_divisor_digit(char digit) {
    divisor_ += digit;
    rest_ += '0';
  }
  void add_digit(char digit) {
    rest_.erase(0, 1);
    rest_ += digit;
    while (rest_ >= divisor_) subtract();
  }
  [[nodiscard]] bool is_zero() const { return rest_.find_first_not_of('0') == std::string::npos; }

 private:
  void subtract() {
    int borrow = 0;
    for (std::size_t i = rest_.size(); i-- > 0;) {
      const int difference = rest_[i] - divisor_[i] - borrow;
      borrow = difference < 0 ? 1 : 0;
      rest_[i] = static_cast<char>('0' + difference + 10 * borrow);
    }
  }
  std::string divisor_ = "0";  // as wide as the largest rest
  std::string rest_ = "0";
};

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  Decimal number;
  number.negative_ = take(text, '-');
  number.whole_ = take_digits(text);
  const bool has_leading_zero = number.whole_.size() > 1 && number.whole_.front() == '0';
  if (number.whole_.empty() || has_leading_zero) return std::nullopt;
  if (take(text, '.')) {
    number.fraction_ = take_digits(text);
    if (number.fraction_.empty()) return std::nullopt;
  }
  if (take(text, 'e') || take(text, 'E')) {
    const bool negative = take(text, '-');
    if (!negative) take(text, '+');
    const std::string_view digits = take_digits(text);
    if (digits.empty()) return std::nullopt;
    number.exponent_ = saturated(digits, negative);
  }
  if (!text.empty()) return std::nullopt;
  number.trim();
  return number;
}

void Decimal::trim() {
  if (whole_ == "0") whole_ = {};
  const std::size_t last = fraction_.find_last_not_of('0');
  exponent_ -= static_cast<std::int64_t>(last + 1);
  fraction_ = fraction_.substr(0, last + 1);
  if (fraction_.empty()) {
    const std::size_t kept = whole_.find_last_not_of('0') + 1;
    exponent_ += static_cast<std::int64_t>(whole_.size() - kept);
    whole_ = whole_.substr(0, kept);
  }
  if (whole_.empty()) {
    fraction_.remove_prefix(std::min(fraction_.find_first_not_of('0'), fraction_.size()));
  }
  digit_count_ = whole_.size() + fraction_.size();
}

char Decimal::digit(std::size_t index) const {
  return index < whole_.size() ? whole_[index] : fraction_[index - whole_.size()];
}

std::strong_ordering Decimal::compare_magnitude(const Decimal& other) const {
  if (digit_count_ == 0 || other.digit_count_ == 0) return digit_count_ <=> other.digit_count_;
  const std::int64_t place = exponent_ + static_cast<std::int64_t>(digit_count_);
  const std::int64_t other_place = other.exponent_ + static_cast<std::int64_t>(other.digit_count_);
  if (place != other_place) return place <=> other_place;
  const std::size_t common = std::min(digit_count_, other.digit_count_);
  for (std::size_t i = 0; i < common; ++i) {
    if (digit(i) != other.digit(i)) return digit(i) <=> other.digit(i);
  }
  return digit_count_ <=> other.digit_count_;  // what is longer goes on with a digit that is not 0
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const bool a_is_below_zero = a.negative_ && a.digit_count_ > 0;
  const bool b_is_below_zero = b.negative_ && b.digit_count_ > 0;
  if (a_is_below_zero != b_is_below_zero) return b_is_below_zero <=> a_is_below_zero;
  return a_is_below_zero ? b.compare_magnitude(a) : a.compare_magnitude(b);
}

template <class Remainder>
bool Decimal::divides_into(const Decimal& number, std::int64_t zeros) const {
  Remainder remainder;
  for (std::size_t i = 0; i < digit_count_; ++i) remainder.add_divisor_digit(digit(i));
  for (std::size_t i = 0; i < number.digit_count_; ++i) remainder.add_digit(number.digit(i));
  for (std::int64_t i = 0; i < zeros; ++i) remainder.add_digit('0');
  return remainder.is_zero();
}

bool Decimal::is_multiple_of(const Decimal& divisor) const {
  if (digit_count_ == 0) return true;
  const std::int64_t difference = exponent_ - divisor.exponent_;
  if (difference < 0) return false;
  const auto zeros = std::min(difference, 4 * static_cast<std::int64_t>(divisor.digit_count_));
  return divisor.digit_count_ <= kMaxFastDigits ? divisor.divides_into<FastRemainder>(*this, zeros)
                                                : divisor.divides_into<LongRemainder>(*this, zeros);
}

}  // namespace crosswalk::base
