// Spelling of numbers: it runs on every typed cell.
//
//   -0.5e+3  number    .5 +5 1. 0x1 007  none
// Test: tests/check/value_test.cc, held against base/decimal.h.
#include "check/value.h"

#include <algorithm>

#include "json/scan.h"
#include "text/utf8.h"

namespace crosswalk::check {
namespace {

using json::Kind;

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && json::is_digit(text[at])) ++at;
  return at;
}

// The place after `-?(0|[1-9][0-9]*)`; 0 if the text does not start so.
std::size_t skip_integer(std::string_view text) {
  const std::size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
  const std::size_t end = skip_digits(text, first);
  const bool leading_zero = end > first + 1 && text[first] == '0';
  return end == first || leading_zero ? 0 : end;
}

constexpr std::size_t kSmallDigits = 18;

}  // namespace

std::optional<std::int64_t> small_integer(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  const std::string_view digits = text.substr(negative ? 1 : 0);
  if (digits.empty() || digits.size() > kSmallDigits) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) {
    if (!json::is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

Number make_number(std::string_view text) {
  return {*base::Decimal::parse(text), small_integer(text)};
}

std::strong_ordering compare(const Value& number, const Number& limit) {
  if (number.small && limit.small) return *number.small <=> *limit.small;
  return *base::Decimal::parse(number.text) <=> limit.exact;
}

Value value_at(std::string_view text, const json::Tape& tape, std::uint32_t token,
               std::string& scratch) {
  const json::Token& at = tape.tokens[token];
  if (at.kind == Kind::kString || at.kind == Kind::kName) {
    return {Kind::kString, json::string_value(text, at, scratch), token};
  }
  const bool container = at.kind == Kind::kArray || at.kind == Kind::kObject;
  return scalar(at.kind, container ? std::string_view() : json::raw(text, at), token);
}

bool is_integer(std::string_view text) {
  return !text.empty() && skip_integer(text) == text.size();
}

bool is_number(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  const bool begins = !text.empty() && (*p == '-' || json::is_digit(*p));
  return begins && json::scan_number(p, end) == json::NumberEnd::kGood && p == end;
}

bool has_spelling(format::As as, std::string_view number) {
  switch (as) {
    case format::As::kInteger:
    case format::As::kUnix:
      return is_integer(number);
    case format::As::kFlag:
      return number == "0" || number == "1";
    default:
      return true;
  }
}

Kind kind_of_typed_cell(format::As as, std::string_view text) {
  switch (as) {
    case format::As::kNumber:
      return is_number(text) ? Kind::kNumber : Kind::kString;
    case format::As::kInteger:
    case format::As::kUnix:
      return is_integer(text) ? Kind::kNumber : Kind::kString;
    case format::As::kBoolean:
      if (text == "true") return Kind::kTrue;
      return text == "false" ? Kind::kFalse : Kind::kString;
    default:
      return Kind::kString;
  }
}

diagnostics::Shape shape_of(const Value& value, const json::Tape* tape) {
  using diagnostics::ShapeKind;
  switch (value.kind) {
    case Kind::kNull:
      return {ShapeKind::kNull, 0};
    case Kind::kFalse:
    case Kind::kTrue:
      return {ShapeKind::kBoolean, 0};
    case Kind::kNumber:
      return {ShapeKind::kNumber, static_cast<std::uint32_t>(std::count_if(
                                      value.text.begin(), value.text.end(), json::is_digit))};
    case Kind::kArray:
      return {ShapeKind::kArray, tape->tokens[value.token].count};
    case Kind::kObject:
      return {ShapeKind::kObject, tape->tokens[value.token].count};
    default:
      if (value.text.empty()) return {ShapeKind::kEmpty, 0};
      return {ShapeKind::kText, static_cast<std::uint32_t>(text::count_code_points(value.text))};
  }
}

}  // namespace crosswalk::check
