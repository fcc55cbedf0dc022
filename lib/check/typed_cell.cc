// See typed_cell.h.
#include "check/typed_cell.h"

#include "json/scan.h"

namespace crosswalk::check {
namespace {

using json::Kind;
using Sort = TypedCell::Sort;

bool is_span_of(std::string_view text, const std::string& memory) {
  return text.data() != memory.data();
}

TypedCell typed_text(std::string_view text, bool is_span, const CellTyping& typing,
                     TypingMemory& memory) {
  if (text.empty()) return typed_empty(typing);
  if (typing.is_list) return {Sort::kList, Kind::kArray, is_span, text};
  if (typing.as == format::As::kJson) return {Sort::kJson, Kind::kString, is_span, text};
  if (!typing.has_form) return {Sort::kScalar, kind_of_cell(typing.as, text), is_span, text};
  const CellValue value = cell_value(&typing.form, typing.as, text, memory.form);
  if (value.text.empty()) return typed_empty(typing);
  return {Sort::kScalar, value.kind, false, value.text};
}

// The whole of `text` is a number, or it is none.
std::optional<Kind> kind_of_digits(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  const json::NumberEnd found = json::scan_number(p, end);
  if (p == end && found == json::NumberEnd::kOutOfRange) return std::nullopt;
  return p == end && found == json::NumberEnd::kGood ? Kind::kNumber : Kind::kString;
}

}  // namespace

TypedCell typed_empty(const CellTyping& typing) {
  switch (typing.empty) {
    case EmptyCell::kLeftOut:
      return {};
    case EmptyCell::kNull:
      return {Sort::kScalar, Kind::kNull, false, "null"};
    default:
      return {Sort::kScalar, Kind::kString, false, {}};
  }
}

TypedCell typed_other_cell(std::string_view bytes, const record::Cell& cell,
                           const CellTyping& typing, TypingMemory& memory) {
  using record::CellKind;
  if (cell.kind != CellKind::kText && cell.kind != CellKind::kString)
    return {Sort::kJson, Kind::kString, true, bytes.substr(cell.begin, cell.end - cell.begin)};
  const std::string_view text = record::cell_text(bytes, cell, memory.text);
  const bool is_span = is_span_of(text, memory.text);
  if (cell.kind == CellKind::kString) return {Sort::kScalar, Kind::kString, is_span, text};
  return typed_text(text, is_span, typing, memory);
}

std::optional<Kind> kind_at_a_glance(std::string_view text) {
  if (json::is_blank(text.back())) return Kind::kString;
  switch (text.front()) {
    case '"':
    case '[':
    case '{':
      return std::nullopt;
    case 't':
      return text == "true" ? Kind::kTrue : Kind::kString;
    case 'f':
      return text == "false" ? Kind::kFalse : Kind::kString;
    case 'n':
      return text == "null" ? Kind::kNull : Kind::kString;
    default:
      break;
  }
  const bool may_be_number = text.front() == '-' || json::is_digit(text.front());
  return may_be_number ? kind_of_digits(text) : Kind::kString;
}

}  // namespace crosswalk::check
