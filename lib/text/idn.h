// Internationalised host names (IDNA 2008), by ICU.
//
// ICU judges by UTS 46, which maps first and so takes more than a registry would: signs, emoji and
// some characters that RFC 5892 rules out. Those are refused here beforehand.
//   실례.테스트       good
//   XN--4GBWDL       good: labels in Punycode are decoded, capitals are ASCII's own matter
//   a〮b.com          not good: U+302E is an exception of RFC 5892, section 2.6
//   ☃.net            not good: a sign is no letter, digit or mark
// Test: tests/text/idn_test.cc.
#ifndef CROSSWALK_TEXT_IDN_H
#define CROSSWALK_TEXT_IDN_H

#include <string_view>

namespace crosswalk::text {

/// True if `name` (UTF-8) is a host name whose labels are good U-labels, A-labels or plain ASCII
/// ones, and short enough once they are written in ASCII. Threads: pure.
bool is_idn_hostname(std::string_view name);

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_IDN_H
