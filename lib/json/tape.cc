// Reading a tape: see tape.h. Test: tests/json/tape_test.cc.
#include "json/tape.h"

#include "base/name_table.h"
#include "record/batch.h"

namespace crosswalk::json {

void append_reference_token(std::string& pointer, std::string_view name) {
  pointer += '/';
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

std::string_view unescaped(std::string_view text, const Token& token, std::string& scratch) {
  const bool quoted = token.begin != token.end && text[token.begin] == '"';
  record::Cell cell{token.begin, token.end, record::CellKind::kString, record::Cell::kEscaped};
  if (quoted) cell.flags |= record::Cell::kQuoted;
  return record::cell_text(text, cell, scratch);
}

// Most names differ in length alone, which costs no look at the text.
std::uint32_t member(std::string_view text, const Tape& tape, std::uint32_t object,
                     std::string_view name) {
  std::uint32_t found = 0;
  std::string scratch;
  const std::uint32_t end = tape.tokens[object].next;
  for (std::uint32_t i = object + 1; i < end; i = tape.tokens[i + 1].next) {
    const Token& token = tape.tokens[i];
    const bool may_be_it = token.escaped || token.end - token.begin == name.size() + 2;
    if (may_be_it && base::same_name(string_value(text, token, scratch), name)) found = i + 1;
  }
  return found;
}

std::string pointer_to(std::string_view text, const Tape& tape, std::uint32_t index,
                       std::uint32_t root) {
  std::string pointer;
  std::string scratch;
  std::uint32_t container = root;
  while (container != index) {
    const bool object = tape.tokens[container].kind == Kind::kObject;
    std::uint32_t value = container + (object ? 2 : 1);
    std::uint32_t element = 0;
    for (; tape.tokens[value].next <= index; ++element) {
      value = tape.tokens[value].next + (object ? 1 : 0);
    }
    if (object) {
      append_reference_token(pointer, string_value(text, tape.tokens[value - 1], scratch));
    } else {
      pointer += '/' + std::to_string(element);
    }
    if (value > index) break;  // the index of the member's name
    container = value;
  }
  return pointer;
}

}  // namespace crosswalk::json
