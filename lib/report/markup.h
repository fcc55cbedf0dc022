// Texts of an input made fit for XML and HTML.
//
//   <b>&"\x1b   ->   &lt;b&gt;&amp;&quot;␛
// Characters that XML 1.0 has no place for, escaped or not, become pictures or U+FFFD.
// Test: tests/report/markup_test.cc.
#ifndef CROSSWALK_REPORT_MARKUP_H
#define CROSSWALK_REPORT_MARKUP_H

#include <string>
#include <string_view>

namespace crosswalk::report {

/// `text` as it stands between tags, or between the double quotes of an attribute.
std::string markup(std::string_view text);

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_MARKUP_H
