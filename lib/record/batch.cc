// The text of a cell: quotes taken off, doubled quotes and JSON escapes resolved.
//
// Nearly all cells are plain, so nothing is copied unless the reader marked the cell as escaped.
//   "a ""b"""        (CSV)   becomes   a "b"
//   a%7Cb           (form)  becomes   a|b
//   "\u00e9\uD83D"   (JSON)  becomes   U+00E9 and U+FFFD: a lone surrogate is no character
// An escape that JSON does not know keeps its characters: the parser has complained about it.
// Test: tests/record/batch_test.cc.
#include "record/batch.h"

#include <optional>

#include "text/percent.h"

namespace crosswalk::record {
namespace {

constexpr char32_t kReplacementCharacter = 0xFFFD;

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6U));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12U));
    put(0x80 | ((code_point >> 6U) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18U));
    put(0x80 | ((code_point >> 12U) & 0x3F));
    put(0x80 | ((code_point >> 6U) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::optional<char32_t> hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<char32_t>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<char32_t>(digit - 'a' + 10);
  if (digit >= 'A' && digit <= 'F') return static_cast<char32_t>(digit - 'A' + 10);
  return std::nullopt;
}

// The code unit of the `\uXXXX` at `pos`, if one stands there.
std::optional<char32_t> unicode_escape(std::string_view text, std::size_t pos) {
  if (text.size() < pos + 6 || text[pos] != '\\' || text[pos + 1] != 'u') return std::nullopt;
  char32_t unit = 0;
  for (const char digit : text.substr(pos + 2, 4)) {
    const std::optional<char32_t> value = hex_digit(digit);
    if (!value) return std::nullopt;
    unit = unit * 16 + *value;
  }
  return unit;
}

bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Appends the character of the `\uXXXX` (or pair of them) at `pos` and returns its length in bytes.
std::size_t append_unicode_escape(std::string& out, std::string_view text, std::size_t pos) {
  const std::optional<char32_t> first = unicode_escape(text, pos);
  if (!first) {
    out += "\\u";
    return 2;
  }
  const std::optional<char32_t> second = unicode_escape(text, pos + 6);
  if (is_high_surrogate(*first) && second && is_low_surrogate(*second)) {
    append_utf8(out, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
    return 12;
  }
  const bool is_lone = is_high_surrogate(*first) || is_low_surrogate(*first);
  append_utf8(out, is_lone ? kReplacementCharacter : *first);
  return 6;
}

char short_escape(char letter) {
  switch (letter) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter;
  }
}

void resolve_escapes(std::string_view text, std::string& out) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t escape = text.find('\\', pos);
    out += text.substr(pos, escape - pos);
    if (escape == std::string_view::npos) return;
    if (escape + 1 == text.size()) {
      out += '\\';
      return;
    }
    if (text[escape + 1] == 'u') {
      pos = escape + append_unicode_escape(out, text, escape);
    } else {
      out += short_escape(text[escape + 1]);
      pos = escape + 2;
    }
  }
}

void undouble_quotes(std::string_view text, char quote, std::string& out) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t doubled = text.find(quote, pos);
    out += text.substr(pos, doubled - pos);
    if (doubled == std::string_view::npos) return;
    out += quote;
    pos = doubled + 2;
  }
}

}  // namespace

std::string_view cell_text(std::string_view bytes, const Cell& cell, std::string& scratch) {
  const std::string_view raw = bytes.substr(cell.begin, cell.end - cell.begin);
  if ((cell.flags & Cell::kPercent) != 0) {
    scratch.clear();
    text::append_decoded(scratch, raw);
    return scratch;
  }
  const bool is_json = cell.kind == CellKind::kString;
  const bool is_quoted = is_json ? raw.starts_with('"') : (cell.flags & Cell::kQuoted) != 0;
  if (!is_quoted || raw.size() < 2) return raw;
  const std::string_view inner = raw.substr(1, raw.size() - 2);
  if ((cell.flags & Cell::kEscaped) == 0) return inner;
  scratch.clear();
  if (is_json) {
    resolve_escapes(inner, scratch);
  } else {
    undouble_quotes(inner, raw.front(), scratch);
  }
  return scratch;
}

}  // namespace crosswalk::record
