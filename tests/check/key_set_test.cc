// Keys that must be unique, held against a map.
#include "check/key_set.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace crosswalk::check {
namespace {

TEST(KeySet, TellsWhereAKeyWasSeenFirst) {
  KeySet keys;
  EXPECT_FALSE(keys.insert(make_key("crm001"), {1, 2}));
  EXPECT_FALSE(keys.insert(make_key("crm002"), {2, 3}));
  const auto first = keys.insert(make_key("crm001"), {3, 4});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->record, 1U);
  EXPECT_EQ(first->line, 2U);
  EXPECT_EQ(keys.size(), 2U);
}

TEST(KeySet, ContainsWhatWasInserted) {
  KeySet keys;
  EXPECT_FALSE(keys.contains(make_key("crm001")));
  keys.insert(make_key("crm001"), {1, 2});
  EXPECT_TRUE(keys.contains(make_key("crm001")));
  EXPECT_FALSE(keys.contains(make_key("crm002")));
  EXPECT_EQ(keys.size(), 1U);
}

TEST(KeySet, KeepsTextsApartAtEveryLength) {
  std::map<std::string, bool> seen;
  std::vector<Key> keys;
  for (std::size_t length = 0; length < 40; ++length) {
    for (const std::string& text :
         {std::string(length, 'a'), std::string(length, '\0'), std::string(length, 'a') + '\0'}) {
      if (!seen.emplace(text, true).second) continue;
      for (const Key& other : keys) ASSERT_FALSE(make_key(text) == other) << length;
      keys.push_back(make_key(text));
      ASSERT_TRUE(make_key(text) == keys.back());
    }
  }
}

TEST(Key, HoldsEveryByteOfAShortText) {
  for (std::size_t length = 0; length <= 15; ++length) {
    const std::string text(length, 'x');
    EXPECT_EQ(make_key(text).high >> 56U, length);
    for (std::size_t at = 0; at < length; ++at) {
      for (const char other : {'\0', 'y', '\xFF'}) {
        std::string changed = text;
        changed[at] = other;
        const Key key = make_key(changed);
        const std::uint64_t word = at < 8 ? key.low : key.high;
        EXPECT_EQ(static_cast<char>(word >> (8 * (at % 8))), other) << length << ' ' << at;
      }
    }
  }
}

TEST(KeySet, AgreesWithAMapOnManyKeys) {
  std::mt19937 random(11);
  KeySet keys;
  std::map<std::string, std::uint64_t> plain;
  for (std::uint64_t record = 1; record <= 50'000; ++record) {
    std::string text = std::to_string(random() % 20'000);
    if (random() % 2 == 0) text += " and something that makes it long";
    const auto [where, is_new] = plain.emplace(text, record);
    const auto first = keys.insert(make_key(text), {record, record});
    ASSERT_EQ(first.has_value(), !is_new);
    ASSERT_EQ(first ? first->record : record, where->second);
  }
  EXPECT_EQ(keys.size(), plain.size());
  EXPECT_GE(keys.memory_bytes(), keys.size() * 32);
  const std::size_t before = keys.memory_bytes();
  EXPECT_GE(keys.memory_bytes(keys.size()), before + keys.size() * 32);
  EXPECT_EQ(keys.memory_bytes(), before);
}

}  // namespace
}  // namespace crosswalk::check
