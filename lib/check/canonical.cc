// Equal values, equal texts: how `const`, `enum` and `uniqueItems` compare containers, and how
// elements are found again by hash instead of pair by pair.
//
//   {"b":1.0,"a":[]}  and  {"a":[],"b":1}   ->   {"a":[],"b":1e0}
//   1 and true        stay apart
// A name that stands twice in an object keeps its last value. Test: tests/check/value_test.cc.
#include <charconv>
#include <map>

#include "check/value.h"
#include "json/writer.h"

namespace crosswalk::check {
namespace {

using json::Kind;

std::int64_t exponent_of(std::string_view digits) {
  if (!digits.empty() && digits[0] == '+') digits.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  constexpr std::int64_t kHuge = 1'000'000'000'000'000'000;
  if (error == std::errc::result_out_of_range) return digits[0] == '-' ? -kHuge : kHuge;
  return value;
}

// Digits without zeros around them, then the power of ten: 1500 and 1.5e3 are 15e2.
void append_number(std::string_view number, std::string& out) {
  const bool negative = number[0] == '-';
  if (negative) number.remove_prefix(1);
  const std::size_t e = number.find_first_of("eE");
  std::int64_t exponent = e == std::string_view::npos ? 0 : exponent_of(number.substr(e + 1));
  number = number.substr(0, e);
  const std::size_t point = number.find('.');
  std::string digits(number.substr(0, point));
  if (point != std::string_view::npos) {
    digits += number.substr(point + 1);
    exponent -= static_cast<std::int64_t>(number.size() - point - 1);
  }
  const std::size_t last = digits.find_last_not_of('0');
  if (last == std::string::npos) {
    out += '0';
    return;
  }
  exponent += static_cast<std::int64_t>(digits.size() - last - 1);
  digits.resize(last + 1);
  digits.erase(0, digits.find_first_not_of('0'));
  if (negative) out += '-';
  out += digits + 'e' + std::to_string(exponent);
}

void append_array(std::string_view text, const json::Tape& tape, std::uint32_t token,
                  std::string& out) {
  const std::uint32_t end = tape.tokens[token].next;
  out += '[';
  for (std::uint32_t element = token + 1; element < end; element = tape.tokens[element].next) {
    append_canonical(text, tape, element, out);
    out += ',';
  }
  out += ']';
}

void append_object(std::string_view text, const json::Tape& tape, std::uint32_t token,
                   std::string& out) {
  std::map<std::string, std::uint32_t, std::less<>> members;
  std::string scratch;
  const std::uint32_t end = tape.tokens[token].next;
  for (std::uint32_t name = token + 1; name < end; name = tape.tokens[name + 1].next) {
    members[std::string(json::string_value(text, tape.tokens[name], scratch))] = name + 1;
  }
  out += '{';
  for (const auto& [name, value] : members) {
    json::append_string(out, name);
    out += ':';
    append_canonical(text, tape, value, out);
    out += ',';
  }
  out += '}';
}

}  // namespace

void append_canonical(std::string_view text, const json::Tape& tape, std::uint32_t token,
                      std::string& out) {
  const json::Token& at = tape.tokens[token];
  std::string scratch;
  switch (at.kind) {
    case Kind::kNumber:
      return append_number(json::raw(text, at), out);
    case Kind::kArray:
      return append_array(text, tape, token, out);
    case Kind::kObject:
      return append_object(text, tape, token, out);
    case Kind::kString:
    case Kind::kName:
      json::append_string(out, json::string_value(text, at, scratch));
      return;
    default:
      out += json::raw(text, at);
  }
}

}  // namespace crosswalk::check
