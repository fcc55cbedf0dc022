// Which of two times comes first.
//
// Dates, date-times with an offset, and date-times without one. Times with an offset are compared
// as moments, times without as the clock shows them; a date is midnight without an offset. Where
// one has an offset and the other has none, nobody knows.
//   2024-01-01T10:00:00+02:00 and 2024-01-01T09:00:00Z       the first comes first
//   2024-01-01 and 2024-01-01T00:00:00                       equal
//   2024-01-01T10:00:00 and 2024-01-01T10:00:00Z             no answer
// Test: tests/check/time_order_test.cc.
#ifndef CROSSWALK_CHECK_TIME_ORDER_H
#define CROSSWALK_CHECK_TIME_ORDER_H

#include <compare>
#include <optional>
#include <string_view>

namespace crosswalk::check {

/// Compares two times; nothing if one is no time or they cannot be compared. Fractions of a second
/// count, to any number of digits.
std::optional<std::strong_ordering> compare_times(std::string_view a, std::string_view b);

/// True if `first` is later than `second`, or as late where `is_strict`. Cost: mostly one
/// comparison of bytes.
bool are_out_of_order(std::string_view first, std::string_view second, bool is_strict);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_TIME_ORDER_H
