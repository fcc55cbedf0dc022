// Edits of a text, and the way between places of both.
#include "mending/splice.h"

#include <gtest/gtest.h>

namespace crosswalk::mending {
namespace {

Splice splice_of(const std::vector<Edit>& edits) {
  Splice splice;
  for (const Edit& edit : edits) EXPECT_TRUE(splice.add(edit));
  return splice;
}

TEST(Splice, ChangesNothingButItsStretches) {
  EXPECT_EQ(splice_of({{1, 2, "xyz"}, {4, 4, "-"}, {5, 7, ""}}).apply("abcdefgh"), "axyzcd-eh");
  EXPECT_EQ(Splice().apply("abc"), "abc");
}

TEST(Splice, KeepsTheOrderOfWhatIsPutInAtOnePlace) {
  EXPECT_EQ(splice_of({{2, 2, "]"}, {2, 2, "}"}}).apply("ab"), "ab]}");
}

TEST(Splice, RefusesEditsThatOverlap) {
  Splice splice = splice_of({{2, 5, "x"}});
  EXPECT_FALSE(splice.add({4, 6, "y"}));
  EXPECT_FALSE(splice.add({0, 3, "y"}));
  EXPECT_FALSE(splice.replace({4, 6, "y"}));
  EXPECT_FALSE(splice.replace({1, 3, "y"}));
  EXPECT_EQ(splice.edits(), (std::vector<Edit>{{2, 5, "x"}}));
}

TEST(Splice, ReplacesTheEditsInsideAStretch) {
  Splice splice = splice_of({{1, 3, "\"07\""}, {3, 3, "]"}});
  EXPECT_TRUE(splice.replace({1, 3, "7"}));
  EXPECT_EQ(splice.apply("[07"), "[7]");
  EXPECT_TRUE(splice.replace({1, 3, "8"}));
  EXPECT_EQ(splice.apply("[07"), "[8]");
}

TEST(Splice, ReplacesTextThatWasPutIn) {
  Splice splice = splice_of({{1, 1, "\"\""}});
  EXPECT_TRUE(splice.replace({1, 1, "0"}));
  EXPECT_EQ(splice.apply("[,1]"), "[0,1]");
}

TEST(Splice, LeadsPlacesThereAndBack) {
  const Splice splice = splice_of({{1, 2, "xyz"}, {4, 4, "-"}, {5, 7, ""}});
  // a b c d e f g h   ->   a x y z c d - e h
  EXPECT_EQ(splice.begin_in_mended(1), 1U);
  EXPECT_EQ(splice.end_in_mended(2), 4U);
  EXPECT_EQ(splice.begin_in_mended(4), 6U) << "what is put in lies inside what begins there";
  EXPECT_EQ(splice.end_in_mended(4), 7U);
  EXPECT_EQ(splice.begin_in_mended(7), 8U);
  EXPECT_EQ(splice.begin_in_text(2), 1U);
  EXPECT_EQ(splice.end_in_text(2), 2U);
  EXPECT_EQ(splice.begin_in_text(7), 4U);
  EXPECT_EQ(splice.begin_in_text(8), 7U);
}

TEST(Splice, LeadsEveryUntouchedByteBackToWhereItCameFrom) {
  const std::string text = "abcdefghij";
  const Splice splice = splice_of({{0, 1, ""}, {2, 4, "12345"}, {6, 6, "67"}, {9, 10, "8"}});
  const std::string mended = splice.apply(text);
  for (std::uint32_t at = 0; at < mended.size(); ++at) {
    if (mended[at] < 'a') continue;
    EXPECT_EQ(text[splice.begin_in_text(at)], mended[at]) << at;
    EXPECT_EQ(splice.begin_in_text(at) + 1, splice.end_in_text(at + 1)) << at;
  }
}

}  // namespace
}  // namespace crosswalk::mending
