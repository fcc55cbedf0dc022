// Summaries of several inputs made into one: see summary.h.
#include "report/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "report/message.h"

namespace crosswalk::report {
namespace {

auto identity(const FindingGroup& group) {
  return std::tie(group.rule, group.severity, group.field);
}

bool stands_before(const FindingGroup& a, const FindingGroup& b) {
  if (a.severity != b.severity) return a.severity > b.severity;
  if (a.count != b.count) return a.count > b.count;
  return std::tie(a.rule, a.field) < std::tie(b.rule, b.field);
}

void add_groups(std::vector<FindingGroup>& total, const std::vector<FindingGroup>& later) {
  using Identity = std::tuple<std::string, Severity, std::optional<std::string>>;
  std::map<Identity, std::size_t> known;
  for (std::size_t i = 0; i < total.size(); ++i) known.emplace(identity(total[i]), i);
  for (const FindingGroup& group : later) {
    const auto [at, is_new] = known.emplace(identity(group), total.size());
    if (is_new) {
      total.push_back(group);
    } else {
      total[at->second].count += group.count;
    }
  }
  std::ranges::sort(total, stands_before);
}

}  // namespace

void add(Summary& total, const Summary& later) {
  for (std::uint64_t Summary::*count :
       {&Summary::files, &Summary::records, &Summary::valid, &Summary::invalid,
        &Summary::unreadable, &Summary::errors, &Summary::warnings, &Summary::infos,
        &Summary::repairs, &Summary::bytes}) {
    total.*count += later.*count;
  }
  add_groups(total.groups, later.groups);
  for (const std::string& change : later.changed_rules) {
    if (std::ranges::find(total.changed_rules, change) == total.changed_rules.end()) {
      total.changed_rules.push_back(change);
    }
  }
}

std::uint64_t finding_count(const Summary& summary) {
  return summary.errors + summary.warnings + summary.infos;
}

std::string further_counts(const Summary& summary) {
  std::string text;
  if (summary.files > 1) text += fmt::format(" in {}", counted(summary.files, "file"));
  text +=
      fmt::format(": {} valid, {} invalid, {} unreadable; {}, {}", grouped_digits(summary.valid),
                  grouped_digits(summary.invalid), grouped_digits(summary.unreadable),
                  counted(summary.errors, "error"), counted(summary.warnings, "warning"));
  if (summary.repairs > 0) text += fmt::format(" ({} repaired)", grouped_digits(summary.repairs));
  if (summary.infos > 0) text += fmt::format(", {}", counted(summary.infos, "note"));
  return text;
}

}  // namespace crosswalk::report
