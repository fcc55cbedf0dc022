// Documents as JSON, and the way back.
#include "layout/xml_transcript.h"

#include <gtest/gtest.h>

namespace crosswalk::layout {
namespace {

record::Transcript transcript_of(std::string_view text) {
  const XmlTags tags = scan_xml(text);
  const XmlNesting nesting = nest(tags, text.size(), {"n", "u"}, 10);
  EXPECT_FALSE(nesting.stop);
  return transcribe_xml(text, tags, nesting, {"/s", "/b/s"}).value();
}

std::string json_of(std::string_view text) {
  return transcript_of(text).json;
}

TEST(XmlTranscript, WritesElementsAndListedAttributes) {
  EXPECT_EQ(json_of("<r s=\"ok\" x=\"1\"><b s='in'><n> 2 </n></b><e/></r>"),
            R"({"s":"ok","b":{"s":"in","n":"2"},"e":""})");
  EXPECT_EQ(json_of("<r>text</r>"), R"("text")");
}

TEST(XmlTranscript, MakesAListOfWhatComesSeveralTimes) {
  EXPECT_EQ(json_of("<r><e>a</e><n>1</n><e>b</e></r>"), R"({"e":["a","b"],"n":"1"})");
}

TEST(XmlTranscript, ResolvesReferencesAndCharacterData) {
  EXPECT_EQ(json_of("<r s=\"&quot;\"><e>A &amp; &#66;&#xe9; <![CDATA[<c>]]></e></r>"),
            R"({"s":"\"","e":"A & Bé <c>"})");
}

TEST(XmlTranscript, ReadsMendedTagsAsClosingOnes) {
  EXPECT_EQ(json_of("- <r><b><n>2<n><u>1<u></b></r>"), R"({"b":{"n":"2","u":"1"}})");
}

TEST(XmlTranscript, LeadsValuesAndNamesBack) {
  const std::string text = "<r s=\"ok\">\n <b><n> 27</n><e></e></b></r>";
  const record::Transcript transcript = transcript_of(text);  // {"s":"ok","b":{"n":"27","e":""}}
  const auto origin = [&](std::string_view json) {
    const record::Stretch stretch =
        transcript.origin_of(static_cast<std::uint32_t>(transcript.json.find(json)));
    return text.substr(stretch.begin, stretch.length);
  };
  EXPECT_EQ(origin("{\"s\""), "<r");
  EXPECT_EQ(origin("\"s\""), "s");
  EXPECT_EQ(origin("\"ok\""), "\"ok\"");
  EXPECT_EQ(origin("\"n\""), "<n");
  EXPECT_EQ(origin("\"27\""), "27");
  EXPECT_EQ(origin("\"\"}"), "<e");
}

}  // namespace
}  // namespace crosswalk::layout
