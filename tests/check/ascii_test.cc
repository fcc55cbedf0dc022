// The classes of ASCII characters.
#include "check/ascii.h"

#include <gtest/gtest.h>

#include <cctype>

namespace crosswalk::check {
namespace {

TEST(Ascii, AgreesWithTheCLibraryInItsPlainLocale) {
  for (int i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    EXPECT_EQ(is_digit(c), std::isdigit(i) != 0) << i;
    EXPECT_EQ(is_letter(c), std::isalpha(i) != 0) << i;
    EXPECT_EQ(is_hex(c), std::isxdigit(i) != 0) << i;
    EXPECT_EQ(is_beyond_ascii(c), i >= 128) << i;
  }
}

TEST(Ascii, CountsWhatLeads) {
  EXPECT_EQ(count_leading("12a3", is_digit), 2U);
  EXPECT_EQ(count_leading("", is_digit), 0U);
  EXPECT_TRUE(holds_only("12", is_digit));
  EXPECT_FALSE(holds_only("1a", is_digit));
}

TEST(Ascii, KeepsReservedAndUnreservedApart) {
  for (int i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    EXPECT_FALSE(is_unreserved(c) && is_sub_delimiter(c)) << i;
  }
  EXPECT_TRUE(is_unreserved('~'));
  EXPECT_TRUE(is_sub_delimiter('='));
}

}  // namespace
}  // namespace crosswalk::check
