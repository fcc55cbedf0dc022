// See policy.h.
#include "api/policy.h"

#include <algorithm>
#include <utility>

#include "api/formats_impl.h"

namespace crosswalk::api {
namespace {

/// True if `rule` is a group such as `csv.*` that has at least one rule.
bool is_known_group(const diagnostics::RuleCatalog& rules, std::string_view rule) {
  if (!rule.ends_with(".*")) return false;
  const std::string_view prefix = rule.substr(0, rule.size() - 1);
  for (std::size_t id = 0; id < rules.size(); ++id) {
    if (rules.rule(static_cast<diagnostics::RuleId>(id)).name.starts_with(prefix)) return true;
  }
  return false;
}

bool is_confirmed(const std::string& setting, const ReadOptions& options) {
  return std::ranges::find(options.settings, std::pair<std::string, std::string>(setting, "yes")) !=
         options.settings.end();
}

void raise_unconfirmed(const format::Definition& written, const ReadOptions& options,
                       const diagnostics::RuleCatalog& rules, diagnostics::RulePolicy& policy) {
  for (const format::Node& node : written.schema.nodes) {
    for (const format::Check& check : node.annotation.checks) {
      if (!check.confirm.empty() && !is_confirmed(check.confirm, options))
        policy.set(rules, check.rule, Severity::kError);
    }
  }
}

}  // namespace

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::kOff:
      return "off";
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      break;
  }
  return "error";
}

Result<diagnostics::RulePolicy> make_policy(const format::Library& library,
                                            const ReadOptions& options,
                                            const format::Definition* written) {
  const diagnostics::RuleCatalog& rules = library.rules();
  diagnostics::RulePolicy policy;
  if (written != nullptr) raise_unconfirmed(*written, options, rules, policy);
  for (const auto& [rule, severity] : options.severities) {
    const bool is_known =
        rules.find(rule) != diagnostics::RuleCatalog::kNoRule || is_known_group(rules, rule);
    if (!is_known) return unknown_rule(library, rule);
    policy.set(rules, rule, severity);
  }
  policy.set_strict(options.strict);
  return policy;
}

std::vector<std::string> changed_rules(const ReadOptions& options) {
  std::vector<std::string> changed;
  for (const auto& [rule, severity] : options.severities)
    changed.push_back(rule + '=' + name_of(severity));
  return changed;
}

}  // namespace crosswalk::api
