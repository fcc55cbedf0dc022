// The report for people: see text_report.h.
#include "report/text_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/display_text.h"
#include "report/display_width.h"
#include "report/message.h"
#include "report/severity_words.h"
#include "report/summary.h"

namespace crosswalk::report {
namespace {

using diagnostics::display_text;

constexpr std::size_t kMaxGroups = 40;
constexpr std::string_view kGutter = "      | ";
constexpr std::string_view kNote = "      = ";

// Wraps text in a terminal's colours, or leaves it alone.
class Paint {
 public:
  explicit Paint(bool is_on) : is_on_(is_on) {}
  [[nodiscard]] std::string bold(std::string_view text) const { return wrap("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return wrap("2", text); }
  [[nodiscard]] std::string green(std::string_view text) const { return wrap("32", text); }
  [[nodiscard]] std::string by_severity(Severity severity, std::string_view text) const {
    if (severity == Severity::kError) return wrap("1;31", text);
    return wrap(severity == Severity::kWarning ? "1;33" : "1;36", text);
  }

 private:
  [[nodiscard]] std::string wrap(std::string_view code, std::string_view text) const {
    if (!is_on_ || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
  }

  bool is_on_;
};

std::string padded(std::string text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return taken < width ? text + std::string(width - taken, ' ') : text;
}

std::string place_of(const std::string& file, const Position& place) {
  return fmt::format("{}:{}:{}", display_text(file), place.line, place.column);
}

void append_headline(std::string& out, const Paint& paint, const Finding& finding) {
  const std::string severity = fmt::format("{}:", severity_word(finding.severity));
  const std::string rule = fmt::format("[{}{}]", finding.rule, finding.repair ? ", repaired" : "");
  out += fmt::format("{} {} {} {}\n", paint.bold(place_of(finding.file, finding.place) + ":"),
                     paint.by_severity(finding.severity, severity), display_text(finding.message),
                     paint.dim(rule));
}

void append_excerpt(std::string& out, const Paint& paint, const Finding& finding) {
  const Excerpt& excerpt = *finding.excerpt;
  const std::size_t indent = display_width(excerpt.text, 0, excerpt.mark_begin);
  const std::size_t length = display_width(excerpt.text, excerpt.mark_begin, excerpt.mark_length);
  std::string mark = "^" + std::string(std::max<std::size_t>(length, 1) - 1, '~');
  const std::string field = finding.field.value_or("");
  if (!field.empty() && finding.message.find(field) == std::string::npos) mark += " " + field;
  out += paint.dim(fmt::format("{:>5} | ", finding.place.line)) + display_text(excerpt.text) + "\n";
  out += paint.dim(kGutter) + std::string(indent, ' ') +
         paint.by_severity(finding.severity, display_text(mark)) + "\n";
}

void append_notes(std::string& out, const Paint& paint, const Finding& finding) {
  const auto note = [&](std::string_view what, std::string_view text) {
    out += fmt::format("{}{} {}\n", paint.dim(kNote), paint.green(what), display_text(text));
  };
  const bool is_expected_told = finding.message.find(finding.expected) != std::string::npos;
  if (!is_expected_told) note("expected:", finding.expected);
  for (const Related& related : finding.related) {
    const std::string record =
        related.record ? fmt::format(", record {}", *related.record) : std::string();
    note("first:", fmt::format("{}:{}{}", related.file, related.line, record));
  }
  if (!finding.hint.empty()) note("hint:", finding.hint);
}

void append_groups(std::string& out, const Paint& paint, const Summary& summary) {
  if (summary.groups.empty()) return;
  const std::size_t shown = std::min(summary.groups.size(), kMaxGroups);
  std::size_t rule_width = 4;
  std::size_t field_width = 6;
  for (std::size_t i = 0; i < shown; ++i) {
    rule_width = std::max(rule_width, display_width(summary.groups[i].rule));
    field_width = std::max(field_width, display_width(summary.groups[i].field.value_or("")));
  }
  const std::string heading =
      fmt::format("{:>9}  {:<8}  {}  {}  {}\n", "count", "severity", padded("rule", rule_width),
                  padded("column", field_width), "first at");
  out += paint.dim(heading);
  for (std::size_t i = 0; i < shown; ++i) {
    const FindingGroup& group = summary.groups[i];
    const std::string severity = padded(std::string(severity_word(group.severity)), 8);
    out += fmt::format("{:>9}  {}  {}  {}  {}\n", grouped_digits(group.count),
                       paint.by_severity(group.severity, severity), padded(group.rule, rule_width),
                       padded(display_text(group.field.value_or("")), field_width),
                       place_of(group.first_file, group.first_place));
  }
  if (summary.groups.size() > shown) {
    out += fmt::format("           and {} more kinds; --report-format json lists all\n",
                       grouped_digits(summary.groups.size() - shown));
  }
  out += "\n";
}

}  // namespace

bool TextReport::wants_more() const {
  return options_.max_findings == 0 || told_ < options_.max_findings;
}

Status TextReport::finding(const Finding& finding) {
  if (!wants_more()) return {};
  ++told_;
  const Paint paint(options_.use_color);
  std::string text;
  append_headline(text, paint, finding);
  if (finding.excerpt) append_excerpt(text, paint, finding);
  append_notes(text, paint, finding);
  return sink_.write(text + "\n");
}

Status TextReport::finish(const Summary& summary, const RunEnd&) {
  const bool nothing_was_read = summary.files == 0 && told_ == 0;
  if (nothing_was_read) return {};
  const Paint paint(options_.use_color);
  std::string text;
  const std::uint64_t total = finding_count(summary);
  if (total > told_) {
    text +=
        fmt::format("and {} more; --max-findings 0 prints all\n\n", grouped_digits(total - told_));
  }
  append_groups(text, paint, summary);
  if (!summary.changed_rules.empty()) {
    text += fmt::format("changed by options: {}\n",
                        display_text(fmt::format("{}", fmt::join(summary.changed_rules, ", "))));
  }
  text += paint.bold(counted(summary.records, "record")) + further_counts(summary) + "\n";
  return sink_.write(text);
}

}  // namespace crosswalk::report
