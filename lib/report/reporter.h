// Reports: what a person or a program is told of a run.
//
// A reporter gets findings as they are made and the summary at the end, and writes text for people,
// or what editors and continuous integration read, to a sink. It decides nothing: order, words,
// counts and masking are done when a finding reaches it. What it adds is form, and that nothing it
// writes can steer a terminal: control characters in names of files and the like are written as
// pictures or escapes. What it keeps is bounded by rules, not by findings: any of these formats can
// be written of any input. Test: tests/report/, one file a format.
#ifndef CROSSWALK_REPORT_REPORTER_H
#define CROSSWALK_REPORT_REPORTER_H

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "crosswalk/finding.h"
#include "crosswalk/formats.h"
#include "crosswalk/loss.h"
#include "crosswalk/stream.h"

namespace crosswalk::report {

/// How a report is written.
enum class ReportFormat : std::uint8_t {
  kText,    ///< for people, as a good compiler does it
  kJsonl,   ///< one object a finding, written at once, then one of the summary
  kJson,    ///< one document: `{"findings":[...],"summary":{...}}`
  kSarif,   ///< SARIF 2.1.0, for code scanning and editors
  kGithub,  ///< workflow commands, for annotations on GitHub
  kJunit,   ///< JUnit XML: a suite a file, a test case a rule
  kHtml,    ///< one page, for people without a terminal
};

/// What a report looks like.
struct ReportOptions {
  bool use_color = false;          ///< text: colours by terminal escapes
  std::uint64_t max_findings = 0;  ///< print no more findings than this; 0 = all
  std::function<RuleInfo(std::string_view rule)> explain =
      {};  ///< words of rules; empty = none known
};

/// How the run ended, whatever it found.
struct RunEnd {
  bool went_well = true;  ///< false: something could not be read, or was used wrongly
  int exit_code = 0;
  const LossReport* loss = nullptr;  ///< of a conversion between two formats; else null
};

/// Writes one report.
/// Threads: one.
class Reporter {
 public:
  virtual ~Reporter() = default;
  /// An input is about to be read; its findings follow. Errors: those of the sink.
  virtual Status begin_input(std::string_view name);
  /// Tells one finding, unless the most have been told. Errors: those of the sink.
  virtual Status finding(const Finding& finding) = 0;
  /// Ends the report. Call once, last; `summary` counts all findings, told or not.
  /// Errors: those of the sink.
  virtual Status finish(const Summary& summary, const RunEnd& end) = 0;
  /// False once further findings would not be told.
  [[nodiscard]] virtual bool wants_more() const = 0;
};

/// Opens a report that writes to `sink`, which must outlive it; each finding is one call of
/// Sink::write.
std::unique_ptr<Reporter> open_report(ReportFormat format, const ReportOptions& options,
                                      Sink& sink);

}  // namespace crosswalk::report

#endif  // CROSSWALK_REPORT_REPORTER_H
