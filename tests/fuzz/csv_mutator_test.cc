// Tables changed by rows and cells: mostly one place differs, and every kind of change comes.
#include "mutators/csv.h"

#include <gtest/gtest.h>

#include <set>

namespace crosswalk::fuzz {
namespace {

constexpr std::string_view kTable = "id,name\n1,\"Ann, B\"\n2,Bob\n";

std::set<std::string> changed(std::string_view table) {
  std::set<std::string> all;
  for (unsigned seed = 1; seed < 2000; ++seed) {
    Dice dice(seed);
    all.insert(mutate_csv(table, dice));
  }
  return all;
}

TEST(CsvMutator, GivesTheSameForTheSameSeed) {
  Dice one(5);
  Dice other(5);
  EXPECT_EQ(mutate_csv(kTable, one), mutate_csv(kTable, other));
}

TEST(CsvMutator, MovesRowsCellsAndColumns) {
  const auto all = changed(kTable);
  for (const char* expected : {
           "id,name\n1,\"Ann, B\"\n1,\"Ann, B\"\n2,Bob\n",  // a row twice
           "id,name\n2,Bob\n",                              // a row less
           "id,name\n1,\"Ann, B\"\n2,\"Bob\"\n",            // quotes
           "id,name\n1,\"Ann, B\"\nBob\n",                  // a cell less
           "name,id\n\"Ann, B\",1\nBob,2\n",                // columns in another order
           "id,name\r\n1,\"Ann, B\"\r\n2,Bob\r\n",          // other line ends
           "id,name\n1,\"Ann, B\"\n2,Bob",                  // none at the end
           "id;name\n1;\"Ann, B\"\n2;Bob\n",                // another delimiter
       }) {
    EXPECT_TRUE(all.contains(expected)) << expected;
  }
  EXPECT_GT(all.size(), 100U);
}

TEST(CsvMutator, TakesAnyText) {
  for (const char* text : {"", "\n", "\"", "a,\"b\nc", "\r\r\n"})
    EXPECT_GT(changed(text).size(), 3U);
}

}  // namespace
}  // namespace crosswalk::fuzz
