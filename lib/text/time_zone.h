// The offset from UTC that a clock showed: zones by name, through ICU.
//
//   Europe/Warsaw   2023-07-01 20:00   ->   +02:00        2023-01-01 20:00   ->   +01:00
//   +05:30, Z       always the same
// Twice a year a clock is put forward or back, so some local times never were and others were
// twice: for them there is no answer, as either would be a guess. Nor is there one for days before
// a zone kept whole minutes.
//   Europe/Warsaw   2023-10-29 02:30   ->   nothing: it was +02:00 and, an hour later, +01:00
// Test: tests/text/time_zone_test.cc.
#ifndef CROSSWALK_TEXT_TIME_ZONE_H
#define CROSSWALK_TEXT_TIME_ZONE_H

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::text {

/// A time zone, or a fixed offset.
/// Threads: immutable; copies share.
class TimeZone {
 public:
  /// `Z`, an offset such as `+02:00`, or a name of the IANA database such as `Europe/Warsaw`.
  /// Nothing if there is no such zone. Cost: reads the zone's table once.
  static std::optional<TimeZone> find(std::string_view name);
  /// Up to three known names that are near to `name`, nearest first.
  static std::vector<std::string> nearest(std::string_view name);
  /// The offset as RFC 3339 writes it (`Z`, `-03:00`) when a clock showed what it would show in
  /// UTC `wall_seconds` after 1970 began. Nothing if no clock showed that, or one showed it twice.
  [[nodiscard]] std::optional<std::string> offset_at(std::int64_t wall_seconds) const;

 private:
  struct Rules;

  std::string fixed_;                   // the offset; empty: `rules_` tell
  std::shared_ptr<const Rules> rules_;  // null with `fixed_`
};

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_TIME_ZONE_H
