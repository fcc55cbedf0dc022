// crosswalk repair: one file, read tolerantly and written as it should be.
//
// As in a conversion the output is committed last: it appears only if every error could be mended.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "command.h"
#include "inputs.h"
#include "progress.h"
#include "report/message.h"
#include "run_report.h"
#include "signals.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

Error usage(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

bool is_stdout(const std::string& output) {
  return output.empty() || output == "-";
}

// The one file to mend.
Result<std::string> choose_input(const Options& options) {
  if (options.operands.size() > 1) return usage("repair takes one FILE");
  std::string path = options.operands.empty() ? "-" : options.operands.front();
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return usage(path + " is a folder: repair its files one by one");
  const std::vector<Input> inputs = {{path, {path}, std::nullopt}};
  const Status apart = check_written({options.output, options.report_path}, options, inputs);
  if (!apart) return apart.error();
  return path;
}

Result<std::unique_ptr<CommittedOutput>> open_output(const Options& options) {
  if (is_stdout(options.output)) return late_stdout_output();
  return file_output(options.output, {});
}

std::string what_was_mended(const Options& options, const RunResult& result) {
  const std::string& name = options.output;
  if (!result.complete)
    return fmt::format("{} was not written: {} could not be mended",
                       is_stdout(name) ? "the output" : name,
                       report::counted(result.summary.errors, "error"));
  if (is_stdout(name)) return {};
  return fmt::format("wrote {}: {}, {}", name, report::counted(result.records_out, "record"),
                     report::counted(result.summary.repairs, "repair"));
}

Status repair_input(Session& session, const std::string& path) {
  const Options& options = session.options();
  auto read = complete_read_options(options, session.formats());
  if (!read) return read.error();
  auto report = RunReport::open(options, session.formats(), STDERR_FILENO);
  if (!report) return report.error();
  report.value().begin_input(path);
  const std::vector<Input> inputs = {{path, {path}, std::nullopt}};
  ScreenProgress progress(options, inputs);
  ProgressMeter& meter = progress.meter();
  RepairOptions repairs;
  repairs.read = std::move(read).value();
  repairs.read.want_excerpts = report.value().wants_excerpts();
  repairs.read.on_progress = [&](const Progress& at) { meter.update(at.bytes); };
  repairs.unsafe = options.is_unsafe;
  OpenSources sources;
  if (Status opened = sources.open(path); !opened) return opened;
  auto output = open_output(options);
  if (!output) return output.error();
  const auto sink = [&](const Finding& finding) {
    meter.erase();
    return report.value().tell(finding);
  };
  const auto result =
      repair(session.formats(), *sources.all.front(), repairs, *output.value(), sink);
  meter.erase();
  if (!result) return result.error();
  if (!result.value().complete) session.note(kFound);
  // Made before the output appears: behind that nothing may fail any more.
  const std::string told = what_was_mended(options, result.value());
  const bool is_for_people = options.report_format == report::ReportFormat::kText;
  const bool is_told = !told.empty() && is_for_people && !options.is_quiet;
  const std::string line = is_told ? session.line(told) : std::string();
  Status ended = finish_output(session, result.value(), *output.value(), report.value());
  if (ended && received_signal() == 0) write_to_standard_error(line);
  return ended;
}

}  // namespace

void run_repair(Session& session) {
  const auto path = choose_input(session.options());
  if (!path) return session.fail(path.error());
  const Status done = repair_input(session, path.value());
  if (!done) session.fail(done.error());
}

}  // namespace crosswalk::cli
