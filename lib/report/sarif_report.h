// Findings in SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), which code
// scanning services and editors read.
//
//   {"$schema":"...","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[
//   {"ruleId":"shop.row-width","ruleIndex":0,"level":"error","message":{...},"locations":[...]}
//   ],"tool":{"driver":{"name":"crosswalk","rules":[{"id":"shop.row-width",...}]}},...}]}
//
// The order of members is free in JSON, so results are written as they come and the rules that they
// used last; only the names of these are kept. A path becomes a URI reference; severity info is
// level note. What no member of SARIF is for (record, hint, expected) stands in `properties`.
// Test: tests/report/sarif_report_test.cc.
#ifndef CROSSWALK_REPORT_SARIF_REPORT_H
#define CROSSWALK_REPORT_SARIF_REPORT_H

#include <cstddef>
#include <string>
#include <vector>

#include "report/reporter.h"

namespace crosswalk::report {

/// One SARIF log of one run.
class SarifReport : public Reporter {
 public:
  /// Writes to `sink`, which must outlive the report.
  SarifReport(const ReportOptions& options, Sink& sink) : options_(options), sink_(sink) {}
  Status finding(const Finding& finding) override;
  Status finish(const Summary& summary, const RunEnd& end) override;
  [[nodiscard]] bool wants_more() const override;

 private:
  [[nodiscard]] std::size_t index_of(const std::string& rule);

  ReportOptions options_;
  Sink& sink_;
  std::uint64_t told_ = 0;
  std::vector<std::string> rules_;  // in the order of their first result
};

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_SARIF_REPORT_H
