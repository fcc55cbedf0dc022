// Documents cut into records by what their layout says, and the envelope around them.
#include "layout/document_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/readings.h"

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::kBlockSizes;
using tests::read_source;
using tests::read_text;
using tests::Reading;
using tests::ReadingOptions;

ReadingOptions document(std::optional<format::RecordPlace> records = std::nullopt) {
  ReadingOptions options;
  options.layout.kind = format::LayoutKind::kDocument;
  options.layout.records = std::move(records);
  return options;
}

const format::RecordPlace kData{"/data", {"data"}, true};
const format::RecordPlace kOne{"/one", {"one"}, false};
const format::RecordPlace kRoot{"", {}, false};

Reading read_everywhere(std::string_view input, const ReadingOptions& options) {
  const Reading whole = read_text(input, options);
  for (const std::size_t block_bytes : kBlockSizes) {
    const Reading reading = read_text(input, options, block_bytes);
    EXPECT_EQ(reading.text(), whole.text()) << "block size " << block_bytes;
    EXPECT_EQ(reading.bytes, input) << "block size " << block_bytes;
  }
  return whole;
}

TEST(DocumentReader, TakesADocumentForOneRecord) {
  EXPECT_THAT(read_everywhere(" {\"data\":[1]} ", document()).records, ElementsAre("0-14:"));
  EXPECT_THAT(read_everywhere("\xEF\xBB\xBF{}", document()).records, ElementsAre("3-5:"));
}

TEST(DocumentReader, CutsTheItemsOfAnArray) {
  EXPECT_THAT(read_everywhere("{\"a\":[0],\"data\":[ {} ,[1],2 ]}", document(kData)).records,
              ElementsAre("18-20:", "22-25:", "26-27:"));
  EXPECT_THAT(read_everywhere("{\"data\":[]}", document(kData)).records, IsEmpty());
}

TEST(DocumentReader, FindsNoRecordsWhereNoArrayIs) {
  for (const std::string_view input : {"{}", "[]", "{\"data\":{}}", "{\"data\":7}", "7"})
    EXPECT_THAT(read_everywhere(input, document(kData)).records, IsEmpty()) << input;
}

TEST(DocumentReader, TakesTheValueThatIsTheRecord) {
  EXPECT_THAT(read_everywhere("{\"one\":{\"a\":1}}", document(kOne)).records, ElementsAre("7-14:"));
  EXPECT_THAT(read_everywhere("{\"one\":[1]}", document(kOne)).records, ElementsAre("7-10:"));
}

TEST(DocumentReader, TakesARootOrTheItemsOfItsList) {
  EXPECT_THAT(read_everywhere(" {} ", document(kRoot)).records, ElementsAre("1-3:"));
  EXPECT_THAT(read_everywhere("[{},{}]", document(kRoot)).records, ElementsAre("1-3:", "4-6:"));
}

TEST(DocumentReader, TakesABrokenDocumentForOneUnreadableRecord) {
  const Reading reading = read_everywhere("{\"data\":[{} {}]}", document(kData));
  EXPECT_THAT(reading.records, ElementsAre("0-16:!!"));
  EXPECT_THAT(reading.findings, ElementsAre("json.syntax error @12 record 1"));
}

TEST(DocumentReader, EndsABrokenDocumentWithTheInput) {
  EXPECT_THAT(read_everywhere("{,\"data\":[{\"a\":1},{\"b", document(kData)).records,
              ElementsAre("0-21:!!"));
}

TEST(DocumentReader, LeavesFaultsInRecordsToWhoeverParsesThem) {
  const Reading reading =
      read_everywhere(R"({"a":1,"a":2,"data":[{},{"b":1,"b":2},{"c":}]})", document(kData));
  EXPECT_THAT(reading.records, ElementsAre("21-23:", "24-37:", "38-44:"));
  EXPECT_THAT(reading.findings, ElementsAre("json.duplicate-key error @7 /a"));
}

TEST(DocumentReader, TellsFaultsOfARecordThatIsNoElement) {
  const Reading reading = read_everywhere(R"({"one":{"b":1,"b":2}})", document(kOne));
  EXPECT_THAT(reading.findings, ElementsAre("json.duplicate-key error @14 record 1 /one/b"));
}

TEST(DocumentReader, MendsTheSyntaxWhenAsked) {
  ReadingOptions options = document(kData);
  options.read.tolerant = true;
  const Reading reading = read_everywhere(R"({"data":[{"a":1,},"next":2])", options);
  EXPECT_THAT(reading.records, ElementsAre("9-17:"));
  EXPECT_THAT(reading.findings, ElementsAre("json.member-in-array warning @24 mended",
                                            "json.unclosed warning @27 mended"));
}

TEST(DocumentReader, TellsWhereTheRecordsAre) {
  const auto pointer_of_second = [](std::string_view input, const format::RecordPlace& place) {
    const ReadingOptions options = document(place);
    const auto source = memory_source(input, "input");
    ReadOptions read;
    read.rules = &options.rules;
    read.policy = &options.policy;
    DocumentReader reader(options.layout, *source, read);
    record::Head head;
    EXPECT_TRUE(reader.open(head).value());
    EXPECT_TRUE(reader.envelope().has_value());
    return reader.pointers().of(2);
  };
  EXPECT_EQ(pointer_of_second("{\"data\":[1,2]}", kData), "/data/1");
  EXPECT_EQ(pointer_of_second("[1,2]", kRoot), "/1");
  EXPECT_EQ(pointer_of_second("{}", kRoot), "");
  EXPECT_EQ(pointer_of_second("{\"one\":1}", kOne), "/one");
}

// A document that is longer than a record may be is read twice and gives the same; a pipe too.
TEST(DocumentReader, ReadsALongDocumentLikeAShortOne) {
  ReadingOptions options = document(kData);
  options.read.tolerant = true;
  for (const std::string_view input : {
           R"({"mode":1,"data":[{"a":[1]},{"b":"]"},["\"],7,"t",null],"match":2})",
           R"({"data":[{"a":1},,{"b":2}, ,],"match":{"x":[1]},"match":2})",
           R"({"data":[{"a":1},"next":{"y":[2]},{"b":2},"z","cursor":"c"],"match":1})",
           "\xEF\xBB\xBF{\"data\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15],\"data\":[{},{\"a\":1}]}",
           R"({"data":[{"a":1},{"a":2},{"a":3},{"a":4}],"data":7,"match":12345678})",
           R"({"data":[{"a":1},{"a":2},{"a":3},{"a":4)",
       }) {
    options.read.max_record_bytes = 1000;
    const Reading held = read_everywhere(input, options);
    options.read.max_record_bytes = 64;
    tests::expect_same_however_read(input, options, held);
  }
}

TEST(DocumentReader, GivesTheArgumentOfACall) {
  ReadingOptions options = document();
  options.layout.kind = format::LayoutKind::kJsonp;
  const Reading called = read_everywhere("done({\"a\":1});\n", options);
  EXPECT_THAT(called.records, ElementsAre("5-12:"));
  EXPECT_THAT(called.findings, IsEmpty());
  const Reading broken = read_everywhere("done({\"a\":1};\n", options);
  EXPECT_THAT(broken.records, ElementsAre("0-14:!!"));
  EXPECT_THAT(broken.findings, testing::SizeIs(1));
}

TEST(DocumentReader, HoldsAFewRecordsOfAListAtTheRootOnly) {
  std::string input = "[";
  for (int i = 0; i < 20000; ++i) input += R"({"id":)" + std::to_string(i) + R"(,"x":"y"},)";
  input.back() = ']';
  ReadingOptions options = document(kRoot);
  options.read.max_record_bytes = 1000;
  const Reading reading = read_text(input, options, 512);
  EXPECT_EQ(reading.records.size(), 20000);
  EXPECT_EQ(reading.bytes, input);
  EXPECT_THAT(reading.findings, IsEmpty());
  EXPECT_LT(reading.largest_batch, 2048);
}

TEST(DocumentReader, TellsARecordThatIsTooLongAndGoesOn) {
  ReadingOptions options = document(kData);
  options.read.max_record_bytes = 30;
  const Reading reading =
      read_everywhere(R"({"data":[1,{"a":"0123456789012345678901234567"},3]})", options);
  EXPECT_THAT(reading.records, ElementsAre("9-10:", "11-41:!!", "48-49:"));
  EXPECT_THAT(reading.findings, ElementsAre("limit.record-size error @11 record 2 has 0/30"));
}

// A text may turn out to be a name once the colon behind it comes, also where the list that it
// stands in gives no records and its first bytes have been passed on.
TEST(DocumentReader, PassesTextsOfAListThatARepeatedNameReplaces) {
  const Reading texts =
      read_everywhere(R"({"data":["abc", "defg" ,[]],"data":[ 6]})", document(kData));
  EXPECT_THAT(texts.records, ElementsAre("37-38:"));
  ReadingOptions options = document(kData);
  options.read.tolerant = true;
  const Reading members =
      read_everywhere(R"({"data":[1,"abc" : {"d":1}],"data":["abc",{}]})", options);
  EXPECT_THAT(members.records, ElementsAre("36-41:", "42-44:"));
}

TEST(DocumentReader, PassesBlanksBehindRecordsHoweverMany) {
  ReadingOptions options = document(kData);
  options.read.max_record_bytes = 40;
  const std::string blanks(100, '\n');
  const Reading reading =
      read_everywhere("{\"data\":[[1]," + blanks + "[2]," + blanks + "{}]}", options);
  EXPECT_THAT(reading.records, ElementsAre("9-12:", "113-116:", "217-219:"));
}

TEST(DocumentReader, TellsWhatHidesTheEndOfARecord) {
  ReadingOptions options = document(kData);
  options.read.max_record_bytes = 30;
  const Reading reading = read_everywhere(
      "{\"data\":[1,{\"a\":\"x},\n{\"a\":2},\n{\"a\":3},\n{\"a\":4},\n{\"a\":5}]}", options);
  EXPECT_THAT(reading.findings, ElementsAre("json.syntax error @20 record 2"));
}

TEST(DocumentReader, RefusesAFrameOverTheLimit) {
  ReadingOptions options = document(kData);
  options.read.max_record_bytes = 30;
  const Reading reading =
      read_everywhere(R"({"data":[1],"note":"0123456789012345678901234567"})", options);
  EXPECT_THAT(reading.records, ElementsAre("0-30:!!"));
  EXPECT_THAT(reading.findings, ElementsAre("limit.record-size error @0 record 1 has 0/30"));
}

}  // namespace
}  // namespace crosswalk::layout
