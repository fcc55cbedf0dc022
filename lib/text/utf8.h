// UTF-8, judged: is a text well-formed, where does it stop being so, how many characters has it.
//
// Well-formed is what the Unicode Standard says (table 3-7): no surrogates, nothing above U+10FFFF,
// no longer form than needed.
//   "\xC4\x85"      one code point      "\xC0\xAF"   ill-formed at 0: '/' in two bytes
//   "a\xE2\x82"     ill-formed at 1: the sequence is cut short
// Test: tests/text/utf8_test.cc, every sequence of up to three bytes against a decoder.
#ifndef CROSSWALK_TEXT_UTF8_H
#define CROSSWALK_TEXT_UTF8_H

#include <cstddef>
#include <optional>
#include <string_view>

namespace crosswalk::text {

/// True if all of `text` is well-formed UTF-8. Threads: pure. Cost: linear, vector code.
bool valid(std::string_view text);

/// The offset of the first byte that begins no well-formed sequence; nothing if there is none.
/// Threads: pure. Cost: that of valid() for good text, byte by byte for bad.
std::optional<std::size_t> first_bad(std::string_view text);

/// The number of code points; in ill-formed text, of bytes that continue none.
/// Threads: pure. Cost: linear.
std::size_t count_code_points(std::string_view text);

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_UTF8_H
