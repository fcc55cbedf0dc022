// Places from a cursor are those of measuring from the start each time.
#include "pipeline/place_cursor.h"

#include <gtest/gtest.h>

#include <random>

#include "base/position.h"

namespace crosswalk::pipeline {
namespace {

constexpr std::string_view kText = "a,ż\r\n\"x\ny\",客\n\n,z";

TEST(PlaceCursor, AgreesWithMeasuringFromTheStart) {
  const Position start{100, 7, 3};
  PlaceCursor cursor(start, kText);
  for (std::size_t offset = 0; offset <= kText.size(); ++offset) {
    if (kText.substr(0, offset).ends_with('\r')) continue;
    EXPECT_EQ(cursor.at(offset), base::advance(start, base::measure_plain(kText.substr(0, offset))))
        << offset;
  }
}

TEST(PlaceCursor, CanGoBack) {
  PlaceCursor cursor({}, kText);
  const Position late = cursor.at(12);
  EXPECT_EQ(cursor.at(2), (Position{2, 1, 3}));
  EXPECT_EQ(cursor.at(12), late);
}

TEST(PlaceCursor, GivesTheEndForWhatIsBeyondIt) {
  PlaceCursor cursor({}, kText);
  EXPECT_EQ(cursor.at(1000), cursor.end());
  EXPECT_EQ(cursor.end().byte, kText.size());
}

TEST(PlaceCursor, GivesAByteOrderMarkNoColumn) {
  PlaceCursor cursor({}, "\xEF\xBB\xBFid,a\n");
  EXPECT_EQ(cursor.at(0), (Position{0, 1, 1}));
  EXPECT_EQ(cursor.at(3), (Position{3, 1, 1}));
  EXPECT_EQ(cursor.at(6), (Position{6, 1, 4}));
}

TEST(PlaceCursor, TakesAByteOrderMarkForOneOnlyAtTheStartOfTheInput) {
  PlaceCursor cursor({50, 2, 1}, "\xEF\xBB\xBFx");
  EXPECT_EQ(cursor.at(3), (Position{53, 2, 2}));
}

}  // namespace
}  // namespace crosswalk::pipeline
