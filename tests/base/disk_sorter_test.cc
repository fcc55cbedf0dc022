// Entries come back in order, whatever fits into memory; more may follow a visit.
#include "base/disk_sorter.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <random>

namespace crosswalk::base {
namespace {

using Numbers = std::vector<std::uint64_t>;
using Sorter = DiskSorter<std::uint64_t, std::less<>>;

Numbers visited(Sorter& sorter) {
  Numbers numbers;
  EXPECT_TRUE(sorter
                  .visit([&](std::uint64_t number) {
                    numbers.push_back(number);
                    return Status();
                  })
                  .ok());
  return numbers;
}

TEST(DiskSorter, GivesEntriesInOrderWhateverMemoryHolds) {
  std::mt19937 random(5);
  for (const std::uint64_t entries : {0U, 1U, 2U, 7U, 1000U, 100'000U}) {
    Sorter sorter(entries * sizeof(std::uint64_t));
    Numbers expected;
    for (int i = 0; i < 10'000; ++i) {
      expected.push_back(random() % 5000);
      ASSERT_TRUE(sorter.put(expected.back()).ok());
    }
    std::ranges::sort(expected);
    EXPECT_TRUE(visited(sorter) == expected) << entries;
    EXPECT_TRUE(visited(sorter) == expected) << entries;
  }
}

TEST(DiskSorter, TakesMoreAfterAVisit) {
  Sorter sorter(2 * sizeof(std::uint64_t));
  EXPECT_EQ(visited(sorter), Numbers{});
  for (const std::uint64_t number : {5U, 1U, 4U}) ASSERT_TRUE(sorter.put(number).ok());
  EXPECT_EQ(visited(sorter), (Numbers{1, 4, 5}));
  for (const std::uint64_t number : {2U, 9U}) ASSERT_TRUE(sorter.put(number).ok());
  EXPECT_EQ(visited(sorter), (Numbers{1, 2, 4, 5, 9}));
}

TEST(DiskSorter, EndsAVisitWithItsError) {
  for (const std::uint64_t memory : {1U, 1000U}) {
    Sorter sorter(memory);
    for (std::uint64_t number = 0; number < 5; ++number) ASSERT_TRUE(sorter.put(number).ok());
    std::uint64_t count = 0;
    const Status status = sorter.visit([&](std::uint64_t) {
      return ++count < 3 ? Status() : Status(Error{ErrorKind::kIo, "enough"});
    });
    EXPECT_EQ(status.error().message, "enough");
    EXPECT_EQ(count, 3U);
  }
}

TEST(DiskSorter, SaysThatItCannotWrite) {
  const char* const before = std::getenv("TMPDIR");
  const std::string old = before == nullptr ? "" : before;
  setenv("TMPDIR", "/no/such/folder", 1);
  Sorter sorter(1);
  EXPECT_TRUE(sorter.put(1).ok());
  const Status status = sorter.put(2);
  if (before != nullptr) setenv("TMPDIR", old.c_str(), 1);
  if (before == nullptr) unsetenv("TMPDIR");
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace crosswalk::base
