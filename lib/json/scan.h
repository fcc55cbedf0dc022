// The inner loops that reading and writing JSON share: blanks, the end of a string, a number.
//
// A string is read in leaps: 16 bytes at once are held against the three things that matter inside
// quotes (a quote, a backslash, a control character below 0x20). SSE2 is part of every x86-64, so
// nothing is dispatched at run time; elsewhere the plain twin does the same byte by byte.
//   ab"c   stops at the quote.   UTF-8 is not looked at: text/utf8.h checks it in one sweep.
// Test: tests/json/scan_test.cc, the fast search held against its plain twin.
#ifndef CROSSWALK_JSON_SCAN_H
#define CROSSWALK_JSON_SCAN_H

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "json/number_range.h"

namespace crosswalk::json {

/// True for the four blanks of RFC 8259.
inline bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The first byte in `p..end` that is no blank, or `end`.
inline const char* skip_blanks(const char* p, const char* end) {
  while (p != end && is_blank(*p)) ++p;
  return p;
}

/// True for the bytes that cannot stand as they are between quotes.
inline bool stops_string(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

/// The first byte in `p..end` that stops a string, or `end`; byte by byte.
inline const char* find_string_stop_plain(const char* p, const char* end) {
  while (p != end && !stops_string(*p)) ++p;
  return p;
}

#if defined(__SSE2__)
/// A bit for each of 16 bytes that stops a string.
inline std::uint32_t string_stops(__m128i bytes) {
  const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
  const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                     _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
  return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(marks, control)));
}

/// The same as find_string_stop_plain() of 8 to 16 bytes: the last 8 overlap the first.
inline const char* find_stop_in_two_words(const char* p, const char* end) {
  constexpr std::uint32_t kOfWord = 0xFF;
  for (const char* word : {p, end - 8}) {
    const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(word));
    const std::uint32_t stops = string_stops(bytes) & kOfWord;
    if (stops != 0) return word + std::countr_zero(stops);
  }
  return end;
}
#endif

/// The same as find_string_stop_plain(), 16 bytes at once.
inline const char* find_string_stop(const char* p, const char* end) {
#if defined(__SSE2__)
  for (; end - p >= 16; p += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    if (const std::uint32_t stops = string_stops(bytes); stops != 0)
      return p + std::countr_zero(stops);
  }
  if (end - p >= 8) return find_stop_in_two_words(p, end);
#endif
  return find_string_stop_plain(p, end);
}

/// True for 0 to 9.
inline bool is_digit(char c) {
  return static_cast<unsigned char>(c - '0') < 10;
}

/// Moves `p` past digits. Returns true if there were any.
inline bool skip_digits(const char*& p, const char* end) {
  const char* const first = p;
  while (p != end && is_digit(*p)) ++p;
  return p != first;
}

/// How a number ended.
enum class NumberEnd : std::uint8_t {
  kGood,
  kLeadingZero,  ///< good but for zeros in front of its digits
  kOutOfRange,   ///< good, but no double holds it (number_range.h)
  kDigitWanted,  ///< broken
};

/// Moves `p` past the number that begins there (a minus sign or a digit). kDigitWanted: `p` is the
/// byte where strict reading stops.
inline NumberEnd scan_number(const char*& p, const char* end) {
  if (*p == '-') ++p;
  const char* const first = p;
  if (!skip_digits(p, end)) return NumberEnd::kDigitWanted;
  const bool leading_zero = *first == '0' && p - first > 1;
  constexpr std::ptrdiff_t kMostHeld = 308;  // digits that a double holds whatever they are
  bool good = true;
  bool may_exceed = false;
  if (p != end && *p == '.') good = skip_digits(++p, end);
  may_exceed = p - first > kMostHeld;
  if (good && p != end && (*p == 'e' || *p == 'E')) {
    may_exceed = true;
    ++p;
    if (p != end && (*p == '+' || *p == '-')) ++p;
    good = skip_digits(p, end);
  }
  if (good && leading_zero) return NumberEnd::kLeadingZero;
  if (good)
    return may_exceed && is_out_of_range(first, p) ? NumberEnd::kOutOfRange : NumberEnd::kGood;
  if (leading_zero) p = first + 1;
  return NumberEnd::kDigitWanted;
}

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_SCAN_H
