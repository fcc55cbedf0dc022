// A JSON text as a flat list of tokens over its bytes: what the rule program and the schema loader
// walk.
//
// Tokens keep spans, not values: numbers and strings keep their characters. A container's `next`
// skips its subtree, so walking costs nothing but the tokens looked at.
//   {"a":[1,"x"]}  ->  object(1 member) name "a" array(2 elements) number 1 string "x"
//   A text of 4 GiB or more does not fit: offsets have 32 bits.
// Test: tests/json/tape_test.cc.
#ifndef CROSSWALK_JSON_TAPE_H
#define CROSSWALK_JSON_TAPE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::json {

/// Kind of a token. kName is a member's name; its value is the next token.
enum class Kind : std::uint8_t { kNull, kFalse, kTrue, kNumber, kString, kArray, kObject, kName };

/// One token. `begin..end` are its raw bytes: strings and names with their quotes, containers with
/// their brackets.
struct Token {
  Kind kind = Kind::kNull;
  bool escaped = false;  ///< a string or name that holds a backslash
  /// Number of its text among those that whoever made the record writes again and again: texts of
  /// one number are the same; 0: it has none.
  std::uint16_t known_text = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t next =
      0;  ///< index of the first token after this one's subtree; of a name: of its value
  std::uint32_t count = 0;  ///< members of an object, elements of an array
};

/// The tokens of one text. The text must outlive the tape's use; it is passed where it is needed.
struct Tape {
  std::vector<Token> tokens;
  /// Tapes with the same number differ in values alone: places, escapes, characters of scalars. 0:
  /// nothing is known (json/outlines.h).
  std::uint64_t outline = 0;

  void clear() {
    tokens.clear();
    outline = 0;
  }
};

/// The characters of a string or name token, escapes resolved into `scratch` where there are any
/// (else a view into `text`). A string that tolerant reading made of a number with leading zeros
/// has no quotes and gives its digits; an elided element is empty.
inline std::string_view string_value(std::string_view text, const Token& token,
                                     std::string& scratch);
/// The raw bytes of any token: a view into `text`.
inline std::string_view raw(std::string_view text, const Token& token) {
  return {text.data() + token.begin, token.end - token.begin};
}
/// string_value() of a token that holds escapes.
std::string_view unescaped(std::string_view text, const Token& token, std::string& scratch);
/// The value of member `name` of the object at `object`: the last one wins, 0 if absent (0 is
/// always the root). Cost: linear in the members.
std::uint32_t member(std::string_view text, const Tape& tape, std::uint32_t object,
                     std::string_view name);
/// Appends `/name` with ~ and / written as ~0 and ~1 (RFC 6901).
void append_reference_token(std::string& pointer, std::string_view name);
/// The RFC 6901 pointer of the token at `index`, such as `/data/1/7`, from the value at `root`; a
/// name has its value's. Cost: linear in the tokens before it on its path.
std::string pointer_to(std::string_view text, const Tape& tape, std::uint32_t index,
                       std::uint32_t root = 0);

inline std::string_view string_value(std::string_view text, const Token& token,
                                     std::string& scratch) {
  if (token.escaped) return unescaped(text, token, scratch);
  const bool is_quoted = token.begin != token.end && text[token.begin] == '"';
  const std::string_view bytes = raw(text, token);
  return is_quoted ? std::string_view(bytes.data() + 1, bytes.size() - 2) : bytes;
}

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_TAPE_H
