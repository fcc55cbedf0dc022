// See row_parts.h. What the interpreter does on an object (run.cc, run_containers.cc), as
// conditions.
#include "check/row_parts.h"

#include <algorithm>
#include <utility>

#include "check/scalar_tests.h"

namespace crosswalk::check {

using format::NodeId;
using json::Kind;
using PartKind = NestedColumns::Part::Kind;
using Conditions = std::vector<RowCondition>;

RowParts::RowParts(const Program::Code& code, const NestedColumns& columns,
                   const RunOptions& options)
    : code_(code), columns_(columns), run_(code, options, unused_) {
  for (const Part& each : columns.parts())
    cells_.push_back(each.kind == PartKind::kValue ? cell_count_++ : 0);
}

std::optional<RowCondition> RowParts::passing(std::uint32_t part, const Instruction& instruction) {
  has_none_ = false;
  RowCondition made = instruction.op < Op::kMust ? of_keyword(part, instruction, Depth::kWithChecks)
                                                 : of_check(part, instruction);
  return has_none_ ? std::nullopt : std::optional(std::move(made));
}

std::optional<RowCondition> RowParts::clean(std::uint32_t part, NodeId node) {
  has_none_ = false;
  RowCondition made = of_node(part, node, Depth::kWithChecks);
  return has_none_ ? std::nullopt : std::optional(std::move(made));
}

std::optional<RowCondition> RowParts::accepting(std::uint32_t part, NodeId node) {
  has_none_ = false;
  RowCondition made = of_node(part, node, Depth::kPlain);
  return has_none_ ? std::nullopt : std::optional(std::move(made));
}

std::optional<std::uint32_t> RowParts::member(std::uint32_t object, std::string_view name) const {
  for (const std::uint32_t child : part(object).children) {
    if (part(child).name.characters == name) return child;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> RowParts::value_at(std::uint32_t object,
                                                const std::vector<std::string>& steps) const {
  std::optional<std::uint32_t> at = object;
  for (const std::string& step : steps) {
    if (part(*at).kind != PartKind::kObject) return std::nullopt;
    at = member(*at, step);
    if (!at) return std::nullopt;
  }
  const bool is_value = part(*at).kind == PartKind::kValue && !typing(*at).is_list;
  return is_value ? at : std::nullopt;
}

// The kinds of value that a part can be, where it is there. An empty list is a text, or null.
KindBits RowParts::kinds_of(std::uint32_t number) const {
  if (part(number).kind == PartKind::kObject) return kObjectKind;
  if (part(number).kind == PartKind::kPairs) return kArrayKind;
  if (typing(number).is_list) return kArrayKind | kStringKind | bit(Kind::kNull);
  return static_cast<KindBits>(kAnyKind & ~(kArrayKind | kObjectKind));
}

// Stands where no condition can.
RowCondition RowParts::none() {
  has_none_ = true;
  return nothing();
}

RowCondition RowParts::of_node(std::uint32_t part, NodeId node, Depth depth) {
  Conditions all;
  for (const Instruction& keyword : code_.plain(node))
    all.push_back(of_keyword(part, keyword, depth));
  if (depth == Depth::kWithChecks) {
    for (const Instruction& check : code_.extras(node)) all.push_back(of_check(part, check));
  }
  return all_of(std::move(all));
}

RowCondition RowParts::of_keyword(std::uint32_t part, const Instruction& keyword, Depth depth) {
  const bool may_lead_to_checks = depth == Depth::kWithChecks && hands_on(keyword.op);
  if ((keyword.applies & kinds_of(part)) == 0 && !may_lead_to_checks) return all_of({});
  switch (keyword.op) {
    case Op::kFalse:
      return nothing();
    case Op::kRef:
    case Op::kAllOf:
      return of_node(part, keyword.node, depth);
    case Op::kNot:
      return none_of(of_node(part, keyword.node, Depth::kPlain));
    case Op::kAnyOf:
    case Op::kOneOf:
      return of_choice(part, keyword, depth);
    case Op::kIf:
      return of_branch(part, keyword, depth);
    case Op::kDependency:
      return of_dependency(part, keyword, depth);
    case Op::kRequired:
      return of_needs(part, code_.name_lists[keyword.operand]);
    case Op::kMembers:
      return of_members(part, code_.members[keyword.operand], depth);
    case Op::kKnownNames:
      return of_known_names(part, code_.members[keyword.operand]);
    case Op::kUnknownNames:
      if (depth == Depth::kPlain) return all_of({});
      return of_known_names(part, code_.members[keyword.operand]);
    case Op::kPropertyNames:
      return of_names(part, keyword.node);
    case Op::kMinProperties:
    case Op::kMaxProperties:
      return of_count(part, keyword);
    case Op::kContains:
      return of_contains(part, keyword.node);
    case Op::kMinLength:
    case Op::kMaxLength:
      return of_test(part, keyword);
    default:
      return is_test(keyword.op) ? of_test(part, keyword) : none();
  }
}

RowCondition RowParts::of_check(std::uint32_t part, const Instruction& check) {
  if ((check.applies & kinds_of(part)) == 0) return all_of({});
  if (check.op == Op::kMust) return of_node(part, check.node, Depth::kWithChecks);
  if (check.op == Op::kOrder) return of_order(part, check);
  return check.op == Op::kWithin ? of_test(part, check) : none();
}

// Of a container nothing but its type can be asked.
RowCondition RowParts::of_test(std::uint32_t number, const Instruction& test) {
  const bool may_be_container = (kinds_of(number) & (kArrayKind | kObjectKind)) != 0;
  if (may_be_container && test.op != Op::kType) return none();
  if (part(number).kind != PartKind::kValue) {
    const bool is_type = (test.operand & kinds_of(number)) != 0;
    return is_type != test.negated ? all_of({}) : nothing();
  }
  RowCondition made;
  made.kind = RowCondition::Kind::kPasses;
  made.first = cell_of(number);
  made.test = test;
  return made;
}

// Which branch is told of is the interpreter's business, so none may have checks.
RowCondition RowParts::of_choice(std::uint32_t part, const Instruction& keyword, Depth depth) {
  Conditions each;
  for (const NodeId node : code_.node_lists[keyword.operand]) {
    const NodeCode& branch = code_.nodes[node];
    if (depth == Depth::kWithChecks && (branch.has_checks || branch.extras != 0)) return none();
    each.push_back(of_node(part, node, Depth::kPlain));
  }
  RowCondition made = any_of(std::move(each));
  if (keyword.op == Op::kOneOf) made.most = 1;
  return made;
}

RowCondition RowParts::of_branch(std::uint32_t part, const Instruction& keyword, Depth depth) {
  const Branch& branch = code_.branches[keyword.operand];
  const RowCondition condition = of_node(part, branch.condition, Depth::kPlain);
  const auto side = [&](NodeId node) {
    return node == format::kNoNode ? all_of({}) : of_node(part, node, depth);
  };
  RowCondition consequence = side(branch.consequence);
  RowCondition alternative = side(branch.alternative);
  if (always_holds(alternative)) return any_of({none_of(condition), std::move(consequence)});
  return any_of({all_of({condition, std::move(consequence)}),
                 all_of({none_of(condition), std::move(alternative)})});
}

RowCondition RowParts::of_dependency(std::uint32_t part, const Instruction& keyword, Depth depth) {
  const Dependency& dependency = code_.dependencies[keyword.operand];
  const auto asking = member(part, dependency.name);
  if (!asking) return all_of({});
  return where_there(*asking, dependency.node == format::kNoNode
                                  ? of_needs(part, dependency.needs)
                                  : of_node(part, dependency.node, depth));
}

RowCondition RowParts::of_members(std::uint32_t object, const Members& members, Depth depth) {
  Conditions all;
  for (const std::uint32_t child : part(object).children) {
    for_each_node_of_member(code_, members, part(child).name.characters, [&](NodeId node) {
      RowCondition inner = of_node(child, node, depth);
      if (!always_holds(inner)) all.push_back(where_there(child, std::move(inner)));
    });
  }
  return all_of(std::move(all));
}

RowCondition RowParts::of_known_names(std::uint32_t object, const Members& members) const {
  Conditions all;
  for (const std::uint32_t child : part(object).children) {
    if (!knows(code_, members, part(child).name.characters))
      all.push_back(none_of(is_there(child)));
  }
  return all_of(std::move(all));
}

RowCondition RowParts::of_names(std::uint32_t object, NodeId node) {
  Conditions all;
  for (const std::uint32_t child : part(object).children) {
    const Value name{Kind::kString, part(child).name.characters};
    if (!run_.accepts(name, node)) all.push_back(none_of(is_there(child)));
  }
  return all_of(std::move(all));
}

RowCondition RowParts::of_count(std::uint32_t object, const Instruction& keyword) const {
  Conditions each;
  for (const std::uint32_t child : part(object).children) each.push_back(is_there(child));
  const std::uint64_t limit = std::min<std::uint64_t>(code_.sizes[keyword.operand], 1U << 30U);
  RowCondition made = any_of(std::move(each));
  made.least = 0;
  if (keyword.op == Op::kMinProperties) made.least = static_cast<std::uint32_t>(limit);
  if (keyword.op == Op::kMaxProperties) made.most = static_cast<std::uint32_t>(limit);
  return made;
}

RowCondition RowParts::of_needs(std::uint32_t part, const std::vector<std::string>& names) const {
  Conditions all;
  for (const std::string& name : names) {
    const auto needed = member(part, name);
    if (!needed) return nothing();
    all.push_back(is_there(*needed));
  }
  return all_of(std::move(all));
}

RowCondition RowParts::of_contains(std::uint32_t number, NodeId node) {
  if (part(number).kind != PartKind::kPairs) return none();
  Conditions each;
  for (const std::uint32_t child : part(number).children)
    each.push_back(all_of({is_there(child), of_pair(child, node)}));
  return any_of(std::move(each));
}

// Where `node` lets the object around a value of kPairs pass, by its plain keywords.
RowCondition RowParts::of_pair(std::uint32_t value, NodeId node) {
  Conditions all;
  for (const Instruction& keyword : code_.plain(node)) {
    if ((keyword.applies & kObjectKind) == 0) continue;
    if (keyword.op == Op::kRef || keyword.op == Op::kAllOf) {
      all.push_back(of_pair(value, keyword.node));
    } else if (keyword.op == Op::kMembers) {
      all.push_back(of_pair_members(value, code_.members[keyword.operand]));
    } else if (keyword.op == Op::kRequired) {
      const NestedColumns::Pair& pair = *part(value).pair;
      const auto is_known = [&](const std::string& name) {
        return name == pair.name_member.characters || name == pair.value_member.characters;
      };
      if (!std::ranges::all_of(code_.name_lists[keyword.operand], is_known)) return nothing();
    } else {
      return none();
    }
  }
  return all_of(std::move(all));
}

RowCondition RowParts::of_pair_members(std::uint32_t value, const Members& members) {
  const NestedColumns::Pair& pair = *part(value).pair;
  const Value name = scalar(pair.name_kind, pair.name);
  Conditions all;
  for_each_node_of_member(code_, members, pair.name_member.characters, [&](NodeId node) {
    if (!run_.accepts(name, node)) all.push_back(nothing());
  });
  for_each_node_of_member(code_, members, pair.value_member.characters,
                          [&](NodeId node) { all.push_back(of_node(value, node, Depth::kPlain)); });
  return all_of(std::move(all));
}

RowCondition RowParts::of_order(std::uint32_t object, const Instruction& check) const {
  const TimeOrder& order = code_.orders[check.operand];
  const auto first = value_at(object, order.first);
  const auto second = value_at(object, order.second);
  if (!first || !second) return all_of({});
  RowCondition made;
  made.kind = RowCondition::Kind::kInOrder;
  made.first = cell_of(*first);
  made.second = cell_of(*second);
  made.test = check;
  return where_there(*first, where_there(*second, std::move(made)));
}

}  // namespace crosswalk::check
