// The formats that are asserted, case by case.
#include "check/text_format.h"

#include <gtest/gtest.h>

namespace crosswalk::check {
namespace {

bool fits(std::string_view name, std::string_view text) {
  const auto format = text_format(name);
  EXPECT_TRUE(format) << name;
  return format && has_format(*format, text);
}

TEST(TextFormat, LeavesOtherFormatsToPeople) {
  EXPECT_FALSE(text_format("hostname"));
  EXPECT_FALSE(text_format(""));
}

TEST(TextFormat, TakesAnAddressWithOneAtAndNoBlanks) {
  for (const char* good : {"a@b", "żółw@poczta.pl", "a+b@c.d"}) EXPECT_TRUE(fits("email", good));
  for (const char* bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\xC2\xA0", "a@b\n"}) {
    EXPECT_FALSE(fits("email", bad)) << bad;
  }
}

TEST(TextFormat, KnowsUuids) {
  EXPECT_TRUE(fits("uuid", "123e4567-E89b-12d3-a456-426614174000"));
  EXPECT_FALSE(fits("uuid", "123e4567e89b-12d3-a456-4266141740000"));
  EXPECT_FALSE(fits("uuid", "123e4567-e89b-12d3-a456-42661417400g"));
}

TEST(TextFormat, KnowsInternetAddresses) {
  EXPECT_TRUE(fits("ipv4", "127.0.0.1"));
  for (const char* bad : {"256.0.0.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.a", "1..3.4"}) {
    EXPECT_FALSE(fits("ipv4", bad)) << bad;
  }
  for (const char* good : {"::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:10.0.0.1", "1:2::7:8"}) {
    EXPECT_TRUE(fits("ipv6", good)) << good;
  }
  for (const char* bad : {"", ":", "1", ":::", "1::2::3", "1:2:3:4:5:6:7:8:9",
                          "12345::", "1:2:3:4:5:6:7::8", "::1.2.3", "1.2.3.4::", "g::"}) {
    EXPECT_FALSE(fits("ipv6", bad)) << bad;
  }
}

TEST(TextFormat, KnowsUris) {
  EXPECT_TRUE(fits("uri", "https://a.pl/b?c=%20#d"));
  EXPECT_TRUE(fits("uri", "mailto:a@b"));
  for (const char* bad : {"", "a", "//a", ":a", "1a:b", "a:b c", "a:%2", "a:<b>", "a:ż"}) {
    EXPECT_FALSE(fits("uri", bad)) << bad;
  }
}

TEST(TextFormat, KnowsPatternsAndTimes) {
  EXPECT_TRUE(fits("regex", "^a+$"));
  EXPECT_FALSE(fits("regex", "(a"));
  EXPECT_TRUE(fits("time", "10:00:00Z"));
  EXPECT_TRUE(fits("date", "2024-02-29"));
  EXPECT_FALSE(fits("date-time", "2024-02-29"));
}

TEST(TextFormat, SaysWhatItWants) {
  EXPECT_EQ(describe(TextFormat::kUuid), "a UUID of 8-4-4-4-12 hex digits");
}

}  // namespace
}  // namespace crosswalk::check
