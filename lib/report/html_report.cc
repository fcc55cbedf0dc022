// The HTML page: see html_report.h.
#include "report/html_report.h"

#include <fmt/format.h>

#include <utility>

#include "report/markup.h"
#include "report/message.h"
#include "report/severity_words.h"
#include "report/summary.h"

namespace crosswalk::report {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>crosswalk report</title>
<style>
:root { color-scheme: light dark; --line: #8884; --error: #c62828; --warning: #b26a00; --info: #1769aa; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffcc80; --info: #90caf9; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem;
  display: flex; flex-direction: column; }
#summary { order: -1; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td.count { text-align: right; font-variant-numeric: tabular-nums; }
code, .place { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
.error { color: var(--error); font-weight: 600; } .warning { color: var(--warning); font-weight: 600; }
.info { color: var(--info); font-weight: 600; }
.note { opacity: .75; } .good { color: #2e7d32; } pre { margin: .25rem 0 0; overflow-x: auto; }
mark { background: #ffd54f66; color: inherit; }
</style>
</head>
<body>
<section id="findings">
<h2>Findings</h2>
<table>
<thead><tr><th>place</th><th>severity</th><th>what</th><th>rule</th></tr></thead>
<tbody>
)";

std::string severity_cell(Severity severity) {
  const std::string_view word = severity_word(severity);
  return fmt::format("<td class=\"{0}\">{0}</td>", word);
}

std::string place_cell(std::string_view file, const Position& place) {
  return fmt::format("<td class=\"place\">{}:{}:{}</td>", markup(file), place.line, place.column);
}

/// The line of input with its marked part, as masked as it was given.
std::string excerpt_of(const Excerpt& excerpt) {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t points = 0;
  for (std::size_t at = 0; at <= excerpt.text.size(); ++at) {
    const bool is_inside = at < excerpt.text.size() && (excerpt.text[at] & 0xC0) == 0x80;
    if (is_inside) continue;
    if (points == excerpt.mark_begin) begin = at;
    if (points <= excerpt.mark_begin + excerpt.mark_length) end = at;
    ++points;
  }
  const std::string_view text = excerpt.text;
  return fmt::format("<pre><code>{}<mark>{}</mark>{}</code></pre>", markup(text.substr(0, begin)),
                     markup(text.substr(begin, end - begin)), markup(text.substr(end)));
}

std::string notes_of(const Finding& finding) {
  std::string notes;
  const auto add = [&notes](std::string_view what, std::string_view text) {
    if (!text.empty())
      notes += fmt::format("<br><span class=\"note\">{}: {}</span>", what, markup(text));
  };
  const bool is_expected_told = finding.message.find(finding.expected) != std::string::npos;
  if (!is_expected_told) add("expected", finding.expected);
  for (const Related& related : finding.related)
    add("first", fmt::format("{}:{}", related.file, related.line));
  add("what to do", finding.hint);
  return notes;
}

std::string verdict(const Summary& summary, const RunEnd& end) {
  if (!end.went_well)
    return "<p class=\"error\">The run did not end well: its report is not whole.</p>\n";
  if (summary.errors == 0) return "<p class=\"good\">No errors.</p>\n";
  return fmt::format("<p class=\"error\">{} to mend.</p>\n", counted(summary.errors, "error"));
}

}  // namespace

bool HtmlReport::wants_more() const {
  return options_.max_findings == 0 || told_ < options_.max_findings;
}

Status HtmlReport::begin_page() {
  return std::exchange(has_begun_, true) ? Status() : sink_.write(kHead);
}

Status HtmlReport::finding(const Finding& finding) {
  if (!wants_more()) return {};
  if (Status begun = begin_page(); !begun) return begun;
  ++told_;
  const std::string field =
      finding.field ? fmt::format(" (<code>{}</code>)", markup(*finding.field)) : std::string();
  const std::string excerpt = finding.excerpt ? excerpt_of(*finding.excerpt) : std::string();
  return sink_.write(fmt::format("<tr>{}{}<td>{}{}{}{}</td><td><code>{}</code>{}</td></tr>\n",
                                 place_cell(finding.file, finding.place),
                                 severity_cell(finding.severity), markup(finding.message), field,
                                 notes_of(finding), excerpt, markup(finding.rule),
                                 finding.repair ? " repaired" : ""));
}

std::string HtmlReport::group_row(const FindingGroup& group) const {
  const RuleInfo words = options_.explain ? options_.explain(group.rule) : RuleInfo{};
  return fmt::format(
      "<tr><td class=\"count\">{}</td>{}<td><code>{}</code><br><span class=\"note\">{}</span></td>"
      "<td>{}</td>{}</tr>\n",
      grouped_digits(group.count), severity_cell(group.severity), markup(group.rule),
      markup(words.meaning), markup(group.field.value_or("")),
      place_cell(group.first_file, group.first_place));
}

Status HtmlReport::finish(const Summary& summary, const RunEnd& end) {
  if (Status begun = begin_page(); !begun) return begun;
  const std::uint64_t untold = finding_count(summary) - told_;
  std::string text = "</tbody>\n</table>\n";
  if (untold > 0)
    text += fmt::format(
        "<p class=\"note\">and {} more, counted above; --max-findings 0 lists all</p>\n",
        grouped_digits(untold));
  text += "</section>\n<section id=\"summary\">\n<h1>crosswalk report</h1>\n";
  text += verdict(summary, end);
  text += fmt::format("<p>{} in {}{}</p>\n", counted(summary.records, "record"),
                      counted(summary.files, "file"), markup(further_counts(summary)));
  if (!summary.groups.empty()) {
    text +=
        "<table>\n<thead><tr><th>count</th><th>severity</th><th>rule</th><th>column</th>"
        "<th>first at</th></tr></thead>\n<tbody>\n";
    for (const FindingGroup& group : summary.groups) text += group_row(group);
    text += "</tbody>\n</table>\n";
  }
  for (const std::string& change : summary.changed_rules)
    text += fmt::format("<p class=\"note\">changed by the caller: <code>{}</code></p>\n",
                        markup(change));
  return sink_.write(text + "</section>\n</body>\n</html>\n");
}

}  // namespace crosswalk::report
