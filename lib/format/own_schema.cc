// The root is looked at once more, to find what a row is.
//
//   customers.schema.json   ->   schema/customers
// Test: tests/format/own_schema_test.cc.
#include "format/own_schema.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "format/loader.h"

namespace crosswalk::format {
namespace {

/// Where `$ref`s lead from `node`; a ring of them is for the compiler to refuse.
NodeId resolved(const Schema& schema, NodeId node) {
  for (std::size_t steps = 0; steps < schema.nodes.size(); ++steps) {
    if (schema.nodes[node].ref == kNoNode) break;
    node = schema.nodes[node].ref;
  }
  return node;
}

NodeId row_of(const Schema& schema) {
  const NodeId root = resolved(schema, 0);
  const Node& node = schema.nodes[root];
  const bool is_list = node.types == kTypeArray && node.items != kNoNode;
  return is_list ? resolved(schema, node.items) : root;
}

std::vector<Layout> layouts() {
  Layout document;
  document.kind = LayoutKind::kDocument;
  document.name = "json";
  Layout lines;
  lines.kind = LayoutKind::kNdjson;
  lines.name = "ndjson";
  Layout table;
  table.kind = LayoutKind::kCsv;
  table.name = "csv";
  table.delimiters = {',', ';', '\t', '|'};
  return {document, lines, table};
}

}  // namespace

std::string own_schema_name(std::string_view stem) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
  std::string name = "schema/";
  for (const char c : stem) name += kPlain.find(c) == std::string_view::npos ? '-' : c;
  return name;
}

Result<OwnSchema> own_schema_file(const std::string& path) {
  auto text = read_schema_file(path);
  if (!text) return text.error();
  OwnSchema schema;
  std::string stem = std::filesystem::path(path).filename().string();
  for (const std::string_view ending : {".json", ".schema"}) {
    if (stem.ends_with(ending)) stem.resize(stem.size() - ending.size());
  }
  schema.name = own_schema_name(stem);
  schema.text = std::move(text).value();
  schema.where = path;
  schema.uri = uri_of_file(path);
  schema.documents = files_beside(path, schema.text);
  return schema;
}

Result<Definition> load_own_schema(const OwnSchema& own, diagnostics::RuleCatalog& rules) {
  SchemaOptions options;
  options.uri = own.uri;
  options.documents = own.documents;
  auto schema = load_schema(own.text, own.where, options);
  if (!schema) return schema.error();
  Definition definition;
  definition.name = own.name;
  definition.vendor = own.name.substr(0, own.name.find('/'));
  definition.origin = own.where;
  definition.is_own_schema = true;
  definition.schema = std::move(schema).value();
  definition.record = row_of(definition.schema);
  definition.layouts = layouts();
  definition.missing = {Missing::kAbsent};
  for (const Node& node : definition.schema.nodes) {
    for (const Check& check : node.annotation.checks) rules.intern(check.rule);
  }
  return definition;
}

}  // namespace crosswalk::format
