// RapidJSON (iterative, UTF-8 validated) and simdjson, as twins of strict reading.
//
// All three accept and refuse the same texts, but for these known differences:
//   repeated names       faults here; the others keep them silently
//   lone low surrogates  a fault here and in simdjson; RapidJSON 1.1 writes them as they are
//   numbers              any that follow the grammar here; both refuse what a double cannot hold,
//                        simdjson also what a 64-bit integer cannot
//   a byte order mark    not part of the text here; both skip it
//   a NUL                a byte that does not fit here; RapidJSON takes it for the end of the text
// Test: tests/json/parser_twin_test.cc.
#ifndef CROSSWALK_TESTS_JSON_JSON_TWINS_H
#define CROSSWALK_TESTS_JSON_JSON_TWINS_H

#include <rapidjson/document.h>
#include <rapidjson/reader.h>
#include <simdjson.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "json/parser.h"

namespace crosswalk::json {

inline bool rapidjson_accepts(std::string_view text) {
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseValidateEncodingFlag |
                              rapidjson::kParseNumbersAsStringsFlag;
  rapidjson::Document document;
  document.Parse<kFlags>(text.data(), text.size());
  return !document.HasParseError();
}

inline bool simdjson_accepts(std::string_view text) {
  simdjson::dom::parser parser;
  return parser.parse(text.data(), text.size()).error() == simdjson::SUCCESS;
}

/// True if all of `faults` are of the kinds `a` or `b`.
inline bool all_are(const std::vector<Fault>& faults, FaultKind a, FaultKind b) {
  return std::ranges::all_of(
      faults, [=](const Fault& fault) { return fault.kind == a || fault.kind == b; });
}

/// True if simdjson judges `text` as it should, given what strict reading finds in it.
inline bool simdjson_agrees(std::string_view text, const std::vector<Fault>& faults) {
  const bool is_good = all_are(faults, FaultKind::kDuplicateKey, FaultKind::kDuplicateKey);
  return simdjson_accepts(text) == is_good;
}

/// The same of RapidJSON. It may say either of halves of surrogate pairs: it refuses the first half
/// alone, and takes the second.
inline bool rapidjson_agrees(std::string_view text, const std::vector<Fault>& faults) {
  const bool is_good = all_are(faults, FaultKind::kDuplicateKey, FaultKind::kDuplicateKey);
  const bool may_be_good = all_are(faults, FaultKind::kDuplicateKey, FaultKind::kLoneSurrogate);
  return is_good == may_be_good ? rapidjson_accepts(text) == is_good : true;
}

/// True if a number with a long exponent or very many digits may stand in `text`.
inline bool may_hold_a_huge_number(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    digits = digit ? digits + 1 : 0;
    const std::size_t before = i - digits;
    const bool exponent = digits >= 3 && i >= digits &&
                          std::string_view("eE+-").find(text[before]) != std::string_view::npos;
    if (digits > 18 || exponent) return true;
  }
  return false;
}

}  // namespace crosswalk::json

#endif  // CROSSWALK_TESTS_JSON_JSON_TWINS_H
