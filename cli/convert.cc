// crosswalk convert: several files as one input, one output that appears only when it is complete.
//
// The order of things keeps promises: names are compared before anything is opened, so an input is
// never overwritten; the output is committed last, and not at all where errors, too many rejects
// or a signal speak against it.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "command.h"
#include "inputs.h"
#include "progress.h"
#include "reject_reasons.h"
#include "report/loss_report.h"
#include "report/message.h"
#include "run_report.h"
#include "signals.h"
#include "terminal.h"
#include "values.h"

namespace crosswalk::cli {
namespace {

Error usage(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

enum class OutputKind : std::uint8_t { kStdout, kFile, kFolder };

OutputKind kind_of(const std::string& output) {
  if (output.empty() || output == "-") return OutputKind::kStdout;
  std::error_code ignored;
  const bool is_folder = output.ends_with('/') || std::filesystem::is_directory(output, ignored);
  return is_folder ? OutputKind::kFolder : OutputKind::kFile;
}

// What is written: a format and one of its layouts.
struct Target {
  FormatInfo format;
  LayoutInfo layout;
};

const LayoutInfo* find_layout(const FormatInfo& format, std::string_view name) {
  for (const LayoutInfo& layout : format.layouts) {
    if (layout.name == name) return &layout;
  }
  return nullptr;
}

// The layout as written, else by the ending of OUT, else the format's first.
Result<Target> resolve_target(const Session& session) {
  const std::string& to = session.options().to;
  if (to.empty()) return usage("say what to write with --to FORMAT[:LAYOUT]");
  const std::size_t colon = to.find(':');
  auto format = session.formats().describe(to.substr(0, colon));
  if (!format) return format.error();
  const FormatInfo& info = format.value();
  if (colon != std::string::npos) {
    const std::string name = to.substr(colon + 1);
    if (const LayoutInfo* layout = find_layout(info, name)) return Target{info, *layout};
    std::vector<std::string> names;
    for (const LayoutInfo& layout : info.layouts) names.push_back(layout.name);
    return usage(
        fmt::format("{} has no layout {}; it has {}", info.name, name, fmt::join(names, ", ")));
  }
  const std::string_view output = without_compression_ending(session.options().output);
  const std::string ending = std::filesystem::path(output).extension().string();
  if (ending.size() > 1) {
    if (const LayoutInfo* layout = find_layout(info, ending.substr(1)))
      return Target{info, *layout};
  }
  if (info.layouts.empty()) return usage(info.name + " has no layout to write");
  return Target{info, info.layouts.front()};
}

Status check_combinations(const Options& options, OutputKind kind) {
  if (options.max_rejects && options.rejects.empty())
    return usage("--max-rejects needs --rejects FILE");
  if (options.split_records && kind != OutputKind::kFolder) {
    return usage("--split-records needs a folder: -o DIR/");
  }
  return {};
}

// Every file that will be written, other than a folder of parts.
std::vector<std::string> written_paths(const Options& options, OutputKind kind) {
  std::vector<std::string> paths;
  if (kind == OutputKind::kFile) paths.push_back(options.output);
  if (!options.report_path.empty()) paths.push_back(options.report_path);
  if (!options.rejects.empty()) {
    paths.push_back(options.rejects);
    paths.push_back(options.rejects + ".unreadable");
    paths.push_back(options.rejects + ".findings.jsonl");
  }
  return paths;
}

// The operation that parts are written for: as given, else the first whose body is the layout.
std::string operation_of_parts(const Options& options, const Target& target) {
  if (!options.read.operation.empty()) return options.read.operation;
  for (const RequestInfo& request : target.format.requests) {
    if (request.body == target.layout.name) return request.name;
  }
  return {};
}

ConvertOptions convert_options(const Options& options, const Target& target, OutputKind kind,
                               ReadOptions read) {
  ConvertOptions convert;
  convert.read = std::move(read);
  convert.to = target.format.name + ":" + target.layout.name;
  convert.missing = options.missing;
  convert.columns = options.select;
  convert.secrets_in_output = options.has_secrets;
  convert.wants_one_body = kind != OutputKind::kFolder;
  convert.output_waits = kind != OutputKind::kStdout;
  convert.encoding = options.output_encoding;
  convert.delimiter = options.output_delimiter;
  convert.keep_going = !options.rejects.empty();
  convert.dedupe = options.dedupe;
  convert.drops = options.drops;
  convert.allows_loss = options.allows_loss;
  convert.wants_digests = kind == OutputKind::kFolder;  // for the manifest
  if (kind == OutputKind::kFolder) {
    convert.read.operation = operation_of_parts(options, target);
    convert.split_bytes = options.split_bytes.value_or(target.layout.warn_bytes);
    convert.split_records = options.split_records.value_or(target.layout.records);
  } else {
    convert.max_body_bytes = options.split_bytes.value_or(target.layout.refuse_bytes);
  }
  return convert;
}

// The requests that the parts are the bodies of, if the format has any.
ManifestRequest manifest_request(const Options& options, const Target& target) {
  const auto named = [&](const std::string& name) {
    for (const RequestInfo& request : target.format.requests) {
      if (request.name == name) return request;
    }
    return RequestInfo{};
  };
  ManifestRequest requests;
  requests.first = named(operation_of_parts(options, target));
  requests.next = requests.first.then.empty() ? requests.first : named(requests.first.then);
  return requests;
}

Result<std::unique_ptr<CommittedOutput>> open_output(const Options& options, const Target& target,
                                                     OutputKind kind) {
  const RejectFiles rejects{options.rejects};
  if (kind == OutputKind::kStdout) return stdout_output(rejects);
  const FileAccess access = options.has_secrets ? FileAccess::kOwnerOnly : FileAccess::kUsual;
  if (kind == OutputKind::kFile) return file_output(options.output, rejects, access);
  return folder_output(options.output, target.layout.name, manifest_request(options, target),
                       rejects, access);
}

Result<std::unique_ptr<RejectReasons>> with_reasons(std::unique_ptr<CommittedOutput> output,
                                                    const std::string& rejects) {
  auto reasons = file_output(rejects + ".findings.jsonl", {});
  if (!reasons) return reasons.error();
  if (Status begun = reasons.value()->begin_part(1); !begun) return begun.error();
  return std::make_unique<RejectReasons>(std::move(output), std::move(reasons).value());
}

// One conversion, from opened inputs to the committed output.
class Conversion {
 public:
  Conversion(Session& session, ConvertOptions options, RunReport& report, ProgressMeter& meter)
      : session_(session), options_(std::move(options)), report_(report), meter_(meter) {
    options_.read.want_excerpts = report_.wants_excerpts();
    options_.read.on_progress = [this](const Progress& progress) { meter_.update(progress.bytes); };
  }

  // Parts that are not as their manifest says are errors, and end the conversion.
  Status check_parts(const std::vector<Input>& inputs) {
    for (const Input& input : inputs) {
      if (!input.manifest) continue;
      const auto differing = check_manifest(
          *input.manifest, [&](const Finding& found) { return report_.tell(found); });
      if (!differing) return differing.error();
      differing_parts_ += differing.value();
      if (options_.read.from.empty()) options_.read.from = input.manifest->format;
    }
    return {};
  }
  [[nodiscard]] std::uint64_t differing_parts() const { return differing_parts_; }

  Result<RunResult> run(std::span<Source* const> sources, CommittedOutput& output,
                        RejectReasons* reasons) {
    const auto sink = [&](const Finding& finding) {
      meter_.erase();
      const bool wants_more = report_.tell(finding);
      if (reasons != nullptr) reasons->tell(finding);
      return wants_more || reasons != nullptr;
    };
    auto result = convert(session_.formats(), sources, options_, output, sink);
    meter_.erase();
    return result;
  }

  // Makes the output appear if nothing speaks against it, and tells what became of it.
  Status conclude(RunResult result, CommittedOutput& output) {
    const Options& options = session_.options();
    const bool has_too_many =
        options.max_rejects &&
        options.max_rejects->is_exceeded(result.records_rejected, result.summary.records);
    const bool is_excused = options.max_rejects && !has_too_many;
    if ((result.summary.errors > 0 && !is_excused) || !result.complete) session_.note(kFound);
    result.complete = result.complete && !has_too_many;
    const std::string lines = closing_lines(result, has_too_many);
    Status ended = finish_output(session_, result, output, report_);
    if (ended && received_signal() == 0) write_to_standard_error(lines);
    return ended;
  }

 private:
  // What is told at the end, beside a report for people only. It is made before the output appears:
  // behind that nothing may fail any more, not even for want of memory.
  [[nodiscard]] std::string closing_lines(const RunResult& result, bool has_too_many) const {
    const Options& options = session_.options();
    if (options.is_quiet || options.report_format != report::ReportFormat::kText) return {};
    std::vector<std::string> told;
    if (has_too_many) {
      told = {fmt::format("nothing was written: {} rejected, more than --max-rejects allows",
                          report::counted(result.records_rejected, "record"))};
    } else {
      told = result.complete ? what_was_written(result) : std::vector{why_incomplete(result)};
    }
    std::string lines;
    for (const std::string& one : told) lines += session_.line(one);
    if (!result.loss) return lines;
    for (const std::string& one : report::loss_lines(*result.loss)) lines += session_.line(one);
    return lines;
  }

  [[nodiscard]] std::string why_incomplete(const RunResult& result) const {
    const Options& options = session_.options();
    const bool is_stdout = kind_of(options.output) == OutputKind::kStdout;
    std::string why = is_stdout ? "the output ends early" : options.output + " was not written";
    why += ", because of errors";
    const bool could_reject = options.rejects.empty() && result.summary.invalid > 0;
    return could_reject ? why + "; --rejects FILE leaves their records out" : why;
  }

  [[nodiscard]] std::vector<std::string> what_was_written(const RunResult& result) const {
    const Options& options = session_.options();
    std::uint64_t bytes = 0;
    for (const Part& part : result.parts) bytes += part.bytes;
    const OutputKind kind = kind_of(options.output);
    std::string line =
        kind == OutputKind::kStdout ? "wrote standard output: " : "wrote " + options.output + ": ";
    line += report::counted(result.records_out, "record") + " of " +
            report::grouped_digits(result.summary.records);
    if (kind == OutputKind::kFolder) line += " in " + report::counted(result.parts.size(), "part");
    line += ", " + report::counted(bytes, "byte");
    if (result.records_out < result.summary.records)
      line +=
          fmt::format("; {} rejected, {} dropped", report::grouped_digits(result.records_rejected),
                      report::grouped_digits(result.records_dropped));
    std::vector<std::string> lines = {std::move(line)};
    if (result.records_rejected > 0) {
      lines.push_back(fmt::format("rejected {}: see {} and {}.findings.jsonl",
                                  report::counted(result.records_rejected, "record"),
                                  options.rejects, options.rejects));
    }
    return lines;
  }

  Session& session_;
  ConvertOptions options_;
  RunReport& report_;
  ProgressMeter& meter_;
  std::uint64_t differing_parts_ = 0;
};

Status open_all(const std::vector<Input>& inputs, OpenSources& sources) {
  for (const Input& input : inputs) {
    for (const std::string& path : input.paths) {
      if (Status opened = sources.open(path); !opened) return opened;
    }
  }
  return {};
}

// Tries a conversion, and prints what would become of each field.
Status try_conversion(Session& session, ConvertOptions options, const std::vector<Input>& inputs) {
  OpenSources sources;
  if (Status opened = open_all(inputs, sources); !opened) return opened;
  NoOutput nowhere;
  const auto result = convert(session.formats(), sources.all, options, nowhere,
                              [](const Finding&) { return false; });
  if (!result) return result.error();
  if (result.value().summary.errors > 0 || !result.value().complete) session.note(kFound);
  const auto& loss = result.value().loss;
  if (!loss)
    return print(result.value().from + " -> " + result.value().to +
                 ": one format, so no field is lost\n");
  const report::ReportFormat format = session.options().report_format;
  const bool is_for_people = format == report::ReportFormat::kText;
  return print(is_for_people ? report::loss_text(*loss, true) : report::loss_json(*loss));
}

// The map file's text, if there is one.
Status read_map(const std::string& path, ConvertOptions& options) {
  if (path.empty()) return {};
  auto text = read_file(path);
  if (!text) return text.error();
  options.map = std::move(text).value();
  options.map_name = path;
  return {};
}

// Reads, converts and reports, once everything is known to make sense.
Status convert_inputs(Session& session, const Target& target, OutputKind kind,
                      const std::vector<Input>& inputs) {
  const Options& options = session.options();
  auto read = complete_read_options(options, session.formats());
  if (!read) return read.error();
  ConvertOptions convert_to = convert_options(options, target, kind, std::move(read).value());
  if (Status map = read_map(options.map_path, convert_to); !map) return map;
  if (options.is_dry_run) return try_conversion(session, std::move(convert_to), inputs);
  auto report = RunReport::open(options, session.formats(), STDERR_FILENO);
  if (!report) return report.error();
  report.value().begin_input(inputs.front().name);
  ScreenProgress progress(options, inputs);
  Conversion conversion(session, std::move(convert_to), report.value(), progress.meter());
  if (Status checked = conversion.check_parts(inputs); !checked) return checked;
  Summary summary;
  summary.errors = conversion.differing_parts();
  if (summary.errors > 0) {
    session.note(kFound);
    const Status finished = report.value().finish(summary, session.end());
    return finished ? report.value().commit() : finished;
  }

  auto output = open_output(options, target, kind);
  if (!output) return output.error();
  RejectReasons* reasons = nullptr;
  if (!options.rejects.empty()) {
    auto wrapped = with_reasons(std::move(output).value(), options.rejects);
    if (!wrapped) return wrapped.error();
    reasons = wrapped.value().get();
    output = Result<std::unique_ptr<CommittedOutput>>(std::move(wrapped).value());
  }
  OpenSources sources;
  if (Status opened = open_all(inputs, sources); !opened) return opened;
  const auto result = conversion.run(sources.all, *output.value(), reasons);
  if (!result) return result.error();
  return conversion.conclude(result.value(), *output.value());
}

}  // namespace

void run_convert(Session& session) {
  const Options& options = session.options();
  const OutputKind kind = kind_of(options.output);
  if (Status good = check_combinations(options, kind); !good) return session.fail(good.error());
  const auto target = resolve_target(session);
  if (!target) return session.fail(target.error());
  const auto inputs = collect_inputs(options);
  if (!inputs) return session.fail(inputs.error());
  const Status good = check_written(written_paths(options, kind), options, inputs.value());
  if (!good) return session.fail(good.error());
  const Status done = convert_inputs(session, target.value(), kind, inputs.value());
  if (!done) session.fail(done.error());
}

}  // namespace crosswalk::cli
