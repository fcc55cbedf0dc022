// Splices held against a plain list of edits, and places led there and back.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "mending/splice.h"

namespace crosswalk::mending {
namespace {

/// Edits in the order in which they stand, as a splice should have them.
class PlainEdits {
 public:
  bool add(const Edit& edit) {
    for (const Edit& known : edits_) {
      const bool begins_inside = known.begin < edit.begin && edit.begin < known.end;
      const bool ends_inside = edit.begin < known.begin && known.begin < edit.end;
      const bool is_same = known.begin == edit.begin && known.end > edit.begin;
      if (begins_inside || ends_inside || is_same) return false;
    }
    const auto behind =
        std::ranges::find_if(edits_, [&](const Edit& known) { return known.begin > edit.begin; });
    edits_.insert(behind, edit);
    return true;
  }
  [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }

 private:
  std::vector<Edit> edits_;
};

/// What stands in the mended text: bytes of the text by their place, and what was put in as -1.
std::vector<int> origins(const std::vector<Edit>& edits, std::uint32_t size) {
  std::vector<int> from;
  std::uint32_t at = 0;
  for (const Edit& edit : edits) {
    for (; at < edit.begin; ++at) from.push_back(static_cast<int>(at));
    from.insert(from.end(), edit.text.size(), -1);
    at = edit.end;
  }
  for (; at < size; ++at) from.push_back(static_cast<int>(at));
  return from;
}

Edit random_edit(std::mt19937& random, std::uint32_t size) {
  const auto begin = static_cast<std::uint32_t>(random() % (size + 1));
  const auto most = std::min<std::uint32_t>(4, size - begin + 1);
  const auto end = begin + static_cast<std::uint32_t>(random() % most);
  return {begin, end, std::string(random() % 4, 'X')};
}

TEST(SpliceProperties, TakesTheEditsThatAPlainListTakes) {
  const std::string text = "abcdefghijkl";
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    Splice splice;
    PlainEdits plain;
    for (int i = 0; i < 6; ++i) {
      const Edit edit = random_edit(random, static_cast<std::uint32_t>(text.size()));
      ASSERT_EQ(splice.add(edit), plain.add(edit)) << edit.begin << '-' << edit.end;
      ASSERT_EQ(splice.edits(), plain.edits());
    }
    std::string expected;
    for (const int from : origins(plain.edits(), static_cast<std::uint32_t>(text.size())))
      expected += from < 0 ? 'X' : text[static_cast<std::size_t>(from)];
    EXPECT_EQ(splice.apply(text), expected);
  }
}

TEST(SpliceProperties, LeadsEveryByteThatStaysThereAndBack) {
  constexpr std::uint32_t kSize = 12;
  std::mt19937 random(4);
  for (int round = 0; round < 3000; ++round) {
    Splice splice;
    for (int i = 0; i < 5; ++i) static_cast<void>(splice.add(random_edit(random, kSize)));
    const std::vector<int> from = origins(splice.edits(), kSize);
    for (std::uint32_t at = 0; at < from.size(); ++at) {
      if (from[at] < 0) continue;
      const auto old = static_cast<std::uint32_t>(from[at]);
      EXPECT_EQ(splice.begin_in_text(at), old);
      EXPECT_EQ(splice.end_in_text(at + 1), old + 1);
      EXPECT_GE(splice.end_in_mended(old + 1), at + 1);
      EXPECT_LE(splice.begin_in_mended(old), at) << "what is put in there lies inside";
    }
    EXPECT_EQ(splice.begin_in_mended(0), 0U);
    EXPECT_EQ(splice.end_in_mended(kSize), from.size());
  }
}

TEST(SpliceProperties, APlaceInsideWhatWasPutInIsThatOfItsEdit) {
  Splice splice;
  ASSERT_TRUE(splice.add({2, 4, "XYZ"}));
  ASSERT_TRUE(splice.add({6, 6, "UV"}));
  // a b c d e f g h   ->   a b X Y Z e f U V g h
  for (const std::uint32_t at : {2U, 3U, 4U}) EXPECT_EQ(splice.begin_in_text(at), 2U) << at;
  for (const std::uint32_t at : {3U, 4U, 5U}) EXPECT_EQ(splice.end_in_text(at), 4U) << at;
  for (const std::uint32_t at : {7U, 8U}) EXPECT_EQ(splice.begin_in_text(at), 6U) << at;
  for (const std::uint32_t at : {8U, 9U}) EXPECT_EQ(splice.end_in_text(at), 6U) << at;
  EXPECT_EQ(splice.begin_in_text(1), 1U);
  EXPECT_EQ(splice.begin_in_text(5), 4U);
  EXPECT_EQ(splice.end_in_text(2), 2U);
  EXPECT_EQ(splice.begin_in_text(9), 6U);
}

TEST(SpliceProperties, AReplacementTakesThePlaceOfWhatLiesInside) {
  Splice splice;
  for (const Edit& edit : {Edit{1, 2, "b"}, Edit{3, 3, "+"}, Edit{4, 5, "e"}, Edit{5, 5, "]"}})
    ASSERT_TRUE(splice.add(edit));
  ASSERT_TRUE(splice.replace({0, 1, "x"}));
  EXPECT_EQ(splice.edits().size(), 5U) << "nothing lies inside";
  Splice whole = splice;
  EXPECT_TRUE(whole.replace({1, 5, "Q"}));
  EXPECT_EQ(whole.apply("abcdef"), "xQ]f") << "what was put in at its end stays";
  EXPECT_FALSE(whole.replace({2, 6, "no"}));
  EXPECT_EQ(whole.apply("abcdef"), "xQ]f");
  EXPECT_FALSE(whole.empty());
  EXPECT_TRUE(Splice().empty());
}

}  // namespace
}  // namespace crosswalk::mending
