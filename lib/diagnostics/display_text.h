// Text of an input made fit for a terminal: valid UTF-8 in which every code point takes a visible
// place.
//
// Control characters become their pictures (ESC -> U+241B), so no escape sequence, line end or
// backspace of an input reaches a terminal; ill-formed bytes, direction marks and other invisible
// characters become U+FFFD, one each, so that counted code points stay true.
//   "a\x1b[31m" -> a, picture of ESC, [31m
// It does not look at how wide a code point is drawn: that is the printer's business.
// Test: tests/diagnostics/display_text_test.cc.
#ifndef CROSSWALK_DIAGNOSTICS_DISPLAY_TEXT_H
#define CROSSWALK_DIAGNOSTICS_DISPLAY_TEXT_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosswalk::diagnostics {

/// A code point of a text and the bytes it takes there.
struct CodePoint {
  char32_t value = 0xFFFD;  ///< U+FFFD for an ill-formed byte
  std::size_t byte_count = 1;
};

/// The code point that begins at `text[at]`. REQUIRES: at < text.size().
CodePoint code_point_at(std::string_view text, std::size_t at);

/// Number of code points in `text`, each ill-formed byte being one.
std::size_t count_code_points(std::string_view text);

/// Appends `value` as UTF-8. REQUIRES: it is a Unicode scalar value.
void append_code_point(std::string& out, char32_t value);

/// What is shown for `value`: itself, its picture, or U+FFFD.
char32_t displayed(char32_t value);

/// `text` fit for a terminal, cut after `max_code_points` with an ellipsis.
std::string display_text(std::string_view text, std::size_t max_code_points = SIZE_MAX);

}  // namespace crosswalk::diagnostics

#endif  // CROSSWALK_DIAGNOSTICS_DISPLAY_TEXT_H
