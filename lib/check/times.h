// Dates and times as RFC 3339 writes them, on a real calendar.
//
//   2024-02-29                  a date; 2023-02-29 is none
//   2023-01-01T20:00:00+07:00   a date-time; without an offset it is none
//   23:59:60Z                   a leap second, only where it is midnight in UTC
// Test: tests/check/times_test.cc, held against the C library's calendar.
#ifndef CROSSWALK_CHECK_TIMES_H
#define CROSSWALK_CHECK_TIMES_H

#include <cstdint>
#include <optional>
#include <string_view>

namespace crosswalk::check {

/// Days since 1970-01-01 of `YYYY-MM-DD`; nothing if it is no date.
std::optional<std::int64_t> parse_date(std::string_view text);

/// Seconds since midnight UTC of `hh:mm:ss[.f]` with `Z` or an offset; may be negative or over a
/// day because of the offset. Nothing if it is no time.
std::optional<std::int64_t> parse_time(std::string_view text);

/// Seconds since 1970 of a date, `T`, and a time; nothing if it is no date-time.
std::optional<std::int64_t> parse_date_time(std::string_view text);

/// Whether they have a value: asked so, they cost less.
bool is_date(std::string_view text);
bool is_time(std::string_view text);
bool is_date_time(std::string_view text);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_TIMES_H
