// validate(), convert() and detect(): names and options are resolved, then the pipeline runs.
//
// The first source says what all of them are, if the caller does not. Wrong options are refused
// before the first byte of output. Test: tests/api/run_test.cc.
#include "crosswalk/run.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "api/choice.h"
#include "api/first_reading.h"
#include "api/formats_impl.h"
#include "api/policy.h"
#include "api/secrets.h"
#include "api/target.h"
#include "base/guard.h"
#include "base/spooled_source.h"
#include "format/mapping_reader.h"
#include "pipeline/mapping_step.h"
#include "pipeline/run.h"

namespace crosswalk {
namespace {

constexpr std::uint64_t kMaxRecordBytes = std::uint64_t{1} << 30U;
constexpr std::uint32_t kMaxThreads = 1024;

Error wrong_use(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

Status check_options(const ReadOptions& options) {
  if (options.block_bytes == 0) return wrong_use("blocks of 0 bytes cannot be read");
  if (options.max_record_bytes == 0 || options.max_record_bytes > kMaxRecordBytes)
    return wrong_use("the largest record must have 1 byte to 1 GiB");
  if (options.threads > kMaxThreads) return wrong_use("more than 1024 threads are not started");
  return {};
}

std::int64_t system_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// Everything that a run over some sources needs, resolved and alive.
struct Resolved {
  layout::PeekedSource first;
  diagnostics::RulePolicy policy;
  api::Choice source;
  pipeline::RunSetup setup;
};

/// Resolves all that reading needs. `into.first` is the first source.
Status resolve(const Formats& formats, const ReadOptions& options, Resolved& into) {
  if (Status status = check_options(options); !status.ok()) return status;
  if (Status status = api::check_encoding(options.encoding); !status.ok()) return status;
  auto zone = api::choose_time_zone(options.time_zone);
  if (!zone.ok()) return zone.error();
  into.setup.time_zone = std::move(zone).value();
  const format::Library& library = formats.impl().library;
  auto policy = api::make_policy(library, options);
  if (!policy.ok()) return policy.error();
  into.policy = std::move(policy).value();
  const auto source = api::choose_source(library, options, into.first);
  if (!source.ok()) return source.error();
  into.source = source.value();
  if (Status status = api::check_encoding(into.source.layout->encoding); !status.ok())
    return status;
  const auto operation = api::choose_operation(*into.source.definition, options.operation);
  if (!operation.ok()) return operation.error();
  into.setup.rules = &library.rules();
  into.setup.policy = &into.policy;
  into.setup.definition = into.source.definition;
  into.setup.layout = into.source.layout;
  const auto program = formats.impl().program_of(*into.source.definition);
  if (!program.ok()) return program.error();
  into.setup.program = program.value();
  into.setup.operation = operation.value();
  api::add_secrets(*into.source.definition, options.exposed_settings, into.setup.exposed_secrets);
  into.setup.options = &options;
  into.setup.now_unix = options.now_unix != 0 ? options.now_unix : system_now();
  return {};
}

/// Reads sources through `run` and ends it.
Result<RunResult> read_all(pipeline::Run& run, const Resolved& resolved,
                           std::span<Source* const> sources) {
  if (Status read = api::read_sources(run, sources); !read.ok()) return read.error();
  Result<RunResult> result = run.finish();
  if (!result.ok()) return result;
  result.value().from = resolved.source.name();
  result.value().summary.changed_rules = api::changed_rules(*resolved.setup.options);
  return result;
}

/// Has repeats listed for `run`, should that be needed, if its sources can be read again.
void list_repeats_of(pipeline::Run& run, const Resolved& resolved,
                     const pipeline::Conversion* conversion, std::span<Source* const> sources) {
  if (!std::ranges::all_of(sources, &Source::can_rewind)) return;
  run.list_with([&resolved, conversion, sources] {
    return api::list_repeats(resolved.setup, conversion, sources);
  });
}

Result<RunResult> validate_all(const Formats& formats, std::span<Source* const> sources,
                               const ValidateOptions& options, const FindingSink& on_finding) {
  if (sources.empty()) return wrong_use("there is nothing to validate");
  Resolved resolved{layout::PeekedSource(*sources.front()), {}, {}, {}};
  if (Status status = resolve(formats, options.read, resolved); !status.ok()) return status.error();
  std::vector<Source*> all(sources.begin(), sources.end());
  all.front() = &resolved.first;
  pipeline::Run run(resolved.setup, on_finding);
  list_repeats_of(run, resolved, nullptr, all);
  return read_all(run, resolved, all);
}

/// The mapping between two formats. Errors: kUsage.
Result<std::shared_ptr<const conversion::Mapping>> make_mapping(
    const format::Definition& source, const format::Definition& target,
    const ConvertOptions& options, std::optional<format::Missing> missing) {
  conversion::MappingOptions mapping;
  mapping.drop = options.drops;
  mapping.settings = options.read.settings;
  mapping.missing = missing;
  if (!options.map.empty()) {
    auto map = format::load_map(options.map, options.map_name, target.holds);
    if (!map.ok()) return map.error();
    mapping.source = std::move(map.value().source);
    mapping.target = std::move(map.value().target);
  }
  auto compiled = conversion::Mapping::compile(source, target, std::move(mapping));
  if (!compiled.ok()) return compiled.error();
  return std::make_shared<const conversion::Mapping>(std::move(compiled).value());
}

/// Fills in what leads to another format; nothing within one.
Status map_records(const Resolved& resolved, const ConvertOptions& options,
                   pipeline::Conversion& conversion) {
  if (conversion.definition == nullptr) return {};
  auto mapping = make_mapping(*resolved.source.definition, *conversion.definition, options,
                              conversion.missing);
  if (!mapping.ok()) return mapping.error();
  pipeline::MappingStepOptions step;
  step.mapping = std::move(mapping).value();
  step.source_program = resolved.setup.program;
  step.program = conversion.program;
  step.rules = resolved.setup.rules;
  step.policy = resolved.setup.policy;
  step.settings = &options.read.settings;
  step.now_unix = resolved.setup.now_unix;
  step.allows_loss = options.allows_loss;
  conversion.mapping = std::move(step);
  return {};
}

/// True if a field was lost that the caller did not let go.
bool has_refused_loss(const LossReport& report) {
  return std::ranges::any_of(report.fields, [](const FieldLoss& field) {
    return field.loss == LossClass::kLossy && !field.is_dropped && field.lost > 0;
  });
}

/// Readings before the one that writes, for what is known only at the end of the sources.
class FirstReadings {
 public:
  FirstReadings(const Resolved& resolved, const ConvertOptions& options,
                std::vector<Source*> sources)
      : resolved_(resolved), options_(options), sources_(std::move(sources)) {}
  /// Fills in what `conversion` needs: the columns of a table of the records, and the choice among
  /// records of one key, which this owns. Errors: those of the sources; kUsage.
  Status complete(pipeline::Conversion& conversion) {
    const bool needs_columns = pipeline::needs_columns(resolved_.setup, conversion);
    if (options_.dedupe == Dedupe::kFirst) choice_ = std::make_unique<pipeline::KeptKeys>();
    if (needs_columns || options_.dedupe == Dedupe::kLast) {
      if (Status status = make_rereadable(); !status.ok()) return status;
    }
    if (needs_columns) {
      auto columns = api::gather_columns(resolved_.setup, conversion, sources_);
      if (!columns.ok()) return columns.error();
      conversion.columns = std::move(columns).value();
    }
    if (options_.dedupe == Dedupe::kLast) {
      auto earlier = api::list_all_but_last(resolved_.setup, conversion, sources_);
      if (!earlier.ok()) return earlier.error();
      choice_ = std::make_unique<pipeline::ListedRecords>(std::move(earlier).value());
    }
    conversion.key_choice = choice_.get();
    return {};
  }
  /// The sources, to be read by the run that writes.
  [[nodiscard]] std::span<Source* const> sources() const { return sources_; }

 private:
  Status make_rereadable() {
    for (Source*& source : sources_) {
      if (source->can_rewind()) continue;
      auto spooled = base::SpooledSource::open(*source);
      if (!spooled.ok()) return spooled.error();
      source = spooled.value().get();
      spooled_.push_back(std::move(spooled).value());
    }
    return {};
  }
  const Resolved& resolved_;
  const ConvertOptions& options_;
  std::vector<Source*> sources_;
  std::vector<std::unique_ptr<base::SpooledSource>> spooled_;
  std::unique_ptr<pipeline::KeyChoice> choice_;
};

/// What follows from the format that is written; `target` is null if it is the source's. REQUIRES:
/// resolve() took the same options.
void resolve_written(const Formats& formats, const ReadOptions& options,
                     const format::Definition* target, Resolved& into) {
  if (target == nullptr) target = into.source.definition;
  api::add_secrets(*target, options.exposed_settings, into.setup.exposed_secrets);
  into.policy = api::make_policy(formats.impl().library, options, target).value();
}

Result<RunResult> convert_all(const Formats& formats, std::span<Source* const> sources,
                              const ConvertOptions& options, Output& output,
                              const FindingSink& on_finding) {
  if (sources.empty()) return wrong_use("there is nothing to convert");
  Resolved resolved{layout::PeekedSource(*sources.front()), {}, {}, {}};
  if (Status status = resolve(formats, options.read, resolved); !status.ok()) return status.error();
  auto target = api::resolve_target(formats, options, resolved.source);
  if (!target.ok()) return target.error();
  pipeline::Conversion& conversion = target.value().conversion;
  resolve_written(formats, options.read, conversion.definition, resolved);
  conversion.output = &output;
  if (Status mapped = map_records(resolved, options, conversion); !mapped.ok())
    return mapped.error();
  std::vector<Source*> all(sources.begin(), sources.end());
  all.front() = &resolved.first;
  FirstReadings first(resolved, options, std::move(all));
  if (Status status = first.complete(conversion); !status.ok()) return status.error();
  pipeline::Run run(resolved.setup, on_finding);
  run.convert_to(conversion);
  list_repeats_of(run, resolved, &conversion, first.sources());
  Result<RunResult> result = read_all(run, resolved, first.sources());
  if (!result.ok()) return result;
  result.value().to = target.value().name;
  if (conversion.mapping) {
    result.value().loss = run.losses().report(*conversion.mapping->mapping);
    if (!options.allows_loss && has_refused_loss(*result.value().loss))
      result.value().complete = false;
  }
  return result;
}

Status check_repair(const RepairOptions& options) {
  if (options.read.skip != 0 || options.read.take != 0)
    return wrong_use("a repair writes all records: it can leave none out");
  return {};
}

Result<RunResult> repair_one(const Formats& formats, Source& source, const RepairOptions& options,
                             Output& output, const FindingSink& on_finding) {
  if (Status status = check_repair(options); !status.ok()) return status.error();
  ReadOptions read = options.read;
  read.tolerant = true;
  Resolved resolved{layout::PeekedSource(source), {}, {}, {}};
  Source* const sources[] = {&resolved.first};
  if (Status status = resolve(formats, read, resolved); !status.ok()) return status.error();
  // Some mends of a document are proved by the whole of it, so it comes at once if it may.
  if (!format::has_rows(resolved.source.layout->kind))
    read.block_bytes = std::max<std::size_t>(read.block_bytes, read.max_record_bytes);
  pipeline::Run run(resolved.setup, on_finding);
  run.repair_to(output, options.unsafe);
  Result<RunResult> result = read_all(run, resolved, sources);
  if (result.ok()) result.value().to = result.value().from;
  return result;
}

Result<std::vector<Detected>> detect_one(const Formats& formats, Source& source) {
  layout::PeekedSource peeked(source);
  const auto start = peeked.peek(api::kDetectBytes);
  if (!start.ok()) return start.error();
  std::vector<Detected> found;
  for (layout::Candidate& candidate :
       layout::detect(start.value(), peeked.complete(), formats.impl().library)) {
    const api::Choice choice{candidate.definition, candidate.layout};
    found.push_back({choice.name(), candidate.score, std::move(candidate.evidence)});
  }
  if (source.can_rewind()) {
    if (Status status = source.rewind(); !status.ok()) return status.error();
  }
  return found;
}

}  // namespace

Result<RunResult> validate(const Formats& formats, Source& source, const ValidateOptions& options,
                           const FindingSink& on_finding) {
  Source* const sources[] = {&source};
  return validate(formats, sources, options, on_finding);
}

Result<RunResult> validate(const Formats& formats, std::span<Source* const> sources,
                           const ValidateOptions& options, const FindingSink& on_finding) {
  return base::guarded([&] { return validate_all(formats, sources, options, on_finding); });
}

Result<RunResult> convert(const Formats& formats, std::span<Source* const> sources,
                          const ConvertOptions& options, Output& output,
                          const FindingSink& on_finding) {
  return base::guarded([&] { return convert_all(formats, sources, options, output, on_finding); });
}

Result<RunResult> repair(const Formats& formats, Source& source, const RepairOptions& options,
                         Output& output, const FindingSink& on_finding) {
  return base::guarded([&] { return repair_one(formats, source, options, output, on_finding); });
}

Result<std::vector<Detected>> detect(const Formats& formats, Source& source) {
  return base::guarded([&] { return detect_one(formats, source); });
}

}  // namespace crosswalk
