// URIs as names of schemas: a reference made whole, and taken apart again (RFC 3986, section 5).
//
//   resolve_uri("http://a/b/c", "../d#e")   ->   http://a/d#e
//   resolve_uri("", "d")                    ->   d: without a base nothing is added
// Whether a URI is well formed is not asked: what leads nowhere is told as such.
// Test: tests/format/uri_test.cc, with the examples of the RFC.
#ifndef CROSSWALK_FORMAT_URI_H
#define CROSSWALK_FORMAT_URI_H

#include <string>
#include <string_view>
#include <utility>

namespace crosswalk::format {

/// What `reference` means where `base` is the URI of the text that it stands in.
std::string resolve_uri(std::string_view base, std::string_view reference);

/// A URI without its fragment, and the fragment (without #; empty if there is none).
std::pair<std::string_view, std::string_view> split_fragment(std::string_view uri);

/// `%25` and the like resolved; what is no such triple stays.
std::string decode_percent(std::string_view text);

/// The `file:` URI of an absolute path.
std::string file_uri(std::string_view path);

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_URI_H
