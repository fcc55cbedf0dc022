// Typed access to a JSON file with one remembered error; the idea is told in json_file.h.
#include "format/json_file.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "base/nearest.h"
#include "json/parser.h"

namespace crosswalk::format {
namespace {

/// What strict reading wanted, for people.
std::string fault_words(const json::Fault& fault) {
  if (fault.kind == json::FaultKind::kDuplicateKey) return "the same name twice in one object";
  if (fault.kind == json::FaultKind::kDepth) {
    return "nested deeper than " + std::to_string(json::ParseOptions{}.max_depth) + " levels";
  }
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

/// The digits of a whole number: of `3`, `3.0` and `0.03e2` 3; empty if it is not whole or is
/// negative. A number that no count can have becomes longer than any.
std::string whole_digits(std::string_view number) {
  constexpr std::int64_t kLongest = 20;
  const std::size_t e = std::min(number.find_first_of("eE"), number.size());
  std::string_view exponent_text = number.substr(std::min(e + 1, number.size()));
  if (exponent_text.starts_with('+')) exponent_text.remove_prefix(1);
  std::int64_t exponent = 0;
  const char* const end = exponent_text.data() + exponent_text.size();
  if (std::from_chars(exponent_text.data(), end, exponent).ec == std::errc::result_out_of_range) {
    exponent = exponent_text.starts_with('-') ? -kLongest : kLongest;
  }
  const std::size_t point = std::min(number.find('.'), e);
  std::string digits(number.substr(0, point));
  if (point < e) digits += number.substr(point + 1, e - point - 1);
  if (digits.find_first_not_of('0') == std::string::npos) return "0";
  const std::int64_t whole =
      static_cast<std::int64_t>(point) + std::clamp(exponent, -kLongest, kLongest);
  const std::size_t length = whole < 0 ? 0 : static_cast<std::size_t>(whole);
  const bool is_whole = digits.find_first_not_of('0', length) == std::string::npos;
  digits.resize(length, '0');
  return is_whole && digits.front() != '-' ? digits : std::string();
}

}  // namespace

TokenId JsonFile::add(std::string_view text, std::string_view where) {
  if (failed()) return 0;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const auto begin = static_cast<std::uint32_t>(texts_.text.size());
  const auto root = static_cast<TokenId>(texts_.tape.tokens.size());
  const auto end = static_cast<std::uint32_t>(begin + text.size());
  texts_.text += text;
  texts_.parts.push_back({std::string(where), begin, end, root});
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(text, json::ParseOptions{}, tape, faults);
  // Limits are compared by their digits, so one that no double holds is a limit all the same.
  std::erase_if(faults,
                [](const auto& fault) { return fault.kind == json::FaultKind::kNumberRange; });
  if (!faults.empty()) {
    fail_at(begin + faults.front().offset, fault_words(faults.front()));
  } else if (tape.tokens.empty()) {
    fail_at(begin, "this is not JSON");
  }
  for (json::Token token : tape.tokens) {
    token.begin += begin;
    token.end += begin;
    token.next += root;
    texts_.tape.tokens.push_back(token);
  }
  return failed() ? 0 : root;
}

void JsonFile::fail_at(std::size_t offset, const std::string& what) {
  if (!failed()) error_ = texts_.error_at(static_cast<std::uint32_t>(offset), what);
}

void JsonFile::fail(TokenId token, const std::string& what) {
  if (!failed()) error_ = texts_.error_of(token, what);
}

void JsonFile::fail_unknown(TokenId name_token, std::string_view idea,
                            std::span<const std::string_view> known) {
  if (failed()) return;
  const std::string word = text_of(name_token);
  std::vector<std::string> near = base::nearest(word, known);
  near.resize(std::min<std::size_t>(near.size(), 1));
  fail(name_token, "unknown " + std::string(idea) + ' ' + quoted(word) + base::did_you_mean(near));
}

std::string JsonFile::text_of(TokenId token) const {
  std::string scratch;
  return std::string(json::string_value(texts_.text, texts_.tape.tokens[token], scratch));
}

std::string_view JsonFile::raw(TokenId token) const {
  return json::raw(texts_.text, texts_.tape.tokens[token]);
}

std::optional<TokenId> JsonFile::find(TokenId object, std::string_view name) const {
  if (kind(object) != json::Kind::kObject) return std::nullopt;
  const TokenId value = json::member(texts_.text, texts_.tape, object, name);
  return value == 0 ? std::nullopt : std::optional(value);
}

bool JsonFile::expect(TokenId token, json::Kind wanted, std::string_view what) {
  if (failed()) return false;
  if (kind(token) == wanted) return true;
  fail(token, "wanted " + std::string(what) + ", found " + std::string(kind_words(kind(token))));
  return false;
}

std::string JsonFile::string(TokenId token) {
  return expect(token, json::Kind::kString, "a text") ? text_of(token) : std::string{};
}

bool JsonFile::boolean(TokenId token) {
  if (failed()) return false;
  if (kind(token) == json::Kind::kTrue) return true;
  expect(token, json::Kind::kFalse, "true or false");
  return false;
}

std::uint64_t JsonFile::count(TokenId token) {
  if (!expect(token, json::Kind::kNumber, "a whole number")) return 0;
  const std::string digits = whole_digits(raw(token));
  std::uint64_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty()) fail(token, "wanted a whole number from 0");
  if (read.ec == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
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
  const TokenId end = texts_.tape.tokens[token].next;
  for (TokenId at = token + 1; at < end; at = texts_.tape.tokens[at].next) found.push_back(at);
  return found;
}

std::vector<Member> JsonFile::members(TokenId token) {
  std::vector<Member> found;
  if (!expect(token, json::Kind::kObject, "an object")) return found;
  const TokenId end = texts_.tape.tokens[token].next;
  std::string scratch;
  for (TokenId name = token + 1; name < end; name = texts_.tape.tokens[name + 1].next) {
    found.push_back(
        {std::string(json::string_value(texts_.text, texts_.tape.tokens[name], scratch)), name,
         name + 1});
  }
  return found;
}

}  // namespace crosswalk::format
