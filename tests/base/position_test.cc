// Places: the vector code against the plain one at every length and cut, and what counts as a line
// end or a column.
//
// Extents are added up from pieces and compared with the whole, because that is how places are
// found.
#include "base/position.h"

#include <gtest/gtest.h>

#include <string>

#include "support/random_text.h"

namespace crosswalk::base {
namespace {

using tests::RandomText;

TEST(Position, CountsBytesLineEndsAndTheColumnsBehindThem) {
  EXPECT_EQ(measure_plain(""), (Extent{0, 0, 0}));
  EXPECT_EQ(measure_plain("abc"), (Extent{3, 0, 3}));
  EXPECT_EQ(measure_plain("name\r\nZo\u00eb"), (Extent{10, 1, 3}));
  EXPECT_EQ(measure_plain("a\nb\r\nc\rd\n"), (Extent{9, 4, 0}));
  EXPECT_EQ(measure_plain("\n\r"), (Extent{2, 2, 0}));
  EXPECT_EQ(measure_plain("\t\U0001F600"), (Extent{5, 0, 2}));
}

TEST(Position, CountsBytesThatContinueNothingAsPartOfTheCharacterBefore) {
  EXPECT_EQ(measure_plain("a\x80\x80\xFF"), (Extent{4, 0, 2}));
}

TEST(Position, MeasuresTheSameFastAndPlain) {
  RandomText random(1, {"a", "bcdefgh", "\n", "\r", "\r\n", "é", "\U0001F600", "\x80"});
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random.next(round % 2 == 0 ? 40 : 200);
    ASSERT_EQ(measure(text), measure_plain(text)) << testing::PrintToString(text);
  }
}

TEST(LineEnds, CountsThoseBeforeEachPlace) {
  RandomText random(3, {"a", "bcdefghijklmnop", "\n", "\r", "\r\n", "é"});
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.next(round % 2 == 0 ? 20 : 100);
    LineEnds ends(text);
    for (std::size_t at = 0; at <= text.size(); at += 1 + static_cast<std::size_t>(round % 7)) {
      const bool cuts_pair = at > 0 && at < text.size() && text[at] == '\n' && text[at - 1] == '\r';
      if (cuts_pair) continue;
      ASSERT_EQ(ends.before(at), measure_plain(text.substr(0, at)).lines)
          << testing::PrintToString(text) << ' ' << at;
    }
  }
}

TEST(LineEnds, CountsAPairAtItsBegin) {
  LineEnds ends("a\r\nb");
  EXPECT_EQ(ends.before(1), 0U);
  EXPECT_EQ(ends.before(2), 1U);
  EXPECT_EQ(ends.before(3), 1U);
  EXPECT_EQ(ends.before(4), 1U);
}

TEST(Position, MeasuresALineEndAnywhereInABlock) {
  for (std::size_t before = 0; before < 200; ++before) {
    for (const std::string_view end : {"\n", "\r", "\r\n", "\n\r"}) {
      const std::string text = std::string(before, 'x') + std::string(end) + std::string(70, 'y');
      ASSERT_EQ(measure(text), (Extent{text.size(), end == "\n\r" ? 2U : 1U, 70})) << before;
    }
  }
}

TEST(Position, AddsUpFromPieces) {
  RandomText random(2, {"a", "\n", "\r\n", "é"});
  for (int round = 0; round < 2000; ++round) {
    const std::string first = random.next(20);
    const std::string second = random.next(20);
    const std::string third = random.next(20);
    const Extent whole = measure(first + second + third);
    EXPECT_EQ(measure(first) + measure(second) + measure(third), whole);
    EXPECT_EQ(measure(first) + (measure(second) + measure(third)), whole);

    const Position start{10, 3, 5};
    EXPECT_EQ(advance(advance(start, measure(first)), measure(second)),
              advance(start, measure(first) + measure(second)));
  }
}

TEST(Position, AdvancesLinesAndColumns) {
  EXPECT_EQ(advance({}, measure("ab")), (Position{2, 1, 3}));
  EXPECT_EQ(advance({7, 2, 4}, measure("x\nyz")), (Position{11, 3, 3}));
}

TEST(Position, GivesAByteOrderMarkNoColumn) {
  EXPECT_EQ(measure_first("\uFEFFab"), (Extent{5, 0, 2}));
  EXPECT_EQ(measure_first("\uFEFFab\nc"), (Extent{7, 1, 1}));
  EXPECT_EQ(measure_first("ab\uFEFF"), (Extent{5, 0, 3}));
  EXPECT_EQ(measure_first("\xEF\xBB"), (Extent{2, 0, 1}));
}

}  // namespace
}  // namespace crosswalk::base
