// Inputs of fuzz targets: any file is one, and choices stand behind the last FF.
#include "support/bytes.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::fuzz {
namespace {

TEST(Bytes, AFileAsItIsHasAllChoicesAtTheirDefault) {
  Bytes bytes(std::string_view("a,b\n"));
  EXPECT_EQ(bytes.text(), "a,b\n");
  EXPECT_FALSE(bytes.has_choices());
  EXPECT_EQ(bytes.byte(), 0);
  EXPECT_FALSE(bytes.flag());
  EXPECT_EQ(bytes.below(7), 0U);
  EXPECT_EQ(bytes.block_bytes(), kLargeBlock);
}

TEST(Bytes, GiveTheChoicesBehindTheLastMark) {
  Bytes bytes(
      std::string_view("a\xFF"
                       "b\xFF\x05\x01\x03\x01\x02"));
  EXPECT_EQ(bytes.text(),
            "a\xFF"
            "b");
  EXPECT_EQ(bytes.below(4), 1U);
  EXPECT_TRUE(bytes.flag());
  EXPECT_EQ(bytes.block_bytes(), 3U);
  EXPECT_EQ(bytes.below(1000), 258U);
  EXPECT_EQ(bytes.byte(), 0);
}

TEST(Bytes, PickFromAList) {
  Bytes bytes(std::string_view("\xFF\x04"));
  EXPECT_EQ(bytes.pick(std::string("xyz")), 'y');
  EXPECT_EQ(bytes.pick(std::string("xyz")), 'x');
}

TEST(Bytes, AreHalvedAtTheFirstNul) {
  const std::string input("a\0b\0c", 5);
  Bytes bytes{std::string_view(input)};
  EXPECT_EQ(bytes.halves().first, "a");
  EXPECT_EQ(bytes.halves().second, std::string_view("b\0c", 3));
  EXPECT_EQ(Bytes(std::string_view("a")).halves().second, "");
}

TEST(Bytes, OfNothingAreNothing) {
  Bytes bytes(nullptr, 0);
  EXPECT_EQ(bytes.text(), "");
  EXPECT_EQ(bytes.byte(), 0);
}

}  // namespace
}  // namespace crosswalk::fuzz
