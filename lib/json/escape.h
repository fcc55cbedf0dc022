// Escapes inside JSON strings: is the one that stands here good?
//
//   \n   \u00e9   \ud83d\ude00 (a pair is one escape)   are good.
//   \x   \u12g4   and a half of a surrogate pair alone   are not.
// Test: tests/json/escape_test.cc.
#ifndef CROSSWALK_JSON_ESCAPE_H
#define CROSSWALK_JSON_ESCAPE_H

#include <cstdint>

namespace crosswalk::json {

/// True for the letters that may follow a backslash, but for u.
bool is_escape_letter(char c);
/// Reads four hexadecimal digits at `p` into `unit`. Returns false if there are none before `end`.
bool read_hex4(const char* p, const char* end, std::uint32_t& unit);
/// The byte after the escape whose backslash stands at `p`; nullptr if it is none, half a surrogate
/// pair, or cut off by `end`.
const char* skip_escape(const char* p, const char* end);

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_ESCAPE_H
