// The catalogue of rules and the caller's policy: see rule.h.
#include "diagnostics/rule.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"

namespace crosswalk::diagnostics {
namespace {

struct CoreRuleEntry {
  std::string_view name;
  Severity severity;
};

constexpr CoreRuleEntry kCoreRules[] = {
#define CROSSWALK_X(id, name, severity) {name, Severity::severity},
    CROSSWALK_CORE_RULES(CROSSWALK_X)
#undef CROSSWALK_X
};

// True if `pattern` is `name` itself or the group it stands in: `csv.*`, `*`.
bool names_rule(std::string_view pattern, std::string_view name) {
  if (!pattern.ends_with('*')) return pattern == name;
  return name.starts_with(pattern.substr(0, pattern.size() - 1));
}

}  // namespace

RuleCatalog::RuleCatalog() {
  for (const CoreRuleEntry& entry : kCoreRules) {
    rules_[intern(entry.name)].severity = entry.severity;
  }
}

RuleId RuleCatalog::intern(std::string_view name) {
  if (const RuleId known = find(name); known != kNoRule) return known;
  const auto number = static_cast<RuleId>(rules_.size());
  rules_.emplace_back().name = name;
  numbers_.emplace(name, number);
  return number;
}

RuleId RuleCatalog::find(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? kNoRule : found->second;
}

void RuleCatalog::describe(Rule rule) {
  const RuleId number = intern(rule.name);
  rules_[number] = std::move(rule);
}

std::vector<std::string> RuleCatalog::nearest(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const auto& [known, number] : numbers_) names.emplace_back(known);
  return base::nearest(name, names);
}

void RulePolicy::set(const RuleCatalog& catalog, std::string_view rule_or_group,
                     Severity severity) {
  for (std::size_t number = 0; number < catalog.size(); ++number) {
    const auto id = static_cast<RuleId>(number);
    if (!names_rule(rule_or_group, catalog.rule(id).name)) continue;
    const auto at = std::ranges::lower_bound(changed_, id, {}, &std::pair<RuleId, Severity>::first);
    if (at != changed_.end() && at->first == id) {
      at->second = severity;
    } else {
      changed_.emplace(at, id, severity);
    }
  }
}

Severity RulePolicy::apply(RuleId rule, Severity declared, bool repair) const {
  const auto at = std::ranges::lower_bound(changed_, rule, {}, &std::pair<RuleId, Severity>::first);
  const bool is_changed = at != changed_.end() && at->first == rule;
  Severity severity = is_changed ? at->second : declared;
  if (repair && !is_changed) severity = std::min(severity, Severity::kWarning);
  if (strict_ && !repair && severity == Severity::kWarning) severity = Severity::kError;
  return severity;
}

}  // namespace crosswalk::diagnostics
