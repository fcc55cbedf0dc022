// Depth first, inner nodes before outer ones, each node once.
//
// Two masks a node: the kinds that it may refuse, and the kinds that it may let pass. A `not` turns
// them round.
//   {"type":"string","pattern":"@"}   may refuse any kind, may pass text only
//   {"not": that}                     may refuse text only, may pass any kind
// Test: tests/check/analyse_test.cc.
#include "check/analyse.h"

#include <algorithm>

namespace crosswalk::check {
namespace {

using format::NodeId;

constexpr std::uint32_t kMostVisits = 100'000;
constexpr std::uint32_t kMostSteps = 500;  // from node to node on the same value

constexpr const char* kRing = "this schema leads back to itself on the same value";
constexpr const char* kTooWide = "this schema asks more than 100,000 schemas of one value";
constexpr const char* kTooLong =
    "more than 500 schemas lead from one to the next on the same value";

class SameValueWalk {
 public:
  explicit SameValueWalk(Program::Code& code) : code_(code), states_(code.nodes.size()) {}

  std::optional<Hindrance> run() {
    for (NodeId node = 0; node < code_.nodes.size() && !hindrance_; ++node) visit(node, 0);
    return hindrance_;
  }

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };

  void visit(NodeId node, std::uint32_t steps) {
    if (states_[node] == State::kDone || hindrance_) return;
    if (states_[node] == State::kOpen) return stop(node, kRing);
    if (steps > kMostSteps) return stop(node, kTooLong);
    states_[node] = State::kOpen;
    const NodeCode range = code_.nodes[node];
    std::uint32_t visits = 1;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      for (const NodeId child : nodes_on_same_value(code_, code_.instructions[i])) {
        visit(child, steps + 1);
        if (hindrance_) return;
        visits = std::min(visits + code_.nodes[child].visits, kMostVisits + 1);
      }
      narrow(code_.instructions[i]);
    }
    if (visits > kMostVisits) return stop(node, kTooWide);
    code_.nodes[node].visits = visits;
    sum_up(code_.nodes[node]);
    for (std::uint32_t i = range.begin; i < range.end; ++i) fuse(code_.instructions[i]);
    states_[node] = State::kDone;
  }

  void stop(NodeId node, const char* what) { hindrance_ = Hindrance{node, what}; }

  KindBits can_fail(NodeId node) const {
    return node == format::kNoNode ? KindBits{0} : code_.nodes[node].can_fail;
  }

  void narrow(Instruction& instruction) const {
    instruction.applies = static_cast<KindBits>(instruction.applies & refused(instruction));
  }

  // Turns `not` into the only test that its node has for the kinds it applies to.
  void fuse(Instruction& instruction) const {
    if (instruction.op != Op::kNot) return;
    const Instruction* only = nullptr;
    for (const Instruction& inner : code_.plain(instruction.node)) {
      if ((inner.applies & instruction.applies) == 0) continue;
      if (only != nullptr || !is_test(inner.op)) return;
      only = &inner;
    }
    if (only == nullptr || (instruction.applies & ~only->applies) != 0) return;
    instruction.op = only->op;
    instruction.operand = only->operand;
    instruction.negated = !only->negated;
  }

  // Kinds of value that the instruction may refuse, among those that it applies to.
  KindBits refused(const Instruction& instruction) const {
    switch (instruction.op) {
      case Op::kRef:
      case Op::kAllOf:
      case Op::kMust:
        return can_fail(instruction.node);
      case Op::kNot:
        return code_.nodes[instruction.node].can_pass;
      case Op::kType: {
        const KindBits in_part = (instruction.operand & kWholeNumbers) != 0 ? kNumberKind : 0;
        return static_cast<KindBits>(~instruction.operand | in_part);
      }
      case Op::kIf: {
        const Branch& branch = code_.branches[instruction.operand];
        return can_fail(branch.consequence) | can_fail(branch.alternative);
      }
      default:
        return kAnyKind;
    }
  }

  // Kinds of value that the instruction may let pass, among those that it applies to.
  KindBits passed(const Instruction& instruction) const {
    switch (instruction.op) {
      case Op::kFalse:
        return 0;
      case Op::kType:
        return static_cast<KindBits>(instruction.operand);
      case Op::kConst:
      case Op::kEnum:
        return code_.choices[instruction.operand].kinds;
      case Op::kRef:
      case Op::kAllOf:
        return code_.nodes[instruction.node].can_pass;
      case Op::kNot:
        return can_fail(instruction.node);
      case Op::kAnyOf:
      case Op::kOneOf: {
        KindBits kinds = 0;
        for (const NodeId node : code_.node_lists[instruction.operand]) {
          kinds |= code_.nodes[node].can_pass;
        }
        return kinds;
      }
      default:
        return kAnyKind;
    }
  }

  void sum_up(NodeCode& node) const {
    for (std::uint32_t i = node.begin; i < node.plain_end; ++i) {
      const Instruction& instruction = code_.instructions[i];
      node.can_fail |= instruction.applies;
      node.can_pass &= static_cast<KindBits>(passed(instruction) | ~instruction.applies);
      if (!hands_on(instruction.op)) continue;
      for (const NodeId child : nodes_on_same_value(code_, instruction)) {
        node.extras |= code_.nodes[child].extras;
        node.has_keys |= code_.nodes[child].has_keys;
      }
    }
    for (std::uint32_t i = node.plain_end; i < node.end; ++i) {
      node.extras |= code_.instructions[i].applies;
      node.has_keys |= code_.instructions[i].op == Op::kUnique;
    }
  }

  Program::Code& code_;
  std::vector<State> states_;
  std::optional<Hindrance> hindrance_;
};

}  // namespace

namespace {

/// The nodes that an instruction applies to values inside the value.
std::vector<NodeId> nodes_inside(const Program::Code& code, const Instruction& instruction) {
  std::vector<NodeId> nodes;
  if (instruction.op == Op::kItems || instruction.op == Op::kTuple) nodes = {instruction.node};
  if (instruction.op == Op::kTuple) {
    const auto& places = code.node_lists[instruction.operand];
    nodes.insert(nodes.end(), places.begin(), places.end());
  }
  if (instruction.op == Op::kMembers) {
    const Members& members = code.members[instruction.operand];
    nodes = members.nodes;
    nodes.push_back(members.others);
    for (const auto& [pattern, node] : members.patterns) nodes.push_back(node);
  }
  std::erase(nodes, format::kNoNode);
  return nodes;
}

bool leads_to_checks(const Program::Code& code, const NodeCode& node) {
  for (std::uint32_t i = node.begin; i < node.plain_end; ++i) {
    const Instruction& instruction = code.instructions[i];
    const auto has_checks = [&](NodeId next) { return code.nodes[next].has_checks; };
    const auto inside = nodes_inside(code, instruction);
    const auto same = nodes_on_same_value(code, instruction);
    if (std::any_of(inside.begin(), inside.end(), has_checks) ||
        std::any_of(same.begin(), same.end(), has_checks)) {
      return true;
    }
  }
  return node.plain_end < node.end;
}

/// Nodes may lead round in a ring, so this goes on until nothing changes.
void mark_checks(Program::Code& code) {
  for (bool has_changed = true; has_changed;) {
    has_changed = false;
    for (NodeCode& node : code.nodes) {
      if (node.has_checks || !leads_to_checks(code, node)) continue;
      node.has_checks = true;
      has_changed = true;
    }
  }
}

}  // namespace

std::vector<NodeId> nodes_on_same_value(const Program::Code& code, const Instruction& instruction) {
  std::vector<NodeId> nodes;
  switch (instruction.op) {
    case Op::kRef:
    case Op::kAllOf:
    case Op::kNot:
    case Op::kParts:
    case Op::kMust:
      nodes = {instruction.node};
      break;
    case Op::kAnyOf:
    case Op::kOneOf:
      nodes = code.node_lists[instruction.operand];
      break;
    case Op::kDependency:
      nodes = {code.dependencies[instruction.operand].node};
      break;
    case Op::kIf: {
      const Branch& branch = code.branches[instruction.operand];
      nodes = {branch.condition, branch.consequence, branch.alternative};
      break;
    }
    default:
      break;
  }
  std::erase(nodes, format::kNoNode);
  return nodes;
}

std::vector<std::uint32_t> unguarded_keys(const Program::Code& code, NodeId node) {
  std::vector<std::uint32_t> keys;
  for (const Instruction& keyword : code.plain(node)) {
    if (keyword.op != Op::kRef && keyword.op != Op::kAllOf) continue;
    const auto inner = unguarded_keys(code, keyword.node);
    keys.insert(keys.end(), inner.begin(), inner.end());
  }
  for (const Instruction& check : code.extras(node)) {
    if (check.op == Op::kUnique) keys.push_back(check.operand);
  }
  return keys;
}

std::optional<Hindrance> analyse(Program::Code& code) {
  auto hindrance = SameValueWalk(code).run();
  if (!hindrance) mark_checks(code);
  return hindrance;
}

}  // namespace crosswalk::check
