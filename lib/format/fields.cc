// The walk behind fields.h: down the members, all schemas of one value side by side.
//
// What an object's schemas name is gathered first (through `$ref` and `allOf`, then the branches),
// so a member that several of them describe is one field with several nodes.
// Test: tests/format/fields_test.cc.
#include "format/fields.h"

#include <algorithm>

#include "format/member_pattern.h"

namespace crosswalk::format {
namespace {

using Nodes = std::vector<NodeId>;

/// A member that some schemas of an object describe.
struct MemberNodes {
  std::string name;
  Nodes nodes;
  Nodes sure;  ///< those of `nodes` that no condition stands before
};

void add_once(Nodes& nodes, NodeId node) {
  if (node != kNoNode && std::ranges::find(nodes, node) == nodes.end()) nodes.push_back(node);
}

void add_named(std::vector<MemberNodes>& members, const std::string& name, NodeId node,
               bool is_sure) {
  auto known = std::ranges::find(members, name, &MemberNodes::name);
  if (known == members.end()) known = members.insert(known, {name, {}, {}});
  add_once(known->nodes, node);
  if (is_sure) add_once(known->sure, node);
}

/// What always describes the same value as `nodes`, these included, the nearest first.
Nodes always(const Schema& schema, Nodes nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = schema.nodes[nodes[i]];
    add_once(nodes, node.ref);
    for (const NodeId part : node.all_of) add_once(nodes, part);
  }
  return nodes;
}

/// The same, and what may describe it.
Nodes sometimes(const Schema& schema, Nodes nodes) {
  nodes = always(schema, std::move(nodes));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = schema.nodes[nodes[i]];
    for (const auto* list : {&node.any_of, &node.one_of, &node.all_of}) {
      for (const NodeId branch : *list) add_once(nodes, branch);
    }
    for (const NodeId branch : {node.ref, node.consequence, node.alternative})
      add_once(nodes, branch);
    for (const auto& [name, branch] : node.dependency_schemas) add_once(nodes, branch);
  }
  return nodes;
}

bool is_false(const Schema& schema, NodeId node) {
  return schema.nodes[node].boolean == false;
}

/// Everything that is said of one value.
struct Described {
  Described(const Schema& schema, const Nodes& of) : Described(schema, {{}, of, of}) {}
  Described(const Schema& schema, const MemberNodes& of)
      : nodes(always(schema, of.nodes)), sure(always(schema, of.sure)) {
    for (const NodeId id : sometimes(schema, of.nodes)) {
      const Node& node = schema.nodes[id];
      const bool is_sure = std::ranges::find(sure, id) != sure.end();
      for (const auto& [name, member] : node.properties) {
        if (!is_false(schema, member)) add_named(members, name, member, is_sure);
      }
      for (const auto& [pattern, member] : node.pattern_properties)
        add_named(patterns, pattern, member, is_sure);
    }
    for (const NodeId id : sure.empty() ? nodes : sure) {
      const Node& node = schema.nodes[id];
      add_once(others, node.additional_properties);
      add_once(items, node.items);
      if (node.has_types) types &= node.types;
      has_types |= node.has_types;
      is_closed |=
          node.additional_properties != kNoNode && is_false(schema, node.additional_properties);
    }
  }

  [[nodiscard]] bool may_be(std::uint8_t type) const { return has_types && (types & type) != 0; }
  [[nodiscard]] bool has_members() const { return !members.empty() || !patterns.empty(); }
  /// An object by its members, or by its type alone.
  [[nodiscard]] bool is_object() const {
    return has_members() || (!others.empty() && !is_closed) || may_be_only(kTypeObject);
  }
  [[nodiscard]] bool is_array() const { return may_be_only(kTypeArray); }
  [[nodiscard]] bool may_be_only(std::uint8_t type) const {
    return has_types && (types & ~kTypeNull) == type;
  }

  Nodes nodes;
  Nodes sure;  ///< those of `nodes` that no condition stands before
  std::vector<MemberNodes> members;
  std::vector<MemberNodes> patterns;
  Nodes others;  ///< `additionalProperties`
  Nodes items;
  std::uint8_t types = kTypeAny;
  bool has_types = false;
  bool is_closed = false;
};

bool is_mapped(const FieldMapping& mapping) {
  return mapping.has_is || !mapping.hash.empty();
}

/// The words of all nodes, the nearest first.
Annotation merged(const Schema& schema, const Nodes& nodes) {
  Annotation all;
  for (const NodeId id : nodes) {
    const Annotation& one = schema.nodes[id].annotation;
    if (all.as == As::kNone) all.as = one.as;
    if (all.pii == Pii::kNone) all.pii = one.pii;
    if (all.cell.is_usual()) all.cell = one.cell;
    if (!is_mapped(all.mapping)) all.mapping = one.mapping;
    if (all.todo.empty()) all.todo = one.todo;
    if (!all.parts) all.parts = one.parts;
    if (all.columns.empty()) all.columns = one.columns;
    if (!all.pairs) all.pairs = one.pairs;
  }
  return all;
}

class Walk {
 public:
  explicit Walk(const Schema& schema) : schema_(schema) {}

  std::vector<Field> fields(NodeId record) {
    visit_object(Described(schema_, {record}), true, false);
    return std::move(fields_);
  }

 private:
  void visit_object(const Described& object, bool is_required, bool is_read_only) {
    open_.push_back(object.nodes.back());
    for (const MemberNodes& member : object.members) {
      path_.push_back(member.name);
      const bool is_needed = std::ranges::any_of(object.sure, [&](NodeId node) {
        const auto& names = schema_.nodes[node].required;
        return std::ranges::find(names, member.name) != names.end();
      });
      visit(Described(schema_, member), is_required && is_needed, is_read_only);
      path_.pop_back();
    }
    for (const MemberNodes& pattern : object.patterns)
      add_family(pattern.nodes, pattern.name, is_read_only);
    const bool takes_any = !object.others.empty() && !object.is_closed;
    const bool says_nothing = object.others.empty() && !object.has_members();
    if (takes_any || (says_nothing && !path_.empty())) add_family(object.others, {}, is_read_only);
    open_.pop_back();
  }

  void visit(const Described& value, bool is_required, bool is_read_only) {
    is_read_only |= reads_only(value);
    const Annotation annotation = merged(schema_, value.nodes);
    const bool is_ring = std::ranges::find(open_, value.nodes.back()) != open_.end();
    if (annotation.pairs) return add_pairs(value, annotation, is_read_only);
    if (value.is_object() && !is_ring && annotation.as == As::kNone)
      return visit_object(value, is_required, is_read_only);
    Field field = field_of(value);
    field.is_required = is_required;
    field.is_read_only = is_read_only;
    name(field, {});
    fields_.push_back(std::move(field));
  }

  [[nodiscard]] bool reads_only(const Described& value) const {
    return std::ranges::any_of(value.nodes,
                               [&](NodeId node) { return schema_.nodes[node].is_read_only; });
  }

  [[nodiscard]] Field field_of(const Described& value) const {
    Field field;
    field.path = path_;
    field.nodes = value.nodes;
    field.node = resolved(value.nodes);
    field.annotation = merged(schema_, value.nodes);
    field.is_list = is_plain_list(value);
    const bool has_no_text = value.is_object() || (value.is_array() && !field.is_list);
    if (has_no_text && field.annotation.as == As::kNone) field.annotation.as = As::kJson;
    return field;
  }

  /// The first of `nodes` that says something itself.
  [[nodiscard]] NodeId resolved(const Nodes& nodes) const {
    const auto own = std::ranges::find_if(
        nodes, [&](NodeId node) { return schema_.nodes[node].ref == kNoNode; });
    return own == nodes.end() ? kNoNode : *own;
  }

  [[nodiscard]] bool is_plain_list(const Described& value) const {
    if (!value.is_array() || value.items.empty()) return false;
    const Described item(schema_, value.items);
    return item.has_types && !item.may_be(kTypeObject) && !item.may_be(kTypeArray);
  }

  void add_family(const Nodes& nodes, const std::string& pattern, bool is_read_only) {
    const Described value(schema_, nodes);
    Field field = field_of(value);
    field.family = Family::kMembers;
    field.pattern = pattern;
    field.is_read_only = is_read_only || reads_only(value);
    name(field, ".*");
    fields_.push_back(std::move(field));
  }

  void add_pairs(const Described& list, const Annotation& annotation, bool is_read_only) {
    const Described element(schema_, list.items);
    const auto nodes_of = [&](const std::string& member) {
      const auto found = std::ranges::find(element.members, member, &MemberNodes::name);
      return found == element.members.end() ? Nodes{} : found->nodes;
    };
    Field field = field_of(Described(schema_, nodes_of(annotation.pairs->value)));
    field.family = Family::kPairs;
    field.pair_name = annotation.pairs->name;
    field.pair_value = annotation.pairs->value;
    field.name_node = resolved(always(schema_, nodes_of(annotation.pairs->name)));
    field.is_read_only = is_read_only;
    field.annotation.columns = annotation.columns;
    if (!is_mapped(field.annotation.mapping)) field.annotation.mapping = annotation.mapping;
    name(field, ".*");
    fields_.push_back(std::move(field));
  }

  /// The columns: those that the schema says, and the path.
  static void name(Field& field, std::string_view family_end) {
    const bool is_family = !family_end.empty();
    const auto add = [&](const std::string& base) {
      const std::string column = base.empty() && is_family ? "*" : base + std::string(family_end);
      if (std::ranges::find(field.columns, column) == field.columns.end())
        field.columns.push_back(column);
    };
    const bool has_own_names = field.family != Family::kMembers;
    if (has_own_names) {
      for (const std::string& column : field.annotation.columns) add(column);
    }
    std::string dotted;
    for (const std::string& step : field.path) dotted += (dotted.empty() ? "" : ".") + step;
    add(dotted);
    field.column = field.columns.front();
  }

  const Schema& schema_;
  std::vector<Field> fields_;
  std::vector<std::string> path_;
  Nodes open_;  // the last node of each object on the way
};

bool is_family(const Field& field) {
  return field.family != Family::kNone;
}

/// The name that the column `name` gives to a family called `column`; nothing if it is none of it.
std::optional<std::string_view> member_in(std::string_view column, std::string_view name) {
  column.remove_suffix(1);
  if (!name.starts_with(column) || name.size() == column.size()) return std::nullopt;
  return name.substr(column.size());
}

}  // namespace

std::vector<Field> fields_of(const Schema& schema, NodeId record) {
  return Walk(schema).fields(record);
}

std::vector<Field> fields_of(const Definition& definition) {
  return fields_of(definition.schema, definition.record);
}

std::optional<Error> column_fault(const Definition& definition) {
  const Schema& schema = definition.schema;
  std::map<std::string, const Field*, std::less<>> by_column;
  const std::vector<Field> fields = fields_of(definition);
  for (const Field& field : fields) {
    if (is_family(field) && !field.pattern.empty()) continue;
    const std::uint32_t token = field.nodes.empty() ? 0 : schema.nodes[field.nodes.front()].token;
    if (field.family == Family::kPairs && (field.nodes.empty() || field.name_node == kNoNode))
      return schema.error_of(token, "the elements of the list " + field.column +
                                        " have no members \"" + field.pair_name + "\" and \"" +
                                        field.pair_value + '"');
    for (const std::string& column : field.columns) {
      if (!by_column.try_emplace(column, &field).second)
        return schema.error_of(token, "the column " + column + " names two fields");
    }
  }
  return std::nullopt;
}

struct FieldTable::Patterns {
  std::map<std::size_t, MemberPattern> by_field;
};

FieldTable::FieldTable(std::vector<Field> fields) : fields_(std::move(fields)) {
  auto patterns = std::make_unique<Patterns>();
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (!is_family(fields_[i])) {
      for (const std::string& column : fields_[i].columns) by_column_.try_emplace(column, i);
    } else if (!fields_[i].pattern.empty()) {
      patterns->by_field.try_emplace(i, fields_[i].pattern);
    }
  }
  patterns_ = std::move(patterns);
}

FieldTable::~FieldTable() = default;
FieldTable::FieldTable(FieldTable&&) noexcept = default;
FieldTable& FieldTable::operator=(FieldTable&&) noexcept = default;

bool FieldTable::fits(std::size_t field, std::string_view member) const {
  return fields_[field].pattern.empty() || patterns_->by_field.at(field).matches(member);
}

std::optional<ColumnField> FieldTable::find(std::string_view name) const {
  if (const auto known = by_column_.find(name); known != by_column_.end())
    return ColumnField{&fields_[known->second], {}};
  std::optional<ColumnField> best;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (!is_family(fields_[i])) continue;
    for (const std::string& column : fields_[i].columns) {
      const auto member = member_in(column, name);
      const bool is_better = member && (!best || column.size() > longest);
      if (!is_better || !fits(i, *member)) continue;
      best = ColumnField{&fields_[i], std::string(*member)};
      longest = column.size();
    }
  }
  return best;
}

std::optional<std::string> FieldTable::column_at(const std::vector<std::string>& path) const {
  for (const Field& field : fields_) {
    if (!is_family(field) && field.path == path) return field.column;
  }
  if (path.empty()) return std::nullopt;
  const std::vector<std::string> object(path.begin(), path.end() - 1);
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const Field& field = fields_[i];
    if (is_family(field) && field.path == object && fits(i, path.back()))
      return column_of(field, path.back());
  }
  return std::nullopt;
}

// A step is the longest name of an object that the rest of the column begins with.
std::optional<MemberPlace> FieldTable::place_of_unknown(std::string_view name) const {
  MemberPlace place{{}, std::string(name)};
  for (bool goes_on = true; goes_on;) {
    std::string step;
    for (const Field& field : fields_) {
      const std::size_t depth = place.object.size();
      const bool is_inside =
          field.path.size() > depth &&
          std::equal(place.object.begin(), place.object.end(), field.path.begin());
      if (!is_inside) continue;
      const std::string& next = field.path[depth];
      const bool is_object = field.path.size() > depth + 1 || field.family == Family::kMembers;
      if (next == place.member) return std::nullopt;
      const bool leads_in = is_object && place.member.starts_with(next + '.');
      if (leads_in && next.size() > step.size()) step = next;
    }
    goes_on = !step.empty();
    if (!goes_on) break;
    place.member.erase(0, step.size() + 1);
    place.object.push_back(std::move(step));
  }
  return place.member.empty() ? std::nullopt : std::optional(std::move(place));
}

std::vector<std::string> FieldTable::names() const {
  std::vector<std::string> names;
  for (const Field& field : fields_) {
    for (std::string name : field.columns) {
      if (is_family(field)) name.pop_back();
      if (!name.empty()) names.push_back(std::move(name));
    }
  }
  return names;
}

bool FieldTable::is_nested() const {
  return std::ranges::any_of(fields_, [](const Field& field) {
    const std::size_t flat_steps = is_family(field) ? 0 : 1;
    return field.path.size() > flat_steps || field.family == Family::kPairs || field.is_list ||
           field.annotation.as == As::kJson;
  });
}

std::string column_of(const Field& field, std::string_view member) {
  std::string column = field.column;
  if (!is_family(field)) return column;
  column.pop_back();
  return column.append(member);
}

}  // namespace crosswalk::format
