// See value_nodes.h.
#include "check/value_nodes.h"

#include "check/analyse.h"
#include "check/run.h"

namespace crosswalk::check {

using format::NodeId;

namespace {

void collect_names(const Program::Code& code, NodeId node, std::vector<std::string>& names) {
  for (const Instruction& instruction : code.plain(node)) {
    if (instruction.op == Op::kRequired) {
      const auto& needed = code.name_lists[instruction.operand];
      names.insert(names.end(), needed.begin(), needed.end());
    } else if (instruction.op == Op::kMembers) {
      const base::NameTable& known = code.members[instruction.operand].names;
      for (std::uint32_t i = 0; i < known.size(); ++i) names.push_back(known.name(i));
    } else if (instruction.op == Op::kDependency) {
      names.push_back(code.dependencies[instruction.operand].name);
    }
    for (const NodeId child : nodes_on_same_value(code, instruction))
      collect_names(code, child, names);
  }
}

}  // namespace

std::vector<NodeId> member_nodes(const Program::Code& code, const std::vector<NodeId>& nodes,
                                 std::string_view name) {
  std::vector<NodeId> all;
  std::vector<NodeId> found;
  for (const NodeId node : nodes) {
    for_each_keyword(code, node, [&](const Instruction& instruction) {
      if (instruction.op != Op::kMembers) return;
      nodes_of_member(code, code.members[instruction.operand], name, found);
      all.insert(all.end(), found.begin(), found.end());
    });
  }
  return all;
}

std::vector<NodeId> item_nodes(const Program::Code& code, const std::vector<NodeId>& nodes) {
  std::vector<NodeId> all;
  for (const NodeId node : nodes) {
    for_each_keyword(code, node, [&](const Instruction& instruction) {
      if (instruction.op == Op::kItems) all.push_back(instruction.node);
    });
  }
  return all;
}

std::vector<std::string> asked_names(const Program::Code& code, NodeId condition) {
  std::vector<std::string> names;
  collect_names(code, condition, names);
  return names;
}

}  // namespace crosswalk::check
