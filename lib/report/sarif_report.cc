// SARIF: see sarif_report.h.
#include "report/sarif_report.h"

#include <algorithm>
#include <string_view>

#include "crosswalk/version.h"
#include "json/writer.h"
#include "report/printable.h"
#include "report/summary.h"

namespace crosswalk::report {
namespace {

using json::Writer;

constexpr std::string_view kOpening =
    "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":"
    "[{\"columnKind\":\"unicodeCodePoints\",\"results\":[\n";

std::string_view level_of(Severity severity) {
  if (severity == Severity::kError) return "error";
  return severity == Severity::kWarning ? "warning" : "note";
}

void write_text(Writer& writer, std::string_view name, std::string_view text) {
  writer.key(name).begin_object().key("text").string(printable(text)).end_object();
}

void write_text_if_any(Writer& writer, std::string_view name, std::string_view text) {
  if (!text.empty()) write_text(writer, name, text);
}

void open_physical_location(Writer& writer, const std::string& file) {
  writer.key("physicalLocation").begin_object();
  writer.key("artifactLocation").begin_object().key("uri").string(uri_of(file)).end_object();
  writer.key("region").begin_object();
}

void close_physical_location(Writer& writer) {
  writer.end_object().end_object();
}

void write_logical_location(Writer& writer, const Finding& finding) {
  if (!finding.field && !finding.pointer) return;
  writer.key("logicalLocations").begin_array().begin_object();
  if (finding.field) writer.key("name").string(printable(*finding.field));
  if (finding.pointer) writer.key("fullyQualifiedName").string(printable(*finding.pointer));
  writer.key("kind").string(finding.pointer ? "property" : "member");
  writer.end_object().end_array();
}

void write_location(Writer& writer, const Finding& finding) {
  writer.key("locations").begin_array().begin_object();
  open_physical_location(writer, finding.file);
  writer.key("startLine").number(finding.place.line);
  writer.key("startColumn").number(finding.place.column);
  writer.key("byteOffset").number(finding.place.byte);
  close_physical_location(writer);
  write_logical_location(writer, finding);
  writer.end_object().end_array();
}

void write_related(Writer& writer, const Finding& finding) {
  if (finding.related.empty()) return;
  writer.key("relatedLocations").begin_array();
  for (const Related& related : finding.related) {
    writer.begin_object();
    open_physical_location(writer, related.file);
    writer.key("startLine").number(related.line);
    close_physical_location(writer);
    write_text(writer, "message",
               related.record ? "first: record " + std::to_string(*related.record) : "first");
    writer.end_object();
  }
  writer.end_array();
}

void write_properties(Writer& writer, const Finding& finding) {
  writer.key("properties").begin_object();
  if (finding.record) writer.key("record").number(*finding.record);
  if (!finding.expected.empty()) writer.key("expected").string(printable(finding.expected));
  if (!finding.hint.empty()) writer.key("hint").string(printable(finding.hint));
  writer.key("repaired").boolean(finding.repair);
  writer.end_object();
}

void write_rule(Writer& writer, const RuleInfo& rule) {
  writer.begin_object().key("id").string(rule.name);
  write_text(writer, "shortDescription", rule.meaning.empty() ? rule.name : rule.meaning);
  write_text_if_any(writer, "fullDescription", rule.why);
  if (!rule.url.empty()) writer.key("helpUri").string(rule.url);
  write_text_if_any(writer, "help", rule.cure);
  writer.key("defaultConfiguration").begin_object();
  writer.key("level").string(level_of(rule.severity)).end_object();
  writer.end_object();
}

RuleInfo words_of(const ReportOptions& options, const std::string& rule) {
  if (options.explain) return options.explain(rule);
  RuleInfo nameless;
  nameless.name = rule;
  return nameless;
}

void write_invocation(Writer& writer, const RunEnd& end) {
  writer.key("invocations").begin_array().begin_object();
  writer.key("executionSuccessful").boolean(end.went_well);
  writer.key("exitCode").number(static_cast<std::uint64_t>(end.exit_code));
  writer.end_object().end_array();
}

void write_counts(Writer& writer, const Summary& summary, std::uint64_t told) {
  writer.key("properties").begin_object();
  writer.key("records").number(summary.records);
  writer.key("valid").number(summary.valid);
  writer.key("invalid").number(summary.invalid);
  writer.key("unreadable").number(summary.unreadable);
  writer.key("errors").number(summary.errors);
  writer.key("warnings").number(summary.warnings);
  writer.key("notTold").number(finding_count(summary) - std::min(told, finding_count(summary)));
  writer.end_object();
}

}  // namespace

std::size_t SarifReport::index_of(const std::string& rule) {
  const auto at = std::ranges::find(rules_, rule);
  const auto index = static_cast<std::size_t>(at - rules_.begin());
  if (at == rules_.end()) rules_.push_back(rule);
  return index;
}

bool SarifReport::wants_more() const {
  return options_.max_findings == 0 || told_ < options_.max_findings;
}

Status SarifReport::finding(const Finding& finding) {
  if (!wants_more()) return {};
  std::string text(told_++ == 0 ? kOpening : std::string_view(",\n"));
  Writer writer(text);
  writer.begin_object().key("ruleId").string(finding.rule);
  writer.key("ruleIndex").number(index_of(finding.rule));
  writer.key("level").string(level_of(finding.severity));
  write_text(writer, "message", finding.message);
  write_location(writer, finding);
  write_related(writer, finding);
  write_properties(writer, finding);
  writer.end_object();
  return sink_.write(text);
}

Status SarifReport::finish(const Summary& summary, const RunEnd& end) {
  std::string members;
  Writer writer(members);
  writer.begin_object().key("tool").begin_object().key("driver").begin_object();
  writer.key("name").string("crosswalk").key("version").string(CROSSWALK_VERSION);
  writer.key("rules").begin_array();
  for (const std::string& rule : rules_) write_rule(writer, words_of(options_, rule));
  writer.end_array().end_object().end_object();
  write_invocation(writer, end);
  write_counts(writer, summary, told_);
  writer.end_object();
  const std::string_view opening = told_ == 0 ? kOpening : std::string_view("\n");
  return sink_.write(std::string(opening) + "],\n" + members.substr(1) + "]}\n");
}

}  // namespace crosswalk::report
