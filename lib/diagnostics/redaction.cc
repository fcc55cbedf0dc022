// What may be said of an input without saying what stands in it: see redaction.h.
#include "diagnostics/redaction.h"

#include <algorithm>

#include "diagnostics/display_text.h"

namespace crosswalk::diagnostics {
namespace {

constexpr std::size_t kMaxNameBytes = 64;
constexpr std::size_t kMaxIndexDigits = 8;  // longer ones may be phone numbers

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool begins_name(char letter) {
  return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || letter == '_';
}

bool continues_name(char letter) {
  return begins_name(letter) || is_digit(letter) || letter == '.' || letter == '-';
}

bool is_index(std::string_view segment) {
  return !segment.empty() && segment.size() <= kMaxIndexDigits &&
         std::ranges::all_of(segment, is_digit);
}

std::string counted(std::string_view what, std::size_t count, std::string_view unit) {
  std::string words(what);
  words += ", " + std::to_string(count) + " ";
  words += unit;
  if (count != 1) words += 's';
  return words;
}

}  // namespace

bool is_safe_name(std::string_view name) {
  return !name.empty() && name.size() <= kMaxNameBytes && begins_name(name.front()) &&
         std::ranges::all_of(name, continues_name);
}

std::string shape_words(const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::kNone:
      return "a value";
    case ShapeKind::kText:
      return counted("text", shape.size, "character");
    case ShapeKind::kNumber:
      return counted("number", shape.size, "digit");
    case ShapeKind::kBoolean:
      return "true or false";
    case ShapeKind::kNull:
      return "null";
    case ShapeKind::kEmpty:
      return "empty";
    case ShapeKind::kArray:
      return counted("array", shape.size, "element");
    case ShapeKind::kObject:
      return counted("object", shape.size, "member");
  }
  return {};
}

std::string name_or_shape(std::string_view name) {
  if (is_safe_name(name)) return std::string(name);
  return counted("name", count_code_points(name), "character");
}

std::string redacted_pointer(std::string_view pointer) {
  std::string out;
  while (!pointer.empty()) {
    const std::string_view segment = pointer.substr(1, pointer.find('/', 1) - 1);
    out += '/';
    if (is_safe_name(segment) || is_index(segment)) {
      out += segment;
    } else {
      for (int i = 0; i < 3; ++i) append_code_point(out, kMask);
    }
    pointer.remove_prefix(segment.size() + 1);
  }
  return out;
}

}  // namespace crosswalk::diagnostics
