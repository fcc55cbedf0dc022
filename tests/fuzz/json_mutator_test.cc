// JSON changed by values, members and arrangements of records.
#include "mutators/json.h"

#include <gtest/gtest.h>

#include <set>

namespace crosswalk::fuzz {
namespace {

std::set<std::string> changed(std::string_view text,
                              std::string (*mutate)(std::string_view, Dice&)) {
  std::set<std::string> all;
  for (unsigned seed = 1; seed < 4000; ++seed) {
    Dice dice(seed);
    all.insert(mutate(text, dice));
  }
  return all;
}

TEST(JsonMutator, MovesDoublesDropsAndReplacesValues) {
  const auto all = changed(R"({"a":[1,2],"b":"x"})", mutate_json);
  for (const char* expected : {
           R"({"a":[2,1],"b":"x"})",
           R"({"a":[1,1,2],"b":"x"})",
           R"({"a":[1],"b":"x"})",
           R"({"a":[1,,2],"b":"x"})",
           R"({"b":"x"})",
           R"({"a":[1,2],"a":"x"})",
           R"({"a":[1,2],"b":[1,2]})",
           R"({"a":[1,2],"b":["x"]})",
           R"({"a":[1,2],"b":null})",
       }) {
    EXPECT_TRUE(all.contains(expected)) << expected;
  }
}

TEST(JsonMutator, LeavesAloneWhatItCannotRead) {
  EXPECT_EQ(changed("{\"a\" 1}", mutate_json).size(), 1U);
  EXPECT_EQ(changed("", mutate_envelope).size(), 1U);
}

TEST(EnvelopeMutator, ArrangesRecordsAnew) {
  const auto all = changed(R"({"mode":"Add","data":[{"id":1},{"id":2}]})", mutate_envelope);
  EXPECT_TRUE(all.contains(R"({"data":[{"id":1},{"id":2}],"mode":"Add"})"));
  EXPECT_TRUE(all.contains("{\"id\":1}\n{\"id\":2}\n"));
}

TEST(EnvelopeMutator, AddsAColumnToHeaderAndRows) {
  const auto all = changed(R"({"header":["a"],"data":[[1],[2]]})", mutate_envelope);
  std::size_t wider = 0;
  for (const std::string& text : all) {
    Dice dice(1);
    wider += text.starts_with(R"({"header":["a",)") && text.find("],\"data\":[[1,") != text.npos &&
                     text.find("],[2,") != text.npos
                 ? 1
                 : 0;
  }
  EXPECT_GT(wider, 5U);
}

}  // namespace
}  // namespace crosswalk::fuzz
