// Fixed columns of digits, then calendar arithmetic on whole numbers: a date of std::chrono is put
// together from parts of one byte, and whoever reads it as a whole waits for them.
//
//   2024-02-29T24:00:00Z   no hour 24
//   2024-02-29 10:00:00Z   a blank is no T
// Test: tests/check/times_test.cc.
#include "check/times.h"

#include <array>
#include <limits>

namespace crosswalk::check {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
// No number, as an optional would have to be put together in memory before it is returned.
constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();

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
std::int64_t minutes_ahead(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return kNone;
  const int hours = digits<2>(text, 1);
  const int minutes = digits<2>(text, 4);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return kNone;
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

// Of YYYY-MM-DD, since 1970-01-01.
std::int64_t days_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return kNone;
  const int year = digits<4>(text, 0);
  const int month = digits<2>(text, 5);
  const int day = digits<2>(text, 8);
  if (year < 0 || month < 0 || day < 0) return kNone;
  if (day < 1 || day > days_in(year, month)) return kNone;
  return days_since_epoch(year, month, day);
}

// Of hh:mm:ss[.f] with an offset, since midnight UTC.
std::int64_t seconds_of_time(std::string_view text) {
  const int hours = digits<2>(text, 0);
  const int minutes = digits<2>(text, 3);
  const int seconds = digits<2>(text, 6);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return kNone;
  if (seconds < 0 || seconds > 60 || text[2] != ':' || text[5] != ':') return kNone;
  std::size_t at = 8;
  if (at < text.size() && text[at] == '.') {
    if (digits<1>(text, ++at) < 0) return kNone;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  const std::int64_t ahead = minutes_ahead(text.substr(at));
  if (ahead == kNone) return kNone;
  const std::int64_t minute_begin = ((hours * 60) + minutes - ahead) * 60;
  if (seconds == 60 && !is_last_minute_of_utc_day(minute_begin)) return kNone;
  return minute_begin + seconds;
}

// Since 1970.
std::int64_t seconds_of(std::string_view text) {
  if (text.size() < 11 || (text[10] != 'T' && text[10] != 't')) return kNone;
  const std::int64_t days = days_of(text.substr(0, 10));
  const std::int64_t seconds = seconds_of_time(text.substr(11));
  return days == kNone || seconds == kNone ? kNone : days * kSecondsPerDay + seconds;
}

std::optional<std::int64_t> unless_none(std::int64_t number) {
  return number == kNone ? std::nullopt : std::optional(number);
}

}  // namespace

std::optional<std::int64_t> parse_date(std::string_view text) {
  return unless_none(days_of(text));
}

std::optional<std::int64_t> parse_time(std::string_view text) {
  return unless_none(seconds_of_time(text));
}

std::optional<std::int64_t> parse_date_time(std::string_view text) {
  return unless_none(seconds_of(text));
}

bool is_date(std::string_view text) {
  return days_of(text) != kNone;
}

bool is_time(std::string_view text) {
  return seconds_of_time(text) != kNone;
}

bool is_date_time(std::string_view text) {
  return seconds_of(text) != kNone;
}

}  // namespace crosswalk::check
