// Forms read at every block size: the same records, findings and places, and no byte lost. Rows are
// held against the same rows as a delimited table.
#include "layout/form_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/forms.h"
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

// The same, at every block size.
Reading read_everywhere(std::string_view input, ReadingOptions options = {}) {
  options.layout = tests::form_layout(options.rules);
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

TEST(FormReader, CutsRowsWhereTheyStandInTheForm) {
  const Reading reading = read_everywhere("h1=id&h2=name&by=pipe&rows=1%7CAnn%0A2|B+b%0d%0A3%7C");
  EXPECT_THAT(reading.records, ElementsAre("27-34: 1|Ann", "37-42: 2|B b", "48-52: 3|"));
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(FormReader, PassesOnWhatStandsBehindTheRows) {
  const Reading reading = read_everywhere("rows=1%0A2&by=pipe&h1=id\n");
  EXPECT_THAT(reading.records, ElementsAre("5-6: 1", "9-10: 2"));
  EXPECT_EQ(reading.columns.at(0).offset, 22U);
}

TEST(FormReader, FindsNoTableInAnEmptyForm) {
  EXPECT_THAT(read_everywhere("").findings, ElementsAre("csv.empty error @0"));
  EXPECT_THAT(read_everywhere("\r\n").findings, ElementsAre("csv.empty error @0"));
  EXPECT_THAT(read_everywhere("by=pipe&rows=1").findings, ElementsAre("v.none error @0"));
}

TEST(FormReader, TakesNoRowsFromAnEmptyParameterOrNone) {
  EXPECT_THAT(read_everywhere("h1=id&by=pipe&rows=").records, IsEmpty());
  EXPECT_THAT(read_everywhere("h1=id&by=pipe").records, IsEmpty());
}

TEST(FormReader, TellsRowsOfTheWrongWidthAndEmptyLines) {
  const Reading reading = read_everywhere("h1=a&h2=b&by=pipe&rows=1%0A%0A%7C%0A2|3");
  EXPECT_THAT(reading.findings, ElementsAre("v.width error @23 record 1 has 1/2",
                                            "v.blank error @27", "v.blank error @30"));
  EXPECT_THAT(reading.records, ElementsAre("23-24:! 1", "36-39: 2|3"));
}

TEST(FormReader, CannotReadRowsWithoutADelimiter) {
  const Reading reading = read_everywhere("h1=a&h2=b&rows=1|2%0A%0A3");
  EXPECT_THAT(reading.records, ElementsAre("15-18:!!", "24-25:!!"));
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(FormReader, TakesTheCallersDelimiter) {
  ReadingOptions options;
  options.read.delimiter = ';';
  EXPECT_THAT(read_everywhere("h1=a&h2=b&rows=1;2", options).records, ElementsAre("15-18: 1|2"));
}

TEST(FormReader, ReadsRowsBehindAGapOnlyIfTheyFit) {
  EXPECT_THAT(read_everywhere("h1=a&h3=b&by=pipe&rows=1|2%0A3").records,
              ElementsAre("23-26: 1|2", "29-30:! 3"));
  EXPECT_THAT(read_everywhere("h1=a&h3=b&by=pipe&rows=1|2|3%0A4|5").records,
              ElementsAre("23-28:!!", "31-34:!!"));
}

TEST(FormReader, TellsWhatCannotBeDecodedOnceACell) {
  const Reading reading = read_everywhere("h1=a&h2=b&by=pipe&rows=1%7C10%25%%0AZo%EB%EB%7C%C3%AB");
  EXPECT_THAT(reading.findings, ElementsAre("form.bad-percent error @32 record 1 column 1",
                                            "form.bad-utf8 error @38 record 2 column 0"));
  EXPECT_THAT(reading.records,
              ElementsAre("23-33: 1|10%%(faulty)", "36-53: Zo\xEB\xEB(faulty)|\xC3\xAB"));
}

TEST(FormReader, GivesUpRecordsOverTheLimits) {
  ReadingOptions options;
  options.read.max_record_bytes = 6;
  const Reading reading = read_everywhere("h1=a&by=pipe&rows=1%0A1234567%0A2", options);
  EXPECT_THAT(reading.findings, ElementsAre("limit.record-size error @22 record 2 has 0/6"));
  EXPECT_THAT(reading.records, ElementsAre("18-19: 1", "22-29:!!", "32-33: 2"));
  options = {};
  options.read.max_columns = 1;
  EXPECT_THAT(read_everywhere("h1=a&by=pipe&rows=1|2%0A2", options).findings,
              ElementsAre("limit.columns error @20 record 1 column 1 has 0/1"));
}

TEST(FormReader, ReadsPastBulletsWhereTheFirstRowHasOne) {
  const Reading listed = read_everywhere("h1=id&by=pipe&rows=-+1%0A-+2%0A3");
  EXPECT_THAT(listed.records, ElementsAre("19-22: 1", "25-28: 2", "31-32: 3"));
  EXPECT_THAT(listed.findings, ElementsAre("doc.list-bullet error @19 record 1",
                                           "doc.list-bullet error @25 record 2"));
  const Reading bare = read_everywhere("h1=id&by=pipe&rows=1%0A-+2");
  EXPECT_THAT(bare.records, ElementsAre("19-20: 1", "23-26: - 2"));
  EXPECT_THAT(bare.findings, IsEmpty());
}

TEST(FormReader, ReadsPastAByteOrderMark) {
  const Reading reading = read_everywhere("\xEF\xBB\xBFh1=a&by=pipe&rows=1");
  EXPECT_THAT(reading.findings, ElementsAre("csv.bom warning @0"));
  EXPECT_THAT(reading.records, ElementsAre("21-22: 1"));
}

TEST(FormReader, ReadsTheSameWhateverIsHeld) {
  for (const std::string_view input : {
           "h1=id&h2=name&by=pipe&rows=1%7CAnn%0A2|B+b%0d%0A3%7C%0A4|%%0A5|x",
           "rows=1%0A2%0A3%0A4%0A5%0A6%0A7%0A8%0A9%0A10&by=pipe&h1=id&h1=x&h%=\n",
           "h1=a&h3=b&by=pipe&rows=1|2|3%0A4|5%0A6|7%0A8|9%0A1|2&x=%EB\r\n",
           "\xEF\xBB\xBFh1=a&rows=1%0A2%0A3%0A4%0A5%0A6%0A7%0A8%0A9%0A10%0A11",
           "h1=a&by=pipe&rows=1\r\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n&rows=1\n",
       }) {
    ReadingOptions options;
    const Reading held = read_everywhere(input);
    options.layout = tests::form_layout(options.rules);
    options.read.max_record_bytes = 24;
    tests::expect_same_however_read(input, options, held);
  }
}

TEST(FormReader, HoldsAFewRowsOnly) {
  std::string input = "h1=id&by=pipe&rows=0";
  for (int i = 1; i < 20000; ++i) input += "%0A" + std::to_string(i);
  ReadingOptions options;
  options.layout = tests::form_layout(options.rules);
  options.read.max_record_bytes = 1000;
  const Reading reading = read_text(input, options, 512);
  EXPECT_EQ(reading.records.size(), 20000);
  EXPECT_EQ(reading.bytes, input);
  EXPECT_LT(reading.largest_batch, 2048);
}

/// A file that loses its end between two readings.
class ShrinkingSource final : public Source {
 public:
  explicit ShrinkingSource(std::string_view bytes) : bytes_(bytes), rest_(bytes) {}
  Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = rest_.copy(into.data(), into.size());
    rest_.remove_prefix(count);
    return count;
  }
  [[nodiscard]] bool can_rewind() const override { return true; }
  Status rewind() override {
    rest_ = bytes_.substr(0, bytes_.size() / 2);
    return {};
  }
  [[nodiscard]] std::string_view name() const override { return "file"; }

 private:
  std::string_view bytes_;
  std::string_view rest_;
};

TEST(FormReader, TellsThatAFileBecameShorter) {
  diagnostics::RuleCatalog rules;
  const diagnostics::RulePolicy policy;
  ReadOptions options;
  options.rules = &rules;
  options.policy = &policy;
  options.block_bytes = 16;
  options.max_record_bytes = 8;
  const format::Layout layout = tests::form_layout(rules);
  ShrinkingSource source("h1=a&by=pipe&rows=1%0A2%0A3%0A4%0A5%0A6%0A7%0A8%0A9%0A10%0A11");
  const auto reader = open_reader(layout, source, options);
  record::Head head;
  ASSERT_TRUE(reader->open(head).value());
  record::Batch batch;
  Result<bool> next = reader->next(batch);
  for (int i = 0; i < 10 && next.ok(); ++i) next = reader->next(batch);
  ASSERT_FALSE(next.ok());
  EXPECT_EQ(next.error().message, "file became shorter while it was read");
}

// Every byte as an escape, at random.
std::string encoded(const std::string& text, tests::RandomText& random) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (random.below(2) == 0 && c != '&' && c != '%' && c != '+') {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
  return out;
}

// Records without their places.
std::vector<std::string> cells_of(const Reading& reading) {
  std::vector<std::string> cells;
  for (const std::string& record : reading.records)
    cells.push_back(record.substr(record.find(':')));
  return cells;
}

TEST(FormReader, CutsTheSameCellsAsATableReader) {
  tests::RandomText random(
      5, {"a", "|", "|", "\n", "\r", "\r\n", "\xC4\x85", "\"", "%", "+", "&", " ", "bc"});
  for (int i = 0; i < 1000; ++i) {
    const std::string rows = random.next(20);
    ReadingOptions table;
    table.layout.quote = 0;
    table.layout.delimiters = {'|'};
    table.read.column_names = {"x", "y"};
    const std::string form = "h1=x&h2=y&by=pipe&rows=" + encoded(rows, random);
    EXPECT_EQ(cells_of(read_everywhere(form)), cells_of(read_text(rows, table))) << form;
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace crosswalk::layout
