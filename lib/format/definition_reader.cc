// The words of the root annotation; the idea is told in definition_reader.h.
#include "format/definition_reader.h"

#include <algorithm>
#include <optional>

#include "format/canonical.h"
#include "format/pointer.h"
#include "format/record_place.h"

namespace crosswalk::format {
namespace {

struct LimitsContext {
  JsonFile& file;
  Limits& limits;
};

constexpr Word<LimitsContext> kLimitWords[] = {
    {"warn", [](LimitsContext& c, TokenId value) { c.limits.warn_bytes = c.file.count(value); }},
    {"refuse",
     [](LimitsContext& c, TokenId value) { c.limits.refuse_bytes = c.file.count(value); }},
    {"records", [](LimitsContext& c, TokenId value) { c.limits.records = c.file.count(value); }},
};

struct LayoutContext {
  SchemaReader& reader;
  JsonFile& file;
  Layout& layout;
  TokenId owner;
};

void read_limits(LayoutContext& context, TokenId value) {
  Limits& limits = context.layout.limits;
  LimitsContext words{context.file, limits};
  read_words(context.file, value, "limit", kLimitWords, words);
  if (limits.refuse_bytes != 0 && limits.warn_bytes > limits.refuse_bytes) {
    context.file.fail(value, "warn is above refuse");
  }
}

/// A delimiter or quote: one printable byte, or a tab.
char read_mark(JsonFile& file, TokenId value) {
  const std::string mark = file.string(value);
  const bool fits = mark.size() == 1 && (mark == "\t" || (mark[0] > ' ' && mark[0] < '\x7f'));
  if (!fits) file.fail(value, "wanted one ASCII character, or a tab");
  return fits ? mark.front() : ',';
}

void read_delimiters(LayoutContext& context, TokenId value) {
  std::vector<char>& delimiters = context.layout.delimiters;
  delimiters.clear();
  for (const TokenId element : context.file.elements(value)) {
    delimiters.push_back(read_mark(context.file, element));
  }
  if (delimiters.empty()) context.file.fail(value, "wanted at least one delimiter");
}

void read_layout_checks(LayoutContext& context, TokenId value) {
  context.layout.checks = read_checks(context.reader, value, context.owner, CheckPlace::kLayout);
}

struct MemberContext {
  JsonFile& file;
  std::string name;
};

void read_at(MemberContext& context, TokenId value) {
  const std::string pointer = context.file.string(value);
  if (pointer.size() < 2 || pointer.front() != '/' ||
      pointer.find_first_of("/~", 1) != std::string::npos) {
    context.file.fail(value, "wanted a member of the document, such as /header");
    return;
  }
  context.name = pointer.substr(1);
}

constexpr Word<MemberContext> kMemberWords[] = {{"at", read_at}};

/// The member that `{"at": "/member"}` names.
std::string read_member(JsonFile& file, TokenId value) {
  MemberContext context{file, {}};
  read_words(file, value, "word", kMemberWords, context);
  if (context.name.empty()) file.fail(value, "wanted {\"at\": \"/member\"}");
  return context.name;
}

using Context = LayoutContext;
/// A name of the IANA registry, such as `windows-1250`.
void read_encoding(LayoutContext& context, TokenId value) {
  std::string name = context.file.string(value);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool is_plain =
      !name.empty() &&
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos;
  if (!is_plain) context.file.fail(value, "wanted the name of an encoding, such as windows-1250");
  context.layout.encoding = std::move(name);
}

constexpr Word<LayoutContext> kCsvWords[] = {
    {"delimiter", read_delimiters},
    {"quote", [](Context& c, TokenId value) { c.layout.quote = read_mark(c.file, value); }},
    {"encoding", read_encoding},
    {"limits", read_limits},
    {"checks", read_layout_checks},
};

constexpr Word<LayoutContext> kJsonWords[] = {
    {"columns",
     [](Context& c, TokenId value) { c.layout.columns_member = read_member(c.file, value); }},
    {"rows",
     [](Context& c, TokenId value) { c.layout.records_member = read_member(c.file, value); }},
    {"limits", read_limits},
    {"checks", read_layout_checks},
};

constexpr Word<LayoutContext> kDelimitedWords[] = {
    {"delimiter", read_delimiters},
    {"limits", read_limits},
    {"checks", read_layout_checks},
};

using Events = std::span<const std::string_view>;
constexpr std::string_view kTableEvents[] = {"row-width", "column-duplicate"};
constexpr std::string_view kLineEvents[] = {"row-width", "column-duplicate", "blank-line"};

/// Each event that every such layout can have has its rule, and no rule waits for another event.
void lint_events(JsonFile& file, const Layout& layout, TokenId token, Events known) {
  for (const std::string_view event : kTableEvents) {
    if (layout.check_on(event) == nullptr) {
      file.fail(token, "a table layout names a rule on \"" + std::string(event) + '"');
    }
  }
  for (const Check& check : layout.checks) {
    if (std::find(known.begin(), known.end(), check.keyword) != known.end()) continue;
    file.fail(token, "the layout " + layout.name + " has no event \"" + check.keyword + '"');
  }
}

void read_csv(LayoutContext& context, TokenId value) {
  context.layout.quote = 0;
  read_words(context.file, value, "word of a csv layout", kCsvWords, context);
  const std::vector<char>& delimiters = context.layout.delimiters;
  if (std::find(delimiters.begin(), delimiters.end(), context.layout.quote) != delimiters.end()) {
    context.file.fail(value, "the quote is also a delimiter");
  }
  lint_events(context.file, context.layout, value, kLineEvents);
}

void read_delimited(LayoutContext& context, TokenId value) {
  context.layout.quote = 0;
  read_words(context.file, value, "word of a delimited layout", kDelimitedWords, context);
  lint_events(context.file, context.layout, value, kLineEvents);
}

void read_json(LayoutContext& context, TokenId value) {
  Layout& layout = context.layout;
  read_words(context.file, value, "word of a json layout", kJsonWords, context);
  if (layout.columns_member.empty() != layout.records_member.empty()) {
    context.file.fail(value, "columns and rows stand together or not at all");
  }
  layout.kind = layout.columns_member.empty() ? LayoutKind::kDocument : LayoutKind::kHeaderData;
  if (layout.kind == LayoutKind::kHeaderData) {
    lint_events(context.file, layout, value, kTableEvents);
  } else if (!layout.checks.empty()) {
    context.file.fail(value, "checks of a layout are for tables: this one has no columns");
  }
}

constexpr Word<LayoutContext> kNdjsonWords[] = {{"limits", read_limits}};

void read_ndjson(LayoutContext& context, TokenId value) {
  context.layout.kind = LayoutKind::kNdjson;
  read_words(context.file, value, "word of an ndjson layout", kNdjsonWords, context);
}

constexpr Word<LayoutContext> kLayouts[] = {
    {"csv", read_csv},
    {"delimited", read_delimited},
    {"json", read_json},
    {"ndjson", read_ndjson}};

std::vector<std::string_view> layout_names() {
  std::vector<std::string_view> names;
  for (const Word<LayoutContext>& layout : kLayouts) names.push_back(layout.name);
  return names;
}

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

void read_layouts(RootContext& context, TokenId value) {
  for (const Member& member : context.file.members(value)) {
    Layout layout;
    layout.name = member.name;
    LayoutContext words{context.reader, context.file, layout, member.value};
    const auto* const kind =
        std::find_if(std::begin(kLayouts), std::end(kLayouts),
                     [&](const Word<LayoutContext>& word) { return word.name == member.name; });
    if (kind == std::end(kLayouts)) {
      return context.file.fail_unknown(member.name_token, "layout", layout_names());
    }
    kind->read(words, member.value);
    context.definition.layouts.push_back(std::move(layout));
  }
  if (context.definition.layouts.empty()) context.file.fail(value, "wanted at least one layout");
}

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
    {"layouts", read_layouts},
    {"records", read_records},
    {"record", [](RootContext& c, TokenId value) { c.definition.record = c.reader.target(value); }},
    {"missing", read_missing},
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

/// Each `is` points to a field of the record that the format holds.
void lint_mapping(SchemaReader& reader, Holds holds) {
  JsonFile& file = reader.file();
  for (const Node& node : reader.all_nodes()) {
    if (node.annotation.is.empty() || file.failed()) continue;
    const TokenId list = *file.find(*file.find(node.token, "x-crosswalk"), "is");
    if (holds == Holds::kNothing) {
      return file.fail(list, "the root does not say what the format \"holds\": customer or event");
    }
    for (const TokenId element : file.elements(list)) {
      const std::string fault = canonical_fault(holds, file.string(element));
      if (!fault.empty()) file.fail(element, fault);
    }
  }
}

/// `records` stands alone: `record`, and a layout with rows, say otherwise where records are.
void lint_records(JsonFile& file, const Definition& definition, TokenId annotation) {
  const std::optional<TokenId> records = file.find(annotation, "records");
  if (!records) return;
  if (file.find(annotation, "record")) file.fail(*records, "records beside record");
  for (const Layout& layout : definition.layouts) {
    if (layout.kind == LayoutKind::kHeaderData)
      file.fail(*records, "records beside a layout of rows");
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
  lint_mapping(reader, definition.holds);
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
  }
}

const Check* Layout::check_on(std::string_view event) const {
  for (const Check& check : checks) {
    if (check.keyword == event) return &check;
  }
  return nullptr;
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
