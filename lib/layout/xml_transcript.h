// An XML document written as JSON: elements become members, in the order of the text.
//
// pugixml reads the text and resolves references; the tags (layout/xml_tags.h), which come in the
// same order as its elements, say where everything stands. An element without children and
// attributes is a text, blanks around it taken off; the same name several times is a list.
//   <r status="ok"><n>2</n></r>   with status an attribute   ->   {"status":"ok","n":"2"}
//   <r><e>a</e><e>b</e></r>                                  ->   {"e":["a","b"]}
// Attributes that the layout does not list are not read, nor is text beside elements.
// Test: tests/layout/xml_transcript_test.cc.
#ifndef CROSSWALK_LAYOUT_XML_TRANSCRIPT_H
#define CROSSWALK_LAYOUT_XML_TRANSCRIPT_H

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "layout/xml_nesting.h"
#include "layout/xml_tags.h"
#include "record/transcript.h"

namespace crosswalk::layout {

/// Writes the document `text`, whose `tags` nest as `nesting` says. `attributes` are pointers to
/// the members that are attributes. Nothing if pugixml cannot read the text. REQUIRES:
/// !nesting.stop.
std::optional<record::Transcript> transcribe_xml(std::string_view text, const XmlTags& tags,
                                                 const XmlNesting& nesting,
                                                 const std::set<std::string>& attributes);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_XML_TRANSCRIPT_H
