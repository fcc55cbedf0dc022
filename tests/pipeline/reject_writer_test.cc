// Rejects make an input of the source's layout again.
#include "pipeline/reject_writer.h"

#include <gtest/gtest.h>

#include "support/memory_output.h"

namespace crosswalk::pipeline {
namespace {

using tests::MemoryOutput;

record::Head head_of(std::string bytes) {
  record::Head head;
  head.bytes = std::move(bytes);
  head.columns = {{"id", 0, 0, true}, {"say \"x\"", 0, 0, true}};
  return head;
}

std::string reject_file(const format::Layout& layout, const record::Head& head) {
  MemoryOutput output;
  RejectWriter writer(output, reject_frame(layout, head));
  EXPECT_TRUE(writer.reject(2, "R2", true).ok());
  EXPECT_TRUE(writer.reject(3, "R3", false).ok());
  EXPECT_TRUE(writer.reject(5, "R5", true).ok());
  EXPECT_EQ(writer.count(), 3U);
  EXPECT_EQ(output.rejects[1], (MemoryOutput::Reject{3, "R3", false}));
  return output.reject_file();
}

TEST(RejectWriter, KeepsTheHeadAndLineEndsOfACsv) {
  EXPECT_EQ(reject_file({}, head_of("\xEF\xBB\xBFid , a\r\n")),
            "\xEF\xBB\xBFid , a\r\nR2\r\nR5\r\n");
  EXPECT_EQ(reject_file({}, head_of("id\r")), "id\rR2\rR5\r");
}

TEST(RejectWriter, EndsLinesOfAHeaderlessCsvWithLf) {
  EXPECT_EQ(reject_file({}, head_of("")), "R2\nR5\n");
}

TEST(RejectWriter, KeepsTheByteOrderMarkOfLines) {
  format::Layout layout;
  layout.kind = format::LayoutKind::kNdjson;
  EXPECT_EQ(reject_file(layout, head_of("\xEF\xBB\xBF")), "\xEF\xBB\xBFR2\nR5\n");
}

TEST(RejectWriter, WritesANewHeaderForHeaderData) {
  format::Layout layout;
  layout.kind = format::LayoutKind::kHeaderData;
  layout.columns_member = "header";
  layout.records_member = "data";
  EXPECT_EQ(reject_file(layout, head_of("{ \"header\" : [...")),
            "{\"header\":[\"id\",\"say \\\"x\\\"\"],\"data\":[\nR2,\nR5\n]}\n");
}

}  // namespace
}  // namespace crosswalk::pipeline
