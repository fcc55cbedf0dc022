// From a definition to its description. The type of a field is said in the words of `as`, because
// they say more than `type` does: a flag is a flag, not "integer, string or null".
//   {"type": ["number", "string"], "x-crosswalk": {"as": "number"}}   number
//   {"type": ["integer", "null"]}                                     integer or null
//   {"enum": [1, 2]}                                                  any
// Test: tests/format/describe_test.cc.
#include "format/describe.h"

#include <set>

namespace crosswalk::format {
namespace {

std::string_view meaning_words(As as) {
  switch (as) {
    case As::kNone:
      break;
    case As::kText:
      return "text";
    case As::kNumber:
      return "number";
    case As::kInteger:
      return "integer";
    case As::kBoolean:
      return "true or false";
    case As::kFlag:
      return "1 or 0";
    case As::kUnix:
      return "Unix time";
    case As::kDate:
      return "date";
    case As::kDateTime:
      return "date-time";
  }
  return {};
}

struct TypeWords {
  TypeBit type;
  std::string_view words;
};

constexpr TypeWords kTypeWords[] = {
    {kTypeString, "text"},     {kTypeNumber, "number"},
    {kTypeInteger, "integer"}, {kTypeBoolean, "true or false"},
    {kTypeArray, "list"},      {kTypeObject, "object"},
    {kTypeNull, "null"},
};

std::string type_words(const Node& node) {
  if (node.annotation.as != As::kNone) return std::string(meaning_words(node.annotation.as));
  if (!node.has_types) return "any";
  std::string words;
  for (const TypeWords& type : kTypeWords) {
    if ((node.types & type.type) == 0) continue;
    if (!words.empty()) words += " or ";
    words += type.words;
  }
  return words;
}

/// The node itself, or what its `$ref` leads to. Ends: a ring of bare `$ref`s is followed once
/// round.
const Node& resolved(const Schema& schema, NodeId id) {
  const Node* node = &schema.nodes[id];
  for (std::size_t step = 0; step < schema.nodes.size() && node->ref != kNoNode; ++step) {
    node = &schema.nodes[node->ref];
  }
  return *node;
}

FieldInfo field(const Schema& schema, const std::string& name, NodeId id) {
  const Node& node = resolved(schema, id);
  FieldInfo info;
  info.name = name;
  info.type = type_words(node);
  info.description = node.description.empty() ? node.title : node.description;
  return info;
}

std::vector<FieldInfo> fields(const Definition& definition) {
  const Schema& schema = definition.schema;
  const Node& record = resolved(schema, definition.record);
  const std::set<std::string> required(record.required.begin(), record.required.end());
  std::vector<FieldInfo> found;
  for (const auto& [name, id] : record.properties) {
    FieldInfo info = field(schema, name, id);
    info.required = required.contains(name);
    found.push_back(std::move(info));
  }
  for (const auto& [pattern, id] : record.pattern_properties) {
    if (schema.nodes[id].boolean) continue;
    FieldInfo info = field(schema, pattern, id);
    info.is_pattern = true;
    found.push_back(std::move(info));
  }
  return found;
}

std::vector<std::string> rule_names(const Definition& definition) {
  std::set<std::string> names;
  const auto add = [&](const std::vector<Check>& checks) {
    for (const Check& check : checks) names.insert(check.rule);
  };
  for (const Node& node : definition.schema.nodes) add(node.annotation.checks);
  for (const Layout& layout : definition.layouts) add(layout.checks);
  for (const Operation& operation : definition.operations) add(operation.checks);
  return {names.begin(), names.end()};
}

}  // namespace

FormatInfo describe(const Definition& definition) {
  const Node& root = definition.schema.nodes.front();
  FormatInfo info;
  info.name = definition.name;
  info.title = root.title;
  info.description = root.description;
  info.origin = definition.origin;
  for (const Layout& layout : definition.layouts) {
    const Limits& limits = layout.limits;
    info.layouts.push_back({layout.name, limits.warn_bytes, limits.refuse_bytes, limits.records});
  }
  info.fields = fields(definition);
  for (const Operation& operation : definition.operations) {
    info.requests.push_back({operation.name, operation.method, operation.url, operation.headers,
                             operation.body, operation.then});
  }
  info.rules = rule_names(definition);
  return info;
}

}  // namespace crosswalk::format
