// Zones by name, held against the C library's tables where the machine has them.
#include "text/time_zone.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>

namespace crosswalk::text {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;

/// What a clock shows, in seconds.
std::int64_t wall(int year, int month, int day, int hour = 12, int minute = 0) {
  std::tm time{};
  time.tm_year = year - 1900;
  time.tm_mon = month - 1;
  time.tm_mday = day;
  time.tm_hour = hour;
  time.tm_min = minute;
  return timegm(&time);
}

std::optional<std::string> offset(const char* zone, std::int64_t wall_seconds) {
  const auto found = TimeZone::find(zone);
  return found ? found->offset_at(wall_seconds) : "no such zone";
}

TEST(TimeZone, OfAnOffsetIsTheSameAtAnyTime) {
  for (const char* zone : {"Z", "+02:00", "-11:30", "+23:59", "-00:00"}) {
    EXPECT_EQ(offset(zone, wall(1950, 1, 1)), zone);
    EXPECT_EQ(offset(zone, wall(2023, 7, 1)), zone);
  }
}

TEST(TimeZone, IsNoneIfNobodyKnowsIt) {
  for (const char* zone :
       {"", "z", "+2:00", "+02", "02:00", "+24:00", "+02:60", "+02:0a", "+0 :00", "+ 2:00",
        "x02:00", "+02.00", "soon", "Europe/Warsawa", "europe/warsaw", "Etc/Unknown", "GMT+2"})
    EXPECT_FALSE(TimeZone::find(zone)) << zone;
}

TEST(TimeZone, KnowsSummerAndWinter) {
  EXPECT_EQ(offset("Europe/Warsaw", wall(2023, 1, 1)), "+01:00");
  EXPECT_EQ(offset("Europe/Warsaw", wall(2023, 7, 1)), "+02:00");
  EXPECT_EQ(offset("America/New_York", wall(2023, 1, 1)), "-05:00");
  EXPECT_EQ(offset("Asia/Ho_Chi_Minh", wall(2023, 1, 1)), "+07:00");
  EXPECT_EQ(offset("Asia/Kathmandu", wall(2023, 1, 1)), "+05:45");
  EXPECT_EQ(offset("UTC", wall(2023, 1, 1)), "+00:00");
}

TEST(TimeZone, SaysNothingOfTimesThatWereTwiceOrNever) {
  EXPECT_EQ(offset("Europe/Warsaw", wall(2023, 10, 29, 1, 59)), "+02:00");
  EXPECT_EQ(offset("Europe/Warsaw", wall(2023, 10, 29, 2, 0)), std::nullopt) << "twice";
  EXPECT_EQ(offset("Europe/Warsaw", wall(2023, 10, 29, 2, 59)), std::nullopt) << "twice";
  EXPECT_EQ(offset("Europe/Warsaw", wall(2023, 10, 29, 3, 0)), "+01:00");
  EXPECT_EQ(offset("Europe/Warsaw", wall(2023, 3, 26, 1, 59)), "+01:00");
  EXPECT_EQ(offset("Europe/Warsaw", wall(2023, 3, 26, 2, 30)), std::nullopt) << "never";
  EXPECT_EQ(offset("Europe/Warsaw", wall(2023, 3, 26, 3, 0)), "+02:00");
}

TEST(TimeZone, SaysNothingOfOffsetsThatCannotBeWritten) {
  EXPECT_EQ(offset("Africa/Monrovia", wall(1960, 1, 1)), std::nullopt) << "it was -00:44:30";
}

TEST(TimeZone, SuggestsNamesThatAreNear) {
  EXPECT_EQ(TimeZone::nearest("Europe/Warsawa"), std::vector<std::string>{"Europe/Warsaw"});
  EXPECT_EQ(TimeZone::nearest("soon").size(), 0U);
}

TEST(TimeZone, AgreesWithTheTablesOfTheMachine) {
  for (const char* name :
       {"Europe/Warsaw", "America/Sao_Paulo", "Asia/Taipei", "Australia/Sydney"}) {
    if (!std::filesystem::exists(std::string("/usr/share/zoneinfo/") + name))
      GTEST_SKIP() << "the machine has no table of " << name;
    const auto zone = TimeZone::find(name);
    ASSERT_TRUE(zone) << name;
    const char* const old = std::getenv("TZ");
    const std::string kept = old == nullptr ? "" : old;
    setenv("TZ", name, 1);
    tzset();
    std::mt19937_64 random(7);
    int told = 0;
    for (int i = 0; i < 2000; ++i) {
      const std::time_t utc = wall(1980, 1, 1) +
                              static_cast<std::int64_t>(random() % (45 * 365)) * kDay +
                              static_cast<std::int64_t>(random() % 24) * kHour;
      std::tm local{};
      localtime_r(&utc, &local);
      const auto offset = zone->offset_at(utc + local.tm_gmtoff);
      if (!offset) continue;
      ++told;
      char expected[8];
      std::strftime(expected, sizeof expected, "%z", &local);
      EXPECT_EQ(std::string(*offset).erase(3, 1), expected) << name << " at " << utc;
    }
    EXPECT_GT(told, 1900) << "only hours in which a clock is moved are doubtful";
    old == nullptr ? unsetenv("TZ") : setenv("TZ", kept.c_str(), 1);
    tzset();
  }
}

}  // namespace
}  // namespace crosswalk::text
