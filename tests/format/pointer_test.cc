// Pointers and what is none.
#include "format/pointer.h"

#include <gtest/gtest.h>

namespace crosswalk::format {
namespace {

using Steps = std::vector<std::string>;

TEST(PointerSteps, AreTheMembersOnTheWay) {
  EXPECT_EQ(pointer_steps("/data/0/id"), (Steps{"data", "0", "id"}));
  EXPECT_EQ(pointer_steps(""), Steps{});
  EXPECT_EQ(pointer_steps("/"), Steps{""});
}

TEST(PointerSteps, ResolveEscapesOnce) {
  EXPECT_EQ(pointer_steps("/a~1b/~0"), (Steps{"a/b", "~"}));
  EXPECT_EQ(pointer_steps("/~01"), Steps{"~1"});
}

TEST(PointerSteps, BeginWithASlash) {
  EXPECT_EQ(pointer_steps("data"), std::nullopt);
}

}  // namespace
}  // namespace crosswalk::format
