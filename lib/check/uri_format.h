// URIs, IRIs and templates of URIs.
//
// A reference is taken apart as RFC 3986 says (scheme, authority, path, query, fragment) and each
// component may hold its own characters only. IRIs are the same with letters beyond ASCII.
//   http://a.pl:80/b?c=%20#d   a uri
//   //a/b, b/c, #d             uri-references
//   http://[::1                neither: brackets stand around an address
//   http://żółw.pl/            an iri
//   /customers/{id}{?fields*}  a uri-template (RFC 6570)
// What a scheme asks for beyond that is not known here. Test: tests/check/uri_format_test.cc.
#ifndef CROSSWALK_CHECK_URI_FORMAT_H
#define CROSSWALK_CHECK_URI_FORMAT_H

#include <string_view>

namespace crosswalk::check {

bool is_uri(std::string_view text);            ///< RFC 3986, with a scheme
bool is_uri_reference(std::string_view text);  ///< RFC 3986, section 4.1
bool is_iri(std::string_view text);            ///< RFC 3987, with a scheme
bool is_iri_reference(std::string_view text);  ///< RFC 3987
bool is_uri_template(std::string_view text);   ///< RFC 6570

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_URI_FORMAT_H
