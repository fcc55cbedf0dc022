// See scalar_plan.h.
#include "check/scalar_plan.h"

#include <algorithm>
#include <utility>

#include "check/scalar_tests.h"
#include "check/text_format.h"
#include "check/text_rules.h"

namespace crosswalk::check {

using format::NodeId;
using json::Kind;
using Code = Program::Code;

namespace {

bool asks_format(const Instruction& test, TextFormat format) {
  return test.op == Op::kFormat && !test.negated &&
         test.operand == static_cast<std::uint32_t>(format);
}

/// True if what passes `test` passes `other`, which need not be asked then.
bool implies(const Instruction& test, const Instruction& other) {
  return asks_format(test, TextFormat::kDateTime) && asks_format(other, TextFormat::kIsoDateTime);
}

}  // namespace

bool ScalarPlan::add_node(const Code& code, NodeId node, KindBits kind, bool with_checks) {
  const auto asked = [kind](const Instruction& i) { return (i.applies & kind) != 0; };
  for (const Instruction& keyword : code.plain(node)) {
    const bool leads_on = keyword.op == Op::kRef || keyword.op == Op::kAllOf;
    const bool may_lead_to_checks = with_checks && (leads_on || keyword.op == Op::kIf);
    if ((asked(keyword) || may_lead_to_checks) && !add_keyword(code, keyword, kind, with_checks))
      return false;
  }
  if (!with_checks) return true;
  return std::ranges::all_of(code.extras(node), [&](const Instruction& check) {
    return !asked(check) || add_check(code, check, kind);
  });
}

bool ScalarPlan::add_keyword(const Code& code, const Instruction& keyword, KindBits kind,
                             bool with_checks) {
  switch (keyword.op) {
    case Op::kRef:
    case Op::kAllOf:
      return add_node(code, keyword.node, kind, with_checks);
    case Op::kParts: {
      Parts& parts = parts_.emplace_back();
      parts.by = code.separators[keyword.operand];
      return parts.each.add_node(code, keyword.node, kStringKind, true);
    }
    case Op::kNot:
      return add_not(code, keyword, kind);
    case Op::kIf:
      return add_branch(code, keyword, kind, with_checks);
    case Op::kType:
      return add_type(keyword, kind);
    case Op::kMinLength:
    case Op::kMaxLength:
      break;
    default:
      if (!is_test(keyword.op)) return false;
  }
  add_test(code, keyword);
  return true;
}

// What the kind tells already is not asked again.
bool ScalarPlan::add_type(const Instruction& type, KindBits kind) {
  const bool has_kind = (type.operand & kind) != 0;
  const bool may_be_broken = kind == kNumberKind && (type.operand & kWholeNumbers) != 0;
  if (has_kind && may_be_broken) {
    tests_.push_back(type);
  } else {
    never_ |= has_kind == type.negated;
  }
  return true;
}

void ScalarPlan::add_test(const Code& code, const Instruction& test) {
  const bool forbids = test.op == Op::kPattern && test.negated;
  const auto byte = forbids ? code.patterns[test.operand].required_byte() : std::optional<char>();
  if (byte) return absences_.push_back({static_cast<unsigned char>(*byte), test});
  const auto asks_more = [&](const Instruction& other) { return implies(other, test); };
  if (std::ranges::any_of(tests_, asks_more)) return;
  std::erase_if(tests_, [&](const Instruction& other) { return implies(test, other); });
  tests_.push_back(test);
}

bool ScalarPlan::add_check(const Code& code, const Instruction& check, KindBits kind) {
  if (check.op == Op::kMust) return add_node(code, check.node, kind, false);
  tests_.push_back(check);
  return check.op == Op::kWithin;
}

// Most are one test turned round.
bool ScalarPlan::add_not(const Code& code, const Instruction& keyword, KindBits kind) {
  Branch branch;
  branch.consequence.never_ = true;
  ScalarPlan& inner = branch.condition;
  if (!inner.add_node(code, keyword.node, kind, false)) return false;
  if (inner.is_one_test()) {
    inner.tests_.front().negated = !inner.tests_.front().negated;
    add_test(code, inner.tests_.front());
  } else {
    branches_.push_back(std::move(branch));
  }
  return true;
}

bool ScalarPlan::is_one_test() const {
  return tests_.size() == 1 && absences_.empty() && parts_.empty() && branches_.empty() &&
         is_test(tests_.front().op);
}

bool ScalarPlan::add_branch(const Code& code, const Instruction& keyword, KindBits kind,
                            bool with_checks) {
  const check::Branch& nodes = code.branches[keyword.operand];
  Branch& branch = branches_.emplace_back();
  const auto add_if_any = [&](NodeId node, ScalarPlan& side) {
    return node == format::kNoNode || side.add_node(code, node, kind, with_checks);
  };
  return branch.condition.add_node(code, nodes.condition, kind, false) &&
         add_if_any(nodes.consequence, branch.consequence) &&
         add_if_any(nodes.alternative, branch.alternative);
}

void ScalarPlan::add_all(const ScalarPlan& other) {
  const auto append = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(tests_, other.tests_);
  append(absences_, other.absences_);
  append(parts_, other.parts_);
  append(branches_, other.branches_);
  never_ |= other.never_;
}

std::size_t ScalarPlan::longest_text(const Code& code) const {
  std::size_t longest = never_ ? 0 : std::string_view::npos;
  for (const Instruction& test : tests_) {
    const bool is_choice = (test.op == Op::kConst || test.op == Op::kEnum) && !test.negated;
    if (!is_choice || !code.choices[test.operand].numbers.empty()) continue;
    longest = std::min(longest, code.choices[test.operand].longest_text);
  }
  return longest;
}

void ScalarPlan::add_bytes(ByteSet& bytes) const {
  for (const Absence& absence : absences_) bytes.set(absence.byte);
  for (const Parts& parts : parts_) parts.each.add_bytes(bytes);
  for (const Branch& branch : branches_) {
    branch.condition.add_bytes(bytes);
    branch.consequence.add_bytes(bytes);
    branch.alternative.add_bytes(bytes);
  }
}

bool ScalarPlan::passes(const Code& code, const Value& value, const ByteSet& present,
                        std::int64_t now_unix) const {
  if (never_) return false;
  for (const Instruction& test : tests_) {
    if (!passes_scalar(code, test, value, now_unix)) return false;
  }
  for (const Absence& absence : absences_) {
    if (present[absence.byte] && !passes_scalar(code, absence.test, value, now_unix)) return false;
  }
  for (const Parts& parts : parts_) {
    if (!parts_pass(code, parts, value.text, present, now_unix)) return false;
  }
  for (const Branch& branch : branches_) {
    const bool holds = branch.condition.passes(code, value, present, now_unix);
    const ScalarPlan& side = holds ? branch.consequence : branch.alternative;
    if (!side.passes(code, value, present, now_unix)) return false;
  }
  return true;
}

bool ScalarPlan::parts_pass(const Code& code, const Parts& parts, std::string_view text,
                            const ByteSet& present, std::int64_t now_unix) {
  if (text.empty()) return true;
  for (;;) {
    const std::size_t end = text.find(parts.by);
    const Value part{Kind::kString, trim_blanks(text.substr(0, end))};
    if (!parts.each.passes(code, part, present, now_unix)) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + parts.by.size());
  }
}

}  // namespace crosswalk::check
