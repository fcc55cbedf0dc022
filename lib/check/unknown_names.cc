// See unknown_names.h. A node that is also a part of another's description stays silent: the other
// one knows more names.
#include "check/unknown_names.h"

#include <algorithm>
#include <map>
#include <set>

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

/// What describes the values inside: a member that several parts describe is one value.
std::vector<Nodes> children_of(const format::Schema& schema, const Nodes& parts) {
  std::map<std::string, Nodes> members;
  Nodes alone;
  for (const NodeId part : parts) {
    const Node& node = schema.nodes[part];
    for (const auto& [name, property] : node.properties) members[name].push_back(property);
    for (const auto& [pattern, property] : node.pattern_properties) alone.push_back(property);
    append(node.tuple, alone);
    append({node.items, node.additional_items, node.additional_properties}, alone);
  }
  std::erase(alone, kNoNode);
  std::vector<Nodes> children;
  for (auto& [name, nodes] : members) children.push_back(std::move(nodes));
  for (const NodeId node : alone) children.push_back({node});
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
      : schema_(schema), describers_(schema.nodes.size()), is_part_(schema.nodes.size()) {}

  std::vector<Nodes> values() {
    for (const NodeId root : schema_.described) visit({root});
    for (std::size_t i = 0; i < is_part_.size(); ++i) {
      if (is_part_[i]) describers_[i].clear();
    }
    return std::move(describers_);
  }

 private:
  // `nodes` describe one value. Rings of schemas can come together in more ways than there is time
  // for: then each of them is looked at alone, and stays silent.
  void visit(Nodes nodes) {
    for (NodeId& node : nodes) node = resolved(schema_, node);
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    if (nodes.size() > 1 && seen_.size() > schema_.nodes.size()) {
      for (const NodeId node : nodes) {
        visit({node});
        is_part_[node] = true;
      }
      return;
    }
    if (!seen_.insert(nodes).second) return;
    append(nodes, describers_[nodes.front()]);
    Nodes others;
    Nodes parts;
    for (const NodeId node : nodes) {
      collect(schema_, node, same_value, others);
      collect(schema_, node, parts_of, parts);
    }
    for (const NodeId other : others) {
      if (other != nodes.front()) is_part_[other] = true;
    }
    for (Nodes& child : children_of(schema_, parts)) visit(std::move(child));
  }

  const format::Schema& schema_;
  std::set<Nodes> seen_;
  std::vector<Nodes> describers_;
  std::vector<bool> is_part_;
};

}  // namespace

std::optional<DescribedNames> described_names(const format::Schema& schema, const Nodes& nodes) {
  Nodes all;
  for (const NodeId node : nodes) collect(schema, node, same_value, all);
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

std::vector<Nodes> nodes_that_tell_unknown_names(const format::Schema& schema) {
  return Description(schema).values();
}

}  // namespace crosswalk::check
