// See member_order.h.
#include "conversion/member_order.h"

#include <algorithm>

namespace crosswalk::conversion {
namespace {

using format::kNoNode;
using format::Node;
using format::NodeId;

/// `node` and all that describe the same value: what it refers to, and its `allOf`.
std::vector<NodeId> same_value(const std::vector<Node>& nodes, NodeId node) {
  std::vector<NodeId> found{node};
  for (std::size_t i = 0; i < found.size(); ++i) {
    std::vector<NodeId> more = nodes[found[i]].all_of;
    if (nodes[found[i]].ref != kNoNode) more.push_back(nodes[found[i]].ref);
    for (const NodeId next : more) {
      if (std::ranges::find(found, next) == found.end()) found.push_back(next);
    }
  }
  return found;
}

}  // namespace

MemberOrder::MemberOrder(const format::Schema& schema) {
  for (NodeId id = 0; id < schema.nodes.size(); ++id) {
    Shape& shape = shapes_.emplace_back();
    for (const NodeId part : same_value(schema.nodes, id)) {
      const Node& node = schema.nodes[part];
      for (const auto& [name, member] : node.properties) {
        const bool is_new =
            std::ranges::find(shape.members, name, &Member::name) == shape.members.end();
        if (is_new) shape.members.push_back({name, member});
      }
      if (shape.others == kNoNode) shape.others = node.additional_properties;
      if (shape.items == kNoNode) shape.items = node.items;
    }
  }
}

MemberRank MemberOrder::find(NodeId node, std::string_view name, std::uint32_t expected) const {
  if (node == kNoNode) return {};
  const Shape& shape = shapes_[node];
  const auto size = static_cast<std::uint32_t>(shape.members.size());
  for (std::uint32_t i = expected; i < size; ++i) {
    if (shape.members[i].name == name) return {i, shape.members[i].node};
  }
  for (std::uint32_t i = 0; i < std::min(expected, size); ++i) {
    if (shape.members[i].name == name) return {i, shape.members[i].node};
  }
  return {MemberRank::kUnnamed, shape.others};
}

NodeId MemberOrder::items_of(NodeId node) const {
  return node == kNoNode ? kNoNode : shapes_[node].items;
}

}  // namespace crosswalk::conversion
