// What the machine has, as far as a test can know. That CROSSWALK_CPU is listened to:
// tests/cli/processor_test.py.
#include "base/machine.h"

#include <gtest/gtest.h>

namespace crosswalk::base {
namespace {

TEST(Machine, HasMemory) {
  EXPECT_GT(machine_memory(), std::uint64_t{16} << 20U);
  EXPECT_LT(machine_memory(), std::uint64_t{1} << 52U);
}

TEST(Machine, UsesTheBestUnitThatItHas) {
  EXPECT_TRUE(has_vector_unit(VectorUnit::kScalar));
  EXPECT_TRUE(has_vector_unit(vector_unit()));
  EXPECT_EQ(vector_unit() == VectorUnit::kAvx2, has_vector_unit(VectorUnit::kAvx2));
}

}  // namespace
}  // namespace crosswalk::base
