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

Frame bare_or_list() {
  return {"[", "\n", ",\n", "\n]\n", false, true};
}

TEST(Frame, IsBareAroundOneRecordOnly) {
  const Frame frame = bare_or_list();
  EXPECT_FALSE(frame.is_bare(0));
  EXPECT_TRUE(frame.is_bare(1));
  EXPECT_FALSE(frame.is_bare(2));
  EXPECT_EQ(frame.body_bytes(2, 1), std::string("{}\n").size());
  EXPECT_EQ(frame.body_bytes(4, 2), body(frame, {"{}", "{}"}).size());
  EXPECT_EQ(frame.body_bytes(0, 0), std::string("[\n]\n").size());
  EXPECT_FALSE(make_frame(header_data(), kNames).is_bare(1));
}

TEST(Frame, OfLinesHasNothingAroundRecords) {
  format::Layout lines;
  lines.kind = format::LayoutKind::kNdjson;
  const Frame frame = make_frame(lines, kNames);
  EXPECT_EQ(body(frame, {"{}\n", "{}\n"}), "{}\n{}\n");
  EXPECT_EQ(frame.body_bytes(0, 0), 0U);
  EXPECT_EQ(frame.body_bytes(6, 2), 6U);
}

TEST(Frame, InAnotherEncodingBeginsWithItsMark) {
  auto wide = text::Encoder::open("utf-16");
  ASSERT_TRUE(wide);
  const auto frame = encoded(bare_or_list(), *wide);
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->before, std::string("\xFF\xFE[\0", 4));
  EXPECT_EQ(frame->bare_before, "\xFF\xFE");
  EXPECT_EQ(frame->first, std::string("\n\0", 2)) << "one mark is enough";
  EXPECT_EQ(frame->between, std::string(",\0\n\0", 4));
  EXPECT_EQ(frame->after, std::string("\n\0]\0\n\0", 6));
  EXPECT_EQ(frame->bare_after, std::string("\n\0", 2));
  EXPECT_TRUE(frame->may_stand_bare);
  EXPECT_FALSE(frame->holds_one);
  EXPECT_EQ(frame->body_bytes(4, 1), 2U + 4U + 2U);
}

TEST(Frame, KeepsThatItHoldsOneInAnotherEncoding) {
  auto latin = text::Encoder::open("windows-1250");
  ASSERT_TRUE(latin);
  const auto frame = encoded({"ż", "", "", "\n", true}, *latin);
  ASSERT_TRUE(frame);
  EXPECT_TRUE(frame->holds_one);
  EXPECT_FALSE(frame->may_stand_bare);
  EXPECT_EQ(frame->before, "\xBF");
}

TEST(Frame, IsNoneWhereTheEncodingLacksACharacter) {
  auto latin = text::Encoder::open("windows-1250");
  ASSERT_TRUE(latin);
  for (Frame frame : {Frame{"漢", "", "", ""}, Frame{"", "漢", "", ""}, Frame{"", "", "漢", ""},
                      Frame{"", "", "", "漢"}})
    EXPECT_FALSE(encoded(frame, *latin));
  Frame bare;
  bare.bare_after = "漢";
  EXPECT_FALSE(encoded(bare, *latin));
  EXPECT_TRUE(encoded({"ż", "ó", "ł", "ć"}, *latin));
}

TEST(Frame, WritesEveryNameSoThatItIsReadBack) {
  const std::vector<std::string> odd = {" id", "a\nb", "", "x\ty", "ż"};
  EXPECT_EQ(make_frame({}, odd).before, " id,\"a\nb\",,x\ty,ż\n");
  EXPECT_EQ(make_frame(header_data(), odd).before,
            R"({"header":[" id","a\nb","","x\ty","ż"],"data":[)");
}

}  // namespace
}  // namespace crosswalk::conversion
