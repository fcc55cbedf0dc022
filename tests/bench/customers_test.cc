// The generator of large files: the same bytes for the same seed, and what it promises to hold.
#include "bench/customers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace crosswalk::bench {
namespace {

using testing::HasSubstr;

std::string file_of(std::uint64_t seed, int rows) {
  std::string text;
  Customers::append_header(text);
  Customers customers(seed);
  for (int i = 0; i < rows; ++i) customers.append_row(text);
  return text;
}

TEST(Customers, AreTheSameBytesOnEveryMachine) {
  std::string row;
  Customers(7).append_row(row);
  EXPECT_EQ(row,
            "crm1,c2ba16e19bce068f758fddf09af7d8c821b057b190c26fe68a226b3e7a26aa89,"
            "3F6E5C54-1284-B36F-66F6-D6D899236CA0,,Grzegorz Brzęczyszczykiewicz,臺北,prefers mail,"
            "1728,112,ẩm thực,,0,1,0,1,0,0,0,,\n");
  EXPECT_EQ(file_of(7, 500), file_of(7, 500));
}

TEST(Customers, DifferWithTheSeed) {
  EXPECT_NE(file_of(1, 10), file_of(2, 10));
}

TEST(Customers, HaveTwentyCellsInEachRow) {
  const std::string text = file_of(1, 2000);
  std::size_t cells = 1, rows = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == ',') ++cells;
    if (c == '\n') {
      ASSERT_EQ(cells, 20U) << "row " << rows;
      cells = 1;
      ++rows;
    }
  }
  EXPECT_EQ(rows, 2001U);
}

TEST(Customers, HoldOneQuotedLineEndInAHundredRows) {
  const std::string text = file_of(1, 1000);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1 + 1000 + 10);
}

TEST(Customers, WriteInThreeScriptsWithDoubledQuotes) {
  const std::string text = file_of(1, 1000);
  EXPECT_THAT(text, HasSubstr("Łódź"));
  EXPECT_THAT(text, HasSubstr("Đà Nẵng"));
  EXPECT_THAT(text, HasSubstr("臺北"));
  EXPECT_THAT(text, HasSubstr("\"said \"\"call me later\"\"\""));
}

TEST(Customers, AreAboutTwoHundredAndFiftyBytesARow) {
  const std::size_t bytes = file_of(1, 10000).size() / 10000;
  EXPECT_GE(bytes, 235U);
  EXPECT_LE(bytes, 265U);
}

}  // namespace
}  // namespace crosswalk::bench
