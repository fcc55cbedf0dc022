// The formats that are asserted, case by case.
#include "check/text_format.h"

#include <gtest/gtest.h>

#include <string>

#include "format/loader.h"

namespace crosswalk::check {
namespace {

bool fits(std::string_view name, std::string_view text) {
  const auto format = text_format(name);
  EXPECT_TRUE(format) << name;
  return format && has_format(*format, text);
}

TEST(TextFormat, LeavesOtherFormatsToPeople) {
  EXPECT_FALSE(text_format("colour"));
  EXPECT_FALSE(text_format(""));
}

TEST(TextFormat, TakesAnAddressWithOneAtAndNoBlanks) {
  for (const char* good : {"a@b", "żółw@poczta.pl", "a+b@c.d"}) EXPECT_TRUE(fits("email", good));
  for (const char* bad :
       {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\xC2\xA0", "a@b\n", "a\x7F@b"}) {
    EXPECT_FALSE(fits("email", bad)) << bad;
  }
}

TEST(TextFormat, TakesADateTimeWithoutOffsetOnlyWhereItIsAskedFor) {
  for (const char* good : {"2024-02-29T20:00:00", "2024-02-29T20:00:00.5", "2024-02-29T20:00:00Z",
                           "2024-02-29T20:00:00+07:00"}) {
    EXPECT_TRUE(fits("iso-date-time", good)) << good;
  }
  for (const char* bad : {"", "2024-02-29", "2023-02-29T20:00:00", "2024-02-29T24:00:00",
                          "2024-02-29 20:00:00", "2024-02-29T20:00", "2024-02-29T20:00:00ZZ"}) {
    EXPECT_FALSE(fits("iso-date-time", bad)) << bad;
  }
  EXPECT_FALSE(fits("date-time", "2024-02-29T20:00:00"));
}

TEST(TextFormat, KnowsUuids) {
  EXPECT_TRUE(fits("uuid", "123e4567-E89b-12d3-a456-426614174000"));
  EXPECT_FALSE(fits("uuid", "123e4567"));
  EXPECT_FALSE(fits("uuid", "123e4567e89b-12d3-a456-4266141740000"));
  EXPECT_FALSE(fits("uuid", "123e4567-e89b-12d3-a456-42661417400g"));
}

TEST(TextFormat, KnowsDurations) {
  for (const char* good :
       {"P4DT12H30M5S", "PT0S", "P1M", "PT1M", "P2W", "P1Y2D", "PT36H", "P1YT1H"}) {
    EXPECT_TRUE(fits("duration", good)) << good;
  }
  for (const char* bad : {"", "P", "PT", "P1YT", "P1", "4DT12H", "P2D1Y", "P1D2H", "P2S", "PT1D",
                          "P1Y2W", "P1YY", "PT1.5H", "-P1D", "p1d", "P1W2W", "PXT1H"}) {
    EXPECT_FALSE(fits("duration", bad)) << bad;
  }
}

TEST(TextFormat, KnowsPointers) {
  for (const char* good : {"", "/", "/a~0b~1c", "/ /\""}) {
    EXPECT_TRUE(fits("json-pointer", good)) << good;
  }
  for (const char* bad : {"a", "#/a", "/~", "/~2", "/a~"}) {
    EXPECT_FALSE(fits("json-pointer", bad)) << bad;
  }
  for (const char* good : {"0", "12", "0#", "2/a~1/0"}) {
    EXPECT_TRUE(fits("relative-json-pointer", good)) << good;
  }
  for (const char* bad : {"", "/a", "01/a", "-1/a", "0##", "1a", "#"}) {
    EXPECT_FALSE(fits("relative-json-pointer", bad)) << bad;
  }
}

TEST(TextFormat, LetsAnOwnFormatLeaveTheOffsetOut) {
  for (const char* good : {"2024-02-29T20:00:00", "2024-02-29T20:00:00.5", "2024-02-29T20:00:00Z",
                           "2024-02-29T20:00:00+07:00"}) {
    EXPECT_TRUE(fits("iso-date-time", good)) << good;
  }
  for (const char* bad : {"2023-02-29T20:00:00", "2024-02-29", "2024-02-29T20:00",
                          "2024-02-29 20:00:00", "2024-02-29T20:00:00+7", "2024-02-29T24:00:00"}) {
    EXPECT_FALSE(fits("iso-date-time", bad)) << bad;
  }
}

TEST(TextFormat, KnowsNamesAndReferencesByTheirOwnTests) {
  EXPECT_TRUE(fits("ipv4", "127.0.0.1") && fits("ipv6", "::1") && fits("hostname", "a.pl"));
  EXPECT_TRUE(fits("idn-hostname", "żółw.pl") && fits("idn-email", "żółw@poczta.pl"));
  EXPECT_FALSE(fits("hostname", "żółw.pl"));
  EXPECT_TRUE(fits("uri", "a:b") && fits("uri-reference", "b") && fits("uri-template", "/{b}"));
  EXPECT_TRUE(fits("iri", "a:ż") && fits("iri-reference", "ż"));
  EXPECT_FALSE(fits("uri", "b") || fits("iri", "ż") || fits("uri-template", "/{b"));
}

TEST(TextFormat, KnowsPatternsAndTimes) {
  EXPECT_TRUE(fits("regex", "^a+$"));
  EXPECT_FALSE(fits("regex", "(a"));
  EXPECT_TRUE(fits("time", "10:00:00Z"));
  EXPECT_TRUE(fits("date", "2024-02-29"));
  EXPECT_FALSE(fits("date-time", "2024-02-29"));
}

TEST(TextFormat, AssertsEachFormatThatASchemaMayName) {
  for (const std::string name : {"date",
                                 "time",
                                 "date-time",
                                 "iso-date-time",
                                 "duration",
                                 "email",
                                 "idn-email",
                                 "hostname",
                                 "idn-hostname",
                                 "ipv4",
                                 "ipv6",
                                 "uri",
                                 "uri-reference",
                                 "iri",
                                 "iri-reference",
                                 "uri-template",
                                 "uuid",
                                 "json-pointer",
                                 "relative-json-pointer",
                                 "regex"}) {
    EXPECT_TRUE(text_format(name)) << name;
    EXPECT_TRUE(
        format::load_schema(R"({"format": ")" + name + "\"}", "f.json", {.is_closed = true}))
        << name;
  }
}

TEST(TextFormat, SaysWhatItWants) {
  EXPECT_EQ(describe(TextFormat::kUuid), "a UUID of 8-4-4-4-12 hex digits");
}

}  // namespace
}  // namespace crosswalk::check
