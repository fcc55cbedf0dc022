// What may be said of an input without saying what stands in it.
//
// Values are told by their shape ("text, 12 characters"). Names of columns and members are told if
// they look like names; others are told by their shape too, for in a file without a header line the
// first customer stands where the names should be:
//   customuid     -> customuid
//   Jan Kowalski  -> name, 12 characters
// A name of one word is printed even where it is somebody's: names must stay readable.
// Test: tests/diagnostics/redaction_test.cc.
#ifndef CROSSWALK_DIAGNOSTICS_REDACTION_H
#define CROSSWALK_DIAGNOSTICS_REDACTION_H

#include <string>
#include <string_view>

#include "diagnostics/raw_finding.h"

namespace crosswalk::diagnostics {

/// What is shown in place of a data character.
inline constexpr char32_t kMask = 0xB7;

/// True if `name` matches `[A-Za-z_][A-Za-z0-9_.-]{0,63}`.
bool is_safe_name(std::string_view name);

/// "text, 12 characters", "number, 5 digits", "empty", "null", "true or false", "array, 3
/// elements", "object, 1 member"; "a value" where nothing is known.
std::string shape_words(const Shape& shape);

/// `name` if it is safe, else "name, 12 characters".
std::string name_or_shape(std::string_view name);

/// An RFC 6901 pointer whose segments are safe names or numbers of up to eight digits; others are
/// masked by three middle dots.
std::string redacted_pointer(std::string_view pointer);

}  // namespace crosswalk::diagnostics

#endif  // CROSSWALK_DIAGNOSTICS_REDACTION_H
