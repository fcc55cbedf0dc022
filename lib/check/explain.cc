// The nearest branch of an `anyOf` or `oneOf` that none of its branches accepts.
//
// Each branch is judged aloud, and the findings of the one that was nearest are kept. Nearest is:
// of the value's kind, then with the right literals (`const`, `enum` tell branches apart), then
// with the fewest findings. Branches that are equally near and fail at the value itself are told
// together.
//   {"anyOf":[{"type":"string"},{"properties":{"a":{"minimum":1}}}]} on {"a":0}   ->   of a: at
//   least 1
//   {"anyOf":[{"type":"string"},{"type":"null"}]} on 0   ->   expected text or null
// A branch whose failure has a name of its own (a check `on` anyOf) is told by that name alone.
// Branches inside branches are tried as long as that is cheap. Test: tests/check/explain_test.cc.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "check/expected.h"
#include "check/run.h"

namespace crosswalk::check {
namespace {

constexpr std::uint32_t kAttemptsInside = 256;

bool is_about_literals(const diagnostics::RawFinding& finding) {
  return finding.rule == diagnostics::kSchemaConst || finding.rule == diagnostics::kSchemaEnum;
}

}  // namespace

struct Run::Attempt {
  std::vector<Finding> findings;
  bool is_other_kind = false;
  bool is_other_literal = false;

  [[nodiscard]] auto distance() const {
    return std::tuple(is_other_kind, is_other_literal, findings.size());
  }
  // True if it says one thing, of the value at `offset` itself.
  [[nodiscard]] bool is_about_value(std::uint32_t offset) const {
    return findings.size() == 1 && findings[0].offset == offset;
  }
};

Run::Attempt Run::attempt(const Value& value, format::NodeId node) {
  const std::size_t begin = findings_.size();
  std::unordered_map<std::uint64_t, bool> told;  // what a dropped branch told has not been told
  told.swap(told_);
  judge_plain(value, node);
  told.swap(told_);
  Attempt attempt;
  const auto first = findings_.begin() + static_cast<std::ptrdiff_t>(begin);
  attempt.findings.assign(std::make_move_iterator(first), std::make_move_iterator(findings_.end()));
  findings_.erase(first, findings_.end());
  attempt.is_other_kind = (code_.nodes[node].can_pass & bit(value.kind)) == 0;
  attempt.is_other_literal =
      std::any_of(attempt.findings.begin(), attempt.findings.end(), is_about_literals);
  return attempt;
}

bool Run::fail_nearest(const Instruction& instruction, const Value& value) {
  if (silence_ > 0) return false;
  const std::vector<format::NodeId>& nodes = code_.node_lists[instruction.operand];
  failed_ = true;
  const bool has_own_name = instruction.rule >= diagnostics::kCoreRuleCount || must_ != nullptr;
  const bool is_inside = is_attempt_;
  const bool is_too_much = is_inside && attempts_left_ < nodes.size();
  if (has_own_name || is_too_much || nodes.empty()) return fail(instruction, value);
  attempts_left_ =
      is_inside ? attempts_left_ - static_cast<std::uint32_t>(nodes.size()) : kAttemptsInside;
  is_attempt_ = true;
  std::vector<Attempt> attempts;
  for (const format::NodeId node : nodes) attempts.push_back(attempt(value, node));
  is_attempt_ = is_inside;
  const auto nearest = std::min_element(
      attempts.begin(), attempts.end(),
      [](const Attempt& a, const Attempt& b) { return a.distance() < b.distance(); });
  std::erase_if(attempts, [distance = nearest->distance()](const Attempt& attempt) {
    return attempt.distance() != distance;
  });
  return fail_as_one_of(instruction, value, attempts);
}

// Tells what the equally near `attempts` lack.
bool Run::fail_as_one_of(const Instruction& instruction, const Value& value,
                         const std::vector<Attempt>& attempts) {
  const std::uint32_t offset =
      place_ != nullptr ? place_->offset : tape_->tokens[value.token].begin;
  const std::vector<Finding>& first = attempts.front().findings;
  const bool tells_value = attempts.front().is_about_value(offset);
  if (!first.empty() && (attempts.size() == 1 || !tells_value)) {
    findings_.insert(findings_.end(), first.begin(), first.end());
    return false;
  }
  std::vector<std::string> wanted;
  for (const Attempt& attempt : attempts) {
    if (!attempt.is_about_value(offset)) continue;
    const std::string& expected = attempt.findings[0].expected;
    if (std::find(wanted.begin(), wanted.end(), expected) == wanted.end()) {
      wanted.push_back(expected);
    }
  }
  std::erase(wanted, "");
  if (Finding* const finding = report(instruction, value); finding != nullptr && !wanted.empty()) {
    finding->expected = any_of_words(wanted);
  }
  return false;
}

}  // namespace crosswalk::check
