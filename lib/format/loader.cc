// The doors of the loader: a file read, its nodes and rules handed over. See loader.h.
#include "format/loader.h"

#include <memory>
#include <utility>

#include "format/definition_reader.h"
#include "format/fields.h"
#include "format/json_file.h"
#include "format/schema_reader.h"

namespace crosswalk::format {
namespace {

/// Everything of `file` and `reader` that a Schema keeps. REQUIRES: reading is over.
Schema take_schema(JsonFile& file, SchemaReader& reader) {
  Schema schema;
  static_cast<SchemaText&>(schema) = file.take_texts();
  schema.nodes = reader.take_nodes();
  return schema;
}

void intern(const std::vector<Check>& checks, diagnostics::RuleCatalog& rules) {
  for (const Check& check : checks) rules.intern(check.rule);
}

void intern_all(const Definition& definition, diagnostics::RuleCatalog& rules) {
  for (const Node& node : definition.schema.nodes) intern(node.annotation.checks, rules);
  for (const Layout& layout : definition.layouts) intern(layout.checks, rules);
  for (const Operation& operation : definition.operations) intern(operation.checks, rules);
}

}  // namespace

Result<Schema> load_schema(std::string_view text, std::string_view where,
                           const SchemaOptions& options) {
  JsonFile file(text, where);
  if (file.failed()) return file.error();
  SchemaReader reader(file, options.is_closed ? Vocabulary::kAnnotated : Vocabulary::kPlain,
                      options.uri, options.documents);
  reader.read_root();
  reader.follow_refs();
  if (file.failed()) return file.error();
  return take_schema(file, reader);
}

Result<Definition> load_definition(std::string_view text, std::string_view name,
                                   std::string_view where, diagnostics::RuleCatalog& rules) {
  JsonFile file(text, where);
  if (file.failed()) return file.error();
  SchemaReader reader(file, Vocabulary::kFormat);
  reader.read_root();
  Definition definition;
  std::vector<Check> root_checks = read_definition(reader, definition);
  reader.follow_refs();
  if (file.failed()) return file.error();
  place_records(reader, definition);
  if (file.failed()) return file.error();
  definition.name = name;
  definition.vendor = name.substr(0, name.find('/'));
  definition.origin = where;
  definition.schema = take_schema(file, reader);
  definition.schema.nodes.front().annotation.checks = std::move(root_checks);
  definition.schema.described = {0, definition.record};
  if (auto fault = column_fault(definition)) return *std::move(fault);
  intern_all(definition, rules);
  return definition;
}

}  // namespace crosswalk::format
