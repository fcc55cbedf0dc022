// Values that are too long: broken, or only long.
#include "layout/damage.h"

#include <gtest/gtest.h>

namespace crosswalk::layout {
namespace {

TEST(Damage, IsTheFaultThatStopsReading) {
  const auto damage = find_damage("{\"a\":\"x\n{", {});
  ASSERT_TRUE(damage);
  EXPECT_EQ(damage->kind, json::FaultKind::kSyntax);
  EXPECT_EQ(damage->offset, 7);
}

TEST(Damage, IsNotWhatMayGoOn) {
  EXPECT_FALSE(find_damage("[1,2,", {}));
  EXPECT_FALSE(find_damage("{\"a\":\"x", {}));
  EXPECT_FALSE(find_damage("", {}));
}

TEST(Damage, IsNotWhatCanBeMended) {
  json::ReadSettings settings;
  EXPECT_TRUE(find_damage("[1,,2,", settings));
  settings.parse.tolerant = true;
  EXPECT_FALSE(find_damage("[1,,2,", settings));
}

}  // namespace
}  // namespace crosswalk::layout
