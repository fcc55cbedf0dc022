// See table_head.h.
#include "layout/table_head.h"

#include <optional>
#include <string>
#include <utility>

#include "layout/rows.h"
#include "text/utf8.h"

namespace crosswalk::layout {

namespace {

using diagnostics::RawFinding;
using record::Cell;
using tabular::FaultKind;

constexpr std::size_t kLineEndBytes = 2;
constexpr std::string_view kUsualDelimiters = ",;\t|";
constexpr std::size_t kSeveralCells = 3;
constexpr std::size_t kUsualLineBytes = std::size_t{4} << 10U;

std::size_t cells_of_first(const tabular::Scan& scan) {
  return scan.records.empty() ? 0 : scan.records.front().cell_count;
}

std::string delimiter_hint(char delimiter) {
  const std::string name = delimiter == '\t' ? "tab" : std::string("'") + delimiter + "'";
  return "the delimiter seems to be another one: --delimiter " + name;
}

}  // namespace

// A first line that ends in the first few KiB, as nearly all do, is the same in the whole text.
tabular::Scan TableHead::scan_with(char delimiter, std::string_view text, bool final) const {
  tabular::ScanOptions options = options_.scan;
  options.dialect.delimiter = delimiter;
  tabular::Scan scan;
  tabular::scan(text.substr(0, kUsualLineBytes), final && text.size() <= kUsualLineBytes, options,
                scan);
  if (scan.records.empty() && text.size() > kUsualLineBytes)
    tabular::scan(text, final, options, scan);
  return scan;
}

// The choice does not depend on how much was read: a line over the limit is measured up to there.
bool TableHead::measure(std::string_view text, bool final) {
  const std::size_t reach = options_.scan.max_record_bytes + kLineEndBytes + 1;
  const bool is_enough = final || text.size() >= reach;
  text = text.substr(0, reach);
  scan_.clear();
  const char& first = options_.delimiters.front();
  options_.scan.dialect.delimiter = first;
  for (const char& delimiter : options_.delimiters) {
    tabular::Scan scan = scan_with(delimiter, text, is_enough);
    if (scan.records.empty() && !is_enough) return false;
    if (&delimiter != &first && !is_better(scan)) continue;
    options_.scan.dialect.delimiter = delimiter;
    scan_ = std::move(scan);
  }
  bytes_ = scan_.records.empty() ? 0 : after_line_end(text, scan_.records.front().end);
  return true;
}

bool TableHead::is_better(const tabular::Scan& scan) const {
  const std::size_t cells = cells_of_first(scan);
  const std::size_t best = cells_of_first(scan_);
  if (options_.columns != 0 && best == options_.columns) return false;
  return cells > best || (options_.columns != 0 && cells == options_.columns);
}

bool TableHead::is_usable() const {
  if (scan_.records.empty()) return false;
  const record::Record& line = scan_.records.front();
  return line.begin == 0 && line.state == record::RecordState::kReadable &&
         line.end <= options_.scan.max_record_bytes;
}

// What keeps the first line from being a header. REQUIRES: !is_usable().
RawFinding TableHead::damage() const {
  const bool starts_blank = !scan_.faults.empty() &&
                            scan_.faults.front().kind == FaultKind::kBlankLine &&
                            scan_.faults.front().offset == 0;
  if (starts_blank) return finding_at(diagnostics::kCsvHeaderMissing, 0);
  if (scan_.records.empty() || scan_.records.front().end > options_.scan.max_record_bytes) {
    RawFinding finding = finding_at(diagnostics::kLimitRecordSize, 0);
    finding.wanted = options_.scan.max_record_bytes;
    return finding;
  }
  const tabular::Fault& fault = scan_.faults.front();
  RawFinding finding = finding_at(rule_of(fault.kind), fault.offset);
  if (fault.kind == FaultKind::kTooManyColumns) finding.wanted = options_.scan.max_columns;
  return finding;
}

// The usual delimiter that cuts a line of one cell into several; 0 if none does.
char TableHead::better_delimiter(std::string_view text) const {
  if (scan_.records.front().cell_count != 1) return 0;
  for (const char delimiter : kUsualDelimiters) {
    if (cells_of_first(scan_with(delimiter, text, true)) >= kSeveralCells) return delimiter;
  }
  return 0;
}

record::Column TableHead::read_column(std::string_view text, std::size_t offset, std::uint32_t cell,
                                      const Reporter& reporter, Findings& findings) const {
  const Cell& place = scan_.cells[cell];
  std::string scratch;
  const std::string_view name = record::cell_text(text, place, scratch);
  const std::string_view trimmed = without_blanks(name);
  RawFinding finding = finding_at(diagnostics::kCsvHeaderSpace, offset + place.begin);
  finding.length = place.end - place.begin;
  finding.column = static_cast<std::int32_t>(cell);
  const std::string_view bytes = text.substr(place.begin, place.end - place.begin);
  if (const std::optional<std::size_t> bad = text::first_bad(bytes)) {
    RawFinding ill_formed = finding_at(diagnostics::kCsvBadUtf8, finding.offset + *bad);
    ill_formed.column = finding.column;
    reporter.report(std::move(ill_formed), findings);
  }
  if (trimmed.size() < name.size()) reporter.report(finding, findings);
  return {std::string(trimmed), finding.offset, finding.length, true};
}

bool TableHead::read(std::string_view text, std::size_t offset, const Reporter& reporter,
                     std::vector<record::Column>& columns, Findings& findings) {
  if (!is_usable()) {
    RawFinding finding = damage();
    finding.offset += static_cast<std::uint32_t>(offset);
    reporter.report(std::move(finding), findings);
    return false;
  }
  text = text.substr(0, bytes_);
  if (const char better = better_delimiter(text); better != 0) {
    RawFinding finding = finding_at(diagnostics::kCsvDelimiter, offset);
    finding.hint = delimiter_hint(better);
    reporter.report(std::move(finding), findings);
    return false;
  }
  for (const tabular::Fault& fault : scan_.faults) {
    if (fault.record != 0) break;
    RawFinding finding = finding_at(rule_of(fault.kind), offset + fault.offset);
    finding.column = static_cast<std::int32_t>(fault.cell);
    reporter.report(std::move(finding), findings);
  }
  for (std::uint32_t i = 0; i < scan_.records.front().cell_count; ++i) {
    columns.push_back(read_column(text, offset, i, reporter, findings));
  }
  return true;
}

}  // namespace crosswalk::layout
