// Memory that grows keeps what it holds, and the rest is zero.
#include "base/huge_pages.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <new>

#include "support/sanitized.h"

namespace crosswalk::base {
namespace {

// Doubles `pages` from 4 KiB to 8 MiB, filling each new part with its own byte.
void grow_and_check(HugePages& pages) {
  std::size_t filled = 0;
  for (std::size_t bytes = 4096; bytes <= 4 * kHugePageBytes; bytes *= 2) {
    pages.grow(bytes);
    ASSERT_EQ(pages.size(), bytes);
    char* const data = pages.data();
    ASSERT_TRUE(std::all_of(data + filled, data + bytes, [](char byte) { return byte == 0; }));
    for (std::size_t from = 0, to = 4096; to <= filled; from = to, to *= 2) {
      const char wanted = static_cast<char>(__builtin_ctzll(to));
      ASSERT_TRUE(std::all_of(data + from, data + to, [&](char byte) { return byte == wanted; }));
    }
    std::fill(data + filled, data + bytes, static_cast<char>(__builtin_ctzll(bytes)));
    filled = bytes;
  }
}

TEST(HugePages, GrowWhereTheyStand) {
  HugePages pages;
  pages.grow(4096);
  const char* const before = pages.data();
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(before) % kHugePageBytes, 0U);
  pages.grow(std::size_t{64} << 20U);
  EXPECT_EQ(pages.data(), before);
}

TEST(HugePages, KeepTheirBytesWhenTheyGrow) {
  HugePages pages;
  grow_and_check(pages);
}

TEST(HugePages, MoveWhenMoreThanTheReserveIsNeeded) {
  HugePages pages(8192);
  grow_and_check(pages);
}

TEST(HugePages, MakeDoWithLessWhereAddressesAreScarce) {
  if (tests::kIsSanitized) GTEST_SKIP() << "sanitizers need more addresses than are left";
  rlimit old{};
  getrlimit(RLIMIT_AS, &old);
  const rlimit scarce{std::size_t{8} << 30U, old.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_AS, &scarce), 0);
  HugePages pages;
  grow_and_check(pages);
  HugePages too_large;
  EXPECT_THROW(too_large.grow(std::size_t{1} << 40U), std::bad_alloc);
  setrlimit(RLIMIT_AS, &old);
}

}  // namespace
}  // namespace crosswalk::base
