// Short ways to load schema texts in tests.
#ifndef CROSSWALK_TESTS_SUPPORT_FORMATS_H
#define CROSSWALK_TESTS_SUPPORT_FORMATS_H

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "format/loader.h"
#include "support/source_dir.h"

namespace crosswalk::format {

/// An error of the loader without the pointer at its end.
inline std::string without_pointer(const std::string& message) {
  return message.substr(0, message.find(", at /"));
}

/// The error of an annotated schema, without its pointer; empty if it loads.
inline std::string schema_error(std::string_view text) {
  const Result<Schema> schema = load_schema(text, "f.json", {.is_closed = true});
  return schema ? std::string() : without_pointer(schema.error().message);
}

/// The error of a format, without its pointer; empty if it loads.
inline std::string format_error(std::string_view text) {
  diagnostics::RuleCatalog rules;
  const Result<Definition> loaded = load_definition(text, "club/members", "f.json", rules);
  return loaded ? std::string() : loaded.error().message;
}

/// A format with this root annotation, such as `"layouts": {...}`.
inline std::string format_text(std::string_view annotation) {
  return R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club",
  "definitions": {"member": {"type": "object"}}, "properties": {"rows": {"type": "array", "items": {}}},
  "x-crosswalk": {)" +
         std::string(annotation) + "}}";
}

/// The bytes of a file below the project's folder; a missing file has none.
inline std::string project_file(std::string_view path) {
  std::ifstream stream(tests::source_dir() / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The rules that a format names.
inline std::set<std::string> rule_names(const Definition& definition) {
  std::set<std::string> names;
  const auto add = [&](const std::vector<Check>& checks) {
    for (const Check& check : checks) names.insert(check.rule);
  };
  for (const Node& node : definition.schema.nodes) add(node.annotation.checks);
  for (const Layout& layout : definition.layouts) add(layout.checks);
  for (const Operation& operation : definition.operations) add(operation.checks);
  return names;
}

}  // namespace crosswalk::format

#endif  // CROSSWALK_TESTS_SUPPORT_FORMATS_H
