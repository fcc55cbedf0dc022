// Values of options: what is taken, and what is refused.
#include "values.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crosswalk::cli {
namespace {

TEST(ParseCount, TakesWholeNumbersOnly) {
  EXPECT_EQ(parse_count("0").value(), 0U);
  EXPECT_EQ(parse_count("18446744073709551615").value(), 18446744073709551615U);
  for (const char* wrong : {"", "-1", "+1", "1.0", "1 ", " 1", "x", "18446744073709551616"}) {
    EXPECT_FALSE(parse_count(wrong)) << wrong;
  }
  EXPECT_TRUE(parse_count("255", 255));
  EXPECT_EQ(parse_count("256", 255).error().message, "expected a whole number up to 255");
}

TEST(ParseSize, KnowsUnitsOfBothKinds) {
  EXPECT_EQ(parse_size("8388608").value(), 8388608U);
  EXPECT_EQ(parse_size("10B").value(), 10U);
  EXPECT_EQ(parse_size("64kB").value(), 64000U);
  EXPECT_EQ(parse_size("32MB").value(), 32000000U);
  EXPECT_EQ(parse_size("128MiB").value(), 134217728U);
  EXPECT_EQ(parse_size("1 GiB").value(), 1073741824U);
  for (const char* wrong : {"", "MB", "1.5MB", "-1MB", "10mb", "99999999999999GiB", "1TB"}) {
    EXPECT_FALSE(parse_size(wrong)) << wrong;
  }
}

TEST(ParseRejectLimit, TakesACountOrAShare) {
  EXPECT_FALSE(parse_reject_limit("20").value().is_percent);
  EXPECT_TRUE(parse_reject_limit("5%").value().is_percent);
  for (const char* wrong : {"", "%", "101%", "-1", "5 %", "half"}) {
    EXPECT_FALSE(parse_reject_limit(wrong)) << wrong;
  }
}

TEST(RejectLimit, IsExceededAboveItOnly) {
  const RejectLimit two{2, false};
  EXPECT_FALSE(two.is_exceeded(2, 2));
  EXPECT_TRUE(two.is_exceeded(3, 1000));
  const RejectLimit five_percent{5, true};
  EXPECT_FALSE(five_percent.is_exceeded(5, 100));
  EXPECT_TRUE(five_percent.is_exceeded(6, 100));
  EXPECT_TRUE(five_percent.is_exceeded(1, 19));
  EXPECT_FALSE(five_percent.is_exceeded(0, 0));
}

TEST(ParseDelimiter, TakesACharacterOrItsName) {
  EXPECT_EQ(parse_delimiter(";").value(), ';');
  EXPECT_EQ(parse_delimiter("tab").value(), '\t');
  EXPECT_EQ(parse_delimiter("\\t").value(), '\t');
  EXPECT_EQ(parse_delimiter("pipe").value(), '|');
  for (const char* wrong : {"", ";;", "\"", "\n", "ż", "dash"}) {
    EXPECT_FALSE(parse_delimiter(wrong)) << wrong;
  }
}

TEST(ParseAssignment, CutsAtTheFirstEqualsSignAndNeverTellsTheValue) {
  EXPECT_EQ(parse_assignment("a=b=c").value(), std::pair(std::string("a"), std::string("b=c")));
  EXPECT_EQ(parse_assignment("a=").value().second, "");
  EXPECT_FALSE(parse_assignment("=secret"));
  EXPECT_EQ(parse_assignment("secret").error().message.find("secret"), std::string::npos);
}

TEST(SplitList, CutsAtCommasAndTrimsBlanks) {
  EXPECT_EQ(split_list("a, b ,,c"), (std::vector<std::string>{"a", "b", "", "c"}));
  EXPECT_EQ(split_list(""), (std::vector<std::string>{""}));
}

}  // namespace
}  // namespace crosswalk::cli
