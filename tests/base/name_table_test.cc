// Numbers of names, held against a map.
#include "base/name_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace crosswalk::base {
namespace {

TEST(SameName, IsEqualityAtEveryLength) {
  for (std::size_t length = 0; length < 40; ++length) {
    const std::string name(length, 'a');
    EXPECT_TRUE(same_name(name, std::string(length, 'a')));
    EXPECT_FALSE(same_name(name, name + 'a'));
    for (std::size_t i = 0; i < length; ++i) {
      std::string other = name;
      other[i] = 'b';
      EXPECT_FALSE(same_name(name, other)) << length << ' ' << i;
    }
  }
}

TEST(NameTable, NumbersNamesInTheirOrder) {
  NameTable table;
  EXPECT_EQ(table.find("id"), NameTable::kNone);
  EXPECT_EQ(table.add("id"), 0U);
  EXPECT_EQ(table.add(""), 1U);
  EXPECT_EQ(table.add("id"), 0U);
  EXPECT_EQ(table.find("id"), 0U);
  EXPECT_EQ(table.find(""), 1U);
  EXPECT_EQ(table.find("Id"), NameTable::kNone);
  EXPECT_EQ(table.name(0), "id");
  EXPECT_EQ(table.size(), 2U);
}

TEST(NameTable, TakesAGuessOnlyWhereItIsRight) {
  NameTable table;
  table.add("first");
  table.add("second");
  EXPECT_EQ(table.find("second", 1), 1U);
  EXPECT_EQ(table.find("second", 0), 1U);
  EXPECT_EQ(table.find("first", 2), 0U);
  EXPECT_EQ(table.find("third", 1), NameTable::kNone);
}

TEST(NameTable, TellsNamesApartThatShareLengthAndEnds) {
  NameTable table;
  for (int i = 0; i < 100; ++i)
    table.add("attributes_" + std::to_string(1000 + i) + "_of_a_customer");
  EXPECT_EQ(table.size(), 100U);
  EXPECT_EQ(table.find("attributes_1042_of_a_customer"), 42U);
  EXPECT_EQ(table.find("attributes_1100_of_a_customer"), NameTable::kNone);
}

TEST(NameTable, AnswersAsAMapDoes) {
  std::mt19937 random(7);
  NameTable table;
  std::map<std::string, std::uint32_t> numbers;
  for (int i = 0; i < 5000; ++i) {
    std::string name(random() % 20, 'a');
    for (char& c : name) c = static_cast<char>('a' + random() % 3);
    const auto known = numbers.find(name);
    EXPECT_EQ(table.find(name), known == numbers.end() ? NameTable::kNone : known->second);
    if (random() % 2 == 0) continue;
    const auto number = static_cast<std::uint32_t>(numbers.size());
    EXPECT_EQ(table.add(name), numbers.try_emplace(name, number).first->second);
  }
}

}  // namespace
}  // namespace crosswalk::base
