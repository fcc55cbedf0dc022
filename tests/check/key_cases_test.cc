// Sets of keys as they grow: what is told, kept and held in memory at every size.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/key_set.h"

namespace crosswalk::check {
namespace {

std::string name_of(std::size_t number) {
  // Short texts are their own keys, longer ones are hashed.
  return number % 2 == 0 ? std::to_string(number)
                         : "a key that is longer than a word " + std::to_string(number);
}

// Around each size at which the table is made anew: three quarters of a power of two.
TEST(KeyCases, AllKeysAreFoundAtEverySizeAroundAGrowth) {
  KeySet keys;
  for (std::size_t number = 0; number < 13000; ++number) {
    ASSERT_FALSE(keys.contains(make_key(name_of(number)))) << number;
    ASSERT_FALSE(keys.insert(make_key(name_of(number)), {number + 1, 2 * number})) << number;
    ASSERT_EQ(keys.size(), number + 1);
    bool is_near_growth = false;
    for (std::size_t slots = 1024; slots <= 16384; slots *= 2)
      is_near_growth |= number + 1 == slots * 3 / 4 || number == slots * 3 / 4;
    if (!is_near_growth) continue;
    for (std::size_t known = 0; known <= number; ++known) {
      const auto first = keys.insert(make_key(name_of(known)), {99999, 99999});
      ASSERT_TRUE(first) << known << " of " << number;
      ASSERT_EQ(first->record, known + 1);
      ASSERT_EQ(first->line, 2 * known);
    }
    ASSERT_EQ(keys.size(), number + 1) << "a repeat adds nothing";
  }
}

TEST(KeyCases, KeysAreVisitedInTheOrderOfTheirComing) {
  KeySet keys;
  std::vector<Key> expected;
  for (std::size_t number = 0; number < 3000; ++number) {
    const Key key = make_key(name_of(number * 7 % 1500));
    if (!keys.insert(key, {number, number})) expected.push_back(key);
  }
  ASSERT_EQ(expected.size(), 1500U);
  std::size_t at = 0;
  keys.visit([&](const Key& key, const FirstSeen& first) {
    EXPECT_EQ(key, expected[at]);
    EXPECT_EQ(first.record, at);
    ++at;
  });
  EXPECT_EQ(at, keys.size());
}

TEST(KeyCases, AnEmptySetHoldsNothing) {
  const KeySet keys;
  EXPECT_EQ(keys.size(), 0U);
  EXPECT_FALSE(keys.contains(make_key("")));
  EXPECT_EQ(keys.memory_bytes(), 0U);
  keys.expect(make_key("a"));
  keys.visit([](const Key&, const FirstSeen&) { FAIL() << "there is none"; });
}

// What is told beforehand is at least what is held afterwards, so a limit is kept.
TEST(KeyCases, MemoryIsToldBeforeItIsTaken) {
  for (const std::size_t more : {1U, 2U, 511U, 512U, 513U, 767U, 768U, 769U, 1536U, 1537U, 5000U}) {
    KeySet keys;
    const std::size_t told = keys.memory_bytes(more);
    EXPECT_GE(told, more * 40) << "an entry of 32 bytes and a slot of 8";
    for (std::size_t number = 0; number < more; ++number)
      keys.insert(make_key(std::to_string(number)), {number, number});
    // Entries are taken some hundreds at a time.
    EXPECT_LE(keys.memory_bytes(), told + (512 + more / 8) * 32 + 4096) << more;
    EXPECT_GE(keys.memory_bytes(), more * 40);
    EXPECT_EQ(keys.memory_bytes(0), keys.memory_bytes());
  }
}

TEST(KeyCases, MemoryNeverShrinksAndGrowsWithKeys) {
  KeySet keys;
  std::size_t before = 0;
  for (std::size_t number = 0; number < 4000; ++number) {
    keys.insert(make_key(std::to_string(number)), {number, number});
    ASSERT_GE(keys.memory_bytes(), before);
    ASSERT_GE(keys.memory_bytes(1), keys.memory_bytes());
    before = keys.memory_bytes();
  }
  for (std::size_t number = 0; number < 4000; ++number)
    keys.insert(make_key(std::to_string(number)), {1, 1});
  EXPECT_EQ(keys.memory_bytes(), before) << "repeats take no memory";
}

TEST(KeyCases, TextsThatDifferInOneByteHaveOtherKeys) {
  for (std::size_t length = 1; length <= 70; ++length) {
    const std::string text(length, 'k');
    for (std::size_t at = 0; at < length; ++at) {
      std::string other = text;
      other[at] = 'l';
      ASSERT_FALSE(make_key(text) == make_key(other)) << length << ' ' << at;
    }
    ASSERT_FALSE(make_key(text) == make_key(text + 'k')) << length;
    ASSERT_FALSE(make_key(text) == make_key(text + '\0')) << length;
    ASSERT_EQ(make_key(text), make_key(std::string(text))) << length;
  }
}

// The last byte of a short key is its length, of a hash 255: neither is taken for the other.
TEST(KeyCases, HashesAreNoShortTexts) {
  EXPECT_EQ(make_key(std::string(15, 'x')).high >> 56U, 15U);
  for (const std::size_t length : {16U, 17U, 24U, 255U, 256U, 4096U})
    EXPECT_EQ(make_key(std::string(length, 'x')).high >> 56U, 0xFFU) << length;
}

}  // namespace
}  // namespace crosswalk::check
