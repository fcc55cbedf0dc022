// Making a RowTest: each keyword of each node that judges a part goes to the cells below it, if it
// is a test of one cell, else to the conditions.
//
//   required at the record: id   ->   a need;     minLength at id   ->   a test of its cells
//   dependencies at body         ->   a condition where body is there
// What can be neither makes the cells below the part doubtful.
// Test: tests/check/row_test_test.cc.
#include <algorithm>
#include <set>
#include <utility>

#include "check/analyse.h"
#include "check/meaning.h"
#include "check/row_parts.h"
#include "check/row_test.h"
#include "check/value_nodes.h"

namespace crosswalk::check {

using format::NodeId;
using json::Kind;
using Nodes = std::vector<NodeId>;
using Part = NestedColumns::Part;

/// Lays out one RowTest.
class RowLayout {
 public:
  RowLayout(const Program::Code& code, RowTest& test)
      : code_(code), test_(test), parts_(code, *test.columns_, test.options_) {
    test_.cells_.resize(parts_.cell_count());
    add_cells(0, {});
  }

  /// False if it cannot be laid out.
  bool lay_out(const Nodes& nodes, NodeId described) {
    lay_out_object(0, nodes, {described});
    for (const NodeId node : nodes) add_keys(node, {});
    return !is_too_hard_;
  }

 private:
  using Numbers = std::vector<std::uint32_t>;

  void add_cells(std::uint32_t number, const Numbers& objects) {
    const Part& part = parts_.part(number);
    if (part.kind == Part::Kind::kValue) {
      RowTest::Cell& cell = test_.cells_[parts_.cell_of(number)];
      cell.column = part.column;
      cell.part = number;
      cell.objects = objects;
      cell.typing = &parts_.typing(number);
      return;
    }
    Numbers inner = objects;
    if (number != 0) inner.push_back(number);
    for (const std::uint32_t child : part.children) add_cells(child, inner);
  }

  // From here on rows are doubtful where the part is there.
  void doubt(std::uint32_t number) {
    const Part& part = parts_.part(number);
    is_too_hard_ |= number == 0;
    if (part.kind == Part::Kind::kValue) test_.cells_[parts_.cell_of(number)].is_doubtful = true;
    for (const std::uint32_t child : part.children) doubt(child);
  }

  void add_condition(std::uint32_t part, std::optional<RowCondition> made) {
    if (!made) return doubt(part);
    if (!always_holds(*made)) test_.conditions_.push_back(where_there(part, *std::move(made)));
  }

  // Calls lay_out(instruction) for each keyword and check of `node`, and of what always describes
  // the same value.
  template <class LayOut>
  void for_each_instruction(NodeId node, const LayOut& lay_out) const {
    for (const Instruction& keyword : code_.plain(node)) {
      if (keyword.op == Op::kRef || keyword.op == Op::kAllOf) {
        for_each_instruction(keyword.node, lay_out);
      } else {
        lay_out(keyword);
      }
    }
    for (const Instruction& check : code_.extras(node)) lay_out(check);
  }

  void lay_out_part(std::uint32_t part, const Nodes& nodes, const Nodes& described) {
    switch (parts_.part(part).kind) {
      case Part::Kind::kObject:
        return lay_out_object(part, nodes, described);
      case Part::Kind::kPairs:
        return lay_out_pairs(part, nodes, described);
      default:
        return lay_out_value(part, nodes, described);
    }
  }

  void lay_out_object(std::uint32_t object, const Nodes& nodes, const Nodes& described) {
    for (const NodeId node : nodes)
      for_each_instruction(node, [&](const Instruction& each) { add_to_object(object, each); });
    std::set<std::string_view> names;
    for (const std::uint32_t child : parts_.part(object).children) {
      const std::string& name = parts_.part(child).name.characters;
      is_too_hard_ |= !names.insert(name).second;
      lay_out_part(child, member_nodes(code_, nodes, name), member_nodes(code_, described, name));
    }
  }

  void add_to_object(std::uint32_t object, const Instruction& instruction) {
    if (instruction.op == Op::kMembers) return;
    if (instruction.op != Op::kRequired)
      return add_condition(object, parts_.passing(object, instruction));
    for (const std::string& name : code_.name_lists[instruction.operand]) {
      const auto needed = parts_.member(object, name);
      if (!needed) return doubt(object);
      test_.needs_.push_back({object, *needed});
    }
  }

  void lay_out_pairs(std::uint32_t list, const Nodes& nodes, const Nodes& described) {
    for (const NodeId node : nodes)
      for_each_instruction(node, [&](const Instruction& each) { add_to_pairs(list, each); });
    for (const std::uint32_t child : parts_.part(list).children)
      lay_out_pair(child, item_nodes(code_, nodes), item_nodes(code_, described));
  }

  // Each name stands in one column, so names differ.
  void add_to_pairs(std::uint32_t list, const Instruction& instruction) {
    if (instruction.op == Op::kItems) return;
    if (instruction.op != Op::kUnique)
      return add_condition(list, parts_.passing(list, instruction));
    const Numbers& children = parts_.part(list).children;
    const std::string& name = parts_.part(children.front()).pair->name_member.characters;
    const auto& pointers = code_.keys[instruction.operand].pointers;
    const bool is_by_name = pointers == std::vector<std::vector<std::string>>{{name}};
    if (!is_by_name) doubt(list);
  }

  void lay_out_pair(std::uint32_t value, const Nodes& nodes, const Nodes& described) {
    const std::string& name = parts_.part(value).pair->value_member.characters;
    for (const NodeId node : nodes)
      for_each_instruction(node, [&](const Instruction& each) { add_to_pair(value, each); });
    lay_out_value(value, member_nodes(code_, nodes, name), member_nodes(code_, described, name));
  }

  void add_to_pair(std::uint32_t value, const Instruction& instruction) {
    const NestedColumns::Pair& pair = *parts_.part(value).pair;
    const std::string& name = pair.name_member.characters;
    const std::string& other = pair.value_member.characters;
    bool is_good = true;
    if (instruction.op == Op::kMembers) {
      const Value constant = scalar(pair.name_kind, pair.name);
      for_each_node_of_member(code_, code_.members[instruction.operand], name,
                              [&](NodeId node) { is_good &= passes_constant(constant, node); });
    } else if (instruction.op == Op::kRequired) {
      is_good = std::ranges::all_of(code_.name_lists[instruction.operand], [&](const auto& each) {
        return each == name || each == other;
      });
    } else if (instruction.op == Op::kKnownNames || instruction.op == Op::kUnknownNames) {
      const Members& members = code_.members[instruction.operand];
      is_good = knows(code_, members, name) && knows(code_, members, other);
    } else {
      is_good = (instruction.applies & kObjectKind) == 0 && !hands_on(instruction.op);
    }
    if (!is_good) doubt(value);
  }

  // A name is the same in every row.
  [[nodiscard]] bool passes_constant(const Value& value, NodeId node) const {
    ScalarPlan plan;
    return plan.add_node(code_, node, bit(value.kind), true) &&
           plan.passes(code_, value, ByteSet().set(), test_.options_.now_unix);
  }

  void lay_out_value(std::uint32_t value, const Nodes& nodes, const Nodes& described) {
    RowTest::Cell& cell = test_.cells_[parts_.cell_of(value)];
    const bool tells_nfc = !test_.options_.nfc;
    cell.damage = damage_of(pii_of(code_, described), tells_nfc);
    cell.tests = tests_of(nodes);
    if (cell.typing->is_list) return lay_out_list(value, nodes, described);
    if (cell.tests.doubtful == 0) return;
    cell.tests = {};
    for (const NodeId node : nodes) add_condition(value, parts_.clean(value, node));
  }

  void lay_out_list(std::uint32_t list, const Nodes& nodes, const Nodes& described) {
    RowTest::Cell& cell = test_.cells_[parts_.cell_of(list)];
    for (const NodeId node : nodes)
      for_each_instruction(node, [&](const Instruction& each) { add_to_list(list, each); });
    cell.damage_of_elements =
        damage_of(pii_of(code_, item_nodes(code_, described)), !test_.options_.nfc);
    cell.of_elements = tests_of(item_nodes(code_, nodes));
  }

  void add_to_list(std::uint32_t list, const Instruction& instruction) {
    const bool is_asked = (instruction.applies & kArrayKind) != 0 || hands_on(instruction.op);
    if (!is_asked || instruction.op == Op::kItems) return;
    RowTest::Cell& cell = test_.cells_[parts_.cell_of(list)];
    if (instruction.op == Op::kMinItems) {
      cell.least_elements = std::max(cell.least_elements, code_.sizes[instruction.operand]);
    } else if (instruction.op == Op::kMaxItems) {
      cell.most_elements = std::min(cell.most_elements, code_.sizes[instruction.operand]);
    } else {
      doubt(list);
    }
  }

  RowTest::Tests tests_of(const Nodes& nodes) {
    RowTest::Tests tests;
    for (std::size_t i = 0; i < tests.of_kind.size(); ++i) {
      const KindBits kind = bit(static_cast<Kind>(i));
      ScalarPlan& plan = tests.of_kind[i];
      const bool has_plan = std::ranges::all_of(
          nodes, [&](NodeId node) { return plan.add_node(code_, node, kind, true); });
      if (!has_plan) tests.doubtful |= kind;
      plan.add_bytes(test_.asked_bytes_);
    }
    return tests;
  }

  // The keys that `node` gives a record for which `guards` hold.
  void add_keys(NodeId node, const std::vector<RowCondition>& guards) {
    if (!code_.nodes[node].has_keys) return;
    for (const Instruction& keyword : code_.plain(node)) {
      if (hands_on(keyword.op)) add_keys_behind(keyword, guards);
    }
    for (const Instruction& check : code_.extras(node)) {
      if (check.op == Op::kUnique) add_key(check.operand, guards);
    }
  }

  void add_keys_behind(const Instruction& keyword, const std::vector<RowCondition>& guards) {
    if (keyword.op == Op::kRef || keyword.op == Op::kAllOf) return add_keys(keyword.node, guards);
    if (keyword.op == Op::kIf) {
      const Branch& branch = code_.branches[keyword.operand];
      add_keys_where(parts_.accepting(0, branch.condition), branch.consequence, guards);
      auto condition = parts_.accepting(0, branch.condition);
      if (condition) condition = none_of(*std::move(condition));
      return add_keys_where(std::move(condition), branch.alternative, guards);
    }
    is_too_hard_ |= std::ranges::any_of(nodes_on_same_value(code_, keyword), [&](NodeId node) {
      return node != format::kNoNode && code_.nodes[node].has_keys;
    });
  }

  void add_keys_where(std::optional<RowCondition> condition, NodeId node,
                      std::vector<RowCondition> guards) {
    if (node == format::kNoNode || !code_.nodes[node].has_keys) return;
    is_too_hard_ |= !condition;
    if (condition) guards.push_back(*std::move(condition));
    add_keys(node, guards);
  }

  // A key with a part that is no plain value is none.
  void add_key(std::uint32_t unique, const std::vector<RowCondition>& guards) {
    RowTest::Key key{unique, guards, {}};
    for (const auto& steps : code_.keys[unique].pointers) {
      const auto value = parts_.value_at(0, steps);
      if (!value) return;
      key.cells.push_back(parts_.cell_of(*value));
    }
    test_.keys_.push_back(std::move(key));
  }

  const Program::Code& code_;
  RowTest& test_;
  RowParts parts_;
  bool is_too_hard_ = false;
};

std::optional<RowTest> RowTest::lay_out(const Program::Code& code,
                                        std::shared_ptr<const NestedColumns> columns,
                                        const Nodes& nodes, NodeId described,
                                        const RunOptions& options, bool tells_formulas) {
  RowTest test(code, std::move(columns), options, tells_formulas);
  if (!RowLayout(code, test).lay_out(nodes, described)) return std::nullopt;
  test.row_.cells.resize(test.cells_.size());
  test.row_.is_there.resize(test.columns_->parts().size());
  test.memories_.resize(test.cells_.size());
  test.passed_.resize(test.cells_.size());
  return test;
}

}  // namespace crosswalk::check
