// The report of one run of the command: where it goes, how it looks, and what went wrong with it.
//
// It stands between the library, which tells findings and wants to know whether there is a point in
// going on, and a Reporter, which may fail to write. A failure is kept for the end: it must not
// hide findings. A report file appears when it is committed, after the output that it tells of.
// Test: tests/cli/command_test.py.
#ifndef CROSSWALK_CLI_RUN_REPORT_H
#define CROSSWALK_CLI_RUN_REPORT_H

#include <memory>
#include <optional>

#include "crosswalk/finding.h"
#include "crosswalk/formats.h"
#include "crosswalk/outputs.h"
#include "options.h"
#include "report/reporter.h"
#include "session.h"
#include "terminal.h"

namespace crosswalk::cli {

/// The report of one run.
/// Threads: one.
class RunReport {
 public:
  /// Opens the report of `options`; without `--report` it goes to `descriptor`. `formats` know the
  /// words of rules and must outlive it. Errors: kIo.
  static Result<RunReport> open(const Options& options, const Formats& formats, int descriptor);

  /// An input is about to be read.
  void begin_input(const std::string& name);
  /// Tells a finding; false if no more are wanted.
  bool tell(const Finding& finding);
  /// Ends the report: all of it is written. Errors: kIo, also of earlier findings.
  Status finish(const Summary& summary, const report::RunEnd& end);
  /// Makes a report file appear. REQUIRES: finish() went well. Errors: kIo.
  Status commit();
  /// True if findings will be shown with their line.
  [[nodiscard]] bool wants_excerpts() const { return wants_excerpts_; }
  /// True once nobody reads the report.
  [[nodiscard]] bool reader_left() const { return stream_ && stream_->reader_left(); }
  /// True if an error was told.
  [[nodiscard]] bool has_told_error() const { return has_told_error_; }

 private:
  RunReport() = default;

  std::unique_ptr<DescriptorSink> stream_;      // standard output or error
  std::unique_ptr<CommittedOutput> file_;       // or a file
  std::unique_ptr<Sink> file_sink_;             // into file_
  std::unique_ptr<report::Reporter> reporter_;  // null: no report
  bool wants_excerpts_ = false;
  bool has_told_error_ = false;
  std::optional<Error> failure_;
};

/// Ends a run: all bytes of the output and of the report are written first, then both get their
/// names, or neither. An output that is not complete does not appear. Errors: kIo.
Status finish_output(Session& session, const RunResult& result, CommittedOutput& output,
                     RunReport& report);

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_RUN_REPORT_H
