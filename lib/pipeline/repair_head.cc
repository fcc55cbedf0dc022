// See repair_head.h.
#include "pipeline/repair_head.h"

#include "layout/rows.h"
#include "mending/syntax.h"

namespace crosswalk::pipeline {

std::string repair_head(const RunSetup& setup, const record::Head& head, mending::Splice edits,
                        std::vector<diagnostics::RawFinding>& findings) {
  const auto mark_bytes = static_cast<std::uint32_t>(layout::byte_order_mark_bytes(head.bytes));
  for (diagnostics::RawFinding& finding : findings) {
    const bool is_read_past = finding.rule == diagnostics::kCsvBom ||
                              finding.rule == diagnostics::kCsvHeaderSpace || finding.repair;
    if (!is_read_past || finding.offset > head.bytes.size()) continue;
    finding.repair = mending::add_syntax_edits(finding, {head.bytes, mark_bytes, false}, edits);
    if (finding.repair) finding.hint = mending::describe_syntax(finding.rule);
    const Severity own = setup.rules->rule(finding.rule).severity;
    finding.severity = setup.policy->apply(finding.rule, finding.repair ? Severity::kWarning : own,
                                           finding.repair);
  }
  std::erase_if(findings, [](const auto& finding) { return finding.severity == Severity::kOff; });
  return edits.apply(head.bytes);
}

}  // namespace crosswalk::pipeline
