// Findings as JUnit XML, which continuous integration shows as tests that failed.
//
//   <testsuite name="customers.csv" tests="1" failures="1" errors="0" skipped="0">
//   <testcase classname="customers.csv" name="shop.row-width"><failure
//   ...>places</failure></testcase>
//   </testsuite>
//
// Each input is a suite, each rule told of it a test case: failed if one of its findings is an
// error, else passed with the findings as its output; an input without findings is one passed test
// case. A case counts exactly and lists its first places, so a suite can be written when its input
// ends: memory is bounded by rules. Text is made fit for XML 1.0, which has no place for control
// characters, escaped or not. Test: tests/report/junit_report_test.cc.
#ifndef CROSSWALK_REPORT_JUNIT_REPORT_H
#define CROSSWALK_REPORT_JUNIT_REPORT_H

#include <map>
#include <string>

#include "report/reporter.h"

namespace crosswalk::report {

/// A JUnit XML document.
class JunitReport : public Reporter {
 public:
  /// Writes to `sink`, which must outlive the report.
  JunitReport(const ReportOptions& options, Sink& sink) : options_(options), sink_(sink) {}
  Status begin_input(std::string_view name) override;
  Status finding(const Finding& finding) override;
  Status finish(const Summary& summary, const RunEnd& end) override;
  /// True: counts are exact however few places are told.
  [[nodiscard]] bool wants_more() const override { return true; }

 private:
  /// The findings of one rule in one input.
  struct Case {
    std::uint64_t count = 0;
    std::uint64_t places = 0;  // told
    Severity worst = Severity::kInfo;
    std::string message;  // of the first finding
    std::string told;
  };

  static std::string outcome(const Case& known);
  void end_input();
  [[nodiscard]] bool wants_place(const Case& known) const;
  Status flush();

  ReportOptions options_;
  Sink& sink_;
  std::uint64_t told_ = 0;
  bool has_input_ = false;
  std::string input_;
  std::map<std::string, Case> cases_;  // by rule
  std::string text_ =                  // not written yet
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"crosswalk\">\n";
};

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_JUNIT_REPORT_H
