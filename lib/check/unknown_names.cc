// See unknown_names.h. A node that is also a part of another's description stays silent: the other
// one knows more names.
#include "check/unknown_names.h"

#include <algorithm>

namespace crosswalk::check {
namespace {

using format::kNoNode;
using format::Node;
using format::NodeId;
using Nodes = std::vector<NodeId>;

void append(const Nodes& nodes, Nodes& to) {
  to.insert(to.end(), nodes.begin(), nodes.end());
}

/// What always describes the same value as `node`.
Nodes parts_of(const Node& node) {
  Nodes parts = node.all_of;
  if (node.ref != kNoNode) parts.push_back(node.ref);
  return parts;
}

/// What may describe the same value as `node`.
Nodes branches_of(const Node& node) {
  Nodes branches = node.any_of;
  append(node.one_of, branches);
  append({node.condition, node.consequence, node.alternative}, branches);
  for (const auto& [name, dependency] : node.dependency_schemas) branches.push_back(dependency);
  std::erase(branches, kNoNode);
  return branches;
}

Nodes same_value(const Node& node) {
  Nodes nodes = parts_of(node);
  append(branches_of(node), nodes);
  return nodes;
}

/// What describes the values inside.
Nodes children_of(const Node& node) {
  Nodes children = node.tuple;
  append({node.items, node.additional_items, node.additional_properties}, children);
  for (const auto& [name, property] : node.properties) children.push_back(property);
  for (const auto& [name, property] : node.pattern_properties) children.push_back(property);
  std::erase(children, kNoNode);
  return children;
}

NodeId resolved(const format::Schema& schema, NodeId node) {
  for (std::size_t i = 0; i < schema.nodes.size() && schema.nodes[node].ref != kNoNode; ++i)
    node = schema.nodes[node].ref;
  return node;
}

/// Adds `node` and what it leads to by `next`.
template <class Next>
void collect(const format::Schema& schema, NodeId node, const Next& next, Nodes& found) {
  if (std::ranges::find(found, node) != found.end()) return;
  found.push_back(node);
  for (const NodeId more : next(schema.nodes[node])) collect(schema, more, next, found);
}

class Description {
 public:
  explicit Description(const format::Schema& schema)
      : schema_(schema), is_value_(schema.nodes.size()), is_part_(schema.nodes.size()) {}

  std::vector<bool> values() {
    for (const NodeId root : schema_.described) visit(root);
    std::vector<bool> told(is_value_.size());
    for (std::size_t i = 0; i < told.size(); ++i) told[i] = is_value_[i] && !is_part_[i];
    return told;
  }

 private:
  void visit(NodeId node) {
    node = resolved(schema_, node);
    if (is_value_[node]) return;
    is_value_[node] = true;
    Nodes others;
    collect(schema_, node, same_value, others);
    for (const NodeId other : others) {
      if (other != node) is_part_[other] = true;
    }
    Nodes parts;
    collect(schema_, node, parts_of, parts);
    for (const NodeId part : parts) {
      for (const NodeId child : children_of(schema_.nodes[part])) visit(child);
    }
  }

  const format::Schema& schema_;
  std::vector<bool> is_value_;
  std::vector<bool> is_part_;
};

}  // namespace

std::optional<DescribedNames> described_names(const format::Schema& schema, NodeId node) {
  Nodes all;
  collect(schema, node, same_value, all);
  DescribedNames described;
  for (const NodeId part : all) {
    const Node& at = schema.nodes[part];
    if (at.additional_properties != kNoNode) return std::nullopt;
    for (const auto& [name, property] : at.properties) described.names.push_back(name);
    for (const auto& [pattern, property] : at.pattern_properties)
      described.patterns.push_back(pattern);
  }
  if (described.names.empty()) return std::nullopt;
  return described;
}

std::vector<bool> nodes_that_tell_unknown_names(const format::Schema& schema) {
  return Description(schema).values();
}

}  // namespace crosswalk::check
