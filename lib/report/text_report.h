// The report for people, in the form of a good compiler's.
//
//   customers.csv:3:8: error: expected a number, found text, 4 characters [shop.number]
//       3 | ······,····,"····",·,,
//         |        ^~~~ num_visits
//         = hint: write 12 or 12.5
//
// Place, severity, message and rule; the line with the place marked and the field's name beside it
// where the message does not name it; what was expected unless the message says it; what to do.
// Then a table of what was found how often and where first, and one line of counts.
// Test: tests/report/text_report_test.cc.
#ifndef CROSSWALK_REPORT_TEXT_REPORT_H
#define CROSSWALK_REPORT_TEXT_REPORT_H

#include "report/reporter.h"

namespace crosswalk::report {

/// A report for people.
class TextReport : public Reporter {
 public:
  /// Writes to `sink`, which must outlive the report.
  TextReport(const ReportOptions& options, Sink& sink) : options_(options), sink_(sink) {}
  Status finding(const Finding& finding) override;
  Status finish(const Summary& summary, const RunEnd& end) override;
  [[nodiscard]] bool wants_more() const override;

 private:
  ReportOptions options_;
  Sink& sink_;
  std::uint64_t told_ = 0;
};

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_TEXT_REPORT_H
