// Tags and their places; what is not well formed.
#include "layout/xml_tags.h"

#include <gtest/gtest.h>

namespace crosswalk::layout {
namespace {

// Tags as `<a`, `</a`, `<a/` with their places and attributes.
std::string tags_of(std::string_view text) {
  const XmlTags found = scan_xml(text);
  std::string line;
  for (const XmlTag& tag : found.tags) {
    if (!line.empty()) line += ' ';
    line += tag.kind == XmlTag::Kind::kClose ? "</" : "<";
    line += tag.name;
    if (tag.kind == XmlTag::Kind::kEmpty) line += '/';
    line += '@' + std::to_string(tag.begin) + '-' + std::to_string(tag.end);
    for (const XmlAttribute& attribute : tag.attributes) {
      line += ' ' + std::string(attribute.name) + '@' + std::to_string(attribute.name_at.begin) +
              '=' + std::to_string(attribute.value_at.begin) + '+' +
              std::to_string(attribute.value_at.length);
    }
  }
  return line;
}

// Where reading stops and why.
std::string stop_of(std::string_view text) {
  const XmlTags found = scan_xml(text);
  if (!found.stop) return "";
  return std::to_string(found.stop->offset) + ' ' + std::string(found.stop->expected);
}

TEST(XmlTags, AreFoundWithTheirPlaces) {
  EXPECT_EQ(tags_of("<a><b/>x</a >"), "<a@0-3 <b/@3-7 </a@8-13");
  EXPECT_EQ(tags_of("<a b=\"1\" c = '>'/>"), "<a/@0-18 b@3=5+3 c@9=13+3");
}

TEST(XmlTags, HaveNamesOfLettersDigitsAndMarks) {
  EXPECT_EQ(tags_of("<_A/><:b.c-9/><Zażółć/>"), "<_A/@0-5 <:b.c-9/@5-14 <Zażółć/@14-27");
  EXPECT_EQ(stop_of("<9/>"), "0 the name of an element");
  EXPECT_EQ(stop_of("<[/>"), "0 the name of an element");
  EXPECT_EQ(stop_of("<{/>"), "0 the name of an element");
}

TEST(XmlTags, PassOverWhatIsNoElement) {
  EXPECT_EQ(tags_of("<?xml version=\"1.0\"?>\n<!-- <b> --><a><![CDATA[<c> & ]]></a>"),
            "<a@34-37 </a@55-59");
}

TEST(XmlTags, TellTextBeforeTheRootAndGoOn) {
  const XmlTags found = scan_xml(" 200 OK\n<a/>");
  ASSERT_TRUE(found.text_before_root);
  EXPECT_EQ(found.text_before_root->offset, 1U);
  EXPECT_EQ(found.tags.size(), 1U);
  EXPECT_FALSE(found.stop);
}

TEST(XmlTags, StopWhereTheTextIsNotWellFormed) {
  EXPECT_EQ(stop_of("<a b=1/>"), "5 a value in quotes");
  EXPECT_EQ(stop_of("<a b=\"1/>"), "5 a closing quote");
  EXPECT_EQ(stop_of("<a b=\"1<2\"/>"), "5 a closing quote");
  EXPECT_EQ(stop_of("</a b=\"1\">"), "4 an attribute or >");
  EXPECT_EQ(stop_of("</a/>"), "3 an attribute or >");
  EXPECT_EQ(stop_of("<a b/>"), "4 =");
  EXPECT_EQ(stop_of("<a b=\"1\" b=\"2\"/>"), "9 each attribute once");
  EXPECT_EQ(stop_of("<a"), "2 an attribute or >");
  EXPECT_EQ(stop_of("<a>< b/></a>"), "3 the name of an element");
  EXPECT_EQ(stop_of("<a><!-- </a>"), "3 -->");
  EXPECT_EQ(stop_of("no tag"), "0 the root element");
  EXPECT_EQ(stop_of("<a>\xFF</a>"), "3 valid UTF-8");
}

TEST(XmlTags, RefuseDocumentTypesAndUnknownReferences) {
  EXPECT_EQ(stop_of("<!DOCTYPE a [<!ENTITY x \"y\">]><a/>"),
            "0 a tag: document types are not read");
  EXPECT_EQ(stop_of("<a>A & B</a>"), "5 &amp; or another reference");
  EXPECT_EQ(stop_of("<a b=\"&x;\"/>"), "6 &amp; or another reference");
  EXPECT_EQ(stop_of("<a>&amp;&#65;&#x4a;&quot;</a>"), "");
  for (const char* bad :
       {"<a>&#xzz;</a>", "<a>&#;</a>", "<a>&#x;</a>", "<a>&;</a>", "<a>&#6a;</a>"}) {
    EXPECT_EQ(stop_of(bad), "3 &amp; or another reference") << bad;
  }
  EXPECT_EQ(stop_of("<a>&x;& </a>"), "3 &amp; or another reference") << "the first one is told";
}

}  // namespace
}  // namespace crosswalk::layout
