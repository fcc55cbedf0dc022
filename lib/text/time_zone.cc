// See time_zone.h. ICU is asked twice, as before and as after a change: if the answers differ, the
// clock was just being moved.
#include "text/time_zone.h"

#include <unicode/basictz.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>

#include "base/nearest.h"
#include "text/icu_memory.h"

namespace crosswalk::text {
namespace {

constexpr std::int64_t kSecondsPerMinute = 60;
constexpr std::int64_t kMinutesPerHour = 60;
constexpr double kMillisPerSecond = 1000;

bool is_offset(std::string_view name) {
  constexpr std::string_view kForm = "+00:00";
  if (name.size() != kForm.size() || (name[0] != '+' && name[0] != '-') || name[3] != ':')
    return false;
  const auto is_below = [&](std::size_t at, char first, char second) {
    const char tens = name[at];
    const char ones = name[at + 1];
    if (tens < '0' || ones < '0' || ones > '9') return false;
    return tens < first || (tens == first && ones <= second);
  };
  return is_below(1, '2', '3') && is_below(4, '5', '9');
}

std::string two_digits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

/// `+02:00`; nothing for an offset of odd seconds.
std::optional<std::string> written(std::int64_t seconds) {
  if (seconds % kSecondsPerMinute != 0) return std::nullopt;
  const std::int64_t minutes = std::abs(seconds / kSecondsPerMinute);
  return (seconds < 0 ? "-" : "+") + two_digits(minutes / kMinutesPerHour) + ":" +
         two_digits(minutes % kMinutesPerHour);
}

std::vector<std::string> known_names() {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> all(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, error));
  std::vector<std::string> names;
  while (U_SUCCESS(error)) {
    const icu::UnicodeString* const name = all->snext(error);
    if (name == nullptr) break;
    name->toUTF8String(names.emplace_back());
  }
  return names;
}

}  // namespace

struct TimeZone::Rules {
  std::unique_ptr<icu::BasicTimeZone> zone;

  [[nodiscard]] std::optional<std::int64_t> seconds_at(std::int64_t wall_seconds,
                                                       UTimeZoneLocalOption if_doubtful) const {
    std::int32_t raw_millis = 0;
    std::int32_t saved_millis = 0;
    UErrorCode error = U_ZERO_ERROR;
    zone->getOffsetFromLocal(static_cast<UDate>(wall_seconds) * kMillisPerSecond, if_doubtful,
                             if_doubtful, raw_millis, saved_millis, error);
    check_memory(error);
    if (U_FAILURE(error)) return std::nullopt;
    return (raw_millis + saved_millis) / static_cast<std::int64_t>(kMillisPerSecond);
  }
};

std::optional<TimeZone> TimeZone::find(std::string_view name) {
  TimeZone found;
  if (name == "Z" || is_offset(name)) {
    found.fixed_ = name;
    return found;
  }
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(utf16_of(name)));
  if (zone == nullptr) throw_bad_alloc();  // for a name that is none there is one called unknown
  icu::UnicodeString id;
  zone->getID(id);
  check_memory(id);
  const bool may_be_known = name != UCAL_UNKNOWN_ZONE_ID;
  auto* const rules = dynamic_cast<icu::BasicTimeZone*>(zone.get());
  if (!may_be_known || id != utf16_of(name) || rules == nullptr) {
    // A zone that ICU lists it can make, unless memory ran out on the way.
    const std::vector<std::string> known = known_names();
    if (may_be_known && std::ranges::find(known, name) != known.end()) throw_bad_alloc();
    return std::nullopt;
  }
  static_cast<void>(zone.release());
  found.rules_ = std::make_shared<const Rules>(Rules{std::unique_ptr<icu::BasicTimeZone>(rules)});
  return found;
}

std::vector<std::string> TimeZone::nearest(std::string_view name) {
  const std::vector<std::string> known = known_names();
  const std::vector<std::string_view> names(known.begin(), known.end());
  return base::nearest(name, names);
}

std::optional<std::string> TimeZone::offset_at(std::int64_t wall_seconds) const {
  if (!rules_) return fixed_;
  const auto before = rules_->seconds_at(wall_seconds, UCAL_TZ_LOCAL_FORMER);
  const auto after = rules_->seconds_at(wall_seconds, UCAL_TZ_LOCAL_LATTER);
  return before && before == after ? written(*before) : std::nullopt;
}

}  // namespace crosswalk::text
