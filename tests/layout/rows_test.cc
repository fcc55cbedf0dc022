// Rows held against their table, whatever the layout.
#include "layout/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/readings.h"

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;

record::Batch batch_of(std::string bytes,
                       const std::vector<std::pair<std::uint32_t, std::uint32_t>>& spans) {
  record::Batch batch;
  batch.bytes = std::move(bytes);
  for (const auto& [begin, end] : spans) {
    batch.records.push_back({begin, end, static_cast<std::uint32_t>(batch.cells.size()), 1,
                             record::RecordState::kReadable});
    batch.cells.push_back({begin, end, record::CellKind::kText, 0});
  }
  return batch;
}

TEST(Rows, FindsTheFirstRecordOverTheLimit) {
  const record::Batch batch = batch_of("ab\nabc\nabcd\n", {{0, 2}, {3, 6}, {7, 11}});
  EXPECT_EQ(first_long_record(batch, 4), 3U);
  EXPECT_EQ(first_long_record(batch, 3), 2U);
  EXPECT_EQ(first_long_record(batch, 1), 0U);
}

TEST(Rows, EndsABatchWithWhatCannotBeRead) {
  const std::string text = "ab\nabcdef\n";
  record::Batch batch = batch_of(text, {{0, 2}, {3, 9}});
  EXPECT_EQ(end_with_unreadable(text, 1, 3, 4, batch), 7U);
  ASSERT_EQ(batch.records.size(), 2U);
  EXPECT_EQ(batch.records[1].begin, 3U);
  EXPECT_EQ(batch.records[1].end, 7U);
  EXPECT_EQ(batch.records[1].cell_count, 0U);
  EXPECT_EQ(batch.records[1].state, record::RecordState::kUnreadable);
}

TEST(Rows, CutsNoCrLfPair) {
  const std::string text = "\"abc\r\ndef";
  record::Batch batch = batch_of(text, {{0, 9}});
  EXPECT_EQ(end_with_unreadable(text, 0, 0, 5, batch), 6U);
  EXPECT_EQ(batch.records[0].end, 5U);
  EXPECT_EQ(end_with_unreadable(text, 0, 0, 6, batch), 6U);
}

TEST(Rows, PassesOverCellsThatWereComplainedAbout) {
  const tests::ReadingOptions options;
  ReadOptions read;
  read.rules = &options.rules;
  read.policy = &options.policy;
  const Reporter reporter(options.layout, read);
  record::Batch batch = batch_of("\xFF\n\xFF\n\xFF\n", {{0, 1}, {2, 3}, {4, 5}});
  batch.cells[0].flags = record::Cell::kFaulty;
  batch.records[1].state = record::RecordState::kWrongWidth;
  check_utf8(diagnostics::kJsonBadUtf8, reporter, batch);
  std::vector<std::string> lines;
  tests::append_findings(batch.findings, options.rules, 0, 1, lines);
  EXPECT_THAT(lines, ElementsAre("json.bad-utf8 error @4 record 3 column 0"));
}

TEST(Rows, KnowsBlanksLineEndsAndMarks) {
  EXPECT_EQ(without_blanks(" \ta b\t "), "a b");
  EXPECT_EQ(without_blanks(" \t"), "");
  EXPECT_EQ(after_line_end("a\r\nb", 1), 3U);
  EXPECT_EQ(after_line_end("a\rb", 1), 2U);
  EXPECT_EQ(after_line_end("a\n", 1), 2U);
  EXPECT_EQ(after_line_end("a", 1), 1U);
  EXPECT_EQ(byte_order_mark_bytes("\xEF\xBB\xBFx"), 3U);
  EXPECT_EQ(byte_order_mark_bytes("\xEF\xBB"), 0U);
}

TEST(Rows, FillsUpToWhatIsAskedOrTheEnd) {
  tests::PipeSource pipe("abcdefgh", 1);
  base::InputBuffer input(pipe, 1);
  ASSERT_TRUE(fill_up_to(3, input).ok());
  EXPECT_GE(input.view().size(), 3U);
  EXPECT_FALSE(input.at_end());
  ASSERT_TRUE(fill_up_to(100, input).ok());
  EXPECT_EQ(input.view(), "abcdefgh");
  record::Batch batch;
  take_bytes(2, input, batch);
  EXPECT_EQ(batch.bytes, "ab");
  EXPECT_EQ(input.view(), "cdefgh");
}

}  // namespace
}  // namespace crosswalk::layout
