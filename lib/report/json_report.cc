// Reports for programs: see json_report.h.
#include "report/json_report.h"

#include <string_view>

#include "json/writer.h"
#include "report/loss_report.h"
#include "report/printable.h"
#include "report/severity_words.h"

namespace crosswalk::report {
namespace {

using json::Writer;

void write_text_or_null(Writer& writer, std::string_view name, const std::string& text) {
  writer.key(name);
  if (text.empty()) {
    writer.null();
  } else {
    writer.string(printable(text));
  }
}

void write_number_or_null(Writer& writer, std::string_view name,
                          const std::optional<std::uint64_t>& number) {
  writer.key(name);
  if (number) {
    writer.number(*number);
  } else {
    writer.null();
  }
}

void write_related(Writer& writer, const Related& related) {
  writer.begin_object();
  writer.key("file").string(printable(related.file));
  writer.key("line").number(related.line);
  write_number_or_null(writer, "record", related.record);
  writer.end_object();
}

void write_finding(Writer& writer, const Finding& finding) {
  writer.key("rule").string(finding.rule);
  writer.key("severity").string(severity_word(finding.severity));
  writer.key("message").string(printable(finding.message));
  writer.key("file").string(printable(finding.file));
  writer.key("line").number(finding.place.line);
  writer.key("column").number(finding.place.column);
  writer.key("byte").number(finding.place.byte);
  write_number_or_null(writer, "record", finding.record);
  write_text_or_null(writer, "field", finding.field.value_or(""));
  writer.key("pointer");
  if (finding.pointer) {
    writer.string(printable(*finding.pointer));
  } else {
    writer.null();
  }
  write_text_or_null(writer, "expected", finding.expected);
  write_text_or_null(writer, "hint", finding.hint);
  if (finding.related.empty()) return;
  writer.key("related").begin_array();
  for (const Related& related : finding.related) write_related(writer, related);
  writer.end_array();
}

void write_counts(Writer& writer, const Summary& summary) {
  writer.key("files").number(summary.files);
  writer.key("records").number(summary.records);
  writer.key("valid").number(summary.valid);
  writer.key("invalid").number(summary.invalid);
  writer.key("unreadable").number(summary.unreadable);
  writer.key("errors").number(summary.errors);
  writer.key("warnings").number(summary.warnings);
  writer.key("repairs").number(summary.repairs);
  writer.key("bytes").number(summary.bytes);
}

void write_group(Writer& writer, const FindingGroup& group) {
  writer.begin_object();
  writer.key("rule").string(group.rule);
  writer.key("severity").string(severity_word(group.severity));
  write_text_or_null(writer, "field", group.field.value_or(""));
  writer.key("count").number(group.count);
  writer.key("file").string(printable(group.first_file));
  writer.key("line").number(group.first_place.line);
  writer.key("column").number(group.first_place.column);
  writer.end_object();
}

void write_groups(Writer& writer, const Summary& summary) {
  writer.key("infos").number(summary.infos);
  writer.key("groups").begin_array();
  for (const FindingGroup& group : summary.groups) write_group(writer, group);
  writer.end_array();
  writer.key("changed_rules").begin_array();
  for (const std::string& change : summary.changed_rules) writer.string(change);
  writer.end_array();
}

bool is_below(std::uint64_t told, const ReportOptions& options) {
  return options.max_findings == 0 || told < options.max_findings;
}

}  // namespace

std::string finding_line(const Finding& finding, std::optional<std::uint64_t> reject) {
  std::string line;
  Writer writer(line);
  writer.begin_object().key("type").string("finding");
  if (reject) writer.key("reject").number(*reject);
  write_finding(writer, finding);
  writer.end_object();
  return line + "\n";
}

bool JsonlReport::wants_more() const {
  return is_below(told_, options_);
}

Status JsonlReport::finding(const Finding& finding) {
  if (!wants_more()) return {};
  ++told_;
  return sink_.write(finding_line(finding));
}

Status JsonlReport::finish(const Summary& summary, const RunEnd& end) {
  std::string line = end.loss == nullptr ? std::string() : loss_json(*end.loss);
  Writer writer(line);
  writer.begin_object().key("type").string("summary");
  write_counts(writer, summary);
  writer.end_object();
  return sink_.write(line + "\n");
}

bool JsonReport::wants_more() const {
  return is_below(told_, options_);
}

Status JsonReport::finding(const Finding& finding) {
  if (!wants_more()) return {};
  std::string text = told_++ == 0 ? "{\"findings\":[\n" : ",\n";
  Writer writer(text);
  writer.begin_object();
  write_finding(writer, finding);
  writer.end_object();
  return sink_.write(text);
}

Status JsonReport::finish(const Summary& summary, const RunEnd& end) {
  std::string text = told_ == 0 ? "{\"findings\":[" : "\n";
  text += "],\n\"summary\":";
  Writer writer(text);
  writer.begin_object();
  write_counts(writer, summary);
  write_groups(writer, summary);
  if (end.loss != nullptr) {
    writer.key("loss").begin_object();
    write_loss(writer, *end.loss);
    writer.end_object();
  }
  writer.end_object();
  return sink_.write(text + "}\n");
}

}  // namespace crosswalk::report
