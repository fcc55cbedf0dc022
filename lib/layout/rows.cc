// See rows.h.
#include "layout/rows.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "text/utf8.h"

namespace crosswalk::layout {

namespace {

using diagnostics::RawFinding;
using record::Batch;
using record::Cell;
using record::Record;
using record::RecordState;

void report_width(std::size_t columns, std::size_t record, const Reporter& reporter, Batch& batch) {
  const Record& row = batch.records[record];
  RawFinding finding = finding_at(diagnostics::kCsvRowWidth, row.begin);
  finding.length = row.end - row.begin;
  if (row.cell_count > 0) {
    const Cell& first = batch.cells[row.first_cell];
    finding.offset = first.begin;
    finding.length = first.end - first.begin;
  }
  finding.record = static_cast<std::uint32_t>(record);
  finding.found = row.cell_count;
  finding.wanted = columns;
  reporter.report_event("row-width", std::move(finding), batch.findings);
}

void check_row_utf8(diagnostics::RuleId rule, std::uint32_t record, const Reporter& reporter,
                    Batch& batch) {
  const Record row = batch.records[record];
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    Cell& cell = batch.cells[row.first_cell + i];
    const std::string_view bytes =
        std::string_view(batch.bytes).substr(cell.begin, cell.end - cell.begin);
    const std::optional<std::size_t> bad = text::first_bad(bytes);
    if (!bad || (cell.flags & Cell::kFaulty) != 0) continue;
    cell.flags |= Cell::kFaulty;
    RawFinding finding = finding_at_cell(rule, batch, record, i);
    finding.offset = static_cast<std::uint32_t>(cell.begin + *bad);
    finding.length = 1;
    reporter.report(std::move(finding), batch.findings);
  }
}

}  // namespace

void check_widths(std::size_t columns, const Reporter& reporter, Batch& batch) {
  for (std::size_t i = 0; i < batch.records.size(); ++i) {
    Record& row = batch.records[i];
    if (row.cell_count == columns || row.state != RecordState::kReadable) continue;
    row.state = RecordState::kWrongWidth;
    report_width(columns, i, reporter, batch);
  }
}

void check_utf8(diagnostics::RuleId rule, const Reporter& reporter, Batch& batch) {
  if (text::valid(batch.bytes)) return;
  for (std::uint32_t i = 0; i < batch.records.size(); ++i) {
    if (batch.records[i].state == RecordState::kReadable) check_row_utf8(rule, i, reporter, batch);
  }
}

void report_faults(const std::vector<tabular::Fault>& faults, std::uint32_t max_columns,
                   const Reporter& reporter, Batch& batch) {
  for (const tabular::Fault& fault : faults) {
    RawFinding finding = finding_at(rule_of(fault.kind), fault.offset);
    if (fault.kind == tabular::FaultKind::kBlankLine) {
      reporter.report_event("blank-line", std::move(finding), batch.findings);
      continue;
    }
    if (batch.records[fault.record].state == RecordState::kWrongWidth) continue;
    finding.record = fault.record;
    finding.column = static_cast<std::int32_t>(fault.cell);
    if (fault.kind == tabular::FaultKind::kTooManyColumns) finding.wanted = max_columns;
    reporter.report(std::move(finding), batch.findings);
  }
}

std::size_t first_long_record(const Batch& batch, std::uint64_t max_record_bytes) {
  const auto found =
      std::find_if(batch.records.begin(), batch.records.end(),
                   [&](const Record& row) { return row.end - row.begin > max_record_bytes; });
  return static_cast<std::size_t>(found - batch.records.begin());
}

std::size_t end_with_unreadable(std::string_view text, std::size_t keep, std::size_t begin,
                                std::uint64_t max_record_bytes, Batch& batch) {
  const std::size_t end = begin + std::min<std::uint64_t>(text.size() - begin, max_record_bytes);
  batch.records.resize(keep);
  batch.records.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                           static_cast<std::uint32_t>(batch.cells.size()), 0,
                           RecordState::kUnreadable});
  const bool cuts_pair = end > 0 && text.substr(end - 1, 2) == "\r\n";
  return cuts_pair ? end + 1 : end;
}

void take_bytes(std::size_t bytes, base::InputBuffer& input, Batch& batch) {
  batch.bytes.assign(input.view().substr(0, bytes));
  input.consume(bytes);
}

Status fill_up_to(std::size_t bytes, base::InputBuffer& input) {
  while (input.view().size() < bytes && !input.at_end()) {
    if (Result<bool> filled = input.fill(); !filled) return std::move(filled).error();
  }
  return {};
}

std::size_t uncut_bytes(std::string_view text, bool final) {
  return text.ends_with('\r') && !final ? text.size() - 1 : text.size();
}

Status pass_line(std::size_t block_bytes, base::InputBuffer& input, Batch& batch, bool& goes_on) {
  constexpr std::size_t kLineEndBytes = 2;
  if (Status filled = fill_up_to(block_bytes, input); !filled) return filled;
  const std::size_t end = std::min(input.view().find_first_of("\r\n"), input.view().size());
  if (Status filled = fill_up_to(end + kLineEndBytes, input); !filled) return filled;
  const std::size_t next = after_line_end(input.view(), end);
  goes_on = next == end;
  take_bytes(next, input, batch);
  return {};
}

RawFinding finding_at_cell(diagnostics::RuleId rule, const Batch& batch, std::uint32_t record,
                           std::uint32_t cell) {
  const Cell& place = batch.cells[batch.records[record].first_cell + cell];
  RawFinding finding = finding_at(rule, place.begin);
  finding.length = place.end - place.begin;
  finding.record = record;
  finding.column = static_cast<std::int32_t>(cell);
  return finding;
}

void report_long_record(std::size_t record, std::size_t begin, std::uint64_t max_record_bytes,
                        const Reporter& reporter, Batch& batch) {
  RawFinding finding = finding_at(diagnostics::kLimitRecordSize, begin);
  finding.record = static_cast<std::uint32_t>(record);
  finding.wanted = max_record_bytes;
  reporter.report(std::move(finding), batch.findings);
}

std::string_view without_blanks(std::string_view name) {
  const std::size_t first = name.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return name.substr(first, name.find_last_not_of(" \t") - first + 1);
}

std::size_t after_line_end(std::string_view text, std::size_t end) {
  if (end < text.size() && text[end] == '\r') ++end;
  if (end < text.size() && text[end] == '\n') ++end;
  return end;
}

std::size_t byte_order_mark_bytes(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace crosswalk::layout
