// Fixed columns of digits, then calendar arithmetic on whole numbers: a date of std::chrono is put
// together from parts of one byte, and whoever reads it as a whole waits for them.
//
//   2024-02-29T24:00:00Z   no hour 24
//   2024-02-29 10:00:00Z   a blank is no T
// Test: tests/check/times_test.cc.
#include "check/times.h"

#include <array>

namespace crosswalk::check {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The number that `Count` digits at `at` make; -1 if they are no digits, or the text ends before.
template <std::size_t Count>
int digits(std::string_view text, std::size_t at) {
  if (text.size() < at + Count) return -1;
  unsigned value = 0;
  bool are_digits = true;
  for (std::size_t i = at; i < at + Count; ++i) {
    const auto digit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
    are_digits &= digit < 10;
    value = value * 10 + digit;
  }
  return are_digits ? static_cast<int>(value) : -1;
}

// Minutes that `Z` or `+hh:mm` is ahead of UTC.
std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const int hours = digits<2>(text, 1);
  const int minutes = digits<2>(text, 4);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  const int ahead = hours * 60 + minutes;
  return text[0] == '+' ? ahead : -ahead;
}

// 0: there is no such month. RFC 3339, appendix C, has the rule of leap years.
int days_in(int year, int month) {
  constexpr std::array<int, 13> kDays = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return kDays[static_cast<std::size_t>(month)] + (month == 2 && is_leap ? 1 : 0);
}

// Since 1970-01-01. Years that begin with March end with the day that not all of them have.
std::int64_t days_since_epoch(int year, int month, int day) {
  constexpr int kEpoch = 865'565;  // the days from March of the year -400 to 1970-01-01
  const int from_march = (month + 9) % 12;
  const int years = year + 400 - (month < 3 ? 1 : 0);
  const int before_year = 365 * years + years / 4 - years / 100 + years / 400;
  const int before_month = (153 * from_march + 2) / 5;
  return before_year + before_month + day - 1 - kEpoch;
}

bool is_last_minute_of_utc_day(std::int64_t seconds) {
  const std::int64_t in_day = ((seconds % kSecondsPerDay) + kSecondsPerDay) % kSecondsPerDay;
  return in_day >= kSecondsPerDay - 60;
}

}  // namespace

std::optional<std::int64_t> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits<4>(text, 0);
  const int month = digits<2>(text, 5);
  const int day = digits<2>(text, 8);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  if (day < 1 || day > days_in(year, month)) return std::nullopt;
  return days_since_epoch(year, month, day);
}

std::optional<std::int64_t> parse_time(std::string_view text) {
  const int hours = digits<2>(text, 0);
  const int minutes = digits<2>(text, 3);
  const int seconds = digits<2>(text, 6);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  if (seconds < 0 || seconds > 60 || text[2] != ':' || text[5] != ':') return std::nullopt;
  std::size_t at = 8;
  if (at < text.size() && text[at] == '.') {
    if (digits<1>(text, ++at) < 0) return std::nullopt;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  const auto ahead = parse_offset(text.substr(at));
  if (!ahead) return std::nullopt;
  const std::int64_t minute_begin = ((hours * 60) + minutes - *ahead) * std::int64_t{60};
  if (seconds == 60 && !is_last_minute_of_utc_day(minute_begin)) return std::nullopt;
  return minute_begin + seconds;
}

std::optional<std::int64_t> parse_date_time(std::string_view text) {
  if (text.size() < 11 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
  const auto days = parse_date(text.substr(0, 10));
  const auto seconds = parse_time(text.substr(11));
  if (!days || !seconds) return std::nullopt;
  return *days * kSecondsPerDay + *seconds;
}

}  // namespace crosswalk::check
