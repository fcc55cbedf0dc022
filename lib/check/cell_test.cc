// See cell_test.h. Laying out follows what check/run.cc does on a scalar: references and allOf lead
// on with their checks, a `must` without them.
#include "check/cell_test.h"

#include <algorithm>
#include <utility>

#include "check/scalar_tests.h"
#include "check/text_rules.h"

namespace crosswalk::check {

using format::NodeId;
using json::Kind;

std::optional<CellTest> CellTest::compile(const TableProgram::Impl& impl,
                                          const ColumnPlan& column) {
  using format::Pii;
  CellTest test(impl);
  std::optional<OfKind> strings = test.lay_out(column, kStringKind);
  std::optional<OfKind> numbers = test.lay_out(column, kNumberKind);
  if (!strings || !numbers) return std::nullopt;
  test.strings_ = std::move(*strings);
  test.numbers_ = std::move(*numbers);
  test.asks_spreadsheet_number_ = column.pii == Pii::kId || column.pii == Pii::kPhone;
  test.asks_blank_end_ = (column.pii == Pii::kId || column.pii == Pii::kEmail) && !column.has_parts;
  test.asks_nfc_ = check::asks_nfc(column) && !impl.run.nfc;
  return test;
}

std::optional<CellTest::OfKind> CellTest::lay_out(const ColumnPlan& column, KindBits kind) {
  OfKind found;
  const bool is_judged = std::ranges::all_of(
      column.nodes, [&](NodeId node) { return add_node(node, kind, true, found.judging); });
  const bool has_leaves = std::ranges::all_of(column.leaves, [&](const Leaf& leaf) {
    return add_node(leaf.node, kind, false, found.leaves.emplace_back());
  });
  if (!is_judged || !has_leaves || column.leaves.size() > kMostFacts) return std::nullopt;
  return found;
}

bool CellTest::add_node(NodeId node, KindBits kind, bool with_checks, Tests& into) {
  const auto asked = [kind](const Instruction& i) { return (i.applies & kind) != 0; };
  const Program::Code& code = *impl_->code;
  for (const Instruction& keyword : code.plain(node)) {
    const bool leads_on = keyword.op == Op::kRef || keyword.op == Op::kAllOf;
    const bool may_lead_to_checks = with_checks && (leads_on || keyword.op == Op::kIf);
    if ((asked(keyword) || may_lead_to_checks) && !add_keyword(keyword, kind, with_checks, into))
      return false;
  }
  if (!with_checks) return true;
  return std::ranges::all_of(code.extras(node), [&](const Instruction& check) {
    return !asked(check) || add_check(check, kind, into);
  });
}

bool CellTest::add_keyword(const Instruction& keyword, KindBits kind, bool with_checks,
                           Tests& into) {
  switch (keyword.op) {
    case Op::kRef:
    case Op::kAllOf:
      return add_node(keyword.node, kind, with_checks, into);
    case Op::kParts:
      return add_parts(keyword, into);
    case Op::kNot:
      return add_not(keyword, kind, into);
    case Op::kIf:
      return add_branch(keyword, kind, with_checks, into);
    case Op::kMinLength:
    case Op::kMaxLength:
      break;
    default:
      if (!is_test(keyword.op)) return false;
  }
  add_test(keyword, into);
  return true;
}

void CellTest::add_test(const Instruction& test, Tests& into) {
  const bool forbids = test.op == Op::kPattern && test.negated;
  const auto byte =
      forbids ? impl_->code->patterns[test.operand].required_byte() : std::optional<char>();
  if (!byte) return into.tests.push_back(test);
  const auto place = static_cast<unsigned char>(*byte);
  bytes_.set(place);
  into.absences.push_back({place, test});
}

bool CellTest::add_check(const Instruction& check, KindBits kind, Tests& into) {
  if (check.op == Op::kMust) return add_node(check.node, kind, false, into);
  into.tests.push_back(check);
  return check.op == Op::kWithin;
}

bool CellTest::add_parts(const Instruction& keyword, Tests& into) {
  Parts& parts = into.parts.emplace_back();
  parts.by = impl_->code->separators[keyword.operand];
  return add_node(keyword.node, kStringKind, true, parts.each);
}

// Most are one test turned round.
bool CellTest::add_not(const Instruction& keyword, KindBits kind, Tests& into) {
  Branch branch;
  branch.consequence.never = true;
  Tests& inner = branch.condition;
  if (!add_node(keyword.node, kind, false, inner)) return false;
  const bool is_one_test = inner.tests.size() == 1 && inner.absences.empty() &&
                           inner.parts.empty() && inner.branches.empty() &&
                           is_test(inner.tests.front().op);
  if (is_one_test) {
    inner.tests.front().negated = !inner.tests.front().negated;
    add_test(inner.tests.front(), into);
  } else {
    into.branches.push_back(std::move(branch));
  }
  return true;
}

bool CellTest::add_branch(const Instruction& keyword, KindBits kind, bool with_checks,
                          Tests& into) {
  const check::Branch& nodes = impl_->code->branches[keyword.operand];
  Branch& branch = into.branches.emplace_back();
  const auto add_if_any = [&](NodeId node, Tests& side) {
    return node == format::kNoNode || add_node(node, kind, with_checks, side);
  };
  return add_node(nodes.condition, kind, false, branch.condition) &&
         add_if_any(nodes.consequence, branch.consequence) &&
         add_if_any(nodes.alternative, branch.alternative);
}

bool CellTest::is_clean(Kind kind, std::string_view text, const ByteSet& present) const {
  const Value value = scalar(kind, text);
  return passes_all(of(kind).judging, value, present) && !may_be_damaged(value);
}

std::uint32_t CellTest::facts(Kind kind, std::string_view text) const {
  const Value value = scalar(kind, text);
  const std::vector<Tests>& leaves = of(kind).leaves;
  std::uint32_t held = 0;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (passes_all(leaves[i], value, ByteSet().set())) held |= 1U << i;
  }
  return held;
}

bool CellTest::passes_all(const Tests& tests, const Value& value, const ByteSet& present) const {
  if (tests.never) return false;
  for (const Instruction& test : tests.tests) {
    if (!passes_one(test, value)) return false;
  }
  for (const Absence& absence : tests.absences) {
    if (present[absence.byte] && !passes_one(absence.test, value)) return false;
  }
  for (const Parts& parts : tests.parts) {
    if (!parts_pass(parts, value.text, present)) return false;
  }
  for (const Branch& branch : tests.branches) {
    const bool holds = passes_all(branch.condition, value, present);
    if (!passes_all(holds ? branch.consequence : branch.alternative, value, present)) return false;
  }
  return true;
}

bool CellTest::passes_one(const Instruction& test, const Value& value) const {
  return passes_scalar(*impl_->code, test, value, impl_->run.now_unix);
}

bool CellTest::parts_pass(const Parts& parts, std::string_view text, const ByteSet& present) const {
  if (text.empty()) return true;
  for (;;) {
    const std::size_t end = text.find(parts.by);
    const Value part{Kind::kString, trim_blanks(text.substr(0, end))};
    if (!passes_all(parts.each, part, present)) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + parts.by.size());
  }
}

bool CellTest::may_be_damaged(const Value& value) const {
  if (asks_spreadsheet_number_ && is_spreadsheet_number(value.text)) return true;
  if (value.kind != Kind::kString) return false;
  return (asks_blank_end_ && has_blank_end(value.text)) || is_formula(value.text);
}

}  // namespace crosswalk::check
