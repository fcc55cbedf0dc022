// JUnit XML: see junit_report.h.
#include "report/junit_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/markup.h"
#include "report/message.h"
#include "report/severity_words.h"

namespace crosswalk::report {
namespace {

constexpr std::uint64_t kMaxPlaces = 10;  // of one rule in one input

std::string place_line(const Finding& finding) {
  std::string line =
      fmt::format("{}:{}:{}: {}: {}", finding.file, finding.place.line, finding.place.column,
                  severity_word(finding.severity), finding.message);
  if (finding.field) line += " (" + *finding.field + ")";
  if (!finding.hint.empty()) line += "; " + finding.hint;
  return markup(line) + "\n";
}

std::string open_case(const std::string& file, std::string_view rule) {
  return fmt::format("<testcase classname=\"{}\" name=\"{}\">", file, markup(rule));
}

}  // namespace

bool JunitReport::wants_place(const Case& known) const {
  const bool is_below = options_.max_findings == 0 || told_ < options_.max_findings;
  return is_below && known.places < kMaxPlaces;
}

Status JunitReport::begin_input(std::string_view name) {
  end_input();
  has_input_ = true;
  input_ = name;
  return flush();
}

Status JunitReport::finding(const Finding& finding) {
  if (finding.file != input_ && !cases_.empty()) {
    if (Status begun = begin_input(finding.file); !begun) return begun;
  }
  has_input_ = true;
  input_ = finding.file;  // of an input of several files, the one that has findings
  Case& known = cases_[finding.rule];
  if (known.count++ == 0) known.message = finding.message;
  known.worst = std::max(known.worst, finding.severity);
  if (!wants_place(known)) return {};
  ++known.places;
  ++told_;
  known.told += place_line(finding);
  return {};
}

void JunitReport::end_input() {
  if (!std::exchange(has_input_, false)) return;
  const auto failures = std::ranges::count_if(
      cases_, [](const auto& entry) { return entry.second.worst == Severity::kError; });
  const std::string file = markup(input_);
  text_ += fmt::format(
      "<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n", file,
      std::max<std::size_t>(cases_.size(), 1), failures);
  if (cases_.empty()) text_ += open_case(file, "no findings") + "</testcase>\n";
  for (const auto& [rule, known] : cases_) {
    text_ += open_case(file, rule) + outcome(known) + "</testcase>\n";
  }
  text_ += "</testsuite>\n";
  cases_.clear();
}

std::string JunitReport::outcome(const Case& known) {
  std::string places = known.told;
  if (known.count > known.places) {
    places += fmt::format("and {} more\n", grouped_digits(known.count - known.places));
  }
  if (known.worst != Severity::kError) return "<system-out>" + places + "</system-out>";
  return fmt::format("<failure type=\"error\" message=\"{}: {}\">{}</failure>",
                     counted(known.count, "finding"), markup(known.message), places);
}

Status JunitReport::flush() {
  return text_.empty() ? Status() : sink_.write(std::exchange(text_, {}));
}

Status JunitReport::finish(const Summary&, const RunEnd&) {
  end_input();
  text_ += "</testsuites>\n";
  return flush();
}

}  // namespace crosswalk::report
