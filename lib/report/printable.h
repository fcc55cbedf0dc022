// Texts of an input made fit for the strings of a report that a program reads.
//
// JSON lets DEL, the C1 controls and ill-formed bytes of file names through; some terminals obey
// them, and some readers refuse them. They become pictures or U+FFFD here; what JSON escapes by
// itself (below U+0020) stays for it.
//   "a\x1b[2J\xff\x7f"  ->  "a\x1b[2J�␡", which the writer then escapes
// Test: tests/report/printable_test.cc.
#ifndef CROSSWALK_REPORT_PRINTABLE_H
#define CROSSWALK_REPORT_PRINTABLE_H

#include <string>
#include <string_view>

namespace crosswalk::report {

/// `text` as well-formed UTF-8 without DEL and C1 controls.
std::string printable(std::string_view text);

/// `path` as a URI reference (RFC 3986): bytes other than unreserved characters and `/` are
/// percent-encoded; an absolute path becomes a `file:` URI.
std::string uri_of(std::string_view path);

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_PRINTABLE_H
