// Frames of both row layouts, with names that need quotes or escapes.
#include "conversion/frame.h"

#include <gtest/gtest.h>

#include <vector>

namespace crosswalk::conversion {
namespace {

const std::vector<std::string> kNames = {"id", "a,b", "say \"x\""};

format::Layout header_data() {
  format::Layout layout;
  layout.kind = format::LayoutKind::kHeaderData;
  layout.columns_member = "header";
  layout.records_member = "data";
  return layout;
}

std::string body(const Frame& frame, const std::vector<std::string>& records) {
  std::string bytes = frame.before;
  for (std::size_t i = 0; i < records.size(); ++i)
    bytes += (i == 0 ? frame.first : frame.between) + records[i];
  return bytes + frame.after;
}

TEST(Frame, OfACsvIsAHeaderLineWithQuotesWhereNeeded) {
  const Frame frame = make_frame(format::Layout{}, kNames);
  EXPECT_EQ(body(frame, {"1,2,3\n", "4,5,6\n"}), "id,\"a,b\",\"say \"\"x\"\"\"\n1,2,3\n4,5,6\n");
}

TEST(Frame, OfACsvUsesTheFirstDelimiterOfTheLayout) {
  format::Layout layout;
  layout.delimiters = {';', ','};
  EXPECT_EQ(make_frame(layout, kNames).before, "id;a,b;\"say \"\"x\"\"\"\n");
}

TEST(Frame, OfHeaderDataPutsOneRecordOnALine) {
  const Frame frame = make_frame(header_data(), kNames);
  EXPECT_EQ(body(frame, {"[1]", "[2]"}),
            "{\"header\":[\"id\",\"a,b\",\"say \\\"x\\\"\"],\"data\":[\n[1],\n[2]\n]}\n");
}

TEST(Frame, OfAnEmptyDataSetClosesOnTheNextLine) {
  const Frame frame = make_frame(header_data(), std::vector<std::string>{"id"});
  EXPECT_EQ(body(frame, {}), "{\"header\":[\"id\"],\"data\":[\n]}\n");
}

TEST(Frame, KnowsTheSizeOfItsBody) {
  for (const Frame& frame : {make_frame(header_data(), kNames), make_frame({}, kNames)}) {
    EXPECT_EQ(frame.body_bytes(0, 0), body(frame, {}).size());
    EXPECT_EQ(frame.body_bytes(3, 1), body(frame, {"[1]"}).size());
    EXPECT_EQ(frame.body_bytes(9, 3), body(frame, {"[1]", "[2]", "[3]"}).size());
  }
}

}  // namespace
}  // namespace crosswalk::conversion
