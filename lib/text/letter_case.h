// Small letters and the blanks around a text, as Unicode has them, by ICU.
//
//   "  Zoë@EXAMPLE.com\u00a0"  ->  "zoë@example.com"
//   "I"  ->  "i" everywhere: the root locale knows nothing of the Turkish dotless i
// Texts that are ill-formed UTF-8 come back with U+FFFD for what is wrong.
// Test: tests/text/letter_case_test.cc.
#ifndef CROSSWALK_TEXT_LETTER_CASE_H
#define CROSSWALK_TEXT_LETTER_CASE_H

#include <string>
#include <string_view>

namespace crosswalk::text {

/// `text` without the blanks (White_Space) at its ends. Ownership: a view of it.
/// Threads: pure. Cost: linear in the blanks.
std::string_view trimmed(std::string_view text);

/// Appends `text` in small letters, in the root locale. Threads: pure. Cost: linear.
void append_small_letters(std::string_view text, std::string& out);

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_LETTER_CASE_H
