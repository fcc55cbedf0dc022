// Typed access to a JSON file with one remembered error; the idea is told in json_file.h.
#include "format/json_file.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/nearest.h"
#include "base/position.h"
#include "json/parser.h"

namespace crosswalk::format {
namespace {

/// What strict reading wanted, for people.
std::string fault_words(const json::Fault& fault) {
  if (fault.kind == json::FaultKind::kDuplicateKey) return "the same name twice in one object";
  if (fault.expected.empty()) return "this is not JSON";
  return "this is not JSON: wanted " + std::string(fault.expected);
}

std::string quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

/// Words for a token of a kind that was not wanted.
std::string_view kind_words(json::Kind kind) {
  switch (kind) {
    case json::Kind::kNull:
      return "null";
    case json::Kind::kFalse:
    case json::Kind::kTrue:
      return "true or false";
    case json::Kind::kNumber:
      return "a number";
    case json::Kind::kString:
    case json::Kind::kName:
      return "a text";
    case json::Kind::kArray:
      return "a list";
    case json::Kind::kObject:
      return "an object";
  }
  return "something else";
}

/// `3` and `3.0` without their fraction; empty if the number is not whole or is negative.
std::string_view whole_digits(std::string_view number) {
  const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
  const std::string_view rest = number.substr(digits);
  const bool whole = rest.empty() || (rest.front() == '.' &&
                                      rest.find_first_not_of('0', 1) == std::string_view::npos);
  return whole ? number.substr(0, digits) : std::string_view{};
}

}  // namespace

JsonFile::JsonFile(std::string text, std::string_view where)
    : text_(std::move(text)), where_(where) {
  std::vector<json::Fault> faults;
  const bool whole = json::parse(text_, json::ParseOptions{}, tape_, faults);
  if (!faults.empty()) {
    fail_at(faults.front().offset, fault_words(faults.front()));
  } else if (!whole || tape_.tokens.empty()) {
    fail_at(0, "this is not JSON");
  }
}

void JsonFile::fail_at(std::size_t offset, const std::string& what) {
  if (failed()) return;
  const Position place =
      base::advance(Position{}, base::measure(std::string_view(text_).substr(0, offset)));
  error_ = Error{ErrorKind::kUsage, where_ + ':' + std::to_string(place.line) + ':' +
                                        std::to_string(place.column) + ": " + what};
}

void JsonFile::fail(TokenId token, const std::string& what) {
  fail_at(tape_.tokens[token].begin, what);
}

void JsonFile::fail_unknown(TokenId name_token, std::string_view idea,
                            std::span<const std::string_view> known) {
  if (failed()) return;
  std::string scratch;
  const std::string word(json::string_value(text_, tape_.tokens[name_token], scratch));
  std::vector<std::string> near = base::nearest(word, known);
  near.resize(std::min<std::size_t>(near.size(), 1));
  fail(name_token, "unknown " + std::string(idea) + ' ' + quoted(word) + base::did_you_mean(near));
}

std::string_view JsonFile::raw(TokenId token) const {
  return json::raw(text_, tape_.tokens[token]);
}

std::optional<TokenId> JsonFile::find(TokenId object, std::string_view name) const {
  if (kind(object) != json::Kind::kObject) return std::nullopt;
  const TokenId value = json::member(text_, tape_, object, name);
  return value == 0 ? std::nullopt : std::optional(value);
}

bool JsonFile::expect(TokenId token, json::Kind wanted, std::string_view what) {
  if (failed()) return false;
  if (kind(token) == wanted) return true;
  fail(token, "wanted " + std::string(what) + ", found " + std::string(kind_words(kind(token))));
  return false;
}

std::string JsonFile::string(TokenId token) {
  if (!expect(token, json::Kind::kString, "a text")) return {};
  std::string scratch;
  return std::string(json::string_value(text_, tape_.tokens[token], scratch));
}

bool JsonFile::boolean(TokenId token) {
  if (failed()) return false;
  if (kind(token) == json::Kind::kTrue) return true;
  expect(token, json::Kind::kFalse, "true or false");
  return false;
}

std::uint64_t JsonFile::count(TokenId token) {
  if (!expect(token, json::Kind::kNumber, "a whole number")) return 0;
  const std::string_view digits = whole_digits(raw(token));
  std::uint64_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc{}) fail(token, "wanted a whole number from 0");
  return value;
}

std::string JsonFile::number(TokenId token) {
  return expect(token, json::Kind::kNumber, "a number") ? std::string(raw(token)) : std::string{};
}

std::vector<std::string> JsonFile::strings(TokenId token) {
  std::vector<std::string> values;
  for (const TokenId element : elements(token)) values.push_back(string(element));
  return values;
}

std::vector<TokenId> JsonFile::elements(TokenId token) {
  std::vector<TokenId> found;
  if (!expect(token, json::Kind::kArray, "a list")) return found;
  const TokenId end = tape_.tokens[token].next;
  for (TokenId at = token + 1; at < end; at = tape_.tokens[at].next) found.push_back(at);
  return found;
}

std::vector<Member> JsonFile::members(TokenId token) {
  std::vector<Member> found;
  if (!expect(token, json::Kind::kObject, "an object")) return found;
  const TokenId end = tape_.tokens[token].next;
  std::string scratch;
  for (TokenId name = token + 1; name < end; name = tape_.tokens[name + 1].next) {
    found.push_back(
        {std::string(json::string_value(text_, tape_.tokens[name], scratch)), name, name + 1});
  }
  return found;
}

}  // namespace crosswalk::format
