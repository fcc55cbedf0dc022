// See time_order.h.
#include "check/time_order.h"

#include <cstdint>
#include <string>

#include "check/times.h"

namespace crosswalk::check {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

struct Time {
  std::int64_t seconds = 0;
  std::string_view fraction;  // digits behind the point, without zeros at the end
  bool has_offset = false;
};

std::string_view fraction_of(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return {};
  const std::string_view rest = text.substr(point + 1);
  const std::string_view digits = rest.substr(0, rest.find_first_not_of("0123456789"));
  return digits.substr(0, digits.find_last_not_of('0') + 1);
}

std::optional<Time> parse(std::string_view text) {
  if (const auto days = parse_date(text)) return Time{*days * kSecondsPerDay, {}, false};
  if (const auto seconds = parse_date_time(text)) return Time{*seconds, fraction_of(text), true};
  if (const auto seconds = parse_date_time(std::string(text) + 'Z'))
    return Time{*seconds, fraction_of(text), false};
  return std::nullopt;
}

// Told from the bytes of two date-times of one form and offset: they are in order, or no times. A
// minute may have a second 60, which is the next one's first.
bool are_plainly_in_order(std::string_view first, std::string_view second) {
  constexpr std::size_t kClock = std::string_view("2024-02-29T20:00:00").size();
  constexpr std::size_t kMark = std::string_view("2024-02-29").size();
  constexpr std::size_t kSeconds = kClock - 2;
  return first.size() == second.size() && first.size() >= kClock && first[kMark] == second[kMark] &&
         first[kSeconds] < '6' && first.substr(kClock) == second.substr(kClock) &&
         first.substr(0, kClock) < second.substr(0, kClock);
}

}  // namespace

bool are_out_of_order(std::string_view first, std::string_view second, bool is_strict) {
  if (are_plainly_in_order(first, second)) return false;
  const auto compared = compare_times(first, second);
  return compared && (*compared > 0 || (*compared == 0 && is_strict));
}

std::optional<std::strong_ordering> compare_times(std::string_view a, std::string_view b) {
  const auto first = parse(a);
  const auto second = parse(b);
  if (!first || !second || first->has_offset != second->has_offset) return std::nullopt;
  if (first->seconds != second->seconds) return first->seconds <=> second->seconds;
  return first->fraction.compare(second->fraction) <=> 0;
}

}  // namespace crosswalk::check
