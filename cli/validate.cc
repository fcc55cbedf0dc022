// crosswalk validate: each input by itself, one report and one summary over all.
#include <unistd.h>

#include "command.h"
#include "inputs.h"
#include "progress.h"
#include "report/summary.h"
#include "run_report.h"
#include "signals.h"

namespace crosswalk::cli {
namespace {

class Validation {
 public:
  Validation(Session& session, ReadOptions read, RunReport& report, ProgressMeter& meter)
      : session_(session), read_(std::move(read)), report_(report), meter_(meter) {
    read_.want_excerpts = report_.wants_excerpts();
    read_.on_progress = [this](const Progress& progress) { meter_.update(progress.bytes); };
  }

  // Checks one input; failures are noted, and the next input can follow.
  void check(const Input& input) {
    report_.begin_input(input.name);
    const auto result = run(input);
    meter_.erase();
    meter_.next_input();
    if (result) {
      report::add(total_, result.value().summary);
    } else if (!report_.reader_left()) {
      session_.fail(result.error());
    }
  }

  [[nodiscard]] bool is_over() const {
    const std::uint64_t most_errors = session_.options().read.stop_after;
    return end_of_run() || (most_errors > 0 && total_.errors >= most_errors);
  }

  [[nodiscard]] const Summary& total() const { return total_; }

 private:
  Result<RunResult> run(const Input& input) {
    ValidateOptions options{read_};
    if (read_.stop_after > 0) options.read.stop_after = read_.stop_after - total_.errors;
    if (input.manifest) {
      if (options.read.from.empty()) options.read.from = input.manifest->format;
      if (Status checked = check_parts(*input.manifest); !checked) return checked.error();
    }
    OpenSources sources;
    for (const std::string& path : input.paths) {
      if (Status opened = sources.open(path); !opened) return opened.error();
    }
    return validate(session_.formats(), sources.all, options, sink());
  }

  // Parts that are not as the manifest says are findings; missing ones then fail to open.
  Status check_parts(const Manifest& manifest) {
    const auto differing = check_manifest(manifest, sink());
    if (!differing) return differing.error();
    total_.errors += differing.value();
    return {};
  }

  FindingSink sink() {
    return [this](const Finding& finding) {
      meter_.erase();
      const bool wants_more = report_.tell(finding);
      if (report_.reader_left()) end_of_run() = true;
      return wants_more;
    };
  }

  Session& session_;
  ReadOptions read_;
  RunReport& report_;
  ProgressMeter& meter_;
  Summary total_;
};

}  // namespace

void run_validate(Session& session) {
  auto read = complete_read_options(session.options(), session.formats());
  if (!read) return session.fail(read.error());
  const auto inputs = collect_inputs(session.options());
  if (!inputs) return session.fail(inputs.error());
  const Status apart =
      check_written({session.options().report_path}, session.options(), inputs.value());
  if (!apart) return session.fail(apart.error());
  auto report = RunReport::open(session.options(), session.formats(), STDOUT_FILENO);
  if (!report) return session.fail(report.error());

  ScreenProgress progress(session.options(), inputs.value());
  Validation validation(session, std::move(read).value(), report.value(), progress.meter());
  for (const Input& input : inputs.value()) {
    if (!validation.is_over()) validation.check(input);
  }
  if (validation.total().errors > 0 || report.value().has_told_error()) session.note(kFound);
  Status finished = report.value().finish(validation.total(), session.end());
  if (finished && received_signal() == 0) finished = report.value().commit();
  if (!finished) session.fail(finished.error());
}

}  // namespace crosswalk::cli
