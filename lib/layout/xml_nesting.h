// Which tag closes which: nesting, and how it is mended where it is broken in a known way.
//
// A vendor's page may show an opening tag where a closing one is meant. If the element that is open
// has the same name, and the format knows it, such a tag is taken for the closing one.
//   <n>2<n>   with n known   ->   the second tag closes the first
//   <a><b></a>               ->   kMismatchedTag at </a>
// Well-formed text is never mended: an element inside one of its own name stays what it is.
// Test: tests/layout/xml_nesting_test.cc.
#ifndef CROSSWALK_LAYOUT_XML_NESTING_H
#define CROSSWALK_LAYOUT_XML_NESTING_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "layout/xml_tags.h"

namespace crosswalk::layout {

/// How tags nest.
struct XmlNesting {
  std::vector<std::size_t> mended;  ///< opening tags that are taken for closing ones, rising
  std::optional<XmlFault> stop;     ///< what cannot be mended
};

/// Nests tags. `known` are the elements whose tags may be mended. `text_bytes`: where the text
/// ends. Cost: linear.
XmlNesting nest(const XmlTags& tags, std::size_t text_bytes, const std::set<std::string>& known,
                std::uint32_t max_depth);

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_XML_NESTING_H
