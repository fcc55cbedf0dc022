// The first line of a table: its delimiter, its columns, and what keeps it from being one.
#include "layout/table_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/readings.h"

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What a head came to.
struct HeadReading {
  bool is_table = false;
  char delimiter = 0;
  std::size_t bytes = 0;
  std::vector<std::string> names;
  std::vector<std::string> findings;
  std::string hint;  ///< of the first finding
};

HeadReading read_head(std::string_view text, std::vector<char> delimiters = {','},
                      std::uint64_t max_record_bytes = 1000, std::size_t column_count = 0) {
  const diagnostics::RuleCatalog rules;
  const diagnostics::RulePolicy policy;
  ReadOptions options;
  options.rules = &rules;
  options.policy = &policy;
  TableHeadOptions head_options{std::move(delimiters), {}, column_count};
  head_options.scan.max_record_bytes = max_record_bytes;
  head_options.scan.max_columns = 4;
  TableHead head(head_options);
  EXPECT_TRUE(head.measure(text, true));
  std::vector<record::Column> columns;
  Findings findings;
  HeadReading reading;
  const format::Layout layout;
  reading.is_table = head.read(text, 0, Reporter(layout, options), columns, findings);
  reading.delimiter = head.dialect().delimiter;
  reading.bytes = head.bytes();
  for (const record::Column& column : columns) reading.names.push_back(column.name);
  tests::append_findings(findings, rules, 0, 0, reading.findings);
  if (!findings.empty()) reading.hint = findings.front().hint;
  return reading;
}

TEST(TableHead, ReadsTheNamesOfTheFirstLine) {
  const HeadReading reading = read_head("id,\"na\"\"me\",\r\n1,2,3\n");
  EXPECT_TRUE(reading.is_table);
  EXPECT_EQ(reading.bytes, 14U);
  EXPECT_THAT(reading.names, ElementsAre("id", "na\"me", ""));
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(TableHead, TakesTheCandidateThatCutsMostCells) {
  EXPECT_EQ(read_head("a;b,c;d\n", {',', ';'}).delimiter, ';');
  EXPECT_EQ(read_head("a,b\n1;2;3\n", {';', ','}).delimiter, ',');
  EXPECT_EQ(read_head("a,b;c\n", {';', ','}).delimiter, ';') << "the first of equals";
  EXPECT_EQ(read_head("a,b\n", {';', ',', ';'}).delimiter, ',') << "a candidate named twice";
}

TEST(TableHead, TakesTheCandidateThatCutsAsManyCellsAsThereAreColumns) {
  EXPECT_EQ(read_head("a|b,c,d|e\n", {',', '|'}, 1000, 0).delimiter, ',');
  EXPECT_EQ(read_head("a|b,c,d,e|f\n", {',', '|'}, 1000, 3).delimiter, '|');
  EXPECT_EQ(read_head("a|b,c,d,e|f\n", {'|', ','}, 1000, 3).delimiter, '|');
}

TEST(TableHead, TellsThatAnotherDelimiterFits) {
  for (const char delimiter : {';', '\t', '|'}) {
    const std::string line = std::string("a") + delimiter + "b" + delimiter + "c\n";
    const HeadReading reading = read_head(line);
    EXPECT_FALSE(reading.is_table);
    EXPECT_THAT(reading.findings, ElementsAre("csv.delimiter error @0"));
    EXPECT_THAT(reading.hint, testing::HasSubstr("--delimiter "));
  }
  EXPECT_TRUE(read_head("a;b\n").is_table) << "one may be part of a name";
}

TEST(TableHead, TakesBlanksOffNamesAndWarnsOncePerCell) {
  const HeadReading reading = read_head("id, name ,\"\tx\"\n");
  EXPECT_THAT(reading.names, ElementsAre("id", "name", "x"));
  EXPECT_THAT(reading.findings, ElementsAre("csv.header-space warning @3 column 1",
                                            "csv.header-space warning @10 column 2"));
}

TEST(TableHead, TellsDamagedNames) {
  const HeadReading reading = read_head(
      "i\xFF"
      "d,n\"m\n");
  EXPECT_TRUE(reading.is_table);
  EXPECT_THAT(reading.findings,
              testing::UnorderedElementsAre("csv.bad-utf8 error @1 column 0",
                                            "csv.stray-quote warning @5 column 1"));
}

TEST(TableHead, TellsWhatIsNoHeader) {
  EXPECT_THAT(read_head("\nid\n").findings, ElementsAre("csv.header-missing error @0"));
  EXPECT_THAT(read_head(",,\nid\n").findings, ElementsAre("csv.header-missing error @0"));
  EXPECT_THAT(read_head("\n").findings, ElementsAre("csv.header-missing error @0"));
  EXPECT_THAT(read_head("id,\"name\n1,2\n").findings, ElementsAre("csv.unclosed-quote error @3"));
  EXPECT_THAT(read_head("a,b,c,d,e\n").findings, ElementsAre("limit.columns error @8 has 0/4"));
  EXPECT_THAT(read_head("abc,def\n", {','}, 6).findings,
              ElementsAre("limit.record-size error @0 has 0/6"));
}

TEST(TableHead, WaitsForTheWholeLine) {
  const std::string text = "id,\"na\nme\"\r\n1";
  for (std::size_t bytes = 0; bytes <= text.size(); ++bytes) {
    TableHead head({{','}, {}});
    const bool is_whole = bytes == text.size() || bytes == text.size() - 1;
    EXPECT_EQ(head.measure(std::string_view(text).substr(0, bytes), false), is_whole) << bytes;
  }
}

TEST(TableHead, ChoosesTheSameDelimiterHoweverMuchWasRead) {
  const std::string long_line = "a;" + std::string(40, 'b') + ",c,d|e|f|g\n";
  for (const std::string& text :
       {long_line + "a,b\n", "\n\r\n" + long_line, std::string("\n\na|b\n1,2,3\n"),
        "\"" + long_line + "\";b\n", std::string("a|b|c\n")}) {
    for (const std::uint64_t limit : {10U, 44U, 1000U}) {
      std::vector<char> chosen;
      for (std::size_t block = 1; block <= text.size(); ++block) {
        TableHeadOptions options{{',', ';', '|'}, {}, 2};
        options.scan.max_record_bytes = limit;
        TableHead head(options);
        std::size_t bytes = block;
        while (!head.measure(std::string_view(text).substr(0, bytes), bytes > text.size()))
          bytes += block;
        chosen.push_back(head.dialect().delimiter);
      }
      EXPECT_THAT(chosen, testing::Each(chosen.front())) << text << limit;
    }
  }
}

}  // namespace
}  // namespace crosswalk::layout
