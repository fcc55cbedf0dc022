// Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.
//
//   ::error file=customers.csv,line=3,col=1,title=shop.row-width::row has 8 cells%0Ahint: ...
//
// A command is one line. In its message `%`, CR and LF are written %25, %0D and %0A, in its
// properties `:` and `,` too, as %3A and %2C: nothing of a file's name or of a message can end a
// command, begin another or set a property. The last line is no command: it counts, for the log.
// Test: tests/report/github_report_test.cc.
#ifndef CROSSWALK_REPORT_GITHUB_REPORT_H
#define CROSSWALK_REPORT_GITHUB_REPORT_H

#include "report/reporter.h"

namespace crosswalk::report {

/// Annotations for GitHub.
class GithubReport : public Reporter {
 public:
  /// Writes to `sink`, which must outlive the report.
  GithubReport(const ReportOptions& options, Sink& sink) : options_(options), sink_(sink) {}
  Status finding(const Finding& finding) override;
  Status finish(const Summary& summary, const RunEnd& end) override;
  [[nodiscard]] bool wants_more() const override;

 private:
  ReportOptions options_;
  Sink& sink_;
  std::uint64_t told_ = 0;
};

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_GITHUB_REPORT_H
