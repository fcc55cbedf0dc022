// Columns that a terminal gives to characters.
#include "report/display_width.h"

#include <gtest/gtest.h>

namespace crosswalk::report {
namespace {

TEST(DisplayWidth, CountsWideCharactersTwiceAndCombiningOnesNot) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("żółw"), 4U);
  EXPECT_EQ(display_width("陳大文"), 6U);
  EXPECT_EQ(display_width("한글"), 4U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("🙂"), 2U);
  EXPECT_EQ(display_width("···…→␛"), 6U);
}

TEST(DisplayWidth, MeasuresAStretchOfCodePoints) {
  EXPECT_EQ(display_width("a陳b大", 0, 2), 3U);
  EXPECT_EQ(display_width("a陳b大", 1, 1), 2U);
  EXPECT_EQ(display_width("a陳b大", 2), 3U);
  EXPECT_EQ(display_width("a陳b大", 9), 0U);
}

}  // namespace
}  // namespace crosswalk::report
