// The loop, the keywords of scalars, the combinations, and how a finding is made.
//
//   a scalar that fails `type` is not asked for its `pattern`
//   an object that fails `required` still has its members judged
// Keywords of arrays and objects: check/run_containers.cc. Test: tests/check/program_test.cc.
#include "check/run.h"

#include <algorithm>
#include <span>
#include <utility>

#include "check/scalar_tests.h"
#include "check/suggestion.h"
#include "check/text_rules.h"
#include "text/utf8.h"

namespace crosswalk::check {
namespace {

using json::Kind;

// Nodes judged inside each other, by nesting of the value times that of the schema: what fits on a
// thread's stack.
constexpr std::uint32_t kMostNested = 2000;

// Failures of these would only repeat what a failed child has told.
bool repeats_children(Op op) {
  return op == Op::kAnyOf || op == Op::kOneOf || op == Op::kContains;
}

}  // namespace

bool Run::judge(const Value& value, format::NodeId node) {
  failed_ = false;
  const std::size_t first_plain = findings_.size();
  const bool good = judge_plain(value, node);
  if (failed_ || silence_ > 0) return good;
  const std::size_t first_extra = findings_.size();
  judge_extras(value, node);
  if (!good && findings_.size() > first_extra) drop_repeated(first_plain, first_extra, value);
  return good;
}

// Takes back what the checks of an object say of members that have failed already.
void Run::drop_repeated(std::size_t first_plain, std::size_t first_extra, const Value& object) {
  if (object.token == kNoToken) return;
  const std::uint32_t brace = tape_->tokens[object.token].begin;
  const auto plain = std::span(findings_).subspan(first_plain, first_extra - first_plain);
  const auto is_repeated = [&](const Finding& extra) {
    return std::any_of(plain.begin(), plain.end(), [&](const Finding& told) {
      return told.offset == extra.offset && (told.offset != brace || told.field == extra.field);
    });
  };
  const auto extras = findings_.begin() + static_cast<std::ptrdiff_t>(first_extra);
  findings_.erase(std::remove_if(extras, findings_.end(), is_repeated), findings_.end());
}

bool Run::accepts(const Value& value, format::NodeId node) {
  if ((code_.nodes[node].can_pass & bit(value.kind)) == 0) return false;
  ++silence_;
  const bool failed = failed_;
  const bool good = judge_plain(value, node);
  failed_ = failed;
  --silence_;
  return good;
}

bool Run::judge_plain(const Value& value, format::NodeId node) {
  if ((code_.nodes[node].can_fail & bit(value.kind)) == 0) return true;
  if (depth_ == kMostNested) return fail_depth(value);
  ++depth_;
  const bool good = judge_keywords(value, node);
  --depth_;
  return good;
}

bool Run::judge_keywords(const Value& value, format::NodeId node) {
  bool good = true;
  for (const Instruction& instruction : code_.plain(node)) {
    if (!good && repeats_children(instruction.op)) continue;
    if (execute(instruction, value)) continue;
    good = false;
    if (silence_ > 0 || !value.is_container() || instruction.op <= Op::kNot) break;
  }
  return good;
}

void Run::take_keys(const Value& record, format::NodeId node, std::vector<TakenKey>& keys) {
  if (!code_.nodes[node].has_keys) return;
  for (const Instruction& instruction : code_.plain(node)) {
    if (!hands_on(instruction.op)) continue;
    for_each_holding(instruction, record,
                     [&](format::NodeId next) { take_keys(record, next, keys); });
  }
  for (const Instruction& instruction : code_.extras(node)) {
    if (instruction.op == Op::kUnique) take_key(record, instruction.operand, keys);
  }
}

void Run::judge_extras(const Value& value, format::NodeId node) {
  if ((code_.nodes[node].extras & bit(value.kind)) == 0) return;
  for (const Instruction& instruction : code_.plain(node)) {
    if (hands_on(instruction.op)) execute_extra(instruction, value);
  }
  for (const Instruction& instruction : code_.extras(node)) {
    if ((instruction.applies & bit(value.kind)) != 0) execute_extra(instruction, value);
  }
}

template <class Visit>
void Run::for_each_holding(const Instruction& instruction, const Value& value, const Visit& visit) {
  switch (instruction.op) {
    case Op::kRef:
    case Op::kAllOf:
      return visit(instruction.node);
    case Op::kIf: {
      const format::NodeId branch = branch_of(instruction, value);
      if (branch != format::kNoNode) visit(branch);
      return;
    }
    case Op::kDependency: {
      const Dependency& dependency = code_.dependencies[instruction.operand];
      const bool is_asked = dependency.node != format::kNoNode && value.kind == Kind::kObject &&
                            has_member(value, dependency.name);
      if (is_asked) visit(dependency.node);
      return;
    }
    default:
      for (const format::NodeId node : code_.node_lists[instruction.operand]) {
        if (accepts(value, node)) visit(node);
      }
  }
}

void Run::execute_extra(const Instruction& instruction, const Value& value) {
  if (instruction.op == Op::kWithin) {
    if (!is_within(code_.ranges[instruction.operand], value, options_.now_unix)) {
      fail(instruction, value);
    }
    return;
  }
  if (hands_on(instruction.op)) {
    for_each_holding(instruction, value, [&](format::NodeId node) { judge_extras(value, node); });
    return;
  }
  if (instruction.op == Op::kUnique) return check_distinct(instruction, value);
  if (instruction.op == Op::kOrder) return check_order(instruction, value);
  const Instruction* const outer = std::exchange(must_, &instruction);
  const bool failed = failed_;
  judge_plain(value, instruction.node);
  failed_ = failed;
  must_ = outer;
}

bool Run::passes_in_silence(const Instruction& instruction, const Value& value) {
  const std::size_t before = findings_.size();
  const bool is_plain = instruction.op < Op::kMust;
  bool good = !is_plain || execute(instruction, value);
  if (good && (!is_plain || hands_on(instruction.op))) execute_extra(instruction, value);
  good &= findings_.size() == before;
  findings_.resize(before);
  return good;
}

bool Run::execute(const Instruction& instruction, const Value& value) {
  if ((instruction.applies & bit(value.kind)) == 0) return true;
  return dispatch(instruction, value);
}

bool Run::holds(const Instruction& test, const Value& value) const {
  const bool is_choice = test.op == Op::kConst || test.op == Op::kEnum;
  if (!is_choice || !value.is_container()) return passes(code_, test, value);
  std::string canonical;
  append_canonical(text_, *tape_, value.token, canonical);
  const std::vector<std::string>& chosen = code_.choices[test.operand].containers;
  return std::binary_search(chosen.begin(), chosen.end(), canonical);
}

bool Run::dispatch(const Instruction& instruction, const Value& value) {
  if (is_test(instruction.op)) {
    return holds(instruction, value) != instruction.negated || fail(instruction, value);
  }
  switch (instruction.op) {
    case Op::kRef:
    case Op::kAllOf:
      return judge_plain(value, instruction.node);
    case Op::kNot:
      return !accepts(value, instruction.node) || fail(instruction, value);
    case Op::kParts:
      return check_parts(instruction, value);
    case Op::kMinLength:
    case Op::kMaxLength:
    case Op::kMinItems:
    case Op::kMaxItems:
    case Op::kMinProperties:
    case Op::kMaxProperties:
      return check_size(instruction, value);
    case Op::kUniqueItems:
      return check_unique_items(instruction, value);
    case Op::kItems:
    case Op::kTuple:
      return check_items(instruction, value);
    case Op::kContains:
      return check_contains(instruction, value);
    case Op::kRequired:
      return check_required(instruction, value);
    case Op::kPropertyNames:
    case Op::kKnownNames:
      return check_names(instruction, value);
    case Op::kUnknownNames:
      return silence_ > 0 || check_names(instruction, value);
    case Op::kMembers:
      return check_members(instruction, value);
    case Op::kDependency:
      return check_dependency(instruction, value);
    case Op::kAnyOf:
      return check_any_of(instruction, value);
    case Op::kOneOf:
      return check_one_of(instruction, value);
    case Op::kIf:
      return check_branch(instruction, value);
    default:
      return fail(instruction, value);
  }
}

Run::Finding* Run::report(const Instruction& instruction, const Value& value) {
  if (silence_ > 0) return nullptr;
  failed_ = true;
  const Instruction& named = must_ != nullptr ? *must_ : instruction;
  const Severity severity = options_.policy->apply(named.rule, named.severity);
  if (severity == Severity::kOff) return nullptr;
  Finding& finding = findings_.emplace_back();
  finding.rule = named.rule;
  finding.severity = severity;
  finding.part = part_;
  finding.expected = code_.expected[instruction.expected];
  finding.shape = shape_of(value, tape_);
  if (place_ == nullptr) {
    place_at_token(finding, value.token);
  } else {
    finding.offset = place_->offset;
    finding.length = place_->length;
    finding.record = place_->record;
    finding.column = place_->column;
  }
  return &finding;
}

bool Run::fail(const Instruction& instruction, const Value& value) {
  Finding* const finding = report(instruction, value);
  const bool is_choice = finding != nullptr && must_ == nullptr && !instruction.negated &&
                         (instruction.op == Op::kEnum || instruction.op == Op::kConst);
  if (is_choice) finding->hint = suggestion(code_.choices[instruction.operand], value);
  return false;
}

bool Run::fail_depth(const Value& value) {
  Instruction too_deep;
  too_deep.rule = diagnostics::kLimitDepth;
  return fail(too_deep, value);
}

bool Run::fail_count(const Instruction& instruction, const Value& value, std::uint64_t found) {
  if (Finding* const finding = report(instruction, value)) {
    finding->found = found;
    finding->wanted = code_.sizes[instruction.operand];
  }
  return false;
}

bool Run::check_size(const Instruction& instruction, const Value& value) {
  const std::uint64_t size =
      value.is_container() ? tape_->tokens[value.token].count : text::count_code_points(value.text);
  const std::uint64_t limit = code_.sizes[instruction.operand];
  const bool is_minimum = instruction.op == Op::kMinLength || instruction.op == Op::kMinItems ||
                          instruction.op == Op::kMinProperties;
  if (is_minimum ? size >= limit : size <= limit) return true;
  return fail_count(instruction, value, size);
}

bool Run::check_parts(const Instruction& instruction, const Value& value) {
  if (value.text.empty()) return true;
  const std::string& by = code_.separators[instruction.operand];
  bool good = true;
  std::uint32_t number = 0;
  for (std::string_view rest = value.text;;) {
    const std::size_t end = rest.find(by);
    const bool is_only_part = number == 0 && end == std::string_view::npos;
    part_ = is_only_part ? 0 : ++number;
    good &= judge({Kind::kString, trim_blanks(rest.substr(0, end)), value.token}, instruction.node);
    if (end == std::string_view::npos || (silence_ > 0 && !good)) break;
    rest.remove_prefix(end + by.size());
  }
  part_ = 0;
  failed_ = !good;
  return good;
}

bool Run::check_any_of(const Instruction& instruction, const Value& value) {
  const auto& nodes = code_.node_lists[instruction.operand];
  const bool good = std::any_of(nodes.begin(), nodes.end(),
                                [&](format::NodeId node) { return accepts(value, node); });
  if (!good) return fail_nearest(instruction, value);
  judge_inside(instruction, value);
  return true;
}

// What the branches that hold say of values inside by checks; their keywords have been asked.
void Run::judge_inside(const Instruction& instruction, const Value& value) {
  if (silence_ > 0 || !value.is_container()) return;
  for_each_holding(instruction, value, [&](format::NodeId node) {
    if (code_.nodes[node].has_checks) judge_plain(value, node);
  });
}

bool Run::check_one_of(const Instruction& instruction, const Value& value) {
  const auto& nodes = code_.node_lists[instruction.operand];
  const auto accepting = std::count_if(nodes.begin(), nodes.end(),
                                       [&](format::NodeId node) { return accepts(value, node); });
  if (accepting == 0) return fail_nearest(instruction, value);
  if (accepting != 1) return fail(instruction, value);
  judge_inside(instruction, value);
  return true;
}

format::NodeId Run::branch_of(const Instruction& instruction, const Value& value) {
  const Branch& branch = code_.branches[instruction.operand];
  return accepts(value, branch.condition) ? branch.consequence : branch.alternative;
}

bool Run::check_branch(const Instruction& instruction, const Value& value) {
  const format::NodeId node = branch_of(instruction, value);
  if (node == format::kNoNode) return true;
  const bool refuses_all = code_.schema->nodes[node].boolean == false;
  return refuses_all ? fail(instruction, value) : judge_plain(value, node);
}

}  // namespace crosswalk::check
