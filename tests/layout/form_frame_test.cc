// The frame of a form: what is kept of it, what is left out, and where that ends.
#include "layout/form_frame.h"

#include <gtest/gtest.h>

#include <string>

#include "base/position.h"
#include "support/random_text.h"

namespace crosswalk::layout {
namespace {

// `text [at+bytes] behind` of a form taken in blocks of this size.
std::string frame_of(std::string_view form, std::size_t block_bytes) {
  FormFrame frame("rows");
  for (std::size_t at = 0; at < form.size(); at += block_bytes)
    frame.take(form.substr(at, block_bytes));
  frame.finish();
  EXPECT_EQ(frame.bytes(), form.size());
  std::string line(frame.text());
  if (!frame.rows_at()) return line + " none";
  line += " [" + std::to_string(*frame.rows_at()) + '+' + std::to_string(frame.rows_bytes()) + "] ";
  // The pieces make the form again, and the place is that of the form's own bytes.
  const std::size_t end = *frame.rows_at() + frame.rows_bytes();
  EXPECT_EQ(frame.text().substr(0, *frame.rows_at()), form.substr(0, *frame.rows_at()));
  EXPECT_EQ(frame.behind_rows(), form.substr(end));
  EXPECT_EQ(frame.rows_end(), base::advance({}, base::measure_first(form.substr(0, end))));
  return line + frame.behind_rows();
}

// The same, whatever the size of the blocks.
std::string frame_of(std::string_view form) {
  const std::string whole = frame_of(form, form.size() + 1);
  for (const std::size_t block_bytes : {1U, 2U, 3U, 7U})
    EXPECT_EQ(frame_of(form, block_bytes), whole) << form << " by " << block_bytes;
  return whole;
}

TEST(FormFrame, LeavesTheRowsOut) {
  EXPECT_EQ(frame_of("by=pipe&rows=1%0A2&h1=id"), "by=pipe&rows=&h1=id [13+5] &h1=id");
  EXPECT_EQ(frame_of("rows=1"), "rows= [5+1] ");
  EXPECT_EQ(frame_of("a=1&rows="), "a=1&rows= [9+0] ");
  EXPECT_EQ(frame_of("ro%77s=1&b"), "ro%77s=&b [7+1] &b");
}

TEST(FormFrame, TakesTheFirstParameterOfThatName) {
  EXPECT_EQ(frame_of("rows=1&rows=2"), "rows=&rows=2 [5+1] &rows=2");
  EXPECT_EQ(frame_of("rows&rows=2"), "rows&rows= [10+1] ");
  EXPECT_EQ(frame_of("xrows=1&rowsx=2"), "xrows=1&rowsx=2 none");
  EXPECT_EQ(frame_of("a=rows=1&&=2"), "a=rows=1&&=2 none");
}

TEST(FormFrame, LeavesTheLastLineEndToNobody) {
  EXPECT_EQ(frame_of("rows=1\n"), "rows= [5+1] \n");
  EXPECT_EQ(frame_of("rows=1\r\n"), "rows= [5+1] \r\n");
  EXPECT_EQ(frame_of("rows=\r\n"), "rows= [5+0] \r\n");
  EXPECT_EQ(frame_of("rows=1\r"), "rows= [5+1] \r");
  EXPECT_EQ(frame_of("rows=1\n\n"), "rows= [5+2] \n");
  EXPECT_EQ(frame_of("rows=1&a=2\r\n"), "rows=&a=2 [5+1] &a=2\r\n");
  EXPECT_EQ(frame_of("a=2\n"), "a=2 none");
  EXPECT_EQ(frame_of("\n"), " none");
  EXPECT_EQ(frame_of(""), " none");
}

TEST(FormFrame, PassesOverAByteOrderMark) {
  EXPECT_EQ(frame_of("\xEF\xBB\xBFrows=1&a=2"), "\xEF\xBB\xBFrows=&a=2 [8+1] &a=2");
}

TEST(FormFrame, KnowsWhereTheRowsEndWhateverIsInThem) {
  tests::RandomText random(
      8, {"a", "&", "=", "rows=", "\n", "\r", "\r\n", "\xC4\x85", "%0A", "+", "x=1&"});
  for (int i = 0; i < 2000 && !HasFailure(); ++i) frame_of(random.next(15));
}

}  // namespace
}  // namespace crosswalk::layout
