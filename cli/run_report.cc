// The report of one run of the command: see run_report.h.
#include "run_report.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace crosswalk::cli {
namespace {

constexpr std::uint64_t kMaxFindingsInText = 100;

report::ReportOptions report_options(const Options& options, const Formats& formats,
                                     const DescriptorSink& sink) {
  const bool is_text = options.report_format == report::ReportFormat::kText;
  const bool is_colored =
      options.color == When::kAlways || (options.color == When::kAuto && sink.is_terminal());
  const std::uint64_t most = options.max_findings.value_or(is_text ? kMaxFindingsInText : 0);
  return {is_text && is_colored, most, [&formats](std::string_view name) {
            auto rule = formats.explain(name);
            if (rule) return std::move(rule).value();
            RuleInfo unknown;
            unknown.name = name;
            return unknown;
          }};
}

}  // namespace

Result<RunReport> RunReport::open(const Options& options, const Formats& formats, int descriptor) {
  RunReport opened;
  if (!options.report_path.empty()) {
    constexpr int kMode = 0600;
    opened.owned_descriptor_ =
        ::open(options.report_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
    if (opened.owned_descriptor_ < 0) {
      return Error{ErrorKind::kIo,
                   "cannot write to " + options.report_path + ": " + std::strerror(errno)};
    }
    opened.sink_ = std::make_unique<DescriptorSink>(opened.owned_descriptor_, options.report_path);
  } else if (!options.is_quiet) {
    const char* name = descriptor == STDOUT_FILENO ? "standard output" : "standard error";
    opened.sink_ = std::make_unique<DescriptorSink>(descriptor, name);
  }
  if (!opened.sink_) return opened;
  opened.reporter_ = report::open_report(
      options.report_format, report_options(options, formats, *opened.sink_), *opened.sink_);
  opened.wants_excerpts_ = options.report_format == report::ReportFormat::kText ||
                           options.report_format == report::ReportFormat::kHtml;
  return opened;
}

RunReport::~RunReport() {
  if (sink_ && owned_descriptor_ >= 0) ::close(owned_descriptor_);
}

void RunReport::begin_input(const std::string& name) {
  if (!reporter_) return;
  if (Status begun = reporter_->begin_input(name); !begun && !failure_) failure_ = begun.error();
}

bool RunReport::tell(const Finding& finding) {
  if (finding.severity == Severity::kError) has_told_error_ = true;
  if (!reporter_) return false;
  if (Status told = reporter_->finding(finding); !told && !failure_) failure_ = told.error();
  return reporter_->wants_more() && !failure_;
}

Status RunReport::finish(const Summary& summary, const report::RunEnd& end) {
  if (!reporter_) return {};
  Status finished = reporter_->finish(summary, end);
  return failure_ ? Status(*failure_) : finished;
}

}  // namespace crosswalk::cli
