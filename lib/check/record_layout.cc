// Making the tree of a RecordTest: every way in which nodes come together on one value is one plan.
//
//   {"$ref":"#/definitions/key"} and {"pattern":"^c"} on one member   ->   one plan of both
// Which texts are personal data is asked of the nodes that describe the record, as
// Run::judge_texts does; they need not be those that judge it, so a plan has both.
// Test: tests/check/record_test_test.cc.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "check/analyse.h"
#include "check/meaning.h"
#include "check/record_test.h"
#include "check/value_nodes.h"

namespace crosswalk::check {

using format::NodeId;
using json::Kind;

namespace {

using Nodes = std::vector<NodeId>;

/// True for instructions that say something of a value of kind `kind`, or hand it on to one that
/// does.
bool asks(const Program::Code& code, const Instruction& instruction, KindBits kind) {
  if ((instruction.applies & kind) != 0) return true;
  const Nodes handed_to =
      hands_on(instruction.op) ? nodes_on_same_value(code, instruction) : Nodes{};
  return std::ranges::any_of(handed_to,
                             [&](NodeId node) { return (code.nodes[node].extras & kind) != 0; });
}

constexpr KindBits kContainers = kArrayKind | kObjectKind;

/// Calls visit(op, members) for each table of members that instructions of `nodes` have.
template <class Visit>
void for_each_table(const Program::Code& code, const Nodes& nodes, const Visit& visit) {
  for (const NodeId node : nodes) {
    for_each_keyword(code, node, [&](const Instruction& instruction) {
      if (instruction.op == Op::kMembers || instruction.op == Op::kKnownNames ||
          instruction.op == Op::kUnknownNames)
        visit(instruction.op, code.members[instruction.operand]);
    });
  }
}

constexpr std::uint32_t kNoPattern = 0xFFFFFFFFU;

/// The nodes of members that match nothing but pattern number `pattern`.
Nodes unnamed_nodes(const Program::Code& code, const Nodes& nodes, std::uint32_t pattern) {
  Nodes found;
  for_each_table(code, nodes, [&](Op op, const Members& members) {
    if (op != Op::kMembers) return;
    const std::size_t before = found.size();
    for (const auto& [number, node] : members.patterns) {
      if (number == pattern) found.push_back(node);
    }
    if (found.size() == before && members.others != format::kNoNode)
      found.push_back(members.others);
  });
  return found;
}

}  // namespace

/// Lays out one RecordTest.
class RecordLayout {
 public:
  RecordLayout(const Program::Code& code, RecordTest& test, bool tells_nfc)
      : code_(code), test_(test), tells_nfc_(tells_nfc) {
    test_.plans_.emplace_back();  // kAnything
  }

  /// Lays out the plan of a value that `nodes` judge and `described` describe, and all that it
  /// leads to. Returns its number.
  std::uint32_t lay_out(const Nodes& nodes, const Nodes& described) {
    const std::uint32_t first = plan_of(nodes, described);
    for (std::size_t i = 0; i < waiting_.size() && !is_too_much_; ++i) {
      const auto [values, number] = waiting_[i];
      test_.plans_[number] = make(values.first, values.second);
    }
    return first;
  }

  [[nodiscard]] bool is_too_much() const { return is_too_much_; }

 private:
  using Plan = RecordTest::Plan;
  using Tests = RecordTest::Tests;
  using Values = std::pair<Nodes, Nodes>;  // judged by the first, described by the second

  // The number of a plan, which is made later if it is new.
  std::uint32_t plan_of(Nodes nodes, Nodes described) {
    constexpr std::size_t kMostPlans = 1000;
    if (nodes.empty() && described.empty()) return RecordTest::kAnything;
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    const auto number = static_cast<std::uint32_t>(test_.plans_.size());
    const auto [known, is_new] = numbers_.try_emplace({nodes, described}, number);
    if (!is_new) return known->second;
    is_too_much_ |= number == kMostPlans;
    if (is_too_much_) return RecordTest::kDoubtful;
    test_.plans_.emplace_back();
    waiting_.emplace_back(known->first, number);
    return number;
  }

  Plan make(const Nodes& nodes, const Nodes& described) {
    Plan plan;
    for (std::size_t kind = 0; kind < plan.of_kind.size(); ++kind) {
      for (const NodeId node : nodes)
        add_node(node, bit(static_cast<Kind>(kind)), plan.of_kind[kind]);
    }
    plan.damage = damage_of(pii_of(code_, described), tells_nfc_);
    plan.elements = plan_of(item_nodes(code_, nodes), item_nodes(code_, described));
    plan.name_nodes = name_nodes(nodes);
    add_names(nodes, described, plan);
    add_families(nodes, described, plan);
    plan.other_members = unnamed(nodes, described, kNoPattern);
    return plan;
  }

  // Members and elements are values of their own, so what is asked of them is left out here.
  void add_node(NodeId node, KindBits kind, Tests& into) const {
    for (const Instruction& keyword : code_.plain(node)) {
      if (!asks(code_, keyword, kind) || is_laid_out(keyword.op)) continue;
      if (keyword.op == Op::kRef || keyword.op == Op::kAllOf) {
        add_node(keyword.node, kind, into);
      } else {
        add_keyword(keyword, kind, into);
      }
    }
    for (const Instruction& check : code_.extras(node)) {
      if ((check.applies & kind) != 0) add_check(check, kind, into);
    }
  }

  static bool is_laid_out(Op op) {
    return op == Op::kItems || op == Op::kMembers || op == Op::kRequired || op == Op::kKnownNames ||
           op == Op::kUnknownNames || op == Op::kPropertyNames;
  }

  void add_keyword(const Instruction& keyword, KindBits kind, Tests& into) const {
    ScalarPlan own;
    const bool may_lay_out = (kind & kContainers) == 0 || keyword.op == Op::kType;
    if (may_lay_out && own.add_keyword(code_, keyword, kind, true)) return into.own.add_all(own);
    into.others.push_back(keyword);
  }

  void add_check(const Instruction& check, KindBits kind, Tests& into) const {
    ScalarPlan own;
    const bool is_container = (kind & kContainers) != 0;
    if (is_container && asks_names_alone(check)) return;
    if (!is_container && own.add_check(code_, check, kind)) return into.own.add_all(own);
    into.others.push_back(check);
  }

  // A `must` that asks for names is asked with the other names.
  [[nodiscard]] bool asks_names_alone(const Instruction& check) const {
    if (check.op != Op::kMust) return false;
    bool names_alone = true;
    for_each_keyword(code_, check.node, [&](const Instruction& keyword) {
      names_alone &= keyword.op == Op::kPropertyNames;
    });
    return names_alone;
  }

  void add_names(const Nodes& nodes, const Nodes& described, Plan& plan) {
    const auto add_table = [&](Op, const Members& members) {
      for (std::uint32_t i = 0; i < members.names.size(); ++i)
        plan.names.add(members.names.name(i));
    };
    for_each_table(code_, nodes, add_table);
    for_each_table(code_, described, add_table);
    const std::vector<std::string> required = required_names(nodes);
    for (const std::string& name : required) plan.names.add(name);
    for (std::uint32_t i = 0; i < plan.names.size(); ++i) {
      const std::string& name = plan.names.name(i);
      RecordTest::Member& member = plan.members.emplace_back();
      member.plan = RecordTest::kDoubtful;
      if (all_know(nodes, [&](const Members& members) { return knows(code_, members, name); }))
        member.plan =
            plan_of(member_nodes(code_, nodes, name), member_nodes(code_, described, name));
      const auto place = std::ranges::find(required, name) - required.begin();
      if (place < std::ssize(required)) member.required = std::uint64_t{1} << place;
      plan.required |= member.required;
    }
  }

  [[nodiscard]] Nodes name_nodes(const Nodes& nodes) const {
    Nodes found;
    for (const NodeId node : nodes) add_name_nodes(node, true, found);
    return found;
  }

  void add_name_nodes(NodeId node, bool with_checks, Nodes& found) const {
    for (const Instruction& keyword : code_.plain(node)) {
      if (keyword.op == Op::kPropertyNames) found.push_back(keyword.node);
      if (keyword.op == Op::kRef || keyword.op == Op::kAllOf)
        add_name_nodes(keyword.node, with_checks, found);
    }
    if (!with_checks) return;
    for (const Instruction& check : code_.extras(node)) {
      if (check.op == Op::kMust) add_name_nodes(check.node, false, found);
    }
  }

  std::vector<std::string> required_names(const Nodes& nodes) {
    constexpr std::size_t kMostBits = 64;
    std::vector<std::string> names;
    for (const NodeId node : nodes) {
      for_each_keyword(code_, node, [&](const Instruction& instruction) {
        if (instruction.op != Op::kRequired) return;
        const auto& needed = code_.name_lists[instruction.operand];
        names.insert(names.end(), needed.begin(), needed.end());
      });
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    is_too_much_ |= names.size() > kMostBits;
    if (is_too_much_) names.clear();
    return names;
  }

  void add_families(const Nodes& nodes, const Nodes& described, Plan& plan) {
    Nodes patterns;
    const auto add_table = [&](Op, const Members& members) {
      for (const auto& [pattern, node] : members.patterns) patterns.push_back(pattern);
    };
    for_each_table(code_, nodes, add_table);
    for_each_table(code_, described, add_table);
    std::ranges::sort(patterns);
    patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
    for (const std::uint32_t pattern : patterns)
      plan.families.push_back({pattern, unnamed(nodes, described, pattern)});
  }

  // The plan of members without a name of their own that match nothing but `pattern`.
  std::uint32_t unnamed(const Nodes& nodes, const Nodes& described, std::uint32_t pattern) {
    const bool is_known = all_know(nodes, [&](const Members& members) {
      return std::ranges::any_of(members.patterns,
                                 [&](const auto& entry) { return entry.first == pattern; });
    });
    return is_known ? plan_of(unnamed_nodes(code_, nodes, pattern),
                              unnamed_nodes(code_, described, pattern))
                    : RecordTest::kDoubtful;
  }

  // True if a name is no news to any table that names outside it are told of.
  template <class Knows>
  bool all_know(const Nodes& nodes, const Knows& knows_it) const {
    bool all = true;
    for_each_table(code_, nodes, [&](Op op, const Members& members) {
      if (op != Op::kMembers) all &= knows_it(members);
    });
    return all;
  }

  const Program::Code& code_;
  RecordTest& test_;
  bool tells_nfc_;
  bool is_too_much_ = false;
  std::map<Values, std::uint32_t> numbers_;
  std::vector<std::pair<Values, std::uint32_t>> waiting_;
};

std::optional<RecordTest> RecordTest::lay_out(const Program::Code& code, const Nodes& nodes,
                                              NodeId described, const RunOptions& options) {
  RecordTest test(code, options);
  RecordLayout layout(code, test, !options.nfc);
  test.record_ = layout.lay_out(nodes, {described});
  return layout.is_too_much() ? std::nullopt : std::optional(std::move(test));
}

}  // namespace crosswalk::check
