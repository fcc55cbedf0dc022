// The condition is not compiled anew: its instructions are read as a boolean expression.
//
//   NOT node -> not holds(node);  CONTAINS leaf -> was_seen(leaf)
// Test: tests/check/down_test.cc.
#include "check/down.h"

#include <algorithm>

#include "check/analyse.h"
#include "check/scalar_plan.h"

namespace crosswalk::check {
namespace {

bool instruction_holds(const Program::Code& code, const Instruction& instruction,
                       const std::function<bool(format::NodeId)>& was_seen) {
  switch (instruction.op) {
    case Op::kContains:
      return was_seen(instruction.node);
    case Op::kAllOf:
      return holds(code, instruction.node, was_seen);
    case Op::kNot:
      return !holds(code, instruction.node, was_seen);
    case Op::kIf: {
      const Branch& branch = code.branches[instruction.operand];
      const bool asked = branch.consequence != format::kNoNode;
      return !asked || !holds(code, branch.condition, was_seen) ||
             holds(code, branch.consequence, was_seen);
    }
    default:
      return false;
  }
}

/// No text longer than this is accepted by `node`, in bytes.
std::size_t longest_text(const Program::Code& code, format::NodeId node) {
  ScalarPlan plan;
  const bool has_plan = plan.add_node(code, node, kStringKind, false);
  return has_plan ? plan.longest_text(code) : std::string_view::npos;
}

/// The node of the one instruction that `node` has, if that is `op`.
format::NodeId only_node(const Program::Code& code, format::NodeId node, Op op) {
  if (node == format::kNoNode) return node;
  const auto plain = code.plain(node);
  return plain.size() == 1 && plain[0].op == op ? plain[0].node : format::kNoNode;
}

}  // namespace

void collect_leaves(const Program::Code& code, format::NodeId condition,
                    std::vector<format::NodeId>& leaves) {
  for (const Instruction& instruction : code.plain(condition)) {
    if (instruction.op == Op::kContains) leaves.push_back(instruction.node);
    for (const format::NodeId part : nodes_on_same_value(code, instruction)) {
      collect_leaves(code, part, leaves);
    }
  }
}

bool holds(const Program::Code& code, format::NodeId condition,
           const std::function<bool(format::NodeId)>& was_seen) {
  const auto plain = code.plain(condition);
  return std::all_of(plain.begin(), plain.end(), [&](const Instruction& instruction) {
    return instruction_holds(code, instruction, was_seen);
  });
}

std::vector<Forbidden> forbidden_by(const Program::Code& code, format::NodeId record,
                                    const diagnostics::RuleCatalog& rules) {
  std::vector<Forbidden> all;
  for (const format::Check& check : code.schema->nodes[record].annotation.checks) {
    if (check.kind != format::CheckKind::kDown) continue;
    const auto value = only_node(code, only_node(code, check.node, Op::kNot), Op::kContains);
    if (value == format::kNoNode) continue;
    all.push_back({value, rules.find(check.rule), check.severity, code.nodes[value].can_pass,
                   longest_text(code, value)});
  }
  return all;
}

// Without its quotes a text is as long as its token, or shorter where it has escapes.
bool Forbidden::may_be(const json::Token& token) const {
  constexpr std::size_t kQuotes = 2;
  if ((kinds & bit(token.kind)) == 0) return false;
  const bool is_plain_text = token.kind == json::Kind::kString && !token.escaped;
  return !is_plain_text || token.end - token.begin <= kQuotes ||
         token.end - token.begin - kQuotes <= longest_text;
}

}  // namespace crosswalk::check
