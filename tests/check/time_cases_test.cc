// Dates and times byte by byte: what RFC 3339 lets stand in each place.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "check/time_order.h"
#include "check/times.h"

namespace crosswalk::check {
namespace {

// How many of the 256 bytes may stand at `at` of `text`.
template <class Test>
std::string bytes_that_may_stand(std::string text, std::size_t at, Test test) {
  std::string good;
  for (int byte = 0; byte < 256; ++byte) {
    text[at] = static_cast<char>(byte);
    if (test(text)) good.push_back(text[at]);
  }
  return good;
}

// RFC 3339, section 5.6. Of a month and of a day the other digit says what may stand.
TEST(TimeCases, EachPlaceOfADateTakesItsDigits) {
  const std::vector<std::string> expected = {"0123456789", "0123456789", "0123456789", "0123456789",
                                             "-",          "1",          "012",        "-",
                                             "012",        "0123456789"};
  for (std::size_t at = 0; at < expected.size(); ++at) {
    EXPECT_EQ(bytes_that_may_stand("2011-10-28", at, is_date), expected[at]) << at;
  }
  EXPECT_EQ(bytes_that_may_stand("2011-01-01", 6, is_date), "123456789") << "no month 00";
  EXPECT_EQ(bytes_that_may_stand("2011-01-01", 9, is_date), "123456789") << "no day 00";
  EXPECT_EQ(bytes_that_may_stand("2011-01-30", 9, is_date), "01");
  EXPECT_EQ(bytes_that_may_stand("2011-04-30", 9, is_date), "0");
}

TEST(TimeCases, EachPlaceOfATimeTakesItsDigits) {
  const std::vector<std::string> expected = {
      "012", "0123456789", ":",  "012345", "0123456789", ":", "012345", "0123456789",
      ".",   "0123456789", "+-", "012",    "0123456789", ":", "012345", "0123456789"};
  for (std::size_t at = 0; at < expected.size(); ++at) {
    // The point and the digit behind it have tests of their own below.
    if (at == 8 || at == 9) continue;
    EXPECT_EQ(bytes_that_may_stand("11:11:11.1+11:11", at, is_time), expected[at]) << at;
  }
  EXPECT_EQ(bytes_that_may_stand("21:11:11Z", 1, is_time), "0123") << "no hour 24";
  EXPECT_EQ(bytes_that_may_stand("11:11:11+21:11", 10, is_time), "0123") << "no offset of a day";
  EXPECT_EQ(bytes_that_may_stand("11:11:11Z", 8, is_time), "Zz");
  EXPECT_EQ(bytes_that_may_stand("11:11:11.5Z", 9, is_time), "0123456789");
  EXPECT_EQ(bytes_that_may_stand("2011-11-11T11:11:11Z", 10, is_date_time), "Tt");
}

TEST(TimeCases, FractionsHaveADigitAndAnyNumberOfThem) {
  EXPECT_TRUE(is_time("10:00:00.0Z"));
  EXPECT_TRUE(is_time("10:00:00." + std::string(1000, '9') + "Z"));
  for (const char* bad : {"10:00:00.Z", "10:00:00.", "10:00:00.5", "10:00:00,5Z", "10:00:00..5Z",
                          "10:00:00.5.5Z", "10:00:00. Z", "10:00:00.-1Z"}) {
    EXPECT_FALSE(is_time(bad)) << bad;
  }
}

TEST(TimeCases, ATextCutOffAnywhereIsNoTime) {
  const std::string date = "2024-02-29";
  const std::string time = "10:20:30+01:30";
  for (std::size_t size = 0; size < date.size(); ++size) {
    EXPECT_FALSE(is_date(std::string_view(date).substr(0, size))) << size;
    EXPECT_FALSE(is_date(std::string_view(date).substr(date.size() - size))) << size;
  }
  for (std::size_t size = 0; size < time.size(); ++size) {
    EXPECT_FALSE(is_time(std::string_view(time).substr(0, size))) << size;
    EXPECT_FALSE(is_date_time(date + 'T' + time.substr(0, size))) << size;
  }
  EXPECT_TRUE(is_date_time(date + 'T' + time));
  for (const char* more : {" ", "Z", "\n", "0"}) {
    EXPECT_FALSE(is_date(date + more)) << more;
    EXPECT_FALSE(is_time(time + more)) << more;
    EXPECT_FALSE(is_date_time(date + 'T' + time + more)) << more;
    EXPECT_FALSE(is_date(more + date)) << more;
  }
}

TEST(TimeCases, SecondsCountFromMidnightInUtc) {
  EXPECT_EQ(parse_time("00:00:00Z"), 0);
  EXPECT_EQ(parse_time("00:00:01Z"), 1);
  EXPECT_EQ(parse_time("00:01:00Z"), 60);
  EXPECT_EQ(parse_time("01:00:00Z"), 3600);
  EXPECT_EQ(parse_time("23:59:59Z"), 86399);
  EXPECT_EQ(parse_time("23:59:60Z"), 86400);
  EXPECT_EQ(parse_time("00:00:00+00:01"), -60);
  EXPECT_EQ(parse_time("00:00:00+23:59"), -86340);
  EXPECT_EQ(parse_time("23:59:59-23:59"), 86399 + 86340);
  EXPECT_EQ(parse_time("12:00:00-00:00"), 43200) << "an unknown offset, RFC 3339, section 4.3";
}

TEST(TimeCases, DateTimesCountAcrossTheBoundsOfDays) {
  EXPECT_EQ(parse_date_time("1970-01-01T23:59:60Z"), 86400);
  EXPECT_EQ(parse_date_time("1969-12-31T23:59:59Z"), -1);
  EXPECT_EQ(parse_date_time("1970-01-02T00:00:00+23:59"), 60);
  EXPECT_EQ(parse_date_time("0000-01-01T00:00:00Z"), -62'167'219'200);
  EXPECT_EQ(parse_date_time("9999-12-31T23:59:59Z"), 253'402'300'799);
}

// RFC 3339, section 5.7: a leap second stands at the end of a day of UTC, whatever the clock shows.
TEST(TimeCases, LeapSecondsFollowTheOffset) {
  for (const char* good : {"23:59:60Z", "23:59:60.5Z", "23:59:60+00:00", "15:59:60-08:00",
                           "07:29:60+07:30", "00:59:60+01:00", "22:59:60-01:00", "00:58:60+00:59"})
    EXPECT_TRUE(is_time(good)) << good;
  for (const char* bad : {"23:58:60Z", "00:00:60Z", "23:59:60-08:00", "15:59:60+08:00", "00:59:60Z",
                          "00:00:60+00:00", "12:59:60Z", "23:59:60+00:01"})
    EXPECT_FALSE(is_time(bad)) << bad;
}

std::string two(int number) {
  return std::string(1, static_cast<char>('0' + number / 10)) +
         static_cast<char>('0' + number % 10);
}

// A moment told by a clock of any offset is the same moment.
TEST(TimeCases, OffsetsChangeTheClockAndNotTheMoment) {
  std::mt19937 random(71);
  for (int round = 0; round < 5000; ++round) {
    const int hour = static_cast<int>(random() % 24);
    const int minute = static_cast<int>(random() % 60);
    const int second = static_cast<int>(random() % 60);
    const int ahead = static_cast<int>(random() % 1440);
    const std::string clock = "2024-02-29T" + two(hour) + ':' + two(minute) + ':' + two(second);
    const std::string offset = two(ahead / 60) + ':' + two(ahead % 60);
    const std::int64_t utc = parse_date_time(clock + 'Z').value_or(-1);
    ASSERT_EQ(utc, 19782 * 86400LL + hour * 3600 + minute * 60 + second) << clock;
    ASSERT_EQ(parse_date_time(clock + '+' + offset), utc - ahead * 60) << clock << offset;
    ASSERT_EQ(parse_date_time(clock + '-' + offset), utc + ahead * 60) << clock << offset;
  }
}

TEST(TimeCases, HavingAValueIsBeingATime) {
  std::mt19937 random(72);
  const std::string pieces[] = {"2024-02-29", "2023-02-29", "T", "t",      "10:00:00", "24:00:00",
                                ".5",         "Z",          "z", "+01:00", "-24:00",   " "};
  int times = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t count = random() % 6; count > 0; --count)
      text += pieces[random() % std::size(pieces)];
    ASSERT_EQ(is_date(text), parse_date(text).has_value()) << text;
    ASSERT_EQ(is_time(text), parse_time(text).has_value()) << text;
    ASSERT_EQ(is_date_time(text), parse_date_time(text).has_value()) << text;
    times += is_date(text) || is_time(text) || is_date_time(text) ? 1 : 0;
  }
  EXPECT_GT(times, 300);
}

/// `<`, `=`, `>` or `?`.
char order(std::string_view a, std::string_view b) {
  const auto found = compare_times(a, b);
  if (!found) return '?';
  return *found < 0 ? '<' : *found > 0 ? '>' : '=';
}

TEST(TimeCases, TheOrderOfTimesIsTheirOrderOnALine) {
  // Each is earlier than all behind it.
  const char* const moments[] = {
      "0000-01-01T00:00:00Z",      "1969-12-31T23:59:59.999Z",  "1970-01-01T00:00:00Z",
      "1970-01-01T00:00:00.0001Z", "1970-01-01T00:00:00.001Z",  "1970-01-01T00:00:00.01Z",
      "1970-01-01T00:00:00.0101Z", "1970-01-01T00:00:00.09Z",   "1970-01-01T00:00:00.1Z",
      "1970-01-01T00:00:01Z",      "1970-01-01T00:00:00-00:01", "1970-01-01T23:59:59Z",
      "9999-12-31T23:59:59.9Z"};
  const std::size_t count = std::size(moments);
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = 0; b < count; ++b) {
      const char expected = a < b ? '<' : a > b ? '>' : '=';
      EXPECT_EQ(order(moments[a], moments[b]), expected) << moments[a] << ' ' << moments[b];
      EXPECT_EQ(are_out_of_order(moments[a], moments[b], false), a > b);
      EXPECT_EQ(are_out_of_order(moments[a], moments[b], true), a >= b);
    }
  }
}

TEST(TimeCases, ALeapSecondIsTheFirstSecondOfTheNextDay) {
  EXPECT_EQ(order("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"), '=');
  EXPECT_EQ(order("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.9Z"), '>');
  EXPECT_EQ(order("2016-12-31T23:59:60.5Z", "2017-01-01T00:00:00.4Z"), '>');
  EXPECT_TRUE(are_out_of_order("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", true));
}

TEST(TimeCases, WhatCannotBeComparedIsNotOutOfOrder) {
  for (const bool is_strict : {false, true}) {
    EXPECT_FALSE(are_out_of_order("2024-01-02", "x", is_strict));
    EXPECT_FALSE(are_out_of_order("x", "2024-01-02", is_strict));
    EXPECT_FALSE(are_out_of_order("2024-01-02T00:00:00Z", "2024-01-01", is_strict));
    EXPECT_FALSE(are_out_of_order("2024-01-02T00:00:00Z", "2024-01-01T00:00:00", is_strict));
    EXPECT_FALSE(are_out_of_order("", "", is_strict));
  }
}

}  // namespace
}  // namespace crosswalk::check
