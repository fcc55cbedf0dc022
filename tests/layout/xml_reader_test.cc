// One document as one record, at every block size.
#include "layout/xml_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/readings.h"

namespace crosswalk::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::kBlockSizes;
using tests::read_text;
using tests::Reading;
using tests::ReadingOptions;

ReadingOptions answers(bool tolerant = false) {
  ReadingOptions options;
  options.layout.kind = format::LayoutKind::kXml;
  options.layout.root = "r";
  options.layout.elements = {"n"};
  options.read.tolerant = tolerant;
  return options;
}

Reading read_everywhere(std::string_view input, const ReadingOptions& options = answers()) {
  const Reading whole = read_text(input, options);
  EXPECT_EQ(whole.bytes, input);
  for (const std::size_t block_bytes : kBlockSizes)
    EXPECT_EQ(read_text(input, options, block_bytes).text(), whole.text());
  return whole;
}

TEST(XmlReader, ReadsADocumentAsOneRecord) {
  const Reading reading = read_everywhere("\xEF\xBB\xBF<r><n>2</n></r>\n");
  EXPECT_THAT(reading.records, ElementsAre("3-19:"));
  EXPECT_THAT(reading.findings, IsEmpty());
}

TEST(XmlReader, TellsTheFirstBreakAndReadsNothing) {
  EXPECT_THAT(read_everywhere("ok <r><n>2<n></r>").findings,
              ElementsAre("xml.text-before-root error @0 record 1"));
  EXPECT_THAT(read_everywhere("<r><n>2<n></r>").findings,
              ElementsAre("xml.mismatched-tag error @7 record 1"));
  EXPECT_THAT(read_everywhere("<r><n>2</r>").findings,
              ElementsAre("xml.mismatched-tag error @7 record 1"));
  EXPECT_THAT(read_everywhere("<r a=1/>").findings, ElementsAre("xml.syntax error @5 record 1"));
  EXPECT_THAT(read_everywhere("<r a=1/>").records, ElementsAre("0-8:!!"));
}

TEST(XmlReader, MendsWhatIsKnown) {
  const Reading reading = read_everywhere("ok <r><n>2<n></r>", answers(true));
  EXPECT_THAT(reading.findings, ElementsAre("xml.text-before-root warning @0 record 1 mended",
                                            "xml.mismatched-tag warning @10 record 1 mended"));
  EXPECT_THAT(reading.records, ElementsAre("0-17:"));
}

TEST(XmlReader, MendsNoBrokenSyntax) {
  EXPECT_THAT(read_everywhere("<r a=1/>", answers(true)).findings,
              ElementsAre("xml.syntax error @5 record 1"));
}

TEST(XmlReader, RefusesAnotherRoot) {
  EXPECT_THAT(read_everywhere("<q/>").records, ElementsAre("0-4:!!"));
  EXPECT_THAT(read_everywhere("<html/>").findings, ElementsAre("schema.type error @0 record 1"));
}

TEST(XmlReader, RefusesWhatIsOverTheLimits) {
  ReadingOptions options = answers();
  options.read.max_record_bytes = 5;
  EXPECT_THAT(read_everywhere("<r></r>", options).findings,
              ElementsAre("limit.record-size error @0 record 1 has 0/5"));
  options = answers();
  options.read.max_depth = 1;
  EXPECT_THAT(read_everywhere("<r><n/></r>", options).findings,
              ElementsAre("limit.depth error @3 record 1 has 0/1"));
}

TEST(XmlReader, PassesOnWhatIsBehindTheLimit) {
  ReadingOptions options = answers();
  options.read.max_record_bytes = 9;
  EXPECT_THAT(read_everywhere("<r>12</r>", options).findings, IsEmpty());
  const std::string behind = "\r\n\xEF\xBB\xBF<r>\r\n34</r>\r";
  for (const std::string_view start : {"", "\xEF\xBB\xBF"}) {
    const Reading reading = read_everywhere(std::string(start) + "<r>12</r>" + behind, options);
    const std::size_t begin = start.size();
    EXPECT_THAT(reading.records,
                ElementsAre(std::to_string(begin) + '-' + std::to_string(begin + 9) + ":!!"));
    EXPECT_EQ(reading.findings.size(), 1U);
  }
}

TEST(XmlReader, KnowsTheRootOfAText) {
  EXPECT_EQ(root_of_xml("x <?xml?><r a=\"1\">"), "r");
  EXPECT_EQ(root_of_xml("no tag"), "");
}

}  // namespace
}  // namespace crosswalk::layout
