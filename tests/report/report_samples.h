// A finding, a summary and a sink for the tests of reports.
#ifndef CROSSWALK_TESTS_REPORT_REPORT_SAMPLES_H
#define CROSSWALK_TESTS_REPORT_REPORT_SAMPLES_H

#include <string>
#include <utility>

#include "crosswalk/finding.h"
#include "crosswalk/stream.h"

namespace crosswalk::report {

/// Keeps what is written; fails once `fails` is set.
struct MemorySink : Sink {
  Status write(std::string_view bytes) override {
    if (fails) return Error{ErrorKind::kIo, "cannot write report: No space left on device"};
    text += bytes;
    return {};
  }
  std::string text;
  bool fails = false;
};

/// The finding that CONTRACT section 5 shows.
inline Finding row_width_finding() {
  Finding finding;
  finding.rule = "shop.row-width";
  finding.message = "row has 8 cells, the header has 9 columns";
  finding.file = "customers.csv";
  finding.place = {412, 3, 1};
  finding.record = 2;
  finding.expected = "9 cells";
  finding.hint = "quote attr_interest: it holds a comma";
  return finding;
}

/// A summary that counts row_width_finding() and nothing else.
inline Summary row_width_summary() {
  Summary summary;
  summary.files = 1;
  summary.records = 6;
  summary.valid = 5;
  summary.invalid = 1;
  summary.errors = 1;
  summary.bytes = 1503;
  summary.groups = {
      {"shop.row-width", Severity::kError, std::nullopt, 1, "customers.csv", {412, 3, 1}}};
  return summary;
}

}  // namespace crosswalk::report

#endif  // CROSSWALK_TESTS_REPORT_REPORT_SAMPLES_H
