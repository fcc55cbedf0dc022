// Formats: loading and compiling them, and telling what they are.
//
// Schemas that are added are compiled at once, so a broken pattern in a folder of one's own is told
// before anything is read; any number of runs share the programs. A description lists the fields of
// one record; members deeper inside it are listed where a table can hold them. Test:
// tests/api/formats_test.cc.
#include "crosswalk/formats.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "api/formats_impl.h"
#include "base/guard.h"
#include "base/unwinding.h"
#include "conversion/mapping.h"
#include "format/fields.h"

namespace crosswalk {
namespace api {

std::string either(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += '"' + names[i] + '"';
  }
  return text;
}

namespace {

Error unknown(std::string_view what, std::string_view name,
              const std::vector<std::string>& nearest) {
  std::string message = "unknown " + std::string(what) + " \"" + std::string(name) + '"';
  if (!nearest.empty()) message += "; did you mean " + either(nearest) + '?';
  return {ErrorKind::kUsage, std::move(message)};
}

std::string name_of(format::As as) {
  switch (as) {
    case format::As::kNumber:
      return "number";
    case format::As::kInteger:
      return "integer";
    case format::As::kBoolean:
      return "boolean";
    case format::As::kFlag:
      return "flag";
    case format::As::kUnix:
      return "unix";
    case format::As::kDate:
      return "date";
    case format::As::kDateTime:
      return "date-time";
    case format::As::kJson:
      return "any";
    default:
      return "text";
  }
}

/// The type of a field: its `as`, else the JSON types that it may have.
std::string type_of(const format::Schema& schema, const format::Node& node) {
  if (node.ref != format::kNoNode) return type_of(schema, schema.nodes[node.ref]);
  if (node.annotation.as != format::As::kNone) return name_of(node.annotation.as);
  static constexpr std::pair<std::uint8_t, const char*> kTypes[] = {
      {format::kTypeString, "text"},     {format::kTypeNumber, "number"},
      {format::kTypeInteger, "integer"}, {format::kTypeBoolean, "boolean"},
      {format::kTypeObject, "object"},   {format::kTypeArray, "array"}};
  std::string names;
  for (const auto& [bit, name] : kTypes) {
    if (!node.has_types || (node.types & bit) == 0) continue;
    names += (names.empty() ? "" : " or ") + std::string(name);
  }
  return names.empty() ? "any" : names;
}

FieldInfo field_of(const format::Schema& schema, const std::string& name, format::NodeId id) {
  const format::Node& node = schema.nodes[id];
  FieldInfo field;
  field.name = name;
  field.type = type_of(schema, node);
  field.description = node.description.empty() ? node.title : node.description;
  return field;
}

/// A field of a nested record, by its column.
FieldInfo field_of(const format::Schema& schema, const format::Field& field) {
  FieldInfo info;
  info.name = field.column;
  info.type = "any";
  info.required = field.is_required;
  for (const format::NodeId id : field.nodes) {
    const format::Node& node = schema.nodes[id];
    if (info.type == "any") info.type = type_of(schema, node);
    if (info.description.empty()) info.description = node.description;
  }
  if (field.is_list) info.type = "list";
  return info;
}

std::vector<FieldInfo> members_of(const format::Definition& definition) {
  const format::Schema& schema = definition.schema;
  const format::Node& record = schema.nodes[definition.record];
  std::vector<FieldInfo> fields;
  for (const auto& [name, id] : record.properties) {
    fields.push_back(field_of(schema, name, id));
    fields.back().required = std::ranges::find(record.required, name) != record.required.end();
  }
  for (const auto& [pattern, id] : record.pattern_properties) {
    fields.push_back(field_of(schema, pattern, id));
    fields.back().is_pattern = true;
  }
  return fields;
}

/// Records that a table can hold are described by its columns, others by their members.
std::vector<FieldInfo> described_fields(const format::Definition& definition) {
  const bool has_tables = std::ranges::any_of(
      definition.layouts, [](const format::Layout& layout) { return has_rows(layout.kind); });
  const format::FieldTable table(format::fields_of(definition));
  if (!has_tables || !table.is_nested()) return members_of(definition);
  std::vector<FieldInfo> fields;
  for (const format::Field& field : table.fields())
    fields.push_back(field_of(definition.schema, field));
  return fields;
}

std::vector<std::string> rules_of(const format::Definition& definition) {
  std::set<std::string> rules;
  const auto add = [&rules](const std::vector<format::Check>& checks) {
    for (const format::Check& check : checks) rules.insert(check.rule);
  };
  for (const format::Node& node : definition.schema.nodes) add(node.annotation.checks);
  for (const format::Layout& layout : definition.layouts) add(layout.checks);
  for (const format::Operation& operation : definition.operations) add(operation.checks);
  return {rules.begin(), rules.end()};
}

FormatInfo describe(const format::Definition& definition) {
  const format::Node& root = definition.schema.nodes[0];
  FormatInfo info;
  info.name = definition.name;
  info.title = root.title;
  info.description = root.description;
  info.origin = definition.origin;
  for (const format::Layout& layout : definition.layouts)
    info.layouts.push_back(
        {layout.name, layout.limits.warn_bytes, layout.limits.refuse_bytes, layout.limits.records});
  info.fields = described_fields(definition);
  for (const format::Operation& operation : definition.operations)
    info.requests.push_back({operation.name, operation.method, operation.url, operation.headers,
                             operation.body, operation.then});
  info.rules = rules_of(definition);
  return info;
}

Result<RuleInfo> explain(const format::Library& library, std::string_view name) {
  const diagnostics::RuleCatalog& rules = library.rules();
  const diagnostics::RuleId id = rules.find(name);
  if (id == diagnostics::RuleCatalog::kNoRule) return unknown_rule(library, name);
  const diagnostics::Rule& rule = rules.rule(id);
  return RuleInfo{rule.name,    rule.severity, rule.meaning, rule.why,    rule.url, rule.source,
                  rule.command, rule.beside,   rule.example, rule.mended, rule.cure};
}

}  // namespace

Error unknown_format(const format::Library& library, std::string_view name) {
  return unknown("format", name, library.nearest(name));
}

Error unknown_rule(const format::Library& library, std::string_view name) {
  return unknown("rule", name, library.rules().nearest(name));
}

}  // namespace api

Result<const check::Program*> Programs::of(std::shared_ptr<const format::Definition> definition,
                                           const diagnostics::RuleCatalog& rules) {
  const std::lock_guard lock(mutex_);
  const auto known = compiled_.find(definition.get());
  if (known != compiled_.end()) return known->second.program.get();
  auto program = check::Program::compile(definition->schema, rules);
  if (!program.ok()) return program.error();
  const format::Definition* const key = definition.get();
  Compiled& compiled = compiled_[key];
  compiled = {std::move(definition), std::move(program).value()};
  return compiled.program.get();
}

Status Formats::Impl::compile_added() const {
  for (const auto& definition : library.added()) {
    if (const auto program = programs->of(definition, library.rules()); !program.ok())
      return program.error();
  }
  return {};
}

Formats::Formats(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Formats::~Formats() = default;
Formats::Formats(Formats&&) noexcept = default;
Formats& Formats::operator=(Formats&&) noexcept = default;

Result<Formats> Formats::embedded() {
  return base::guarded([]() -> Result<Formats> {
    base::prepare_unwinding();
    auto library = format::Library::embedded();
    if (!library.ok()) return library.error();
    auto impl = std::make_unique<Impl>();
    impl->library = std::move(library).value();
    return Formats(std::move(impl));
  });
}

/// Lets `add_to` add to a copy, which takes the place of the old one only if all of it is good.
template <class Addition>
Status Formats::extend(const Addition& add_to) {
  auto extended = std::make_unique<Impl>(*impl_);
  if (Status status = add_to(extended->library); !status.ok()) return status;
  if (Status status = extended->compile_added(); !status.ok()) return status;
  impl_ = std::move(extended);
  return {};
}

Status Formats::add_folder(const std::string& dir) {
  return base::guarded(
      [&] { return extend([&](format::Library& library) { return library.add_folder(dir); }); });
}

Result<std::string> Formats::add_schema_file(const std::string& path) {
  return base::guarded([&]() -> Result<std::string> {
    const auto schema = format::own_schema_file(path);
    if (!schema.ok()) return schema.error();
    const Status added =
        extend([&](format::Library& library) { return library.add_schema(schema.value()); });
    if (!added.ok()) return added.error();
    return schema.value().name;
  });
}

Result<std::string> Formats::add_schema(std::string_view name, std::string_view text,
                                        std::span<const SchemaDocument> documents) {
  return base::guarded([&]() -> Result<std::string> {
    const auto find = [&](const std::string& uri) -> Result<std::optional<format::Document>> {
      const auto found = std::ranges::find(documents, uri, &SchemaDocument::uri);
      if (found == documents.end()) return std::optional<format::Document>();
      return std::optional(format::Document{found->text, uri});
    };
    const format::OwnSchema schema{
        format::own_schema_name(name), std::string(text), std::string(name), {}, find};
    const Status added =
        extend([&](format::Library& library) { return library.add_schema(schema); });
    if (!added.ok()) return added.error();
    return schema.name;
  });
}

std::vector<std::string> Formats::names() const {
  std::vector<std::string> names;
  for (const std::string_view name : impl_->library.names()) names.emplace_back(name);
  return names;
}

Result<FormatInfo> Formats::describe(std::string_view name) const {
  return base::guarded([&]() -> Result<FormatInfo> {
    const format::Definition* definition = impl_->library.find(name);
    if (definition == nullptr) return api::unknown_format(impl_->library, name);
    return api::describe(*definition);
  });
}

Result<LossReport> Formats::compare(std::string_view from, std::string_view to) const {
  return base::guarded([&]() -> Result<LossReport> {
    const format::Definition* const source = impl_->library.find(from);
    if (source == nullptr) return api::unknown_format(impl_->library, from);
    const format::Definition* const target = impl_->library.find(to);
    if (target == nullptr) return api::unknown_format(impl_->library, to);
    const auto mapping = conversion::Mapping::compile(*source, *target, {});
    if (!mapping.ok()) return mapping.error();
    return mapping.value().report();
  });
}

Result<RuleInfo> Formats::explain(std::string_view rule) const {
  return base::guarded([&] { return api::explain(impl_->library, rule); });
}

}  // namespace crosswalk
