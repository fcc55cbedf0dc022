// See finding_log.h. The first finding of a group is looked at for the field's printed name, also
// when nobody takes findings: the summary needs it.
#include "pipeline/finding_log.h"

#include <algorithm>

namespace crosswalk::pipeline {

void FindingLog::tell(const diagnostics::RawFinding& raw, const diagnostics::RenderContext& context,
                      const diagnostics::Location& location) {
  if (raw.severity == Severity::kOff) return;
  count(raw);
  group(raw, context, location);
  if (sink_ && !sink_(diagnostics::render(raw, context, location))) sink_ = nullptr;
}

void FindingLog::count(const diagnostics::RawFinding& raw) {
  switch (raw.severity) {
    case Severity::kError:
      ++errors_;
      break;
    case Severity::kWarning:
      ++warnings_;
      break;
    default:
      ++infos_;
      break;
  }
  if (raw.repair) ++repairs_;
}

void FindingLog::group(const diagnostics::RawFinding& raw,
                       const diagnostics::RenderContext& context,
                       const diagnostics::Location& location) {
  const auto [entry, is_new] =
      group_numbers_.try_emplace({raw.rule, raw.severity, raw.column, raw.field}, groups_.size());
  if (is_new) {
    FindingGroup group;
    group.rule = context.rules->rule(raw.rule).name;
    group.severity = raw.severity;
    group.field = diagnostics::printed_field(raw, context, location);
    group.first_file = context.file;
    group.first_place = location.place;
    groups_.push_back(std::move(group));
  }
  ++groups_[entry->second].count;
}

void FindingLog::summarise(Summary& summary) const {
  summary.errors = errors_;
  summary.warnings = warnings_;
  summary.infos = infos_;
  summary.repairs = repairs_;
  summary.groups = groups_;
  std::ranges::stable_sort(summary.groups, [](const FindingGroup& a, const FindingGroup& b) {
    return std::tie(b.severity, b.count, a.rule, a.field) <
           std::tie(a.severity, a.count, b.rule, b.field);
  });
}

}  // namespace crosswalk::pipeline
