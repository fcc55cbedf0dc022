// The tags of an XML text, with their places: what well-formedness says of a text, read strictly.
//
// XML libraries pass over much of what is broken and keep few places, so the text is cut into tags
// here first; what stands between them is looked at for broken references only.
//   <a b="1">x</a>      open a with one attribute; close a
//   200 OK <a/>         kTextBeforeRoot at 0; reading goes on at the tag
//   <a>A & B</a>        kSyntax at the &: a reference has a name
// Document types are refused, and so are entities of one's own. Tags are not held against each
// other here: which one closes which is for nest() (layout/xml_nesting.h). Test:
// tests/layout/xml_tags_test.cc.
#ifndef CROSSWALK_LAYOUT_XML_TAGS_H
#define CROSSWALK_LAYOUT_XML_TAGS_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "record/transcript.h"

namespace crosswalk::layout {

/// What is wrong with an XML text.
enum class XmlFaultKind : std::uint8_t { kTextBeforeRoot, kMismatchedTag, kSyntax, kDepth };

/// One fault. `expected` is from a fixed list of texts.
struct XmlFault {
  XmlFaultKind kind = XmlFaultKind::kSyntax;
  std::size_t offset = 0;
  std::string_view expected;
};

/// An attribute of a tag. Ownership: views of the text.
struct XmlAttribute {
  std::string_view name;
  record::Stretch name_at;
  record::Stretch value_at;  ///< with its quotes
};

/// A tag that opens or closes an element. Ownership: views of the text.
struct XmlTag {
  enum class Kind : std::uint8_t { kOpen, kClose, kEmpty };
  Kind kind = Kind::kOpen;
  std::string_view name;
  std::size_t begin = 0;  ///< of the `<`
  std::size_t end = 0;    ///< behind the `>`
  std::vector<XmlAttribute> attributes;
};

/// The tags of one text.
struct XmlTags {
  std::vector<XmlTag> tags;
  std::optional<XmlFault> text_before_root;
  std::optional<XmlFault> stop;  ///< reading ended there
  std::size_t last_text = 0;     ///< of the last text that is not blank
};

/// Cuts `text`. Threads: pure. Cost: linear.
XmlTags scan_xml(std::string_view text);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_XML_TAGS_H
