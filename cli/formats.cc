// crosswalk formats: what formats there are, what one holds, and whether a folder of them is sound.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "command.h"
#include "draft.h"
#include "examples_check.h"
#include "report/aligned.h"
#include "report/loss_report.h"
#include "report/message.h"
#include "terminal.h"

namespace crosswalk::cli {
namespace {

using report::aligned;
using report::line_text;
using report::Row;

std::string layout_names(const FormatInfo& format) {
  std::vector<std::string> names;
  for (const LayoutInfo& layout : format.layouts) names.push_back(layout.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string limits_of(const LayoutInfo& layout) {
  std::vector<std::string> limits;
  if (layout.warn_bytes > 0) {
    limits.push_back("parts of " + report::counted(layout.warn_bytes, "byte"));
  }
  if (layout.refuse_bytes > 0) {
    limits.push_back("at most " + report::counted(layout.refuse_bytes, "byte"));
  }
  if (layout.records > 0) limits.push_back("at most " + report::counted(layout.records, "record"));
  return fmt::format("{}", fmt::join(limits, ", "));
}

Result<std::string> list_formats(const Formats& formats) {
  std::vector<Row> rows;
  for (const std::string& name : formats.names()) {
    const auto format = formats.describe(name);
    if (!format) return format.error();
    rows.push_back({name, layout_names(format.value()), line_text(format.value().title)});
  }
  return aligned(rows);
}

std::string fields_text(const FormatInfo& format) {
  std::vector<Row> rows;
  for (const FieldInfo& field : format.fields) {
    const std::string name = field.is_pattern ? "/" + field.name + "/" : field.name;
    rows.push_back({line_text(name), field.type, field.required ? "required" : "",
                    line_text(field.description)});
  }
  return rows.empty() ? std::string() : "\nFields (/pattern/ for families):\n" + aligned(rows);
}

std::string requests_text(const FormatInfo& format) {
  std::string text;
  for (const RequestInfo& request : format.requests) {
    text += fmt::format("  {}: {} {}\n", line_text(request.name), line_text(request.method),
                        line_text(request.url));
    for (const auto& [name, value] : request.headers)
      text += fmt::format("    {}: {}\n", line_text(name), line_text(value));
    if (!request.body.empty()) text += fmt::format("    body: {}\n", line_text(request.body));
    if (!request.then.empty())
      text += fmt::format("    further parts: {}\n", line_text(request.then));
  }
  return text.empty() ? text : "\nRequests:\n" + text;
}

std::string rules_text(const FormatInfo& format) {
  std::string text;
  for (const std::string& rule : format.rules) text += fmt::format("  {}\n", rule);
  return text.empty() ? text : "\nRules of its own (see crosswalk explain RULE):\n" + text;
}

std::string shown(const FormatInfo& format) {
  std::string text = format.name;
  if (!format.title.empty()) text += ": " + line_text(format.title);
  text += "\n";
  if (!format.description.empty()) text += "\n" + line_text(format.description) + "\n";
  std::vector<Row> layouts;
  for (const LayoutInfo& layout : format.layouts)
    layouts.push_back({layout.name, limits_of(layout)});
  text += "\nLayouts:\n" + aligned(layouts);
  text += fields_text(format) + requests_text(format) + rules_text(format);
  return text + "\nFrom: " + line_text(format.origin) + "\n";
}

void print_or_fail(Session& session, const Result<std::string>& text) {
  if (!text) return session.fail(text.error());
  if (const Status printed = print(text.value()); !printed) session.fail(printed.error());
}

Result<std::string> show_pair(const Formats& formats, const std::string& from,
                              const std::string& to) {
  const auto losses = formats.compare(from, to);
  if (!losses) return losses.error();
  return report::loss_text(losses.value(), false);
}

Result<std::string> show_format(const Formats& formats, const std::string& name) {
  const auto format = formats.describe(name);
  if (!format) return format.error();
  return shown(format.value());
}

struct Action {
  std::string_view name;
  std::size_t operands;
  std::string_view takes;
  void (*run)(Session&, const std::string& operand);
};

constexpr Action kActions[] = {
    {"list", 0, "nothing",
     [](Session& session, const std::string&) {
       print_or_fail(session, list_formats(session.formats()));
     }},
    {"show", 1, "one FORMAT",
     [](Session& session, const std::string& name) {
       const std::string& to = session.options().to;
       print_or_fail(session, to.empty() ? show_format(session.formats(), name)
                                         : show_pair(session.formats(), name, to));
     }},
    {"check", 1, "one DIR", check_folder},
    {"draft", 1, "one SAMPLE", draft_from_sample},
};

}  // namespace

void run_formats(Session& session) {
  const std::vector<std::string>& operands = session.options().operands;
  const std::string name = operands.empty() ? std::string() : operands.front();
  const auto* const action = std::ranges::find(kActions, name, &Action::name);
  if (action == std::end(kActions)) {
    return session.fail(
        {ErrorKind::kUsage, "expected list, show FORMAT, check DIR or draft SAMPLE"});
  }
  if (operands.size() != 1 + action->operands) {
    return session.fail(
        {ErrorKind::kUsage, fmt::format("formats {} takes {}", name, action->takes)});
  }
  action->run(session, operands.back());
}

}  // namespace crosswalk::cli
