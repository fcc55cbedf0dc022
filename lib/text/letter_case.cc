// ICU's case mapping; ASCII, which most addresses are, is done here.
// Test: tests/text/letter_case_test.cc.
#include "text/letter_case.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/icu_memory.h"

namespace crosswalk::text {
namespace {

constexpr unsigned char kFirstBeyondAscii = 0x80;

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_tail(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

/// True if the bytes of one character are a blank.
bool is_blank(std::string_view character) {
  if (const char c = character.front(); static_cast<unsigned char>(c) < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  const auto bytes = static_cast<std::int32_t>(character.size());
  const UChar32 c = icu::UnicodeString::fromUTF8({character.data(), bytes}).char32At(0);
  return u_isUWhiteSpace(c) != 0;
}

std::string_view first_character(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && is_tail(text[size])) ++size;
  return text.substr(0, size);
}

std::string_view last_character(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && is_tail(text[begin])) --begin;
  return text.substr(begin);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(first_character(text)))
    text.remove_prefix(first_character(text).size());
  while (!text.empty() && is_blank(last_character(text)))
    text.remove_suffix(last_character(text).size());
  return text;
}

void append_small_letters(std::string_view text, std::string& out) {
  const std::size_t begin = out.size();
  out.resize(begin + text.size());
  char* const to = out.data() + begin;
  unsigned char bits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bits |= static_cast<unsigned char>(text[i]);
    to[i] = small(text[i]);
  }
  if (bits < kFirstBeyondAscii) return;
  out.resize(begin);
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode error = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<std::int32_t>(text.size())}, sink,
                            nullptr, error);
  check_memory(error);
}

}  // namespace crosswalk::text
