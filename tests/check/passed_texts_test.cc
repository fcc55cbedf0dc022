// Short texts that passed, held against a set of all that did.
#include "check/passed_texts.h"

#include <gtest/gtest.h>

#include <set>

#include "support/random_text.h"

namespace crosswalk::check {
namespace {

using json::Kind;

TEST(PassedTexts, KnowsWhatWasAddedOfLate) {
  PassedTexts passed;
  EXPECT_FALSE(passed.has(Kind::kString, "True"));
  for (const char* const text : {"True", "False", "b", "sixteen bytes al"}) {
    passed.add(Kind::kString, text);
    EXPECT_TRUE(passed.has(Kind::kString, text)) << text;
  }
  EXPECT_TRUE(passed.has(Kind::kString, "True"));
  EXPECT_TRUE(passed.has(Kind::kString, "False"));
}

TEST(PassedTexts, TellsKindsApart) {
  PassedTexts passed;
  passed.add(Kind::kNumber, "1");
  EXPECT_FALSE(passed.has(Kind::kString, "1"));
}

TEST(PassedTexts, KeepsNoEmptyAndNoLongText) {
  PassedTexts passed;
  for (const char* const text : {"", "seventeen bytes.."}) {
    passed.add(Kind::kString, text);
    EXPECT_FALSE(passed.has(Kind::kString, text)) << text;
  }
}

TEST(PassedTexts, KnowsNothingThatWasNotAdded) {
  tests::RandomText random(6, {"a", "b", "ab", "0000", std::string(1, '\0'), "abcdefgh"});
  PassedTexts passed;
  std::set<std::string> added;
  int known = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random.next(5);
    if (passed.has(Kind::kString, text)) {
      EXPECT_TRUE(added.contains(text)) << text;
      ++known;
    } else if (random.below(2) == 0) {
      passed.add(Kind::kString, text);
      added.insert(text);
    }
  }
  EXPECT_GT(known, 400);
}

}  // namespace
}  // namespace crosswalk::check
