// See options.h. A finding is copied into a struct of texts that live in the C++ finding.
#include "capi/options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace crosswalk::capi {
namespace {

/// A caller's list as a span. Errors: kUsage for a list without an address.
template <class Item>
Result<std::span<const Item>> list_of(const Item* items, std::size_t count, std::string_view name) {
  if (items == nullptr && count > 0) return null_argument(name);
  return std::span<const Item>(items, count);
}

Result<std::vector<std::string>> texts_of(const crosswalk_text* texts, std::size_t count,
                                          std::string_view name) {
  const auto list = list_of(texts, count, name);
  if (!list.ok()) return list.error();
  std::vector<std::string> result;
  for (const crosswalk_text& text : list.value()) result.emplace_back(take(text));
  return result;
}

Result<Severity> severity_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Severity>, 4> kWords{{
      {"off", Severity::kOff},
      {"info", Severity::kInfo},
      {"warning", Severity::kWarning},
      {"error", Severity::kError},
  }};
  for (const auto& [name, severity] : kWords)
    if (word == name) return severity;
  return Error{ErrorKind::kUsage, "a severity is error, warning, info or off"};
}

Status read_lists(const crosswalk_read_options& given, ReadOptions& into) {
  const auto severities = list_of(given.severities, given.severity_count, "severities");
  if (!severities.ok()) return severities.error();
  for (const crosswalk_pair& pair : severities.value()) {
    const auto severity = severity_of(take(pair.value));
    if (!severity.ok()) return severity.error();
    into.severities.emplace_back(take(pair.name), severity.value());
  }
  const auto settings = list_of(given.settings, given.setting_count, "settings");
  if (!settings.ok()) return settings.error();
  for (const crosswalk_pair& pair : settings.value())
    into.settings.emplace_back(take(pair.name), take(pair.value));
  auto columns = texts_of(given.earlier_columns, given.earlier_column_count, "earlier_columns");
  if (!columns.ok()) return columns.error();
  if (!columns.value().empty()) into.earlier_columns = std::move(columns).value();
  auto names = texts_of(given.column_names, given.column_name_count, "column_names");
  if (!names.ok()) return names.error();
  into.column_names = std::move(names).value();
  return {};
}

void read_numbers(const crosswalk_read_options& given, ReadOptions& into) {
  into.from = take(given.from);
  into.encoding = take(given.encoding);
  into.nfc = given.nfc != 0;
  into.time_zone = take(given.time_zone);
  into.tolerant = given.tolerant != 0;
  into.strict = given.strict != 0;
  into.operation = take(given.operation);
  if (given.delimiter != 0) into.delimiter = given.delimiter;
  if (given.max_record_bytes != 0) into.max_record_bytes = given.max_record_bytes;
  if (given.max_columns != 0) into.max_columns = given.max_columns;
  if (given.max_depth != 0) into.max_depth = given.max_depth;
  into.take = given.take;
  into.skip = given.skip;
  into.stop_after = given.stop_after;
  into.show_values = given.show_values != 0;
  into.now_unix = given.now_unix;
  into.memory_limit = given.memory_limit;
  if (given.threads != 0) into.threads = static_cast<std::uint32_t>(std::max(given.threads, 0));
}

crosswalk_text text_or_none(const std::optional<std::string>& text) {
  return text ? give(*text) : crosswalk_text{};
}

crosswalk_finding finding_for_c(const Finding& finding) {
  crosswalk_finding result{};
  result.struct_size = sizeof(result);
  result.rule = give(finding.rule);
  result.severity = static_cast<crosswalk_severity>(finding.severity);
  result.is_repair = finding.repair ? 1 : 0;
  result.message = give(finding.message);
  result.file = give(finding.file);
  result.line = finding.place.line;
  result.column = finding.place.column;
  result.byte = finding.place.byte;
  result.record = finding.record.value_or(0);
  result.field = text_or_none(finding.field);
  result.pointer = text_or_none(finding.pointer);
  result.has_pointer = finding.pointer ? 1 : 0;
  result.expected = give(finding.expected);
  result.hint = give(finding.hint);
  if (finding.related.empty()) return result;
  const Related& related = finding.related.front();
  result.related_file = give(related.file);
  result.related_line = related.line;
  result.related_record = related.record.value_or(0);
  return result;
}

}  // namespace

Status read_settings(const crosswalk_read_options* given, ReadSettings& into) {
  into.on_finding = [](const Finding&) { return false; };
  if (given == nullptr) return {};
  const auto known = read_struct(*given, "crosswalk_read_options");
  if (!known.ok()) return known.error();
  const crosswalk_read_options& options = known.value();
  if (Status status = read_lists(options, into.options); !status.ok()) return status;
  read_numbers(options, into.options);
  if (options.on_finding != nullptr) {
    into.on_finding = [options](const Finding& finding) {
      const crosswalk_finding told = finding_for_c(finding);
      return options.on_finding(options.finding_context, &told) != 0;
    };
  }
  if (options.on_record != nullptr) {
    into.options.on_record = [options](const RecordOutcome& outcome) {
      const crosswalk_record told{
          sizeof(crosswalk_record), give(outcome.source),
          outcome.number,           static_cast<crosswalk_fate>(outcome.fate),
          give(outcome.found),      give(outcome.written)};
      options.on_record(options.record_context, &told);
    };
  }
  if (options.on_progress != nullptr) {
    into.options.cancel = &into.is_cancelled;
    into.options.on_progress = [options, &into](const Progress& progress) {
      if (options.on_progress(options.progress_context, progress.bytes) == 0)
        into.is_cancelled = true;
    };
  }
  return {};
}

Result<ConvertOptions> convert_options(const crosswalk_convert_options& given) {
  ConvertOptions options;
  const std::string_view dedupe = take(given.dedupe);
  if (dedupe == "first") options.dedupe = Dedupe::kFirst;
  if (dedupe == "last") options.dedupe = Dedupe::kLast;
  if (!dedupe.empty() && options.dedupe == Dedupe::kNone)
    return Error{ErrorKind::kUsage, "dedupe is first or last"};
  options.encoding = take(given.encoding);
  if (given.delimiter != 0) options.delimiter = given.delimiter;
  options.to = take(given.to);
  options.missing = take(given.missing);
  options.keep_going = given.keep_going != 0;
  options.split_bytes = given.split_bytes;
  options.split_records = given.split_records;
  options.max_body_bytes = given.max_body_bytes;
  options.map = take(given.map);
  options.map_name = take(given.map_name);
  options.allows_loss = given.allows_loss != 0;
  options.secrets_in_output = given.secrets_in_output != 0;
  auto drops = texts_of(given.drops, given.drop_count, "drops");
  if (!drops.ok()) return drops.error();
  options.drops = std::move(drops).value();
  auto columns = texts_of(given.columns, given.column_count, "columns");
  if (!columns.ok()) return columns.error();
  if (!columns.value().empty()) options.columns = std::move(columns).value();
  return options;
}

}  // namespace crosswalk::capi
