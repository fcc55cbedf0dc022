// Packing into parts, held against a plain greedy packing at every limit and every cut into runs.
#include "pipeline/body_writer.h"

#include <gtest/gtest.h>

#include <random>

#include "support/memory_output.h"

namespace crosswalk::pipeline {
namespace {

using conversion::Frame;
using tests::MemoryOutput;

const Frame kFrame{"<", "\n", ",\n", "\n>"};

/// Gives `records` to `writer` in runs of the given sizes, the last size again and again.
void append_in_runs(BodyWriter& writer, const std::vector<std::string>& records,
                    std::size_t run_records) {
  for (std::size_t first = 0; first < records.size(); first += run_records) {
    std::string bytes = "before";  // a run may begin anywhere in its bytes
    std::vector<std::size_t> ends;
    const std::size_t end = std::min(first + run_records, records.size());
    for (std::size_t i = first; i < end; ++i) {
      bytes += kFrame.between + records[i];
      ends.push_back(bytes.size());
    }
    ASSERT_TRUE(writer.append({bytes, 6, ends, first + 1}).ok());
  }
}

/// Bodies by the rule: a new one when the next record does not fit.
std::vector<std::string> packed_plainly(const std::vector<std::string>& records,
                                        const BodyLimits& limits) {
  std::vector<std::string> bodies;
  std::string body;
  std::uint64_t count = 0;
  for (const std::string& record : records) {
    const std::string longer =
        body.empty() ? kFrame.before + kFrame.first + record : body + kFrame.between + record;
    const bool fits =
        (limits.split_bytes == 0 || longer.size() + kFrame.after.size() <= limits.split_bytes) &&
        (limits.split_records == 0 || count + 1 <= limits.split_records);
    if (fits || body.empty()) {
      body = longer;
      ++count;
      continue;
    }
    bodies.push_back(body + kFrame.after);
    body = kFrame.before + kFrame.first + record;
    count = 1;
  }
  bodies.push_back((body.empty() ? kFrame.before : body) + kFrame.after);
  return bodies;
}

TEST(BodyWriter, PacksAsThePlainRuleDoesAtEveryLimitAndRunLength) {
  const std::vector<std::string> records = {"a", "bb", "ccc", "dddd", "e", "ffffff", "g", "hh"};
  for (std::uint64_t bytes = 0; bytes < 40; ++bytes) {
    for (std::uint64_t count = 0; count < 4; ++count) {
      for (std::size_t run_records = 1; run_records <= records.size(); ++run_records) {
        MemoryOutput output;
        BodyWriter writer(output, kFrame, {bytes, count, 0});
        append_in_runs(writer, records, run_records);
        ASSERT_TRUE(writer.finish().ok());
        ASSERT_EQ(output.bodies, packed_plainly(records, {bytes, count, 0}))
            << bytes << ' ' << count << ' ' << run_records;
        EXPECT_EQ(writer.records_out(), records.size());
      }
    }
  }
}

TEST(BodyWriter, WritesTheFrameAloneForNoRecords) {
  MemoryOutput output;
  BodyWriter writer(output, kFrame, {});
  ASSERT_TRUE(writer.finish().ok());
  EXPECT_EQ(output.bodies, std::vector<std::string>{"<\n>"});
  EXPECT_EQ(output.parts[0].records, 0U);
}

TEST(BodyWriter, TellsWhatEachPartHolds) {
  MemoryOutput output;
  BodyWriter writer(output, kFrame, {0, 2, 0});
  append_in_runs(writer, {"a", "b", "c"}, 3);
  ASSERT_TRUE(writer.finish().ok());
  ASSERT_EQ(output.parts.size(), 2U);
  EXPECT_EQ(output.parts[0].number, 1U);
  EXPECT_EQ(output.parts[0].bytes, output.bodies[0].size());
  EXPECT_EQ(output.parts[0].records, 2U);
  EXPECT_EQ(output.parts[0].first_record, 1U);
  EXPECT_EQ(output.parts[0].last_record, 2U);
  EXPECT_EQ(output.parts[1].first_record, 3U);
  base::Sha256 hash;
  hash.update(output.bodies[1]);
  EXPECT_EQ(output.parts[1].sha256, hash.finish());
}

TEST(BodyWriter, GivesUpAnOversizedBodyAfterTheLastRecordThatFits) {
  for (std::size_t run_records = 1; run_records <= 3; ++run_records) {
    MemoryOutput output;
    BodyWriter writer(output, kFrame, {0, 0, 8});
    append_in_runs(writer, {"a", "b", "c"}, run_records);
    EXPECT_TRUE(writer.is_lost());
    EXPECT_EQ(writer.oversize(), 11U);
    EXPECT_EQ(writer.records_out(), 2U);
    ASSERT_TRUE(writer.finish().ok());
    EXPECT_EQ(output.bodies, std::vector<std::string>{"<\na,\nb"});
    EXPECT_TRUE(output.parts.empty());
  }
}

TEST(BodyWriter, GivesUpABodyOfOneRecordAtTheSecond) {
  conversion::Frame frame = kFrame;
  frame.holds_one = true;
  MemoryOutput output;
  BodyWriter writer(output, frame, {0, 0, 0, true});
  append_in_runs(writer, {"a", "b"}, 2);
  EXPECT_TRUE(writer.is_lost());
  EXPECT_TRUE(writer.has_record_too_many());
  EXPECT_EQ(writer.oversize(), std::nullopt);
  EXPECT_EQ(writer.records_out(), 1U);
}

TEST(BodyWriter, TellsARecordThatIsTooLongFromOneTooMany) {
  conversion::Frame frame = kFrame;
  frame.holds_one = true;
  MemoryOutput output;
  BodyWriter writer(output, frame, {0, 0, 3, true});
  append_in_runs(writer, {"a", "b"}, 2);
  EXPECT_FALSE(writer.has_record_too_many());
  EXPECT_NE(writer.oversize(), std::nullopt);
}

TEST(BodyWriter, WritesNothingOnceLost) {
  MemoryOutput output;
  BodyWriter writer(output, kFrame, {});
  writer.lose();
  append_in_runs(writer, {"a"}, 1);
  ASSERT_TRUE(writer.finish().ok());
  EXPECT_TRUE(output.bodies.empty());
}

TEST(BodyWriter, PassesOnTheErrorsOfItsOutput) {
  MemoryOutput output;
  output.fails_to_write = true;
  BodyWriter writer(output, kFrame, {});
  const std::vector<std::size_t> ends = {3};
  EXPECT_EQ(writer.append({",\na", 0, ends, 1}).error().message, "no space left");
}

}  // namespace
}  // namespace crosswalk::pipeline
