// Tests that look at the first and last bytes, or at the neighbours of a question mark.
//
//   is_formula("-12,5")  no: a number;   is_formula("-foo") yes
// Test: tests/check/text_rules_test.cc.
#include "check/text_rules.h"

#include <algorithm>

namespace crosswalk::check {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

bool has_mark_between_letters(std::string_view text) {
  for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    if (at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) && is_letter(text[at + 1])) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_spreadsheet_digits(std::string_view text) {
  const std::size_t point = skip_digits(text, 0);
  if (point >= text.size() || text[point] != '.') return false;
  const std::size_t exponent = skip_digits(text, point + 1);
  if (exponent == point + 1 || text.substr(exponent, 2) != "E+") return false;
  return exponent + 2 < text.size() && skip_digits(text, exponent + 2) == text.size();
}

bool has_blank_end(std::string_view text) {
  if (text.empty()) return false;
  return is_blank(text.front()) || is_blank(text.back()) || text.starts_with(kNoBreakSpace) ||
         text.ends_with(kNoBreakSpace);
}

bool has_lost_character(std::string_view text) {
  if (text.find(kReplacement) != std::string_view::npos) return true;
  return has_mark_between_letters(text) && text.find("://") == std::string_view::npos;
}

bool may_have_lost_characters(std::string_view bytes) {
  return bytes.find(kReplacement) != std::string_view::npos || has_mark_between_letters(bytes) ||
         bytes.find("\\u") != std::string_view::npos;
}

bool is_number_or_phone(std::string_view text) {
  const auto fits = [](char c) {
    return is_digit(c) || std::string_view(" .,()/-").find(c) != std::string_view::npos;
  };
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos && exponent > 0 && is_digit(text[exponent - 1])) {
    const std::size_t sign = text.find_first_of("+-", exponent) == exponent + 1 ? 1 : 0;
    const std::size_t digits = exponent + 1 + sign;
    return digits < text.size() && skip_digits(text, digits) == text.size() &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(exponent), fits);
  }
  return std::all_of(text.begin(), text.end(), fits) &&
         std::any_of(text.begin(), text.end(), is_digit);
}

}  // namespace crosswalk::check
