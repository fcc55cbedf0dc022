// See reference_faults.h.
#include "support/reference_faults.h"

#include <algorithm>
#include <vector>

#include "json/parser.h"

namespace crosswalk::fuzz {

using json::Kind;

Parsed::Parsed(std::string_view json) : text(json) {
  std::vector<json::Fault> faults;
  is_good = json::parse(text, {}, tape, faults);
}

// It reads numbers as doubles or 64-bit integers, takes 1.0 for no integer, and divides integers
// only.
bool is_plain_number(std::string_view number) {
  return number.size() < 15 && number.find_first_of(".eE") == std::string_view::npos &&
         number != "-0";
}

namespace {

// It matches bytes with std::regex, which knows other escapes and explodes.
bool is_plain_pattern(std::string_view pattern) {
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '^' || c == '$' || c == '_';
  };
  const std::string_view inside = pattern.substr(pattern.starts_with('^') ? 1 : 0);
  return std::ranges::all_of(pattern, is_plain) && inside.find('^') == std::string_view::npos &&
         inside.find('$') >= std::max<std::size_t>(inside.size(), 1) - 1;
}

// It ends a text at a NUL.
bool is_plain_text(std::string_view raw) {
  return raw.find("\\u0000") == std::string_view::npos;
}

// It asserts some formats, and those wrongly, and resolves no `$id`.
bool is_known_word(std::string_view name) {
  return name != "format" && name != "$id" && name != "id" && name != "$schema" &&
         name != "x-crosswalk";
}

bool has_known_values(const Parsed& parsed) {
  return std::ranges::all_of(parsed.tape.tokens, [&](const json::Token& token) {
    const std::string_view raw = json::raw(parsed.text, token);
    if (token.kind == Kind::kNumber) return is_plain_number(raw);
    const bool is_text = token.kind == Kind::kString || token.kind == Kind::kName;
    return !is_text || is_plain_text(raw);
  });
}

// True if the member `name` of a schema, whose value is the token behind it, is read alike.
bool is_read_alike(const Parsed& schema, std::uint32_t name_token) {
  std::string scratch;
  const auto& tokens = schema.tape.tokens;
  const std::string name(json::string_value(schema.text, tokens[name_token], scratch));
  const json::Token& value = tokens[name_token + 1];
  if (!is_known_word(name)) return false;
  if (name == "pattern" && value.kind == Kind::kString)
    return is_plain_pattern(json::string_value(schema.text, value, scratch));
  if (name != "patternProperties" || value.kind != Kind::kObject) return true;
  for (std::uint32_t at = name_token + 2; at < value.next; at = tokens[at + 1].next) {
    if (!is_plain_pattern(json::string_value(schema.text, tokens[at], scratch))) return false;
  }
  return true;
}

}  // namespace

bool reference_should_agree_on_schema(const Parsed& schema) {
  for (std::uint32_t i = 0; i < schema.tape.tokens.size(); ++i) {
    if (schema.tape.tokens[i].kind == Kind::kName && !is_read_alike(schema, i)) return false;
  }
  return has_known_values(schema);
}

bool reference_should_agree_on_value(const Parsed& value) {
  return has_known_values(value);
}

}  // namespace crosswalk::fuzz
