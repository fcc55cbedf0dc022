// A regular expression matched in the plainest way: sets of places, no engine, no going back.
//
// A node of the tree leads from places in the text to places behind it; a place is a bit, so texts
// of up to 63 characters fit a word. It is slow, cannot explode, and shares nothing with the
// matchers of lib/check but the tree.
//   (a|ab)(c|bcd)   on abcd, from 0: after the group 1 and 2, after the next 3 and 4
//   (a)\1           not for this one: back-references and \p{...} need more than places
// Test: tests/fuzz/plain_regex_test.cc.
#ifndef CROSSWALK_FUZZ_SUPPORT_PLAIN_REGEX_H
#define CROSSWALK_FUZZ_SUPPORT_PLAIN_REGEX_H

#include <string>
#include <string_view>

#include "check/regex_tree.h"

namespace crosswalk::fuzz {

/// The longest text, in characters.
inline constexpr std::size_t kMaxPlainText = 63;

/// True if find_plainly() can match `node`.
bool can_match_plainly(const check::RegexNode& node);

/// True if a match of `node` stands somewhere in `text`. REQUIRES: can_match_plainly(node), and at
/// most kMaxPlainText characters.
bool find_plainly(const check::RegexNode& node, std::u32string_view text);

/// The characters of `utf8`, which must be well-formed.
std::u32string characters_of(std::string_view utf8);

}  // namespace crosswalk::fuzz

#endif  // CROSSWALK_FUZZ_SUPPORT_PLAIN_REGEX_H
