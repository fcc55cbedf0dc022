// See runs.h.
#include "support/runs.h"

#include <algorithm>
#include <map>
#include <memory>

#include "json/parser.h"
#include "support/require.h"

namespace crosswalk::fuzz {
namespace {

constexpr std::int64_t kNow = 1'700'000'000;
constexpr std::uint64_t kMaxRecordBytes = std::uint64_t{1} << 16U;

using Settings = std::vector<std::pair<std::string, std::string>>;

/// A value that the schema at `schema` may take: its first literal, else a digit.
std::string literal_of(std::string_view text, const json::Tape& tape, std::uint32_t schema) {
  std::string scratch;
  std::uint32_t value = json::member(text, tape, schema, "const");
  const std::uint32_t list = json::member(text, tape, schema, "enum");
  if (value == 0 && list != 0 && tape.tokens[list].count > 0) value = list + 1;
  return value == 0 ? "1" : std::string(json::string_value(text, tape.tokens[value], scratch));
}

Settings make_settings(const format::Definition& definition) {
  const std::string& text = definition.schema.text;
  json::Tape tape;
  std::vector<json::Fault> faults;
  Settings settings;
  if (!json::parse(text, {}, tape, faults)) return settings;
  const std::uint32_t required = json::member(text, tape, 0, "required");
  const std::uint32_t properties = json::member(text, tape, 0, "properties");
  if (required == 0 || properties == 0) return settings;
  std::string scratch;
  for (std::uint32_t at = required + 1; at < tape.tokens[required].next; ++at) {
    const std::string name(json::string_value(text, tape.tokens[at], scratch));
    const std::uint32_t schema = json::member(text, tape, properties, name);
    const bool holds_records = schema != 0 && json::member(text, tape, schema, "items") != 0;
    if (schema != 0 && !holds_records) settings.emplace_back(name, literal_of(text, tape, schema));
  }
  return settings;
}

std::string line_of(const Finding& finding) {
  std::string line = tests::line_of(finding) + " !" +
                     std::to_string(static_cast<int>(finding.severity)) +
                     (finding.repair ? " mended " : " ") + finding.pointer.value_or("-");
  line += ' ' + finding.message + " | " + finding.expected + " | " + finding.hint;
  return line;
}

/// Keeps findings, and holds each to its place.
FindingSink keep_in(Outcome& outcome, std::size_t input_bytes) {
  return [&outcome, input_bytes](const Finding& finding) {
    require(finding.place.byte <= input_bytes);
    require(finding.place.line >= 1 && finding.place.column >= 1);
    require(finding.severity != Severity::kOff && !finding.rule.empty());
    outcome.findings.push_back(line_of(finding));
    outcome.has_errors_beside_keys |=
        finding.severity == Severity::kError && finding.related.empty();
    return true;
  };
}

void take(Result<RunResult> result, Outcome& outcome) {
  if (result.ok()) {
    outcome.result = std::move(result).value();
    const Summary& summary = outcome.result->summary;
    require(summary.records == summary.valid + summary.invalid + summary.unreadable);
    require(summary.errors + summary.warnings + summary.infos == outcome.findings.size());
    return;
  }
  outcome.failure = result.error().kind;
  outcome.message = result.error().message;
  require(outcome.failure != ErrorKind::kBug);
  require(outcome.message.find('\n') == std::string::npos);
}

bool same_losses(const std::optional<LossReport>& a, const std::optional<LossReport>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return std::ranges::equal(a->fields, b->fields,
                            [](const FieldLoss& left, const FieldLoss& right) {
                              return left.source == right.source && left.records == right.records &&
                                     left.normalised == right.normalised &&
                                     left.lost == right.lost && left.loss == right.loss;
                            });
}

/// Rows that no record is read from: those of records without any value.
std::uint64_t empty_rows(const Outcome& read) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(read.findings, [](const std::string& finding) {
        return finding.find(".blank-line ") != std::string::npos;
      }));
}

}  // namespace

const Formats& formats() {
  static const Formats kFormats = Formats::embedded().value();
  return kFormats;
}

Formats& formats_to_add_to() {
  static Formats growing = Formats::embedded().value();
  static std::size_t inputs = 0;
  if (++inputs % 300 == 0) growing = Formats::embedded().value();
  return growing;
}

const format::Library& library() {
  static const format::Library kLibrary = format::Library::embedded().value();
  return kLibrary;
}

const std::vector<std::string>& sources() {
  static const std::vector<std::string> kSources = [] {
    std::vector<std::string> names;
    for (const auto& definition : library().formats()) {
      for (const format::Layout& layout : definition->layouts)
        names.push_back(definition->name + ':' + layout.name);
    }
    return names;
  }();
  return kSources;
}

std::string_view format_of(std::string_view source) {
  return source.substr(0, source.find(':'));
}

std::string_view layout_of(std::string_view source) {
  return source.substr(source.find(':') + 1);
}

std::string choose_source(Bytes& bytes) {
  const std::size_t chosen = bytes.byte();
  return chosen == 0 ? std::string() : sources()[(chosen - 1) % sources().size()];
}

const Settings& settings_of(std::string_view source) {
  static const auto kSettings = [] {
    std::map<std::string, Settings, std::less<>> made;
    for (const auto& definition : library().formats())
      made.emplace(definition->name, make_settings(*definition));
    return made;
  }();
  return kSettings.find(format_of(source))->second;
}

ReadOptions read_options(std::string from) {
  ReadOptions options;
  options.from = std::move(from);
  options.max_record_bytes = kMaxRecordBytes;
  options.block_bytes = kLargeBlock;
  options.now_unix = kNow;
  return options;
}

ConvertOptions convert_options(std::string from, const std::string& to) {
  ConvertOptions options;
  options.read = read_options(std::move(from));
  options.read.settings = settings_of(to);
  options.to = to;
  options.secrets_in_output = true;
  return options;
}

Outcome run_validate(std::string_view text, const ReadOptions& options) {
  Outcome outcome;
  const auto source = memory_source(text, "input");
  take(validate(formats(), *source, ValidateOptions{options}, keep_in(outcome, text.size())),
       outcome);
  return outcome;
}

Outcome run_convert(std::string_view text, const ConvertOptions& options) {
  Outcome outcome;
  const auto source = memory_source(text, "input");
  Source* const list[] = {source.get()};
  take(convert(formats(), list, options, outcome.output, keep_in(outcome, text.size())), outcome);
  if (!outcome.is_complete()) return outcome;
  const RunResult& result = *outcome.result;
  require(result.summary.records ==
          result.records_out + result.records_rejected + result.records_dropped);
  std::uint64_t in_parts = 0;
  for (const Part& part : outcome.output.parts) in_parts += part.records;
  require(in_parts == result.records_out);
  return outcome;
}

Outcome run_repair(std::string_view text, const RepairOptions& options) {
  Outcome outcome;
  const auto source = memory_source(text, "input");
  take(repair(formats(), *source, options, outcome.output, keep_in(outcome, text.size())), outcome);
  return outcome;
}

bool is_let_go(const FieldLoss& field) {
  return field.is_dropped || field.loss == LossClass::kReadOnly;
}

void require_readable(const Outcome& there, const std::string& to) {
  if (there.result->records_out == 0) return;
  ReadOptions options = read_options(to);
  options.max_record_bytes = std::uint64_t{1} << 24U;
  std::uint64_t records = 0;
  for (const std::string& body : there.output.bodies) {
    const Outcome read = run_validate(body, options);
    require(read.ok() && !read.has_errors_beside_keys);
    records += read.result->summary.records + empty_rows(read);
  }
  require(records == there.result->records_out);
}

bool same_verdict(const Outcome& a, const Outcome& b) {
  if (a.ok() != b.ok()) return false;
  if (!a.ok()) return a.failure == b.failure && a.message == b.message;
  const Summary& left = a.result->summary;
  const Summary& right = b.result->summary;
  return a.findings == b.findings && left.records == right.records && left.valid == right.valid &&
         left.invalid == right.invalid && left.repairs == right.repairs &&
         left.bytes == right.bytes && a.result->complete == b.result->complete &&
         (!a.result->complete || same_losses(a.result->loss, b.result->loss));
}

}  // namespace crosswalk::fuzz
