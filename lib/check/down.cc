// The condition is not compiled anew: its instructions are read as a boolean expression.
//
//   NOT node -> not holds(node);  CONTAINS leaf -> was_seen(leaf)
// Test: tests/check/down_test.cc.
#include "check/down.h"

#include <algorithm>

#include "check/compile.h"

namespace crosswalk::check {
namespace {

bool instruction_holds(const Program::Code& code, const Instruction& instruction,
                       const std::function<bool(format::NodeId)>& was_seen) {
  const auto part_holds = [&](format::NodeId node) {
    return node == format::kNoNode || holds(code, node, was_seen);
  };
  switch (instruction.op) {
    case Op::kContains:
      return was_seen(instruction.node);
    case Op::kRef:
    case Op::kAllOf:
      return part_holds(instruction.node);
    case Op::kNot:
      return !part_holds(instruction.node);
    case Op::kAnyOf: {
      const auto& nodes = code.node_lists[instruction.operand];
      return std::any_of(nodes.begin(), nodes.end(), part_holds);
    }
    case Op::kOneOf: {
      const auto& nodes = code.node_lists[instruction.operand];
      return std::count_if(nodes.begin(), nodes.end(), part_holds) == 1;
    }
    case Op::kIf: {
      const Branch& branch = code.branches[instruction.operand];
      return part_holds(part_holds(branch.condition) ? branch.consequence : branch.alternative);
    }
    default:
      return false;
  }
}

}  // namespace

bool collect_leaves(const Program::Code& code, format::NodeId condition,
                    std::vector<format::NodeId>& leaves) {
  if (!code.extras(condition).empty()) return false;
  for (const Instruction& instruction : code.plain(condition)) {
    if (instruction.op == Op::kContains) {
      leaves.push_back(instruction.node);
      continue;
    }
    const auto parts = nodes_on_same_value(code, instruction);
    const bool combines = !parts.empty() || instruction.op == Op::kFalse;
    if (!combines || (instruction.applies & kArrayKind) == 0) return false;
    for (const format::NodeId part : parts) {
      if (!collect_leaves(code, part, leaves)) return false;
    }
  }
  return true;
}

bool holds(const Program::Code& code, format::NodeId condition,
           const std::function<bool(format::NodeId)>& was_seen) {
  const auto plain = code.plain(condition);
  return std::all_of(plain.begin(), plain.end(), [&](const Instruction& instruction) {
    return instruction_holds(code, instruction, was_seen);
  });
}

}  // namespace crosswalk::check
