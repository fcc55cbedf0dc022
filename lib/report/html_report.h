// Findings as one HTML page, to be opened, mailed or kept beside an upload.
//
//   customers.csv   8 records: 5 valid, 3 invalid      <- the summary, shown first, written last
//   3:1  error  row has 8 cells  shop.row-width        <- findings, written as they come
//
// The page stands alone: no script, no font, nothing is fetched, and it is read with the style
// taken away, too. As findings are written before their counts are known, the page's style puts the
// summary first; memory is bounded by the kinds of findings. Rules are explained once, where the
// summary names them. Test: tests/report/html_report_test.cc.
#ifndef CROSSWALK_REPORT_HTML_REPORT_H
#define CROSSWALK_REPORT_HTML_REPORT_H

#include <string>

#include "report/reporter.h"

namespace crosswalk::report {

/// An HTML page.
class HtmlReport : public Reporter {
 public:
  /// Writes to `sink`, which must outlive the report.
  HtmlReport(const ReportOptions& options, Sink& sink) : options_(options), sink_(sink) {}
  Status finding(const Finding& finding) override;
  Status finish(const Summary& summary, const RunEnd& end) override;
  [[nodiscard]] bool wants_more() const override;

 private:
  Status begin_page();
  [[nodiscard]] std::string group_row(const FindingGroup& group) const;

  ReportOptions options_;
  Sink& sink_;
  bool has_begun_ = false;
  std::uint64_t told_ = 0;
};

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_HTML_REPORT_H
