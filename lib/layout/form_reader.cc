// See form_reader.h.
#include "layout/form_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/input_buffer.h"
#include "json/parser.h"
#include "layout/bullets.h"
#include "layout/rows.h"
#include "text/percent.h"
#include "text/utf8.h"

namespace crosswalk::layout {

namespace {

using diagnostics::RawFinding;
using record::Batch;
using record::Cell;
using record::Record;
using record::RecordState;

constexpr std::size_t kMaxFormBytes = std::size_t{256} << 20U;

// Bytes of `text` without the line end that an editor or a shell put behind the form.
std::size_t without_line_end(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text.size();
}

}  // namespace

FormReader::FormReader(const format::Layout& layout, Source& source, const ReadOptions& options)
    : options_(options),
      reporter_(layout, options),
      source_(source),
      form_(layout, options, reporter_) {
  scan_options_.dialect = {layout.delimiters.front(), 0};
  scan_options_.max_columns = options.max_columns;
  scan_options_.max_record_bytes = options.max_record_bytes;
}

Result<bool> FormReader::open(record::Head& head) {
  Result<bool> is_form = read_all(head);
  if (!is_form || !is_form.value()) return is_form;
  make_head(head);
  can_cut_ = can_cut();
  return !head.columns.empty();
}

std::optional<check::Envelope> FormReader::envelope() const {
  if (tape_.tokens.empty()) return std::nullopt;
  return check::Envelope{form_.envelope().json, &tape_, true};
}

Result<bool> FormReader::read_all(record::Head& head) {
  base::InputBuffer buffer(source_, options_.block_bytes);
  for (bool has_more = true; has_more && buffer.view().size() <= kMaxFormBytes;) {
    Result<bool> filled = buffer.fill();
    if (!filled) return filled;
    has_more = filled.value();
  }
  text_ = buffer.view();
  const bool is_empty = without_line_end(text_) <= byte_order_mark_bytes(text_);
  const bool is_too_long = text_.size() > kMaxFormBytes;
  if (is_empty) reporter_.report(finding_at(diagnostics::kCsvEmpty, 0), head.findings);
  if (is_too_long) {
    diagnostics::RawFinding finding = finding_at(diagnostics::kLimitRecordSize, 0);
    finding.wanted = kMaxFormBytes;
    finding.hint = "a form is read as a whole: split the request";
    reporter_.report(std::move(finding), head.findings);
  }
  return !is_empty && !is_too_long;
}

void FormReader::make_head(record::Head& head) {
  const std::size_t mark_bytes = byte_order_mark_bytes(text_);
  if (mark_bytes > 0) reporter_.report_byte_order_mark(head.findings);
  form_.read(std::string_view(text_).substr(0, without_line_end(text_)), mark_bytes);
  std::vector<json::Fault> none;
  json::parse(form_.envelope().json, {}, tape_, none);
  at_ = rows_end_ = text_.size();
  if (const auto rows = form_.rows()) {
    at_ = rows->begin;
    rows_end_ = at_ + rows->length;
  }
  head.whole = text_;
  head.records_end = static_cast<std::uint32_t>(rows_end_);
  head.bytes = std::string_view(text_).substr(0, at_);
  head.columns = form_.columns();
  Findings found = form_.take_findings();
  std::ranges::move(found, std::back_inserter(head.findings));
  reporter_.sort(head.findings);
}

bool FormReader::can_cut() {
  const std::optional<char> delimiter = options_.delimiter ? options_.delimiter : form_.delimiter();
  if (!delimiter) return false;
  scan_options_.dialect.delimiter = *delimiter;
  if (!form_.has_gap()) return true;
  scan_block();
  return scan_.records.empty() || scan_.records.front().cell_count == form_.columns().size();
}

Result<bool> FormReader::next(Batch& batch) {
  batch.clear();
  batch.number = batches_++;
  batch.first_record = records_ + 1;
  if (at_ < rows_end_) {
    cut(batch);
  } else {
    batch.bytes = std::string_view(text_).substr(at_);
    at_ = text_.size();
  }
  records_ += batch.records.size();
  reporter_.sort(batch.findings);
  return at_ < text_.size();
}

void FormReader::cut(Batch& batch) {
  const std::string_view encoded = scan_block();
  batch.records.swap(scan_.records);
  batch.cells.swap(scan_.cells);
  const std::size_t bytes = move_to_encoded(encoded, batch);
  batch.bytes = std::string_view(text_).substr(at_, bytes);
  batch.is_encoded = true;
  at_ += bytes;
  if (!can_cut_) {
    batch.cells.clear();
    for (Record& row : batch.records) row = {row.begin, row.end, 0, 0, RecordState::kUnreadable};
    return;
  }
  give_up_long_records(batch);
  take_bullets(batch);
  check_widths(form_.columns().size(), reporter_, batch);
  report_faults(scan_.faults, options_.max_columns, reporter_, batch);
  check_encoding(batch);
}

// Decodes and scans the next block of rows, or more until a row is whole; gives the encoded block.
std::string_view FormReader::scan_block() {
  const std::string_view left = std::string_view(text_).substr(at_, rows_end_ - at_);
  for (std::size_t wanted = options_.block_bytes;; wanted *= 2) {
    const bool final = wanted >= left.size();
    std::string_view encoded = left.substr(0, wanted);
    if (!final) encoded = encoded.substr(0, text::whole_escapes(encoded));
    decoded_.clear();
    is_well_escaped_ = text::append_decoded(decoded_, encoded);
    tabular::scan(decoded_, final, scan_options_, scan_);
    if (final || scan_.consumed > 0) return encoded;
  }
}

// Moves what was cut to where it stands in `encoded`, and returns how much of that was scanned.
std::size_t FormReader::move_to_encoded(std::string_view encoded, Batch& batch) {
  const auto offset32 = [](std::size_t offset) { return static_cast<std::uint32_t>(offset); };
  text::EncodedOffsets offsets(encoded);
  for (Record& row : batch.records) {
    row.begin = offset32(offsets.at(row.begin));
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      Cell& cell = batch.cells[row.first_cell + i];
      cell.begin = offset32(offsets.at(cell.begin));
      cell.end = offset32(offsets.at(cell.end));
      if (text::is_encoded(encoded.substr(cell.begin, cell.end - cell.begin)))
        cell.flags |= Cell::kPercent | Cell::kEscaped;
    }
    row.end = offset32(offsets.at(row.end));
  }
  text::EncodedOffsets of_faults(encoded);
  for (tabular::Fault& fault : scan_.faults) fault.offset = offset32(of_faults.at(fault.offset));
  const bool is_last = encoded.data() + encoded.size() == text_.data() + rows_end_;
  return is_last ? encoded.size() : offsets.at(scan_.consumed);
}

void FormReader::take_bullets(Batch& batch) {
  if (!has_bullets_ && !batch.records.empty()) {
    const Record& row = batch.records.front();
    has_bullets_ = encoded_bullet_bytes(std::string_view(batch.bytes).substr(row.begin)) > 0;
  }
  if (has_bullets_.value_or(false)) read_past_bullets(true, options_.tolerant, reporter_, batch);
}

void FormReader::give_up_long_records(Batch& batch) {
  for (std::uint32_t i = 0; i < batch.records.size(); ++i) {
    Record& row = batch.records[i];
    if (row.end - row.begin <= options_.max_record_bytes) continue;
    row.state = RecordState::kUnreadable;
    row.cell_count = 0;
    report_long_record(i, row.begin, options_.max_record_bytes, reporter_, batch);
    std::erase_if(scan_.faults, [i](const tabular::Fault& fault) {
      return fault.record == i && fault.kind != tabular::FaultKind::kBlankLine;
    });
  }
}

void FormReader::check_encoding(Batch& batch) {
  if (is_well_escaped_ && text::valid(decoded_)) return;
  for (std::uint32_t record = 0; record < batch.records.size(); ++record) {
    const Record& row = batch.records[record];
    if (row.state != RecordState::kReadable) continue;
    for (std::uint32_t cell = 0; cell < row.cell_count; ++cell) {
      Cell& place = batch.cells[row.first_cell + cell];
      if ((place.flags & Cell::kFaulty) == 0 && report_damage(record, cell, batch))
        place.flags |= Cell::kFaulty;
    }
  }
}

// Tells the first thing in a cell that cannot be decoded; false if there is none.
bool FormReader::report_damage(std::uint32_t record, std::uint32_t cell, Batch& batch) {
  const Cell& place = batch.cells[batch.records[record].first_cell + cell];
  const std::string_view encoded =
      std::string_view(batch.bytes).substr(place.begin, place.end - place.begin);
  const auto broken = text::first_broken_escape(encoded);
  const auto bad = broken ? broken : text::first_bad_encoded(encoded);
  if (!bad) return false;
  RawFinding finding = finding_at_cell(
      broken ? diagnostics::kFormBadPercent : diagnostics::kFormBadUtf8, batch, record, cell);
  finding.offset += static_cast<std::uint32_t>(*bad);
  finding.length = 1;
  reporter_.report(std::move(finding), batch.findings);
  return true;
}

}  // namespace crosswalk::layout
