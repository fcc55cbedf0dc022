// The words of the root annotation; the idea is told in definition_reader.h.
#include "format/definition_reader.h"

#include <algorithm>
#include <optional>

#include "format/layout_reader.h"
#include "format/mapping_reader.h"
#include "format/pointer.h"
#include "format/record_place.h"

namespace crosswalk::format {
namespace {

struct OperationContext {
  SchemaReader& reader;
  JsonFile& file;
  Operation& operation;
  TokenId owner;
};

constexpr Choice<std::string_view> kMethods[] = {
    {"GET", "GET"}, {"PUT", "PUT"}, {"POST", "POST"}, {"PATCH", "PATCH"}, {"DELETE", "DELETE"}};

constexpr Word<OperationContext> kOperationWords[] = {
    {"method",
     [](OperationContext& c, TokenId value) {
       c.operation.method = read_choice(c.file, value, "method", kMethods);
     }},
    {"url", [](OperationContext& c, TokenId value) { c.operation.url = c.file.string(value); }},
    {"headers",
     [](OperationContext& c, TokenId value) {
       for (const Member& header : c.file.members(value)) {
         c.operation.headers.emplace_back(header.name, c.file.string(header.value));
       }
     }},
    {"body", [](OperationContext& c, TokenId value) { c.operation.body = c.file.string(value); }},
    {"then", [](OperationContext& c, TokenId value) { c.operation.then = c.file.string(value); }},
    {"checks",
     [](OperationContext& c, TokenId value) {
       c.operation.checks = read_checks(c.reader, value, c.owner, CheckPlace::kOperation);
     }},
};

struct RootContext {
  SchemaReader& reader;
  JsonFile& file;
  Definition& definition;
  std::vector<Check> checks;
};

void read_operations(RootContext& context, TokenId value) {
  for (const Member& member : context.file.members(value)) {
    Operation operation;
    operation.name = member.name;
    OperationContext words{context.reader, context.file, operation, member.value};
    read_words(context.file, member.value, "word of an operation", kOperationWords, words);
    if (operation.method.empty()) context.file.fail(member.value, "an operation without method");
    if (operation.url.empty()) context.file.fail(member.value, "an operation without url");
    context.definition.operations.push_back(std::move(operation));
  }
}

constexpr Choice<Missing> kMissing[] = {
    {"absent", Missing::kAbsent}, {"null", Missing::kNull}, {"empty", Missing::kEmpty}};

void read_missing(RootContext& context, TokenId value) {
  std::vector<Missing>& missing = context.definition.missing;
  for (const TokenId element : context.file.elements(value)) {
    const Missing kind = read_choice(context.file, element, "kind of missing", kMissing);
    if (std::find(missing.begin(), missing.end(), kind) != missing.end()) {
      context.file.fail(element, "the same kind of missing twice");
    }
    missing.push_back(kind);
  }
  if (missing.empty()) context.file.fail(value, "wanted at least one of absent, null, empty");
}

constexpr Choice<Holds> kHolds[] = {{"customer", Holds::kCustomer}, {"event", Holds::kEvent}};
void read_records(RootContext& context, TokenId value) {
  std::string pointer = context.file.string(value);
  auto steps = pointer_steps(pointer);
  if (!steps) return context.file.fail(value, "wanted a pointer such as /data, or an empty text");
  context.definition.records = RecordPlace{std::move(pointer), std::move(*steps), false};
}

constexpr Word<RootContext> kRootWords[] = {
    {"holds",
     [](RootContext& c, TokenId value) {
       c.definition.holds = read_choice(c.file, value, "record", kHolds);
     }},
    {"layouts",
     [](RootContext& c, TokenId value) { c.definition.layouts = read_layouts(c.reader, value); }},
    {"records", read_records},
    {"record", [](RootContext& c, TokenId value) { c.definition.record = c.reader.target(value); }},
    {"missing", read_missing},
    {"map",
     [](RootContext& c, TokenId value) { c.definition.map = read_column_mappings(c.file, value); }},
    {"operations", read_operations},
    {"checks",
     [](RootContext& c, TokenId value) {
       c.checks = read_checks(c.reader, value, 0, CheckPlace::kNode);
     }},
};

/// `body` must name a layout and `then` an operation, wherever in the file these stand.
void lint_operations(JsonFile& file, const Definition& definition, TokenId annotation) {
  std::vector<std::string_view> layouts;
  for (const Layout& layout : definition.layouts) layouts.push_back(layout.name);
  std::vector<std::string_view> operations;
  for (const Operation& operation : definition.operations) operations.push_back(operation.name);
  for (const Operation& operation : definition.operations) {
    const TokenId token = *file.find(*file.find(annotation, "operations"), operation.name);
    if (!operation.body.empty() && definition.layout(operation.body) == nullptr) {
      file.fail_unknown(*file.find(token, "body"), "layout", layouts);
    }
    if (!operation.then.empty() && definition.operation(operation.then) == nullptr) {
      file.fail_unknown(*file.find(token, "then"), "operation", operations);
    }
  }
}

/// Each mapping points into the record that the format holds.
void lint_mappings(SchemaReader& reader, const Definition& definition, TokenId annotation) {
  JsonFile& file = reader.file();
  for (const Node& node : reader.all_nodes()) {
    const FieldMapping& mapping = node.annotation.mapping;
    if (!mapping.has_is && mapping.hash.empty()) continue;
    lint_places(file, *file.find(node.token, "x-crosswalk"), definition.holds, mapping);
  }
  for (const auto& [column, mapping] : definition.map) {
    lint_places(file, *file.find(*file.find(annotation, "map"), column), definition.holds, mapping);
  }
}

/// `records` stands alone: `record`, and a layout with rows, say otherwise where records are.
void lint_records(JsonFile& file, const Definition& definition, TokenId annotation) {
  const std::optional<TokenId> records = file.find(annotation, "records");
  const bool has_form = std::ranges::any_of(
      definition.layouts, [](const Layout& layout) { return layout.kind == LayoutKind::kForm; });
  if (!records && has_form)
    file.fail(annotation, "a form needs records: the parameter of its rows");
  if (!records || file.failed()) return;
  if (file.find(annotation, "record")) file.fail(*records, "records beside record");
  for (const Layout& layout : definition.layouts) {
    if (layout.kind == LayoutKind::kHeaderData)
      file.fail(*records, "records beside a layout of rows");
    if (layout.kind == LayoutKind::kForm && definition.records->steps.size() != 1)
      file.fail(*records, "the rows of a form are one parameter: wanted a pointer such as /rows");
  }
}

}  // namespace

std::vector<Check> read_definition(SchemaReader& reader, Definition& definition) {
  JsonFile& file = reader.file();
  for (const std::string_view word : {"$schema", "title", "x-crosswalk"}) {
    if (!file.find(0, word)) file.fail(0, "a format has a \"" + std::string(word) + '"');
  }
  if (file.failed()) return {};
  const TokenId annotation = *file.find(0, "x-crosswalk");
  RootContext context{reader, file, definition, {}};
  read_words(file, annotation, "word of the root's x-crosswalk", kRootWords, context);
  if (file.failed()) return {};
  if (definition.layouts.empty()) file.fail(annotation, "a format has layouts");
  if (definition.missing.empty()) definition.missing = {Missing::kAbsent};
  lint_operations(file, definition, annotation);
  lint_mappings(reader, definition, annotation);
  lint_records(file, definition, annotation);
  return std::move(context.checks);
}

std::vector<std::string> Definition::todos() const {
  std::vector<std::string> todos;
  for (const Node& node : schema.nodes) {
    if (!node.annotation.todo.empty()) todos.push_back(node.annotation.todo);
  }
  return todos;
}

void place_records(SchemaReader& reader, Definition& definition) {
  for (Layout& layout : definition.layouts) {
    if (layout.kind != LayoutKind::kXml) continue;
    for (const Node& node : reader.all_nodes()) {
      for (const auto& [name, id] : node.properties) layout.elements.insert(name);
    }
  }
  if (!definition.records) return;
  JsonFile& file = reader.file();
  const std::optional<NodeId> record = find_record(reader.all_nodes(), *definition.records);
  if (!record) {
    file.fail(*file.find(*file.find(0, "x-crosswalk"), "records"), "no property stands there");
    return;
  }
  definition.record = *record;
  for (Layout& layout : definition.layouts) {
    if (layout.kind == LayoutKind::kDocument) layout.records = definition.records;
    if (layout.kind == LayoutKind::kForm) layout.records_member = definition.records->steps.front();
  }
}

const Layout* Definition::layout(std::string_view layout_name) const {
  for (const Layout& candidate : layouts) {
    if (candidate.name == layout_name) return &candidate;
  }
  return nullptr;
}

const Operation* Definition::operation(std::string_view operation_name) const {
  for (const Operation& candidate : operations) {
    if (candidate.name == operation_name) return &candidate;
  }
  return nullptr;
}

}  // namespace crosswalk::format
