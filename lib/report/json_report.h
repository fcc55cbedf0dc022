// Reports for programs: JSON lines, and one JSON document.
//
//   {"type":"finding","rule":"csv.row-width","severity":"error",...}
//   {"type":"summary","files":1,"records":6,...}
//
// A conversion between two formats has a line of type `loss` before the summary, or a member `loss`
// in it.
// The members of both objects are part of the contract; text that is no UTF-8 (a file's name) is
// made so. Test: tests/report/json_report_test.cc.
#ifndef CROSSWALK_REPORT_JSON_REPORT_H
#define CROSSWALK_REPORT_JSON_REPORT_H

#include <cstdint>
#include <optional>
#include <string>

#include "report/reporter.h"

namespace crosswalk::report {

/// The line of JSON that tells `finding`, with its line end. `reject`: the number of its record
/// among the rejected ones, for the reasons beside a file of rejects.
std::string finding_line(const Finding& finding,
                         std::optional<std::uint64_t> reject = std::nullopt);

/// One object a line: findings as they come, the summary last.
class JsonlReport : public Reporter {
 public:
  /// Writes to `sink`, which must outlive the report.
  JsonlReport(const ReportOptions& options, Sink& sink) : options_(options), sink_(sink) {}
  Status finding(const Finding& finding) override;
  Status finish(const Summary& summary, const RunEnd& end) override;
  [[nodiscard]] bool wants_more() const override;

 private:
  ReportOptions options_;
  Sink& sink_;
  std::uint64_t told_ = 0;
};

/// One document, a finding a line; the summary has the groups, too.
class JsonReport : public Reporter {
 public:
  /// Writes to `sink`, which must outlive the report.
  JsonReport(const ReportOptions& options, Sink& sink) : options_(options), sink_(sink) {}
  Status finding(const Finding& finding) override;
  Status finish(const Summary& summary, const RunEnd& end) override;
  [[nodiscard]] bool wants_more() const override;

 private:
  ReportOptions options_;
  Sink& sink_;
  std::uint64_t told_ = 0;
};

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_JSON_REPORT_H
