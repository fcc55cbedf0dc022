// Dates and times on a real calendar, held against the C library and std::chrono.
#include "check/times.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string>

namespace crosswalk::check {
namespace {

TEST(Times, KnowLeapYears) {
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_TRUE(parse_date("2000-02-29"));
  EXPECT_FALSE(parse_date("2023-02-29"));
  EXPECT_FALSE(parse_date("1900-02-29"));
}

TEST(Times, RefuseWhatIsNoDate) {
  for (const char* bad :
       {"", "2024-1-01", "2024-13-01", "2024-00-01", "2024-04-31", "2024-04-00", "2024/04/01",
        "01.04.2024", "2024-04-01 ", "2024-04-0x", "2o24-04-01", "20240401", "2024-0a-01"}) {
    EXPECT_FALSE(parse_date(bad)) << bad;
  }
}

TEST(Times, CountDaysLikeTheCLibrary) {
  for (std::time_t day = -20000; day < 40000; day += 13) {
    const std::time_t seconds = day * 86400;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
    ASSERT_EQ(parse_date(text), day) << text;
  }
}

TEST(Times, CountDaysLikeTheCalendarOfTheStandardLibrary) {
  using namespace std::chrono;
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t at, std::size_t count, unsigned number) {
    for (; count > 0; number /= 10) text[at + --count] = static_cast<char>('0' + number % 10);
  };
  for (unsigned y = 0; y <= 9999; ++y) {
    for (unsigned m = 0; m <= 13; ++m) {
      for (const unsigned d : {0U, 1U, 28U, 29U, 30U, 31U, 32U}) {
        put(0, 4, y);
        put(5, 2, m);
        put(8, 2, d);
        const year_month_day date(year(static_cast<int>(y)), month(m), day(d));
        std::optional<std::int64_t> expected;
        if (date.ok()) expected = sys_days(date).time_since_epoch().count();
        ASSERT_EQ(parse_date(text), expected) << text;
      }
    }
  }
}

TEST(Times, TakeOffsetsIntoAccount) {
  EXPECT_EQ(parse_date_time("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(parse_date_time("1970-01-01T02:00:00+02:00"), 0);
  EXPECT_EQ(parse_date_time("1969-12-31t19:00:00.5-05:00"), 0);
}

TEST(Times, RefuseADateTimeWithoutOffset) {
  for (const char* bad :
       {"2024-02-06T10:00:00", "2024-02-06 10:00:00Z", "2024-02-06T24:00:00Z",
        "2024-02-06T10:60:00Z", "2024-02-06T10:00:00+0100", "2024-02-06T10:00:00.Z",
        "2024-02-06T10:00:00|02:00", "2024-02-06T10:00Z", "2024-02-06", "2024-02-06T10:00:00+24:00",
        "2024-02-06T10:00:00+02.00", "2024-02-06T10:00:00+02:60", "2024-02-06T10:00:00+02:xx",
        "2024-02-06T10:00:00+xx:00", "2024-02-06T10:xx:00Z"}) {
    EXPECT_FALSE(parse_date_time(bad)) << bad;
  }
}

TEST(Times, TakeALeapSecondOnlyAtMidnightUtc) {
  EXPECT_TRUE(parse_time("23:59:60Z"));
  EXPECT_TRUE(parse_time("00:29:60+00:30"));
  EXPECT_FALSE(parse_time("22:59:60Z"));
  EXPECT_FALSE(parse_time("23:59:60+01:00"));
  EXPECT_FALSE(parse_time("23:59:61Z"));
}

}  // namespace
}  // namespace crosswalk::check
