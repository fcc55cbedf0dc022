// The machine has more memory than this test needs, and not more than addresses.
#include "base/machine.h"

#include <gtest/gtest.h>

namespace crosswalk::base {
namespace {

TEST(Machine, HasMemory) {
  EXPECT_GT(machine_memory(), std::uint64_t{16} << 20U);
  EXPECT_LT(machine_memory(), std::uint64_t{1} << 52U);
}

}  // namespace
}  // namespace crosswalk::base
