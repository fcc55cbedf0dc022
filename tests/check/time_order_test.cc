// Times that can be compared, and those that cannot.
#include "check/time_order.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crosswalk::check {
namespace {

/// `<`, `=`, `>` or `?`.
char order(std::string_view a, std::string_view b) {
  const auto found = compare_times(a, b);
  if (!found) return '?';
  return *found < 0 ? '<' : *found > 0 ? '>' : '=';
}

TEST(CompareTimes, RespectsOffsets) {
  EXPECT_EQ(order("2024-01-01T10:00:00+02:00", "2024-01-01T09:00:00Z"), '<');
  EXPECT_EQ(order("2024-01-01T10:00:00+01:00", "2024-01-01T09:00:00Z"), '=');
  EXPECT_EQ(order("2023-12-31T23:30:00-01:00", "2024-01-01T00:00:00Z"), '>');
}

TEST(CompareTimes, ComparesClocksWithoutOffsets) {
  EXPECT_EQ(order("2024-02-06T10:00:00", "2024-02-06T10:00:01"), '<');
  EXPECT_EQ(order("2024-02-06", "2024-02-06T00:00:00"), '=');
  EXPECT_EQ(order("2024-02-07", "2024-02-06"), '>');
}

TEST(CompareTimes, CountsFractionsOfASecond) {
  EXPECT_EQ(order("2024-01-01T00:00:00.5Z", "2024-01-01T00:00:00.45Z"), '>');
  EXPECT_EQ(order("2024-01-01T00:00:00.50Z", "2024-01-01T00:00:00.5Z"), '=');
  EXPECT_EQ(order("2024-01-01T00:00:00Z", "2024-01-01T00:00:00.000Z"), '=');
  EXPECT_EQ(order("2024-01-01T00:00:00", "2024-01-01T00:00:00.001"), '<');
}

TEST(CompareTimes, SaysNothingWhereNobodyKnows) {
  EXPECT_EQ(order("2024-01-01T10:00:00", "2024-01-01T10:00:00Z"), '?');
  EXPECT_EQ(order("2024-01-01", "2024-01-01T10:00:00Z"), '?');
  EXPECT_EQ(order("2023-02-29", "2024-01-01"), '?');
  EXPECT_EQ(order("", "tomorrow"), '?');
}

TEST(AreOutOfOrder, SaysWhatComparingSays) {
  const std::vector<std::string> kDates = {"2024-02-28", "2024-02-29", "2023-02-29", "2024-12-31"};
  const std::vector<std::string> kMarks = {"T", "t", " "};
  const std::vector<std::string> kClocks = {"00:00:00", "23:58:59", "23:59:00", "23:59:59",
                                            "23:59:60", "24:00:00", "2x:00:00"};
  const std::vector<std::string> kEnds = {"", "Z", "+02:00", ".5Z", ".05Z"};
  std::vector<std::string> times = {"", "2024-02-29", "2024-02-28", "tomorrow"};
  for (const auto& date : kDates)
    for (const auto& mark : kMarks)
      for (const auto& clock : kClocks)
        for (const auto& end : kEnds) times.push_back(date + mark + clock + end);
  for (const std::string& a : times) {
    for (const std::string& b : times) {
      const auto compared = compare_times(a, b);
      ASSERT_EQ(are_out_of_order(a, b, false), compared && *compared > 0) << a << ' ' << b;
      ASSERT_EQ(are_out_of_order(a, b, true), compared && *compared >= 0) << a << ' ' << b;
    }
  }
}

}  // namespace
}  // namespace crosswalk::check
