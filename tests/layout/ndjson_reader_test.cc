// Lines read at every block size: the same records and places, and no byte lost.
#include "layout/ndjson_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/random_text.h"
#include "support/readings.h"

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::kBlockSizes;
using tests::read_text;
using tests::Reading;
using tests::ReadingOptions;

ReadingOptions lines() {
  ReadingOptions options;
  options.layout.kind = format::LayoutKind::kNdjson;
  return options;
}

// Reads at every block size, and says where they differ.
Reading read_everywhere(std::string_view input, const ReadingOptions& options = lines()) {
  const Reading whole = read_text(input, options);
  for (const std::size_t block_bytes : kBlockSizes) {
    const Reading reading = read_text(input, options, block_bytes);
    EXPECT_EQ(reading.text(), whole.text()) << "block size " << block_bytes;
    EXPECT_EQ(reading.bytes, input) << "block size " << block_bytes;
  }
  return whole;
}

TEST(NdjsonReader, CutsRecordsAtAnyLineEnd) {
  EXPECT_THAT(read_everywhere("{}\n[1]\n").records, ElementsAre("0-2:", "3-6:"));
  EXPECT_THAT(read_everywhere("{}\r\n[1]\r\n").records, ElementsAre("0-2:", "4-7:"));
  EXPECT_THAT(read_everywhere("{}\r[1]\r").records, ElementsAre("0-2:", "3-6:"));
}

TEST(NdjsonReader, TakesALastRecordWithoutLineEnd) {
  EXPECT_THAT(read_everywhere("{}\n[1]").records, ElementsAre("0-2:", "3-6:"));
  EXPECT_THAT(read_everywhere("{}\n[1]\r").records, ElementsAre("0-2:", "3-6:"));
}

TEST(NdjsonReader, PassesOverBlankLines) {
  EXPECT_THAT(read_everywhere("\n\r\n{}\n \t\n\n 1 \n").records, ElementsAre("3-5:", "10-13:"));
}

TEST(NdjsonReader, FindsNoRecordsInNothing) {
  for (const std::string_view input : {"", "\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"}) {
    EXPECT_THAT(read_everywhere(input).records, IsEmpty());
  }
}

TEST(NdjsonReader, ReadsPastAByteOrderMark) {
  EXPECT_THAT(read_everywhere("\xEF\xBB\xBF{}\n").records, ElementsAre("3-5:"));
  EXPECT_THAT(read_everywhere("{}\n\xEF\xBB\xBF{}\n").records, ElementsAre("0-2:", "3-8:"));
}

TEST(NdjsonReader, KeepsWhatItCannotRead) {
  EXPECT_THAT(read_everywhere("{\nx\n").records, ElementsAre("0-1:", "2-3:"));
}

TEST(NdjsonReader, TellsALineOverTheLimitAndGoesOnBehindIt) {
  ReadingOptions options = lines();
  options.read.max_record_bytes = 4;
  const Reading reading = read_everywhere("1234\n12345\n1\n123456789\r\n2", options);
  EXPECT_THAT(reading.records, ElementsAre("0-4:", "5-9:!!", "11-12:", "13-17:!!", "24-25:"));
  EXPECT_THAT(reading.findings, ElementsAre("limit.record-size error @5 record 2 has 0/4",
                                            "limit.record-size error @13 record 4 has 0/4"));
}

TEST(NdjsonReader, HoldsNoMoreThanTheLimitAsks) {
  ReadingOptions options = lines();
  options.read.max_record_bytes = 64;
  const std::string input = std::string(100000, 'x') + "\n{}\n";
  EXPECT_LT(read_text(input, options, 16).largest_batch, 300U);
}

TEST(NdjsonReader, ReadsAnyBytesAlikeAtEveryBlockSize) {
  ReadingOptions options = lines();
  options.read.max_record_bytes = 12;
  tests::RandomText random(7, {"{}", "1", " ", "\n", "\r\n", "\r", "\xEF\xBB\xBF"});
  for (int i = 0; i < 300; ++i) read_everywhere(random.next(40), options);
}

}  // namespace
}  // namespace crosswalk::layout
