// Want of memory in ICU, told as everywhere else.
//
// ICU says it as a status, or gives a text that is "bogus" and reads as an empty one. Taken for an
// ordinary failure, or for a text, it would change data in silence; here it is std::bad_alloc.
#ifndef CROSSWALK_TEXT_ICU_MEMORY_H
#define CROSSWALK_TEXT_ICU_MEMORY_H

#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <cstdint>
#include <new>
#include <string_view>

namespace crosswalk::text {

/// For what can have no other reason.
[[noreturn]] inline void throw_bad_alloc() {
  throw std::bad_alloc();
}

/// Errors: std::bad_alloc, if `status` is that memory ran out.
inline void check_memory(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw_bad_alloc();
}

/// The same, if `text` could not be made.
inline void check_memory(const icu::UnicodeString& text) {
  if (text.isBogus()) throw_bad_alloc();
}

/// `text`, which is UTF-8, in UTF-16. Errors: std::bad_alloc.
inline icu::UnicodeString utf16_of(std::string_view text) {
  auto result = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  check_memory(result);
  return result;
}

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_ICU_MEMORY_H
