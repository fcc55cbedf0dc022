// Vectors whose memory is asked for in huge pages hold what other vectors hold.
#include "base/huge_pages.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace crosswalk::base {
namespace {

using Numbers = std::vector<std::uint64_t, HugePageAllocator<std::uint64_t>>;

TEST(HugePages, HoldSmallAndLargeVectorsAlike) {
  constexpr std::uint64_t kCount = 3 * kHugePageBytes / sizeof(std::uint64_t) + 5;
  Numbers numbers;
  for (std::uint64_t i = 0; i < kCount; ++i) numbers.push_back(i * i);
  for (std::uint64_t i = 0; i < kCount; ++i) ASSERT_EQ(numbers[i], i * i);
}

TEST(HugePages, BeginAtAPageOfTheirOwn) {
  const Numbers numbers(kHugePageBytes / sizeof(std::uint64_t));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % kHugePageBytes, 0U);
}

TEST(HugePages, SwapWithTheirMemory) {
  Numbers large(kHugePageBytes, 7);
  Numbers small(3, 9);
  large.swap(small);
  EXPECT_EQ(small.size(), kHugePageBytes);
  EXPECT_EQ(small.back(), 7U);
  EXPECT_EQ(large.back(), 9U);
}

}  // namespace
}  // namespace crosswalk::base
