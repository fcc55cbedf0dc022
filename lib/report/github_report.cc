// Workflow commands: see github_report.h.
#include "report/github_report.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "report/message.h"
#include "report/printable.h"
#include "report/summary.h"

namespace crosswalk::report {
namespace {

constexpr std::string_view kEndsAMessage = "%\r\n";
constexpr std::string_view kEndsAProperty = "%\r\n:,";

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : printable(text)) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20;  // a terminal would obey it
    if (!is_control && special.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string_view command_of(Severity severity) {
  if (severity == Severity::kError) return "error";
  return severity == Severity::kWarning ? "warning" : "notice";
}

}  // namespace

bool GithubReport::wants_more() const {
  return options_.max_findings == 0 || told_ < options_.max_findings;
}

Status GithubReport::finding(const Finding& finding) {
  if (!wants_more()) return {};
  ++told_;
  std::string message = finding.message;
  if (!finding.hint.empty()) message += "\nhint: " + finding.hint;
  return sink_.write(
      fmt::format("::{} file={},line={},col={},title={}::{}\n", command_of(finding.severity),
                  escaped(finding.file, kEndsAProperty), finding.place.line, finding.place.column,
                  escaped(finding.rule, kEndsAProperty), escaped(message, kEndsAMessage)));
}

Status GithubReport::finish(const Summary& summary, const RunEnd&) {
  return sink_.write(counted(summary.records, "record") + further_counts(summary) + "\n");
}

}  // namespace crosswalk::report
