// Draft-07 keywords to nodes: one table, one line a keyword.
#include "format/schema_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "format/lint.h"
#include "format/pointer.h"
#include "format/uri.h"

namespace crosswalk::format {
namespace {

/// What a keyword's reader needs.
struct NodeContext {
  SchemaReader& reader;
  JsonFile& file;
  Node& node;
};

constexpr Choice<std::uint8_t> kTypes[] = {
    {"null", kTypeNull},     {"boolean", kTypeBoolean}, {"object", kTypeObject},
    {"array", kTypeArray},   {"number", kTypeNumber},   {"integer", kTypeInteger},
    {"string", kTypeString},
};

void read_type(NodeContext& context, TokenId value) {
  Node& node = context.node;
  node.has_types = true;
  node.types = 0;
  if (context.file.kind(value) == json::Kind::kString) {
    node.types = read_choice(context.file, value, "type", kTypes);
    return;
  }
  for (const TokenId element : context.file.elements(value)) {
    const std::uint8_t type = read_choice(context.file, element, "type", kTypes);
    if ((node.types & type) != 0) context.file.fail(element, "the same type twice");
    node.types = static_cast<std::uint8_t>(node.types | type);
  }
  if (node.types == 0) context.file.fail(value, "wanted at least one type");
}

void read_items(NodeContext& context, TokenId value) {
  if (context.file.kind(value) == json::Kind::kArray) {
    context.node.tuple = context.reader.nodes(value);
    context.node.has_tuple = true;
  } else {
    context.node.items = context.reader.node(value);
  }
}

void read_dependencies(NodeContext& context, TokenId value) {
  for (const Member& member : context.file.members(value)) {
    if (context.file.kind(member.value) == json::Kind::kArray) {
      context.node.dependency_names.emplace_back(member.name, context.file.strings(member.value));
    } else {
      context.node.dependency_schemas.emplace_back(member.name, context.reader.node(member.value));
    }
  }
}

void read_multiple_of(NodeContext& context, TokenId value) {
  const std::string number = context.file.number(value);
  const std::string digits = number.substr(0, number.find_first_of("eE"));
  if (digits.find_first_of("123456789") == std::string::npos || digits.front() == '-') {
    context.file.fail(value, "wanted a number above 0");
  }
  context.node.multiple_of = number;
}

void read_any_of(NodeContext& context, TokenId value) {
  context.node.any_of = context.reader.nodes(value);
  context.node.has_any_of = true;
}

void read_one_of(NodeContext& context, TokenId value) {
  context.node.one_of = context.reader.nodes(value);
  context.node.has_one_of = true;
}

void read_enum(NodeContext& context, TokenId value) {
  context.node.enumeration = context.file.elements(value);
  context.node.has_enumeration = true;
}

void read_schema_uri(NodeContext& context, TokenId value) {
  const std::string uri = context.file.string(value);
  if (uri != "http://json-schema.org/draft-07/schema#" &&
      uri != "http://json-schema.org/draft-07/schema") {
    context.file.fail(value, "wanted http://json-schema.org/draft-07/schema#");
  }
}

void read_text(NodeContext& context, TokenId value) {
  (void)context.file.string(value);
}
void read_list(NodeContext& context, TokenId value) {
  (void)context.file.elements(value);
}
void read_anything(NodeContext&, TokenId) {}

// `x-crosswalk` is read after all keywords, because its checks speak of them.
constexpr std::string_view kAnnotationKeyword = "x-crosswalk";

using Context = NodeContext;
constexpr Word<NodeContext> kKeywords[] = {
    {"$schema", read_schema_uri},
    {"$id", read_text},
    {"$comment", read_text},
    {"title", [](Context& c, TokenId value) { c.node.title = c.file.string(value); }},
    {"description", [](Context& c, TokenId value) { c.node.description = c.file.string(value); }},
    {"default", [](Context& c, TokenId value) { c.node.fallback = value; }},
    {"examples", read_list},
    {"readOnly", [](Context& c, TokenId value) { c.node.is_read_only = c.file.boolean(value); }},
    {"definitions", [](Context& c, TokenId value) { (void)c.reader.named_nodes(value); }},
    {"type", read_type},
    {"const", [](Context& c, TokenId value) { c.node.constant = value; }},
    {"enum", read_enum},
    {"minLength", [](Context& c, TokenId value) { c.node.min_length = c.file.count(value); }},
    {"maxLength", [](Context& c, TokenId value) { c.node.max_length = c.file.count(value); }},
    {"pattern", [](Context& c, TokenId value) { c.node.pattern = c.file.string(value); }},
    {"format", [](Context& c, TokenId value) { c.node.format = c.file.string(value); }},
    {"minimum", [](Context& c, TokenId value) { c.node.minimum = c.file.number(value); }},
    {"maximum", [](Context& c, TokenId value) { c.node.maximum = c.file.number(value); }},
    {"exclusiveMinimum",
     [](Context& c, TokenId value) { c.node.exclusive_minimum = c.file.number(value); }},
    {"exclusiveMaximum",
     [](Context& c, TokenId value) { c.node.exclusive_maximum = c.file.number(value); }},
    {"multipleOf", read_multiple_of},
    {"items", read_items},
    {"additionalItems",
     [](Context& c, TokenId value) { c.node.additional_items = c.reader.node(value); }},
    {"minItems", [](Context& c, TokenId value) { c.node.min_items = c.file.count(value); }},
    {"maxItems", [](Context& c, TokenId value) { c.node.max_items = c.file.count(value); }},
    {"uniqueItems", [](Context& c, TokenId value) { c.node.unique_items = c.file.boolean(value); }},
    {"contains", [](Context& c, TokenId value) { c.node.contains = c.reader.node(value); }},
    {"minProperties",
     [](Context& c, TokenId value) { c.node.min_properties = c.file.count(value); }},
    {"maxProperties",
     [](Context& c, TokenId value) { c.node.max_properties = c.file.count(value); }},
    {"required", [](Context& c, TokenId value) { c.node.required = c.file.strings(value); }},
    {"properties",
     [](Context& c, TokenId value) { c.node.properties = c.reader.named_nodes(value); }},
    {"patternProperties",
     [](Context& c, TokenId value) { c.node.pattern_properties = c.reader.named_nodes(value); }},
    {"additionalProperties",
     [](Context& c, TokenId value) { c.node.additional_properties = c.reader.node(value); }},
    {"propertyNames",
     [](Context& c, TokenId value) { c.node.property_names = c.reader.node(value); }},
    {"dependencies", read_dependencies},
    {"allOf", [](Context& c, TokenId value) { c.node.all_of = c.reader.nodes(value); }},
    {"anyOf", read_any_of},
    {"oneOf", read_one_of},
    {"not", [](Context& c, TokenId value) { c.node.negation = c.reader.node(value); }},
    {"if", [](Context& c, TokenId value) { c.node.condition = c.reader.node(value); }},
    {"then", [](Context& c, TokenId value) { c.node.consequence = c.reader.node(value); }},
    {"else", [](Context& c, TokenId value) { c.node.alternative = c.reader.node(value); }},
    {kAnnotationKeyword, read_anything},
};

}  // namespace

SchemaReader::SchemaReader(JsonFile& file, Vocabulary vocabulary, std::string uri,
                           DocumentFinder find)
    : file_(file), vocabulary_(vocabulary), find_(std::move(find)) {
  by_uri_.emplace(uri, 0);
  bases_.push_back(std::move(uri));
}

void SchemaReader::read_root() {
  node(0);
  bases_.front() = base_after(bases_.front(), 0);
}

NodeId SchemaReader::node(TokenId token) {
  const auto known = by_token_.find(token);
  if (known != by_token_.end()) return known->second;
  const auto id = static_cast<NodeId>(nodes_.size());
  by_token_.emplace(token, id);
  nodes_.emplace_back();
  Node fresh;
  fresh.token = token;
  const json::Kind kind = file_.kind(token);
  if (kind == json::Kind::kTrue || kind == json::Kind::kFalse) {
    fresh.boolean = kind == json::Kind::kTrue;
  } else if (kind != json::Kind::kObject) {
    file_.fail(token, "wanted a schema: an object, true or false");
  } else if (const std::optional<TokenId> ref = file_.find(token, "$ref")) {
    read_ref(token, *ref, id);
  } else {
    const std::size_t outer_base = base_;
    enter_id(token);
    read_object(token, fresh);
    base_ = outer_base;
  }
  nodes_[id] = std::move(fresh);
  return id;
}

std::string SchemaReader::base_after(const std::string& base, TokenId token) {
  if (file_.kind(token) != json::Kind::kObject || child(token, "$ref")) return base;
  const std::optional<TokenId> id = child(token, "$id");
  if (!id || file_.kind(*id) != json::Kind::kString) return base;
  return std::string(split_fragment(resolve_uri(base, file_.text_of(*id))).first);
}

/// Takes the URIs in that the `$id` of a schema gives it; what it holds stands in them.
void SchemaReader::enter_id(TokenId token) {
  const std::optional<TokenId> id = file_.find(token, "$id");
  if (!id || file_.kind(*id) != json::Kind::kString) return;
  const std::string uri = resolve_uri(bases_[base_], file_.text_of(*id));
  const auto [whole, fragment] = split_fragment(uri);
  by_uri_.emplace(fragment.empty() ? whole : uri, token);
  if (whole == bases_[base_]) return;
  bases_.emplace_back(whole);
  base_ = bases_.size() - 1;
}

void SchemaReader::read_object(TokenId token, Node& node) {
  NodeContext context{*this, file_, node};
  const bool is_open = vocabulary_ == Vocabulary::kPlain;
  read_words(file_, token, "keyword", kKeywords, context, is_open);
  if (!is_open) lint_node(file_, node, token);
  read_annotation_of(token, node);
}

/// The annotation of a format's root is read elsewhere, or not at all where the file is taken for a
/// plain schema.
void SchemaReader::read_annotation_of(TokenId token, Node& node) {
  const std::optional<TokenId> annotation = file_.find(token, kAnnotationKeyword);
  if (!annotation) return;
  const bool is_formats_root =
      (vocabulary_ == Vocabulary::kFormat && token == 0) ||
      (vocabulary_ == Vocabulary::kPlain && file_.find(*annotation, "layouts"));
  if (!is_formats_root) node.annotation = read_annotation(*this, *annotation, token);
}

void SchemaReader::read_ref(TokenId token, TokenId ref, NodeId id) {
  if (vocabulary_ != Vocabulary::kPlain) {
    for (const Member& member : file_.members(token)) {
      if (member.name == "$ref") continue;
      file_.fail(member.name_token,
                 "nothing counts beside $ref: put it into allOf, [{\"$ref\": ...}, {...}]");
    }
  }
  open_refs_.push_back({id, ref, base_});
}

std::vector<NodeId> SchemaReader::nodes(TokenId token) {
  std::vector<NodeId> ids;
  for (const TokenId element : file_.elements(token)) ids.push_back(node(element));
  if (ids.empty()) file_.fail(token, "wanted at least one schema");
  return ids;
}

std::vector<std::pair<std::string, NodeId>> SchemaReader::named_nodes(TokenId token) {
  std::vector<std::pair<std::string, NodeId>> ids;
  for (const Member& member : file_.members(token))
    ids.emplace_back(member.name, node(member.value));
  return ids;
}

/// The root of the document at `uri`, which no schema met so far bears. It is read whole, so that
/// its `$id`s are known.
std::optional<TokenId> SchemaReader::document(TokenId ref, const std::string& uri) {
  if (!find_) {
    file_.fail(ref, "wanted a $ref inside this file, such as #/definitions/name");
    return std::nullopt;
  }
  auto found = find_(uri);
  if (!found) {
    file_.fail(ref, found.error().message);
    return std::nullopt;
  }
  if (!found.value()) {
    file_.fail(ref, '"' + uri + "\" is not at hand, and nothing is fetched");
    return std::nullopt;
  }
  const TokenId root = file_.add(found.value()->text, found.value()->where);
  if (file_.failed()) return std::nullopt;
  by_uri_.emplace(uri, root);
  bases_.push_back(uri);
  base_ = bases_.size() - 1;
  node(root);
  return root;
}

/// The place that `fragment` names in the schema `uri` at `root`; what stands there is read with
/// the `$id`s around it.
std::optional<TokenId> SchemaReader::place_in(TokenId ref, const std::string& uri, TokenId root,
                                              std::string_view fragment) {
  bases_.push_back(uri);
  base_ = bases_.size() - 1;
  const std::string pointer = decode_percent(fragment);
  if (pointer.empty()) return root;
  if (!pointer.starts_with('/')) {
    const auto named = by_uri_.find(uri + '#' + pointer);
    if (named != by_uri_.end()) return named->second;
    file_.fail(ref, "no schema has the $id \"#" + pointer + '"');
    return std::nullopt;
  }
  TokenId token = root;
  const auto steps = pointer_steps(pointer);
  for (const std::string& step : *steps) {
    if (token != root) bases_.back() = base_after(bases_.back(), token);
    const std::optional<TokenId> next = child(token, step);
    if (!next) {
      file_.fail(ref, "\"#" + pointer + "\" leads nowhere: there is no \"" + step + '"');
      return std::nullopt;
    }
    token = *next;
  }
  return token;
}

/// The child of a token that a step of a pointer leads to. Members are looked up often where many
/// `$ref`s lead to the same `definitions`, so they are indexed.
std::optional<TokenId> SchemaReader::child(TokenId token, const std::string& step) {
  if (file_.kind(token) == json::Kind::kObject) {
    const auto [index, is_new] = members_.try_emplace(token);
    if (is_new) {
      for (const Member& member : file_.members(token)) index->second[member.name] = member.value;
    }
    const auto found = index->second.find(step);
    return found == index->second.end() ? std::nullopt : std::optional(found->second);
  }
  if (file_.kind(token) != json::Kind::kArray) return std::nullopt;
  std::size_t number = 0;
  const auto read = std::from_chars(step.data(), step.data() + step.size(), number);
  const std::vector<TokenId> elements = file_.elements(token);
  const bool is_number = read.ec == std::errc{} && read.ptr == step.data() + step.size();
  return is_number && number < elements.size() ? std::optional(elements[number]) : std::nullopt;
}

NodeId SchemaReader::target(TokenId ref, const std::string& base) {
  const std::string reference = file_.string(ref);
  if (file_.failed()) return kNoNode;
  const std::string whole = resolve_uri(base, reference);
  const auto [start, fragment] = split_fragment(whole);
  const std::string uri(start);
  const auto known = by_uri_.find(uri);
  const std::optional<TokenId> root =
      known != by_uri_.end() ? std::optional(known->second) : document(ref, uri);
  const std::optional<TokenId> place = root ? place_in(ref, uri, *root, fragment) : root;
  const NodeId found = place ? node(*place) : kNoNode;
  base_ = 0;
  return found;
}

void SchemaReader::follow_refs() {
  while (!open_refs_.empty() && !file_.failed()) {
    const OpenRef open = open_refs_.back();
    open_refs_.pop_back();
    const NodeId leads_to = target(open.ref, std::string(bases_[open.base]));
    nodes_[open.node].ref = leads_to;
  }
}

}  // namespace crosswalk::format
