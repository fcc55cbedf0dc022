// The report of one run of the command: see run_report.h.
#include "run_report.h"

#include <unistd.h>

#include <utility>

#include "signals.h"

namespace crosswalk::cli {
namespace {

constexpr std::uint64_t kMaxFindingsInText = 100;

report::ReportOptions report_options(const Options& options, const Formats& formats,
                                     bool is_terminal) {
  const bool is_text = options.report_format == report::ReportFormat::kText;
  const bool is_colored =
      options.color == When::kAlways || (options.color == When::kAuto && is_terminal);
  const std::uint64_t most = options.max_findings.value_or(is_text ? kMaxFindingsInText : 0);
  return {is_text && is_colored, most, [&formats](std::string_view name) {
            auto rule = formats.explain(name);
            if (rule) return std::move(rule).value();
            RuleInfo unknown;
            unknown.name = name;
            return unknown;
          }};
}

// A reporter writes to a sink; an output is one, but for its other duties.
class OutputSink final : public Sink {
 public:
  explicit OutputSink(CommittedOutput& output) : output_(output) {}
  Status write(std::string_view bytes) override { return output_.write(bytes); }

 private:
  CommittedOutput& output_;
};

}  // namespace

Result<RunReport> RunReport::open(const Options& options, const Formats& formats, int descriptor) {
  RunReport opened;
  if (!options.report_path.empty()) {
    auto file = file_output(options.report_path, {}, FileAccess::kOwnerOnly);
    if (!file) return file.error();
    opened.file_ = std::move(file).value();
    opened.file_sink_ = std::make_unique<OutputSink>(*opened.file_);
  } else if (!options.is_quiet) {
    const char* name = descriptor == STDOUT_FILENO ? "standard output" : "standard error";
    opened.stream_ = std::make_unique<DescriptorSink>(descriptor, name);
  } else {
    return opened;
  }
  const bool is_terminal = opened.stream_ && opened.stream_->is_terminal();
  Sink& sink = opened.stream_ ? static_cast<Sink&>(*opened.stream_) : *opened.file_sink_;
  opened.reporter_ = report::open_report(options.report_format,
                                         report_options(options, formats, is_terminal), sink);
  opened.wants_excerpts_ = options.report_format == report::ReportFormat::kText ||
                           options.report_format == report::ReportFormat::kHtml;
  return opened;
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
  if (failure_) return *failure_;
  return finished && file_ ? file_->prepare({}) : finished;
}

Status RunReport::commit() {
  return file_ ? file_->commit({}) : Status();
}

Status finish_output(Session& session, const RunResult& result, CommittedOutput& output,
                     RunReport& report) {
  const Status prepared = result.complete ? output.prepare(result) : Status();
  if (!prepared) session.note(code_of(prepared.error().kind));
  report::RunEnd end = session.end();
  if (result.loss) end.loss = &*result.loss;
  const Status finished = report.finish(result.summary, end);
  if (!prepared) return prepared;
  if (!finished || received_signal() != 0) return finished;
  if (!result.complete) return report.commit();
  if (Status committed = output.commit(result); !committed) return committed;
  Status committed = report.commit();
  if (!committed) output.take_back();
  return committed;
}

}  // namespace crosswalk::cli
