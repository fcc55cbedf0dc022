// Findings in a transcript move to the bytes that it was made from.
#include "record/transcript.h"

#include <gtest/gtest.h>

namespace crosswalk::record {
namespace {

TEST(Transcript, LeadsEachPieceBack) {
  Transcript transcript;
  transcript.json = "{";
  transcript.mark({4, 1});
  transcript.json += "\"b\":";
  transcript.mark({6, 3});
  transcript.json += "\"x\"}";
  EXPECT_EQ(transcript.origin_of(0).begin, 0U) << "before the first mark";
  EXPECT_EQ(transcript.origin_of(1).begin, 4U);
  EXPECT_EQ(transcript.origin_of(4).begin, 4U);
  EXPECT_EQ(transcript.origin_of(5).begin, 6U);
  EXPECT_EQ(transcript.origin_of(99).length, 3U);
}

TEST(Transcript, MovesFindings) {
  Transcript transcript;
  transcript.json = "{\"a\":";
  transcript.mark({20, 7});
  diagnostics::RawFinding finding;
  finding.offset = 5;
  finding.length = 3;
  transcript.move_back(finding);
  EXPECT_EQ(finding.offset, 20U);
  EXPECT_EQ(finding.length, 7U);
}

}  // namespace
}  // namespace crosswalk::record
