// The table of options: one row each; see options.h.
#include <array>
#include <cstdlib>

#include "inputs.h"
#include "options.h"
#include "report/message.h"
#include "report/severity_words.h"

namespace crosswalk::cli {
namespace {

Error usage(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

// Puts a parsed value where it belongs, or passes the error on.
template <class T, class Target>
Status put(Result<T> value, Target& target) {
  if (!value) return value.error();
  target = static_cast<Target>(std::move(value).value());
  return {};
}

template <class T>
Status put(Result<T> value, std::optional<T>& target) {
  if (!value) return value.error();
  target = std::move(value).value();
  return {};
}

template <class T, std::size_t size>
Status choose(const std::string& value, const std::array<std::pair<const char*, T>, size>& choices,
              T& target) {
  std::vector<std::string> words;
  for (const auto& [word, choice] : choices) {
    words.emplace_back(word);
    if (value != word) continue;
    target = choice;
    return {};
  }
  std::string expected = "expected " + words.front();
  for (std::size_t i = 1; i < size; ++i) expected += (i + 1 < size ? ", " : " or ") + words[i];
  return usage(expected + report::did_you_mean(value, words));
}

Status take_severity(Options& options, const std::string& value) {
  const auto parts = parse_assignment(value);
  const auto severity = parts ? report::severity_of(parts.value().second) : std::nullopt;
  if (!severity) return usage("expected RULE=error, RULE=warning, RULE=info or RULE=off");
  options.read.severities.emplace_back(parts.value().first, *severity);
  return {};
}

Status take_ignore(Options& options, const std::string& value) {
  for (std::string& rule : split_list(value)) {
    options.read.severities.emplace_back(std::move(rule), Severity::kOff);
  }
  return {};
}

Status take_setting(Options& options, const std::string& value) {
  auto setting = parse_assignment(value);
  if (!setting) return setting.error();
  options.read.exposed_settings.push_back(setting.value().first);
  options.read.settings.push_back(std::move(setting).value());
  return {};
}

Status take_setting_from_environment(Options& options, const std::string& value) {
  auto setting = parse_assignment(value);
  if (!setting) return usage("expected NAME=VARIABLE");
  auto& [name, variable] = setting.value();
  const char* found = std::getenv(variable.c_str());
  if (found == nullptr) return usage("the environment has no variable " + variable);
  options.read.settings.emplace_back(std::move(name), found);
  return {};
}

Status take_setting_from_file(Options& options, const std::string& value) {
  auto setting = parse_assignment(value);
  if (!setting) return usage("expected NAME=FILE");
  auto& [name, path] = setting.value();
  auto text = read_file(path);
  if (!text) return text.error();
  if (text.value().ends_with('\n')) text.value().pop_back();
  options.read.settings.emplace_back(std::move(name), std::move(text).value());
  return {};
}

Status take_select(Options& options, const std::string& value) {
  options.select = split_list(value);
  return {};
}

Status take_drops(Options& options, const std::string& value) {
  for (std::string& field : split_list(value)) options.drops.push_back(std::move(field));
  return {};
}

Status take_column_names(Options& options, const std::string& value) {
  options.read.column_names = split_list(value);
  return {};
}

Status take_delimiter(Options& options, const std::string& value) {
  return put(parse_delimiter(value), options.read.delimiter);
}

Status take_output_delimiter(Options& options, const std::string& value) {
  return put(parse_delimiter(value), options.output_delimiter);
}

Status take_missing(Options& options, const std::string& value) {
  constexpr std::array<std::pair<const char*, const char*>, 3> kChoices = {
      {{"empty", "empty"}, {"null", "null"}, {"absent", "absent"}}};
  const char* chosen = "";
  Status status = choose(value, kChoices, chosen);
  options.missing = chosen;
  return status;
}

Status take_dedupe(Options& options, const std::string& value) {
  constexpr std::array<std::pair<const char*, Dedupe>, 2> kChoices = {
      {{"first", Dedupe::kFirst}, {"last", Dedupe::kLast}}};
  return choose(value, kChoices, options.dedupe);
}

Status take_report_format(Options& options, const std::string& value) {
  using report::ReportFormat;
  constexpr std::array<std::pair<const char*, ReportFormat>, 7> kChoices = {
      {{"text", ReportFormat::kText},
       {"jsonl", ReportFormat::kJsonl},
       {"json", ReportFormat::kJson},
       {"sarif", ReportFormat::kSarif},
       {"github", ReportFormat::kGithub},
       {"junit", ReportFormat::kJunit},
       {"html", ReportFormat::kHtml}}};
  return choose(value, kChoices, options.report_format);
}

Status choose_when(const std::string& value, When& target) {
  constexpr std::array<std::pair<const char*, When>, 3> kChoices = {
      {{"auto", When::kAuto}, {"always", When::kAlways}, {"never", When::kNever}}};
  return choose(value, kChoices, target);
}

Status take_color(Options& options, const std::string& value) {
  return choose_when(value, options.color);
}

Status take_progress(Options& options, const std::string& value) {
  return choose_when(value, options.progress);
}

Status take_engine(Options& options, const std::string& value) {
  constexpr std::array<std::pair<const char*, Engine>, 2> kChoices = {
      {{"compiled", Engine::kCompiled}, {"reference", Engine::kReference}}};
  return choose(value, kChoices, options.read.engine);
}

Status take_max_record_bytes(Options& options, const std::string& value) {
  const auto size = parse_size(value);
  if (!size) return size.error();
  constexpr std::uint64_t kLargest = 1ULL << 30U;
  if (size.value() == 0 || size.value() > kLargest) return usage("expected 1 byte to 1GiB");
  options.read.max_record_bytes = size.value();
  return {};
}

Status take_memory_limit(Options& options, const std::string& value) {
  const auto size = parse_size(value);
  if (!size) return size.error();
  if (size.value() == 0) return usage("expected at least 1 byte");
  options.read.memory_limit = size.value();
  return {};
}

constexpr std::uint64_t kMaxColumns = 1000000;
constexpr std::uint64_t kMaxDepth = 10000;
constexpr std::uint64_t kMaxThreads = 1024;
constexpr std::uint64_t kMaxExit = 255;

// Texts that need only be kept.
#define CROSSWALK_KEEP(member)                               \
  [](Options& options, const std::string& value) -> Status { \
    options.member = value;                                  \
    return {};                                               \
  }
#define CROSSWALK_APPEND(member)                             \
  [](Options& options, const std::string& value) -> Status { \
    options.member.push_back(value);                         \
    return {};                                               \
  }
#define CROSSWALK_SWITCH_ON(member)                    \
  [](Options& options, const std::string&) -> Status { \
    options.member = true;                             \
    return {};                                         \
  }
#define CROSSWALK_PARSE(parsed, member) \
  [](Options& options, const std::string& value) -> Status { return put(parsed, options.member); }

constexpr const char* kInput = "Input";
constexpr const char* kChecks = "Checks";
constexpr const char* kOutput = "Output";
constexpr const char* kReport = "Report";
constexpr const char* kLimits = "Limits";
constexpr const char* kGeneral = "General";

// clang-format off
constexpr OptionRow kTable[] = {
    {"--from", "FORMAT[:LAYOUT]", kInput, kRuns, false,
     "what the input is; without it that is found out from its first bytes",
     CROSSWALK_KEEP(read.from)},
    {"--schema", "FILE", kInput, kValidate, false,
     "check against this draft-07 schema of your own: JSON, or CSV row by row",
     CROSSWALK_KEEP(schema)},
    {"--files-from", "LIST", kInput, kTakesSome | kDetect, true,
     "read the names of input files from LIST, one a line",
     CROSSWALK_APPEND(file_lists)},
    {"--formats-dir", "DIR", kInput, kAll, true,
     "formats of your own (also CROSSWALK_FORMATS_DIR)",
     CROSSWALK_APPEND(format_folders)},
    {"--delimiter", "CHARACTER", kInput, kRuns | kFormats, false,
     "what stands between cells: a character, or comma, semicolon, tab, pipe",
     take_delimiter},
    {"--column-names", "A,B,C", kInput, kRuns | kFormats, false,
     "names of the columns of an input without a header line",
     take_column_names},
    {"--encoding", "NAME", kInput, kRuns | kFormats, false,
     "what the input is written in, such as windows-1250, big5 or utf-16le; else its byte order "
     "mark or its format tells",
     CROSSWALK_KEEP(read.encoding)},
    {"--nfc", nullptr, kInput, kRuns, false,
     "take keys, and write texts, in Unicode form NFC: accents joined to their letters",
     CROSSWALK_SWITCH_ON(read.nfc)},
    {"--name", "VENDOR/NAME", kInput, kFormats, false, "what the drafted format is called",
     CROSSWALK_KEEP(format_name)},
    {"--skip", "N", kInput, kTakesSome, false, "leave the first N records out",
     CROSSWALK_PARSE(parse_count(value), read.skip)},
    {"--take", "N", kInput, kTakesSome, false, "use no more than N records",
     CROSSWALK_PARSE(parse_count(value), read.take)},
    {"--tolerant", nullptr, kInput, kTakesSome, false,
     "read known broken syntax; each repair is a warning",
     CROSSWALK_SWITCH_ON(read.tolerant)},
    {"--time-zone", "ZONE", kInput, kRuns, false,
     "the zone of date-times that state none, such as +02:00 or Europe/Warsaw; each gets its offset",
     CROSSWALK_KEEP(read.time_zone)},

    {"--strict", nullptr, kChecks, kRuns, false, "warnings act as errors",
     CROSSWALK_SWITCH_ON(read.strict)},
    {"--ignore", "RULE[,RULE]", kChecks, kRuns, true, "do not tell these rules; csv.* is a group",
     take_ignore},
    {"--severity", "RULE=SEVERITY", kChecks, kRuns, true,
     "tell a rule or group as error, warning, info or off",
     take_severity},
    {"--operation", "NAME", kChecks, kRuns, false,
     "what will be done with it: create, update or overwrite",
     CROSSWALK_KEEP(read.operation)},
    {"--columns-of", "FILE", kChecks, kRuns, false,
     "hold the columns against those of an earlier upload: a CSV, a JSON body, a JSON list of "
     "names or a manifest.json",
     CROSSWALK_KEEP(columns_of)},
    {"--set", "NAME=VALUE", kChecks, kRuns, true,
     "a member of the request that the records do not hold",
     take_setting},
    {"--set-env", "NAME=VARIABLE", kChecks, kRuns, true,
     "the same, its value from the environment",
     take_setting_from_environment},
    {"--set-file", "NAME=FILE", kChecks, kRuns, true, "the same, its value from a file",
     take_setting_from_file},
    {"--stop-after", "N", kChecks, kRuns, false, "end after N errors",
     CROSSWALK_PARSE(parse_count(value), read.stop_after)},
    {"--engine", "NAME", kChecks, kRuns, false,
     "compiled or reference: the program that checks, or its slow twin",
     take_engine},

    {"--to", "FORMAT[:LAYOUT]", kOutput, kConvert | kFormats, false,
     "what to write; the layout may follow from the ending of OUT",
     CROSSWALK_KEEP(to)},
    {"-o,--output", "OUT", kOutput, kConvert | kRepair | kFormats, false,
     "a file; a folder for parts or formats (ends in / or is one); - for standard output",
     CROSSWALK_KEEP(output)},
    {"--map", "FILE", kOutput, kConvert, false,
     "what columns of the two formats have to do with each other, beside what the formats say",
     CROSSWALK_KEEP(map_path)},
    {"--drop", "FIELD,...", kOutput, kConvert, true,
     "leave these fields of the input out; trait.* is a family",
     take_drops},
    {"--allow-loss", nullptr, kOutput, kConvert, false,
     "convert even if the target cannot hold all fields",
     CROSSWALK_SWITCH_ON(allows_loss)},
    {"--dry-run", nullptr, kOutput, kConvert, false,
     "write nothing; print what would become of each field",
     CROSSWALK_SWITCH_ON(is_dry_run)},
    {"--unsafe", nullptr, kOutput, kRepair, false,
     "make repairs that guess, too, such as milliseconds taken for seconds",
     CROSSWALK_SWITCH_ON(is_unsafe)},
    {"--missing", "HOW", kOutput, kConvert, false,
     "write a missing value as empty, null or absent, where the format allows it",
     take_missing},
    {"--dedupe", "WHICH", kOutput, kConvert, false,
     "keep one good record of each repeated key, first or last, and drop the others",
     take_dedupe},
    {"--output-delimiter", "CHARACTER", kOutput, kConvert, false,
     "what to write between cells: a character, or comma, semicolon, tab, pipe",
     take_output_delimiter},
    {"--output-encoding", "NAME", kOutput, kConvert, false,
     "write in this encoding; a character that it lacks is an error",
     CROSSWALK_KEEP(output_encoding)},
    {"--select", "A,B,C", kOutput, kConvert, false,
     "columns of a table that is written; else those of the source, or all that records need",
     take_select},
    {"--secrets-in-output", nullptr, kOutput, kConvert, false,
     "write passwords and keys into requests, too",
     CROSSWALK_SWITCH_ON(has_secrets)},
    {"--rejects", "FILE", kOutput, kConvert, false,
     "put records with errors there as they are, and the reasons into FILE.findings.jsonl",
     CROSSWALK_KEEP(rejects)},
    {"--max-rejects", "N|P%", kOutput, kConvert, false,
     "so many rejects are no failure; with more nothing is written",
     CROSSWALK_PARSE(parse_reject_limit(value), max_rejects)},
    {"--split-bytes", "SIZE", kOutput, kConvert, false,
     "largest body; 0 = one body of any size",
     CROSSWALK_PARSE(parse_size(value), split_bytes)},
    {"--split-records", "N", kOutput, kConvert, false, "most records in a part",
     CROSSWALK_PARSE(parse_count(value), split_records)},

    {"--report-format", "NAME", kReport, kRuns, false, "text, jsonl, json, sarif, github, junit or html", take_report_format},
    {"--report", "FILE", kReport, kRuns, false, "write the report there",
     CROSSWALK_KEEP(report_path)},
    {"--max-findings", "N", kReport, kRuns, false,
     "print no more findings than this (100 in text; 0 = all)",
     CROSSWALK_PARSE(parse_count(value), max_findings)},
    {"--show-values", nullptr, kReport, kRuns, false,
     "print cell values: they are personal data",
     CROSSWALK_SWITCH_ON(read.show_values)},
    {"--color", "WHEN", kReport, kRuns, false, "auto, always or never", take_color},
    {"--progress", "WHEN", kReport, kRuns, false,
     "show on standard error how far the reading is: auto (on a terminal), always or never",
     take_progress},
    {"-q,--quiet", nullptr, kReport, kRuns, false,
     "no report, only the exit code; --report FILE is still written",
     CROSSWALK_SWITCH_ON(is_quiet)},

    {"--max-record-bytes", "SIZE", kLimits, kRuns, false,
     "largest record (8MiB; at most 1GiB)",
     take_max_record_bytes},
    {"--max-columns", "N", kLimits, kRuns, false, "most columns (10000)",
     CROSSWALK_PARSE(parse_count(value, kMaxColumns), read.max_columns)},
    {"--max-depth", "N", kLimits, kRuns, false, "deepest nesting (256)",
     CROSSWALK_PARSE(parse_count(value, kMaxDepth), read.max_depth)},
    {"--memory-limit", "SIZE", kLimits, kRuns, false,
     "memory for keys that must be unique (a quarter of the machine's); more go to a temporary file",
     take_memory_limit},
    {"--threads", "N", kLimits, kRuns, false,
     "work with so many threads (as many as the machine has cores); the result is the same",
     CROSSWALK_PARSE(parse_count(value, kMaxThreads), read.threads)},

    {"--findings-exit", "N", kGeneral, kAll, false, "exit with N instead of 1",
     CROSSWALK_PARSE(parse_count(value, kMaxExit), findings_exit)},
    {"-h,--help", nullptr, kGeneral, kAll, false, "print this", CROSSWALK_SWITCH_ON(wants_help)},
};
// clang-format on

}  // namespace

std::span<const OptionRow> option_table() {
  return kTable;
}

}  // namespace crosswalk::cli
