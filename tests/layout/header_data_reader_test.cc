// Header/data bodies read at every block size: the same records, findings and places, and no byte
// lost.
#include "layout/header_data_reader.h"

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

ReadingOptions body() {
  ReadingOptions options;
  options.layout.kind = format::LayoutKind::kHeaderData;
  options.layout.name = "json";
  options.layout.columns_member = "header";
  options.layout.records_member = "data";
  return options;
}

ReadingOptions tolerant_body() {
  ReadingOptions options = body();
  options.read.tolerant = true;
  return options;
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

TEST(HeaderDataReader, CutsRowsIntoRecords) {
  const Reading reading =
      read_everywhere(R"({"header":["a","b"],"data":[["1","x"],[2,null]]})", body());
  EXPECT_TRUE(reading.is_table);
  ASSERT_EQ(reading.columns.size(), 2U);
  EXPECT_EQ(reading.columns[1].name, "b");
  EXPECT_EQ(reading.columns[1].offset, 15U);
  EXPECT_THAT(reading.records, ElementsAre("28-37: 1|x", "38-46: 2|null"));
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(HeaderDataReader, TakesBlanksAnywhere) {
  const Reading reading = read_everywhere(
      " {\r\n \"header\" :\t[ \"a\" ] ,\n\"data\" : [\r\n [ 1 ] ,\r\n [ 2 ]\r\n ] }\r\n", body());
  EXPECT_EQ(reading.records.size(), 2U);
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(HeaderDataReader, TakesABodyWithoutRows) {
  const Reading reading = read_everywhere(R"({"header":["a"],"data":[]})", body());
  EXPECT_TRUE(reading.is_table);
  EXPECT_THAT(reading.records, IsEmpty());
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(HeaderDataReader, ReadsPastAByteOrderMarkAndWarns) {
  const Reading reading =
      read_everywhere("\xEF\xBB\xBF{\"header\":[\"a\"],\"data\":[[1]]}", body());
  EXPECT_THAT(reading.findings, ElementsAre("csv.bom warning @0"));
  EXPECT_EQ(reading.records.size(), 1U);
}

TEST(HeaderDataReader, TellsARowOfTheWrongWidthOnceAtItsFirstCellOrBracket) {
  const Reading reading = read_everywhere(R"({"header":["a","b"],"data":[[1,2],[ 3],[]]})", body());
  EXPECT_THAT(reading.records, ElementsAre("28-33: 1|2", "34-38:! 3", "39-41:!"));
  EXPECT_THAT(reading.findings, ElementsAre("csv.row-width error @36 record 2 has 1/2",
                                            "csv.row-width error @39 record 3 has 0/2"));
}

TEST(HeaderDataReader, StopsARowAtAnElidedCellInStrictReading) {
  const Reading reading =
      read_everywhere("{\"header\":[\"a\",\"b\",\"c\"],\"data\":[[1, ,3],\n[4,5,6]]}", body());
  EXPECT_THAT(reading.records, ElementsAre("32-39:!!", "41-48: 4|5|6"));
  EXPECT_THAT(reading.findings, ElementsAre("json.elided-element error @36 record 1"));
}

TEST(HeaderDataReader, MendsElidedCellsThatTheHeaderConfirms) {
  const Reading reading = read_everywhere(
      "{\"header\":[\"a\",\"b\",\"c\"],\"data\":[[1, ,],\n[4,,]]}", tolerant_body());
  EXPECT_THAT(reading.records, ElementsAre("32-38: 1||", "40-45: 4||"));
  EXPECT_THAT(reading.findings,
              ElementsAre("json.elided-element warning @36 record 1 column 1 mended",
                          "json.elided-element warning @43 record 2 column 1 mended"));
}

TEST(HeaderDataReader, TellsTheWidthAloneWhereTheHeaderDoesNotConfirm) {
  const Reading reading =
      read_everywhere("{\"header\":[\"a\",\"b\"],\"data\":[[1, ,]]}", tolerant_body());
  EXPECT_THAT(reading.records, ElementsAre("28-34:! 1||"));
  EXPECT_THAT(reading.findings, ElementsAre("csv.row-width error @29 record 1 has 3/2"));
}

TEST(HeaderDataReader, MakesAStringOfANumberWithLeadingZeros) {
  const std::string input = R"({"header":["a"],"data":[[007]]})";
  EXPECT_THAT(read_everywhere(input, body()).findings,
              ElementsAre("json.leading-zero error @26 record 1"));
  const Reading mended = read_everywhere(input, tolerant_body());
  EXPECT_THAT(mended.records, ElementsAre("24-29: 007"));
  EXPECT_THAT(mended.findings,
              ElementsAre("json.leading-zero warning @26 record 1 column 0 mended"));
}

TEST(HeaderDataReader, GoesOnAtTheNextRowAfterDamage) {
  const Reading reading =
      read_everywhere("{\"header\":[\"a\"],\"data\":[[1],\n[\"x],\n[3],\n[4 5],\n[6]]}", body());
  EXPECT_THAT(reading.records.back(), testing::EndsWith(": 6"));
  EXPECT_THAT(reading.findings, testing::Contains("json.syntax error @31 record 2").Times(0));
}

TEST(HeaderDataReader, TellsLoneSurrogatesAndBadUtf8AtTheCell) {
  const Reading reading = read_everywhere(
      "{\"header\":[\"a\",\"b\"],\"data\":[[\"\\ud83d\",\"x\"],[\"\\ud83d\\ude00\",\"y\xFFz\"]]}",
      body());
  EXPECT_THAT(reading.findings, ElementsAre("json.lone-surrogate error @30 record 1 column 0",
                                            "json.bad-utf8 error @61 record 2 column 1"));
}

TEST(HeaderDataReader, KeepsANestedValueAsOneCell) {
  const Reading reading =
      read_everywhere(R"({"header":["a","b"],"data":[[[1,{"x":[]}],2]]})", body());
  EXPECT_THAT(reading.records, ElementsAre(R"(28-44: [1,{"x":[]}]|2)"));
}

TEST(HeaderDataReader, TellsNestingOverTheLimit) {
  ReadingOptions options = body();
  options.read.max_depth = 4;
  const Reading reading =
      read_everywhere("{\"header\":[\"a\"],\"data\":[[{\"x\":[1]}],\n[[2]],\n[3]]}", options);
  EXPECT_THAT(reading.findings, ElementsAre("limit.depth error @30 record 1"));
  EXPECT_THAT(reading.records, ElementsAre("24-35:!!", "37-42: [2]", "44-47: 3"));
}

TEST(HeaderDataReader, TellsAMissingEndOnce) {
  const std::string head = R"({"header":["a"],"data":[)";
  for (const std::string rest : {"", "[1]", "[1],", "[1]]", "[1", "[1],[2"}) {
    const Reading strict = read_everywhere(head + rest, body());
    EXPECT_THAT(strict.findings, testing::Contains(testing::StartsWith("json.unclosed error")))
        << rest;
    EXPECT_EQ(strict.findings.size(), 1U) << rest;
    const Reading mended = read_everywhere(head + rest, tolerant_body());
    EXPECT_THAT(mended.findings, testing::Contains(testing::EndsWith("mended"))) << rest;
    EXPECT_LE(mended.findings.size(), 2U) << rest;
  }
}

TEST(HeaderDataReader, MendsAMissingEndOfTheLastRow) {
  const Reading mended =
      read_everywhere(R"({"header":["a","b"],"data":[[1,2],[3,4)", tolerant_body());
  EXPECT_THAT(mended.records, ElementsAre("28-33: 1|2", "34-38: 3|4"));
  EXPECT_THAT(mended.findings, ElementsAre("json.unclosed warning @38 record 2 column 1 mended"));
}

TEST(HeaderDataReader, TellsTextBehindTheBody) {
  const Reading reading =
      read_everywhere("{\"header\":[\"a\"],\"data\":[[1]]}\n {\"x\":1}\n", body());
  EXPECT_EQ(reading.records.size(), 1U);
  EXPECT_THAT(reading.findings, ElementsAre("json.syntax error @31"));
}

TEST(HeaderDataReader, WarnsOfUnknownMembersAroundTheRows) {
  const Reading reading =
      read_everywhere(R"({"x":{"y":[1]},"header":["a"],"data":[[1]],"z":"]}"})", body());
  EXPECT_EQ(reading.records.size(), 1U);
  EXPECT_THAT(reading.findings, ElementsAre("schema.unknown-field warning @1 /x",
                                            "schema.unknown-field warning @43 /z"));
}

TEST(HeaderDataReader, TellsASecondHeaderOrData) {
  const Reading reading =
      read_everywhere(R"({"header":["a"],"header":["b"],"data":[[1]],"data":[[2],[3]]})", body());
  ASSERT_EQ(reading.columns.size(), 1U);
  EXPECT_EQ(reading.columns[0].name, "a");
  EXPECT_EQ(reading.records.size(), 1U);
  EXPECT_THAT(reading.findings, ElementsAre("json.duplicate-key error @16 /header",
                                            "json.duplicate-key error @44 /data"));
}

TEST(HeaderDataReader, ReadsRowsBeforeTheirHeaderInASecondPass) {
  const Reading reading =
      read_everywhere(R"({"data":[["1","2"],["3"]],"header":[" a","b"]})", body());
  ASSERT_EQ(reading.columns.size(), 2U);
  EXPECT_EQ(reading.columns[0].name, "a");
  EXPECT_FALSE(reading.columns[0].stated);
  EXPECT_THAT(reading.records, ElementsAre("9-18: 1|2", "19-24:! 3"));
  EXPECT_THAT(reading.findings, ElementsAre("csv.row-width error @20 record 2 has 1/2",
                                            "csv.header-space warning @36 column 0"));
}

TEST(HeaderDataReader, RefusesRowsBeforeTheirHeaderOnAPipe) {
  tests::PipeSource pipe(R"({"data":[["1","2"]],"header":["a","b"]})");
  const Reading reading = tests::read_source(pipe, body(), 64);
  EXPECT_FALSE(reading.is_table);
  EXPECT_THAT(reading.findings, ElementsAre("json.header-after-data error @1"));
}

TEST(HeaderDataReader, ReadsAPipeWhoseHeaderComesFirst) {
  const std::string input = R"({"header":["a"],"data":[["1"],["2"]]})";
  tests::PipeSource pipe(input);
  const Reading reading = tests::read_source(pipe, body(), 64);
  EXPECT_EQ(reading.bytes, input);
  EXPECT_EQ(reading.records.size(), 2U);
}

TEST(HeaderDataReader, TellsMissingMembersAtTheBrace) {
  EXPECT_THAT(read_everywhere(" {}", body()).findings,
              ElementsAre("schema.required error @1 /header", "schema.required error @1 /data"));
  EXPECT_THAT(read_everywhere(R"({"header":["a"]})", body()).findings,
              ElementsAre("schema.required error @0 /data"));
  EXPECT_THAT(read_everywhere(R"({"data":[[1]]})", body()).findings,
              ElementsAre("schema.required error @0 /header"));
}

TEST(HeaderDataReader, TellsAHeaderThatDamageHides) {
  const Reading reading = read_everywhere(R"({"data":[[1],["x], x)", body());
  EXPECT_FALSE(reading.is_table);
  EXPECT_THAT(reading.findings, ElementsAre("json.header-after-data error @1"));
}

TEST(HeaderDataReader, TellsWhatIsNoHeader) {
  EXPECT_THAT(read_everywhere(R"({"header":"a","data":[]})", body()).findings,
              ElementsAre("schema.type error @10 /header"));
  EXPECT_THAT(read_everywhere(R"({"header":["a",1],"data":[]})", body()).findings,
              ElementsAre("schema.type error @15 column 1 /header/1"));
  EXPECT_THAT(read_everywhere(R"({"header":["a"],"data":{}})", body()).findings,
              ElementsAre("schema.type error @23 /data"));
}

TEST(HeaderDataReader, TellsAHeaderOfTooManyColumns) {
  ReadingOptions options = body();
  options.read.max_columns = 1;
  const Reading reading = read_everywhere(R"({"header":["a","b"],"data":[]})", options);
  EXPECT_FALSE(reading.is_table);
  EXPECT_THAT(reading.findings, ElementsAre("limit.columns error @10 has 2/1 /header"));
}

TEST(HeaderDataReader, TellsALongRowAndGoesOnAtTheNext) {
  ReadingOptions options = body();
  options.read.max_record_bytes = 30;
  const std::string text(40, ']');
  const Reading reading =
      read_everywhere("{\"header\":[\"a\"],\"data\":[[1],[\"" + text + "\"],[2]]}", options);
  EXPECT_THAT(reading.records, ElementsAre("24-27: 1", "28-58:!!", "73-76: 2"));
  EXPECT_THAT(reading.findings, ElementsAre("limit.record-size error @28 record 2 has 0/30"));
}

TEST(HeaderDataReader, TakesARowOfExactlyTheLimit) {
  ReadingOptions options = body();
  options.read.max_record_bytes = 30;
  const std::string row = "[\"" + std::string(26, 'x') + "\"]";
  const Reading reading = read_everywhere("{\"header\":[\"a\"],\"data\":[" + row + "]}", options);
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(HeaderDataReader, PassesTheRestOnAfterDamageThatHidesTheNextRow) {
  ReadingOptions options = body();
  options.read.max_record_bytes = 40;
  const std::string lost(100000, 'x');
  const std::string input = "{\"header\":[\"a\"],\"data\":[[1],[2 " + lost + "],[3]]}";
  const Reading reading = read_text(input, options, 64);
  EXPECT_EQ(reading.bytes, input);
  EXPECT_EQ(reading.text(), read_text(input, options, 4096).text());
  EXPECT_THAT(reading.records, ElementsAre("24-27: 1", "28-68:!!"));
  EXPECT_THAT(reading.findings, ElementsAre("json.syntax error @31 record 2"));
  EXPECT_LE(reading.largest_batch, 256U);
}

TEST(HeaderDataReader, TellsDamageTheSameWhereItEndsNearTheLimit) {
  ReadingOptions options = body();
  for (options.read.max_record_bytes = 25; options.read.max_record_bytes < 45;
       ++options.read.max_record_bytes) {
    read_everywhere("{\"header\":[\"a\"],\"data\":[[1]:]\":\"[\"a\",\"b\"]\",\"x\":[1]\r\n[1]]}",
                    options);
    read_everywhere("{\"header\":[\"a\"],\"data\":[[1]x[\"a\",\"b\"]0071[1,2]y]\r\n ]}", options);
  }
}

TEST(HeaderDataReader, HoldsNoMoreThanABlockOfBlanks) {
  ReadingOptions options = body();
  options.read.max_record_bytes = 100;
  const std::string blanks(100000, ' ');
  const std::string input =
      "{\"header\":[\"a\"],\"data\":[" + blanks + "[1]" + blanks + "," + blanks + "[2]]}" + blanks;
  const Reading reading = read_text(input, options, 64);
  EXPECT_EQ(reading.bytes, input);
  EXPECT_EQ(reading.records.size(), 2U);
  EXPECT_THAT(reading.findings, IsEmpty());
  EXPECT_LE(reading.largest_batch, 512U);
}

TEST(HeaderDataReader, ReadsACellOfTwentyMegabytes) {
  ReadingOptions options = body();
  options.read.max_record_bytes = 32ULL << 20U;
  const std::string cell = "\"" + std::string(std::size_t{20} << 20U, 'x') + "\\n\"";
  const std::string input = "{\"header\":[\"a\"],\"data\":[[" + cell + "],[2]]}";
  const Reading reading = read_text(input, options);
  EXPECT_EQ(reading.records.size(), 2U);
  EXPECT_EQ(reading.bytes, input);
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(HeaderDataReader, ReadsRandomBodiesTheSameAtEveryBlockSize) {
  tests::RandomText random(11, {"[1,2]",
                                "[1,2]",
                                "[\"a\",\"b\"]",
                                ",",
                                ",",
                                ",\n",
                                "[",
                                "]",
                                "\"",
                                " ",
                                "\r\n",
                                "1",
                                "}",
                                "{\"x\":1}",
                                "\\ud800",
                                "\xFF",
                                "[1,,]",
                                "007",
                                ",\"header\":[\"a\"]",
                                ":"});
  for (int i = 0; i < 3000; ++i) {
    ReadingOptions options = i % 2 == 0 ? body() : tolerant_body();
    options.read.max_record_bytes = i % 3 == 0 ? 30 : 1000;
    options.read.max_depth = i % 7 == 0 ? 3 : 256;
    const std::string begin = i % 5 == 0 ? "{\"data\":[" : "{\"header\":[\"a\",\"b\"],\"data\":[";
    const std::string input = begin + random.next(12) + (i % 4 == 0 ? "" : "]}");
    read_everywhere(input, options);
    if (HasFailure()) FAIL() << testing::PrintToString(input);
  }
}

}  // namespace
}  // namespace crosswalk::layout
