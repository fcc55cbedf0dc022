// What an export or a spreadsheet did to a text on its way: damage that no schema keyword sees.
//
//   4.86E+10       a phone number that a spreadsheet took for a number
//   Micha? Nowak   a character that an encoding could not hold
//   =1+1           a text that a spreadsheet would run
//   a@b.pl?x=y     fine: the question mark of https://a.pl/b?c is no lost character either
// Test: tests/check/text_rules_test.cc.
#ifndef CROSSWALK_CHECK_TEXT_RULES_H
#define CROSSWALK_CHECK_TEXT_RULES_H

#include <string_view>

#include "format/schema.h"

namespace crosswalk::check {

/// Damage that a text must not have, besides lost characters.
struct TextDamage {
  bool spreadsheet_number = false;
  bool blank_end = false;
  bool not_nfc = false;
};

/// What is damage in a text of class `pii`. `tells_nfc`: text.not-nfc is told.
inline TextDamage damage_of(format::Pii pii, bool tells_nfc) {
  using format::Pii;
  const bool is_key = pii == Pii::kId || pii == Pii::kEmail;
  return {pii == Pii::kId || pii == Pii::kPhone, is_key, is_key && tells_nfc};
}

/// `text` without blanks and tabs at its ends: they are no part of a part of a multi-value cell.
std::string_view trim_blanks(std::string_view text);

/// is_spreadsheet_number() of a text that begins with a digit.
bool is_spreadsheet_digits(std::string_view text);
/// Digits, a point, digits, `E+` and digits.
inline bool is_spreadsheet_number(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9' && is_spreadsheet_digits(text);
}

/// A blank, tab or no-break space at either end.
bool has_blank_end(std::string_view text);

/// U+FFFD, or a question mark between letters (bytes beyond ASCII count as letters) in a text that
/// is no URL.
bool has_lost_character(std::string_view text);

/// False if no text in `bytes` (cells as they stand in a CSV or JSON) has a lost character, told
/// without looking at each. Cost: linear, vector code where there are few question marks.
bool may_have_lost_characters(std::string_view bytes);

/// True if digits, and what numbers and phone numbers have between them, are all of `text`.
bool is_number_or_phone(std::string_view text);
/// A text that a spreadsheet would run: begins with `=`, `@`, tab or CR, or with a sign followed by
/// something that is no number or phone number.
inline bool is_formula(std::string_view text) {
  if (text.empty()) return false;
  switch (text.front()) {
    case '=':
    case '@':
    case '\t':
    case '\r':
      return true;
    case '+':
    case '-':
      return text.size() > 1 && !is_number_or_phone(text.substr(1));
    default:
      return false;
  }
}

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_TEXT_RULES_H
