// Classes of ASCII characters, as the standards of the formats name them.
//
//   is_hex('f'), is_unreserved('~')    true
//   is_letter(0xC5)                    false: a byte beyond ASCII is in no class
// Locales have no say here, unlike in <cctype>. Test: tests/check/ascii_test.cc.
#ifndef CROSSWALK_CHECK_ASCII_H
#define CROSSWALK_CHECK_ASCII_H

#include <string_view>

namespace crosswalk::check {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
/// A byte of a character beyond ASCII.
constexpr bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
/// True if `c` is one of `set`.
constexpr bool is_in(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}
/// RFC 3986, section 2.3.
constexpr bool is_unreserved(char c) {
  return is_letter(c) || is_digit(c) || is_in(c, "-._~");
}
/// RFC 3986, section 2.2.
constexpr bool is_sub_delimiter(char c) {
  return is_in(c, "!$&'()*+,;=");
}

/// How many leading characters of `text` are in the class.
template <class Class>
constexpr std::size_t count_leading(std::string_view text, Class is_member) {
  std::size_t count = 0;
  while (count < text.size() && is_member(text[count])) ++count;
  return count;
}

/// True if `text` holds nothing but characters of the class.
template <class Class>
constexpr bool holds_only(std::string_view text, Class is_member) {
  return count_leading(text, is_member) == text.size();
}

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_ASCII_H
