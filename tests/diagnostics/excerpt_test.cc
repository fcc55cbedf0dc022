// The marked line: what is masked, what stays, where the mark stands and where the line is cut.
#include "diagnostics/excerpt.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "diagnostics/display_text.h"

namespace crosswalk::diagnostics {
namespace {

// The excerpt's text, and under it the mark, as a report prints them.
std::string drawn(const Excerpt& excerpt) {
  std::string lines = excerpt.text + "\n" + std::string(excerpt.mark_begin, ' ');
  return lines + std::string(excerpt.mark_length, '^');
}

// An excerpt of `bytes` with the mark on the first `word` in it.
Excerpt marking(std::string_view bytes, std::string_view word, Reveal reveal) {
  const std::size_t offset = bytes.find(word);
  std::size_t line_begin = offset;
  while (line_begin > 0 && bytes[line_begin - 1] != '\n' && bytes[line_begin - 1] != '\r') {
    --line_begin;
  }
  const std::uint64_t column = count_code_points(bytes.substr(line_begin, offset - line_begin)) + 1;
  return make_excerpt({bytes, offset, word.size(), column, {0, bytes.size(), {}}}, reveal);
}

TEST(Excerpt, MasksDataAndKeepsTheStructure) {
  EXPECT_EQ(drawn(marking("u1,Jan Kowalski,\"a,b\",5\n", "\"a,b\"", Reveal::kStructure)),
            "··,··· ········,\"·,·\",·\n"
            "                ^^^^^");
  EXPECT_EQ(drawn(marking(R"(["u1",12.5,{"a":null}])", "12.5", Reveal::kStructure)),
            R"(["··",····,{"·":····}])"
            "\n      ^^^^");
}

TEST(Excerpt, ShowsOneLineOnly) {
  const std::string bytes = "first\r\nsecond\rthird\nfourth";
  for (const char* line : {"first", "second", "third", "fourth"}) {
    EXPECT_EQ(marking(bytes, line, Reveal::kAll).text, line);
  }
}

TEST(Excerpt, CutsTheMarkAtTheEndOfTheLine) {
  EXPECT_EQ(drawn(marking("a,\"two\nlines\",b", "\"two\nlines\"", Reveal::kAll)),
            "a,\"two\n  ^^^^");
}

TEST(Excerpt, CountsCodePointsNotBytes) {
  EXPECT_EQ(drawn(marking("żółw,陳大文,x", "陳大文", Reveal::kAll)), "żółw,陳大文,x\n     ^^^");
}

TEST(Excerpt, MarksOneCharacterWhereNothingIsLeftToMark) {
  EXPECT_EQ(drawn(make_excerpt({"ab", 2, 5, 3}, Reveal::kAll)), "ab\n  ^");
  EXPECT_EQ(drawn(make_excerpt({"ab", 99, 0, 3}, Reveal::kAll)), "ab\n  ^");
  EXPECT_EQ(drawn(make_excerpt({"a\nb", 1, 0, 2}, Reveal::kAll)), "a\n ^");
  EXPECT_EQ(drawn(make_excerpt({"", 0, 0, 1}, Reveal::kAll)), "\n^");
}

TEST(Excerpt, ShowsSafeNamesOfAHeader) {
  EXPECT_EQ(marking("customuid, num_visits ,jan@example.org", "num", Reveal::kNames).text,
            "customuid, num_visits ,····…····");
  EXPECT_EQ(marking("id,score\r\n", "id", Reveal::kNames).text, "id,score");
  EXPECT_EQ(
      marking(R"({"header":["customuid","+48 600"],"data":[)", "customuid", Reveal::kNames).text,
      R"({"header":["customuid","··· ···"],"data":[)");
}

TEST(Excerpt, ShowsNoNameWhereNoneStand) {
  const std::string head = R"({"note":"Kowalski","header":["id"],"x":"Jan","data":[)";
  const std::size_t id = head.find("\"id\"");
  EXPECT_EQ(
      make_excerpt({head, id, 4, id + 1, {id, id + 4, {"header", "data"}}}, Reveal::kNames).text,
      R"({"····":"········","header":["id"],"·":"···","data":[)");
  EXPECT_EQ(make_excerpt({head, id, 4, id + 1, {}}, Reveal::kNames).text,
            R"({"····":"········","······":["··"],"·":"···","····":[)");
}

TEST(Excerpt, ShowsTheNameBehindAByteOrderMark) {
  EXPECT_EQ(marking("\xEF\xBB\xBF"
                    "id,score",
                    "score", Reveal::kNames)
                .text,
            "·id,score");
}

TEST(Excerpt, JudgesAQuotedNameAsAWhole) {
  EXPECT_EQ(marking("a,\"Kowalski, Jan\",b", "b", Reveal::kNames).text, "a,\"········, ···\",b");
  EXPECT_EQ(marking("a,last_name\r\n1,2\n", "last", Reveal::kNames).text, "a,last_name");
  EXPECT_EQ(marking("a,\"unclosed, name", "a", Reveal::kNames).text, "a,\"········, ····");
}

TEST(Excerpt, NeverPassesControlCharactersOn) {
  const std::string bytes = "a\x1b[2J\b,b";
  EXPECT_EQ(marking(bytes, "b", Reveal::kAll).text, "a␛[2J␈,b");
  EXPECT_EQ(marking(bytes, "b", Reveal::kStructure).text, "··[···,·");
  EXPECT_EQ(marking("a\tb", "b", Reveal::kAll).text, "a→b");
}

TEST(Excerpt, CutsALongLineAroundTheMark) {
  const std::string bytes = std::string(500, 'a') + ",MARK," + std::string(500, 'b');
  const Excerpt excerpt = marking(bytes, "MARK", Reveal::kAll);
  EXPECT_EQ(excerpt.text, "…" + std::string(31, 'a') + ",MARK," + std::string(35, 'b') + "…");
  EXPECT_EQ(excerpt.mark_begin, 33U);
  EXPECT_EQ(excerpt.mark_length, 4U);
}

TEST(Excerpt, ShortensLongRunsOfMaskedCharactersAlsoUnderTheMark) {
  const std::string hash(64, 'a');
  EXPECT_EQ(drawn(marking(hash + ",123456789,1234567890," + hash + "!,x", hash + "!",
                          Reveal::kStructure)),
            "····…····,·········,····…····,····…····,·\n"
            "                              ^^^^^^^^^");
}

TEST(Excerpt, UsesTheRoomThatTheRestOfTheLineLeaves) {
  const std::string bytes = std::string(500, 'a') + "MARK,b";
  EXPECT_EQ(marking(bytes, "MARK", Reveal::kAll).text, "…" + std::string(66, 'a') + "MARK,b");
}

TEST(Excerpt, CutsAMarkThatIsWiderThanTheWindow) {
  const Excerpt excerpt = make_excerpt({std::string(500, 'a'), 0, 500, 1}, Reveal::kAll);
  EXPECT_EQ(excerpt.text, std::string(72, 'a') + "…");
  EXPECT_EQ(excerpt.mark_length, 72U);
}

TEST(Excerpt, SaysThatTheLineBeganBeforeTheBytes) {
  EXPECT_EQ(make_excerpt({"abc", 1, 1, 2}, Reveal::kAll).text, "abc");
  const Excerpt excerpt = make_excerpt({"abc", 1, 1, 900}, Reveal::kAll);
  EXPECT_EQ(excerpt.text, "…abc");
  EXPECT_EQ(excerpt.mark_begin, 2U);
}

TEST(Excerpt, KeepsTheMarkOnItsBytesWhereverTheyStand) {
  for (std::size_t before = 0; before < 200; before += 7) {
    for (std::size_t after = 0; after < 200; after += 7) {
      const std::string bytes = std::string(before, 'x') + "ż" + std::string(after, 'y');
      const Excerpt excerpt = marking(bytes, "ż", Reveal::kAll);
      std::size_t at = 0;
      for (std::uint32_t i = 0; i < excerpt.mark_begin; ++i) {
        at += code_point_at(excerpt.text, at).byte_count;
      }
      EXPECT_EQ(code_point_at(excerpt.text, at).value, U'ż');
      EXPECT_LE(count_code_points(excerpt.text), 74U);
    }
  }
}

}  // namespace
}  // namespace crosswalk::diagnostics
