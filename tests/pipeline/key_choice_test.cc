// Which records are left out, also where they have several keys.
#include "pipeline/key_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace crosswalk::pipeline {
namespace {

using ::testing::ElementsAre;
using Records = std::vector<std::string>;
using Numbers = std::vector<std::uint64_t>;

/// Each letter is a key; capitals are keys of another check.
std::vector<check::RecordKey> keys_of(const std::string& letters) {
  std::vector<check::RecordKey> keys;
  for (const char letter : letters) {
    keys.push_back({});
    keys.back().key = check::make_key(std::string(1, letter));
    keys.back().unique = letter < 'a' ? 1 : 0;
  }
  return keys;
}

Numbers left_out(KeyChoice& choice, const Records& records) {
  Numbers numbers;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (choice.leaves_out(i + 1, keys_of(records[i]))) numbers.push_back(i + 1);
  }
  return numbers;
}

Numbers all_but_first(const Records& records) {
  KeptKeys kept;
  return left_out(kept, records);
}

Numbers all_but_last(const Records& records) {
  KeyRoll roll;
  EXPECT_TRUE(left_out(roll, records).empty());
  ListedRecords listed(roll.all_but_last());
  const Numbers numbers = left_out(listed, records);
  EXPECT_EQ(numbers, roll.all_but_last());
  return numbers;
}

TEST(KeyChoice, KeepsTheFirstOrTheLastOfAKey) {
  EXPECT_THAT(all_but_first({"a", "b", "a", "a"}), ElementsAre(3, 4));
  EXPECT_THAT(all_but_last({"a", "b", "a", "a"}), ElementsAre(1, 3));
}

TEST(KeyChoice, TakesNoKeyFromWhatIsLeftOut) {
  EXPECT_THAT(all_but_first({"a", "ab", "b"}), ElementsAre(2));
  EXPECT_THAT(all_but_last({"a", "ab", "b"}), ElementsAre(2));
}

TEST(KeyChoice, KeepsTheKeysOfTwoChecksApartAndRecordsWithoutOne) {
  EXPECT_THAT(all_but_first({"a", "A", "", "", "A"}), ElementsAre(5));
  EXPECT_THAT(all_but_last({"a", "A", "", "", "A"}), ElementsAre(2));
}

TEST(KeyChoice, KeepsNoKeyTwiceAndLeavesNothingOutThatSharesNone) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    Records records(random() % 20);
    for (std::string& record : records) {
      std::set<char> letters;
      for (std::size_t i = random() % 4; i > 0; --i) letters.insert("abcdeABC"[random() % 8]);
      record.assign(letters.begin(), letters.end());
    }
    for (const Numbers& out : {all_but_first(records), all_but_last(records)}) {
      const std::set<std::uint64_t> absent(out.begin(), out.end());
      std::string kept;
      for (std::size_t i = 0; i < records.size(); ++i) {
        if (absent.count(i + 1) == 0) kept += records[i];
      }
      ASSERT_EQ(std::set<char>(kept.begin(), kept.end()).size(), kept.size());
      for (const std::uint64_t number : out)
        ASSERT_NE(records[number - 1].find_first_of(kept), std::string::npos) << number;
    }
  }
}

}  // namespace
}  // namespace crosswalk::pipeline
