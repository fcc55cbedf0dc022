// Tables read at every block size: the same records, findings and places, and no byte lost.
#include "layout/csv_reader.h"

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

ReadingOptions table() {
  return {};
}

// Reads at every block size, and says where they differ.
Reading read_everywhere(std::string_view input, const ReadingOptions& options) {
  const Reading whole = read_text(input, options);
  for (const std::size_t block_bytes : kBlockSizes) {
    const Reading reading = read_text(input, options, block_bytes);
    EXPECT_EQ(reading.text(), whole.text()) << "block size " << block_bytes;
    if (reading.is_table) {
      EXPECT_EQ(reading.bytes, input) << "block size " << block_bytes;
    }
  }
  return whole;
}

TEST(CsvReader, CutsRecordsAtAnyLineEnd) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const Reading reading = read_everywhere("a,b" + end + "1,2" + end + "3,4" + end, table());
    ASSERT_EQ(reading.records.size(), 2U);
    EXPECT_THAT(reading.records[1], testing::EndsWith(": 3|4"));
    EXPECT_THAT(reading.findings, IsEmpty());
  }
}

TEST(CsvReader, TakesALastRecordWithoutLineEnd) {
  EXPECT_THAT(read_everywhere("a,b\n1,", table()).records, ElementsAre("4-6: 1|"));
  EXPECT_THAT(read_everywhere("a,b\n1,2\r", table()).records, ElementsAre("4-7: 1|2"));
}

TEST(CsvReader, TakesATableOfOneColumn) {
  const Reading reading = read_everywhere("a\n1\n\"\"\n2", table());
  EXPECT_THAT(reading.records, ElementsAre("2-3: 1", "4-6: ", "7-8: 2"));
}

TEST(CsvReader, KeepsLineEndsInsideQuotes) {
  const Reading reading = read_everywhere("a,b\n\"1\n2\",\"x\r\ny\"\n\"q\"\"q\",z\n", table());
  EXPECT_THAT(reading.records, ElementsAre("4-16: 1\n2|x\r\ny", "17-25: q\"q|z"));
}

TEST(CsvReader, ReadsPastAByteOrderMarkAndWarns) {
  const Reading reading = read_everywhere(
      "\xEF\xBB\xBF"
      "a,b\n1,2\n",
      table());
  EXPECT_THAT(reading.findings, ElementsAre("csv.bom warning @0"));
  ASSERT_EQ(reading.columns.size(), 2U);
  EXPECT_EQ(reading.columns[0].name, "a");
  EXPECT_EQ(reading.columns[0].offset, 3U);
  EXPECT_THAT(reading.records, ElementsAre("7-10: 1|2"));
}

TEST(CsvReader, TellsAnEmptyInput) {
  EXPECT_THAT(read_everywhere("", table()).findings, ElementsAre("csv.empty error @0"));
  const Reading reading = read_everywhere("\xEF\xBB\xBF", table());
  EXPECT_FALSE(reading.is_table);
  EXPECT_THAT(reading.findings, ElementsAre("csv.bom warning @0", "csv.empty error @3"));
}

TEST(CsvReader, ReadsATableWithoutRecords) {
  const Reading reading = read_everywhere("a,b\n", table());
  EXPECT_TRUE(reading.is_table);
  EXPECT_THAT(reading.records, IsEmpty());
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(CsvReader, TellsARowOfTheWrongWidthOnceAtItsFirstCell) {
  const Reading reading = read_everywhere("a,b\n1,2\n3,\"x\"y,z\n4\n", table());
  EXPECT_THAT(reading.records, ElementsAre("4-7: 1|2", "8-16:! 3|\"x\"y(faulty)|z", "17-18:! 4"));
  EXPECT_THAT(reading.findings, ElementsAre("csv.row-width error @8 record 2 has 3/2",
                                            "csv.row-width error @17 record 3 has 1/2"));
}

TEST(CsvReader, NamesTheLayoutsOwnRuleForTheWidth) {
  ReadingOptions options = table();
  options.rules.intern("shop.width");
  format::Check check;
  check.rule = "shop.width";
  check.severity = Severity::kWarning;
  check.keyword = "row-width";
  options.layout.checks = {check};
  EXPECT_THAT(read_everywhere("a,b\n1\n", options).findings,
              ElementsAre("shop.width warning @4 record 1 has 1/2"));
}

TEST(CsvReader, KeepsTheEffectOfARuleThatIsOff) {
  ReadingOptions options = table();
  options.policy.set(options.rules, "csv.row-width", Severity::kOff);
  const Reading reading = read_everywhere("a,b\n1\n", options);
  EXPECT_THAT(reading.findings, IsEmpty());
  EXPECT_THAT(reading.records, ElementsAre("4-5:! 1"));
}

TEST(CsvReader, TellsWhatIsWrongWithCells) {
  const Reading reading =
      read_everywhere(std::string_view("a,b\n1,x\"y\n2,\"x\"y\n3,x\0y\n", 23), table());
  EXPECT_THAT(reading.findings, ElementsAre("csv.stray-quote warning @7 record 1 column 1",
                                            "csv.text-after-quote error @15 record 2 column 1",
                                            "csv.nul error @20 record 3 column 1"));
}

TEST(CsvReader, WarnsOfBlankLinesWhichAreNoRecords) {
  const Reading reading = read_everywhere("a,b\n1,2\n\n,\n3,4\n", table());
  EXPECT_THAT(reading.records, ElementsAre("4-7: 1|2", "11-14: 3|4"));
  EXPECT_THAT(reading.findings,
              ElementsAre("csv.blank-line warning @8", "csv.blank-line warning @9"));
}

TEST(CsvReader, GoesOnAfterAQuoteThatNeverCloses) {
  const Reading reading = read_everywhere("a,b\n1,2\n3,\"x\n4,5\n6,7", table());
  EXPECT_THAT(reading.records, ElementsAre("4-7: 1|2", "8-12:!!", "13-16: 4|5", "17-20: 6|7"));
  EXPECT_THAT(reading.findings, ElementsAre("csv.unclosed-quote error @10 record 2 column 1"));
}

TEST(CsvReader, TellsTheFirstBadByteOfEachCell) {
  const Reading reading = read_everywhere("a,b\n\xC4\x85,x\xFFy\xFE\n\"\xC4\",\xE2\x82\n", table());
  EXPECT_THAT(reading.findings, ElementsAre("csv.bad-utf8 error @8 record 1 column 1",
                                            "csv.bad-utf8 error @13 record 2 column 0",
                                            "csv.bad-utf8 error @16 record 2 column 1"));
  EXPECT_THAT(reading.records[0], testing::EndsWith("(faulty)"));
}

TEST(CsvReader, TakesColumnNamesFromTheCaller) {
  ReadingOptions options = table();
  options.read.column_names = {"a", "b"};
  const Reading reading = read_everywhere("1,2\n3,4\n", options);
  EXPECT_THAT(reading.records, ElementsAre("0-3: 1|2", "4-7: 3|4"));
  ASSERT_EQ(reading.columns.size(), 2U);
  EXPECT_FALSE(reading.columns[0].stated);
  EXPECT_EQ(reading.columns[1].name, "b");
}

TEST(CsvReader, TakesTheDelimiterFromTheCaller) {
  ReadingOptions options = table();
  options.read.delimiter = ';';
  EXPECT_THAT(read_everywhere("a,;b\n1;2\n", options).records, ElementsAre("5-8: 1|2"));
}

TEST(CsvReader, KnowsNoQuotesWhereTheLayoutHasNone) {
  ReadingOptions options = table();
  options.layout.quote = 0;
  EXPECT_THAT(read_everywhere("a,b\n\"1,2\"\n", options).records, ElementsAre("4-9: \"1|2\""));
}

TEST(CsvReader, ReadsPastBulletsAsTheyStandWhereTheHeaderHasOne) {
  const Reading listed = read_everywhere("- a,b\n- 1,2\n-+3,4\n", table());
  EXPECT_THAT(listed.records, ElementsAre("6-11: 1|2", "12-17: -+3|4"));
  EXPECT_THAT(listed.findings,
              ElementsAre("doc.list-bullet error @0", "doc.list-bullet error @6 record 1"));
}

TEST(CsvReader, TellsALongRecordAndGoesOnAtTheNextLine) {
  ReadingOptions options = table();
  options.read.max_record_bytes = 8;
  const Reading reading = read_everywhere("a,b\n1,2\n3,4567890123\n5,6\n", options);
  EXPECT_THAT(reading.records, ElementsAre("4-7: 1|2", "8-16:!!", "21-24: 5|6"));
  EXPECT_THAT(reading.findings, ElementsAre("limit.record-size error @8 record 2 has 0/8"));
}

TEST(CsvReader, TakesARecordOfExactlyTheLimit) {
  ReadingOptions options = table();
  options.read.max_record_bytes = 8;
  for (const std::string end : {"\n", "\r\n", "\r", ""}) {
    const Reading reading = read_everywhere("a,b\n1,345678" + end, options);
    EXPECT_THAT(reading.records, ElementsAre("4-12: 1|345678"));
    EXPECT_THAT(reading.findings, IsEmpty());
  }
}

TEST(CsvReader, TellsALongLastRecord) {
  ReadingOptions options = table();
  options.read.max_record_bytes = 8;
  for (const std::string end : {"\n", "\r\n", "\r", ""}) {
    const Reading reading = read_everywhere("a,b\n1,3456789" + end, options);
    EXPECT_THAT(reading.records, ElementsAre("4-12:!!"));
    EXPECT_THAT(reading.findings, ElementsAre("limit.record-size error @4 record 1 has 0/8"));
  }
}

TEST(CsvReader, TellsARowOfTooManyCells) {
  ReadingOptions options = table();
  options.read.max_columns = 2;
  const Reading reading = read_everywhere("a,b\n1,2,3\n4,5\n", options);
  EXPECT_THAT(reading.records, ElementsAre("4-9:!!", "10-13: 4|5"));
  EXPECT_THAT(reading.findings, ElementsAre("limit.columns error @8 record 1 column 2 has 0/2"));
}

TEST(CsvReader, ReadsPipesAsTheyCome) {
  tests::PipeSource pipe("a,b\n1,2\n3,4\n");
  const Reading reading = tests::read_source(pipe, table(), 4096);
  EXPECT_EQ(reading.bytes, "a,b\n1,2\n3,4\n");
  EXPECT_EQ(reading.records.size(), 2U);
}

TEST(CsvReader, HandsOnAFailureToRead) {
  class BrokenSource final : public Source {
   public:
    Result<std::size_t> read(std::span<char> /*into*/) override {
      return Error{ErrorKind::kIo, "broken"};
    }
    [[nodiscard]] std::string_view name() const override { return "broken"; }
  };
  BrokenSource source;
  const ReadingOptions options = table();
  ReadOptions read;
  read.rules = &options.rules;
  read.policy = &options.policy;
  CsvReader reader(options.layout, source, read);
  record::Head head;
  const Result<bool> opened = reader.open(head);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().kind, ErrorKind::kIo);
}

TEST(CsvReader, ReadsACellOfTwentyMegabytes) {
  ReadingOptions options = table();
  options.read.max_record_bytes = 32ULL << 20U;
  const std::string cell = "\"" + std::string(std::size_t{20} << 20U, 'x') + "\n\"";
  const std::string input = "a,b\n1," + cell + "\n2,3\n";
  const Reading reading = read_text(input, options);
  EXPECT_EQ(reading.records.size(), 2U);
  EXPECT_EQ(reading.bytes, input);
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(CsvReader, PassesAHugeRecordOnInSmallBatches) {
  ReadingOptions options = table();
  options.read.max_record_bytes = 1000;
  const std::string input = "a,b\n" + std::string(1000000, 'x') + "\n1,2\n";
  const Reading reading = read_text(input, options);
  EXPECT_EQ(reading.bytes, input);
  EXPECT_LE(reading.largest_batch, 3U * 4096U);
  EXPECT_THAT(reading.records, ElementsAre("4-1004:!!", "1000005-1000008: 1|2"));
}

TEST(CsvReader, ReadsRandomTablesTheSameAtEveryBlockSize) {
  tests::RandomText random(7, {"a", ",", ",", "\"", "\"", "\n", "\n", "\r", "\r\n", "\xC4\x85",
                               "\xFF", "bc", ";", std::string(1, '\0')});
  ReadingOptions options = table();
  for (int i = 0; i < 3000; ++i) {
    options.read.max_record_bytes = i % 3 == 0 ? 6 : 1000;
    options.read.max_columns = i % 5 == 0 ? 3 : 100;
    const std::string input = "a,b\n" + random.next(30);
    read_everywhere(input, options);
    if (HasFailure()) FAIL() << testing::PrintToString(input);
  }
}

}  // namespace
}  // namespace crosswalk::layout
