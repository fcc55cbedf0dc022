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

}  // namespace

std::optional<std::strong_ordering> compare_times(std::string_view a, std::string_view b) {
  const auto first = parse(a);
  const auto second = parse(b);
  if (!first || !second || first->has_offset != second->has_offset) return std::nullopt;
  if (first->seconds != second->seconds) return first->seconds <=> second->seconds;
  return first->fraction.compare(second->fraction) <=> 0;
}

}  // namespace crosswalk::check
