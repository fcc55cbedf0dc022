// Repeats of keys on disk, and to whom they belong.
#include "pipeline/spilled_keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "check/key_set.h"

namespace crosswalk::pipeline {
namespace {

/// `first<repeat` for all repeats behind record number `record`, sorted.
std::vector<std::string> repeats_behind(SpilledKeys& keys, std::uint64_t record) {
  std::vector<std::string> repeats;
  EXPECT_TRUE(keys.visit_repeats_behind(record,
                                        [&](const SpilledKey& first, const SpilledKey& repeat) {
                                          repeats.push_back(std::to_string(first.record) + '<' +
                                                            std::to_string(repeat.record));
                                          return Status();
                                        })
                  .ok());
  std::ranges::sort(repeats);
  return repeats;
}

void put(SpilledKeys& keys, const std::string& text, std::uint64_t record,
         std::uint32_t unique = 0) {
  SpilledKey key;
  key.key = check::make_key(text);
  key.record = record;
  key.unique = unique;
  ASSERT_TRUE(keys.put(key).ok());
}

using Repeats = std::vector<std::string>;

TEST(SpilledKeys, AreRepeatsOfTheirFirstRecord) {
  for (const std::uint64_t memory_bytes : {1U, 150U, 10'000U}) {
    SpilledKeys keys(memory_bytes);
    std::uint64_t record = 0;
    for (const char* text :
         {"a", "a long key that is hashed", "a", "b", "a", "a long key that is hashed"})
      put(keys, text, ++record);
    EXPECT_EQ(repeats_behind(keys, 0), (Repeats{"1<3", "1<5", "2<6"})) << memory_bytes;
    EXPECT_EQ(repeats_behind(keys, 3), (Repeats{"1<5", "2<6"}));
    put(keys, "b", ++record);
    EXPECT_EQ(repeats_behind(keys, 6), Repeats{"4<7"});
  }
}

TEST(SpilledKeys, OfDifferentChecksHaveNothingToDoWithEachOther) {
  SpilledKeys keys(1);
  put(keys, "a", 1, 0);
  put(keys, "a", 2, 1);
  put(keys, "a", 3, 1);
  EXPECT_EQ(repeats_behind(keys, 0), Repeats{"2<3"});
}

}  // namespace
}  // namespace crosswalk::pipeline
