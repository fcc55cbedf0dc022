// Every word of a format file misspelt once: what the loader and the meta-schema must refuse.
//
// Names that the file's author chose (properties, definitions, operations, header names) are not
// words, nor are titles, patterns and literals.
#ifndef CROSSWALK_TESTS_SUPPORT_MISSPELLINGS_H
#define CROSSWALK_TESTS_SUPPORT_MISSPELLINGS_H

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "json/parser.h"

namespace crosswalk::format {

/// A file with one word misspelt.
struct Misspelling {
  std::string pointer;        ///< of the word
  std::string text;           ///< the whole file
  bool is_reference = false;  ///< a name that leads elsewhere in the file: a lint's business
};

/// The last step of a pointer, and the last but one.
inline std::string_view step_from_end(std::string_view pointer, int back) {
  for (; back > 0; --back) pointer = pointer.substr(0, pointer.rfind('/'));
  return pointer.substr(pointer.rfind('/') + 1);
}

/// True if the name at `pointer` was chosen by the file's author, or stands inside a literal.
inline bool is_chosen_name(std::string_view pointer) {
  static const std::set<std::string_view> kOwners = {"properties",  "patternProperties",
                                                     "definitions", "dependencies",
                                                     "operations",  "headers",
                                                     "words",       "map",
                                                     "values",      "repair",
                                                     "aliases"};
  return kOwners.contains(step_from_end(pointer, 1));
}

/// The word that a text at `pointer` is a value of; list elements belong to their list's word.
inline std::string_view owner_word(std::string_view pointer) {
  const std::string_view last = step_from_end(pointer, 0);
  const bool is_index = last.find_first_not_of("0123456789") == std::string_view::npos;
  return is_index ? step_from_end(pointer, 1) : last;
}

/// All of them.
inline std::vector<Misspelling> misspellings(const std::string& text) {
  static const std::set<std::string_view> kClosed = {
      "type",   "as",     "pii",     "severity", "on",    "columns", "body",
      "method", "format", "missing", "$schema",  "holds", "rest",    "repair"};
  static const std::set<std::string_view> kReferences = {"$ref",     "record",  "then", "unique",
                                                         "required", "records", "order"};
  json::Tape tape;
  std::vector<json::Fault> faults;
  json::parse(text, {}, tape, faults);
  std::vector<Misspelling> all;
  for (std::uint32_t i = 0; i < tape.tokens.size(); ++i) {
    const json::Token& token = tape.tokens[i];
    const bool is_name = token.kind == json::Kind::kName;
    if (!is_name && token.kind != json::Kind::kString) continue;
    const std::string pointer = json::pointer_to(text, tape, is_name ? i + 1 : i);
    const std::string_view owner = owner_word(pointer);
    const bool is_reference = !is_name && kReferences.contains(owner);
    const bool is_word =
        is_name ? !is_chosen_name(pointer) : kClosed.contains(owner) || is_reference;
    if (!is_word || (!is_name && is_chosen_name(pointer))) continue;
    std::string wrong = text;
    wrong.insert(token.end - 1, "q");
    all.push_back({pointer, std::move(wrong), is_reference});
  }
  return all;
}

}  // namespace crosswalk::format

#endif  // CROSSWALK_TESTS_SUPPORT_MISSPELLINGS_H
