// Counting findings and telling them, in the order in which they come.
//
// Every finding is counted: in all, and in its group (rule, severity, field). It gets words only if
// it is told: while the sink takes more, so a file with ten million defects costs their count and
// a hundred findings.
//   100 x csv.row-width, sink false after 2   ->   2 findings, 1 group with count 100
// Order is the caller's business (lib/pipeline/merge.h). Test: tests/pipeline/finding_log_test.cc.
#ifndef CROSSWALK_PIPELINE_FINDING_LOG_H
#define CROSSWALK_PIPELINE_FINDING_LOG_H

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "crosswalk/run.h"
#include "diagnostics/raw_finding.h"
#include "diagnostics/render.h"

namespace crosswalk::pipeline {

/// The findings of one run.
/// Threads: one.
class FindingLog {
 public:
  /// An empty `sink` takes none. The sink is copied.
  explicit FindingLog(FindingSink sink) : sink_(std::move(sink)) {}
  /// Counts `raw`, and tells it if the sink still takes findings. Severity kOff is not counted.
  void tell(const diagnostics::RawFinding& raw, const diagnostics::RenderContext& context,
            const diagnostics::Location& location);
  [[nodiscard]] std::uint64_t errors() const { return errors_; }
  /// Writes counts and groups into `summary`: groups by severity, then count, then rule and field.
  void summarise(Summary& summary) const;

 private:
  // Rule, severity, column of a table, field of a document.
  using GroupKey = std::tuple<diagnostics::RuleId, Severity, std::int32_t, std::string>;

  void count(const diagnostics::RawFinding& raw);
  void group(const diagnostics::RawFinding& raw, const diagnostics::RenderContext& context,
             const diagnostics::Location& location);

  FindingSink sink_;
  std::map<GroupKey, std::size_t> group_numbers_;
  std::vector<FindingGroup> groups_;  // as first seen
  std::uint64_t errors_ = 0;
  std::uint64_t warnings_ = 0;
  std::uint64_t infos_ = 0;
  std::uint64_t repairs_ = 0;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_FINDING_LOG_H
