// See record_place.h. A node seen twice is not walked again, so rings of references end.
#include "format/record_place.h"

#include <algorithm>

namespace crosswalk::format {
namespace {

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

std::optional<NodeId> property(const std::vector<Node>& nodes, NodeId object,
                               const std::string& name) {
  for (const NodeId part : same_value(nodes, object)) {
    for (const auto& [known, node] : nodes[part].properties) {
      if (known == name) return node;
    }
  }
  return std::nullopt;
}

/// The first node at `node` that describes members: it says the most of a record.
NodeId with_members(const std::vector<Node>& nodes, NodeId node) {
  const std::vector<NodeId> parts = same_value(nodes, node);
  const auto found =
      std::ranges::find_if(parts, [&](NodeId part) { return !nodes[part].properties.empty(); });
  return found == parts.end() ? node : *found;
}

}  // namespace

std::optional<NodeId> find_record(const std::vector<Node>& nodes, RecordPlace& place) {
  NodeId at = 0;
  for (const std::string& step : place.steps) {
    const std::optional<NodeId> next = property(nodes, at, step);
    if (!next) return std::nullopt;
    at = *next;
  }
  for (const NodeId part : same_value(nodes, at)) {
    if (nodes[part].items == kNoNode) continue;
    place.are_items = true;
    return with_members(nodes, nodes[part].items);
  }
  return with_members(nodes, at);
}

}  // namespace crosswalk::format
