// See form_reader.h.
#include "layout/form_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/input_buffer.h"
#include "json/parser.h"
#include "layout/bullets.h"
#include "layout/rows.h"
#include "text/utf8.h"

namespace crosswalk::layout {

namespace {

using diagnostics::RawFinding;
using record::Batch;
using record::Cell;
using record::Record;
using record::RecordState;

}  // namespace

// What stands behind the rows may be told before these were read again, and of a decoded input the
// bytes are known only of what was read: such a form is held.
FormReader::FormReader(const format::Layout& layout, Source& source, const ReadOptions& options)
    : options_(options),
      reporter_(layout, options),
      input_(source, options.block_bytes, options.max_record_bytes),
      rows_name_(layout.records_member),
      form_(layout, options, reporter_) {
  scan_options_.dialect = {layout.delimiters.front(), 0};
  scan_options_.max_columns = options.max_columns;
  scan_options_.max_record_bytes = options.max_record_bytes;
  if (!options.encoding.empty()) input_.hold_all();
}

Result<bool> FormReader::open(record::Head& head) {
  FormFrame frame(rows_name_);
  if (Status scanned = scan_frame(frame); !scanned) return std::move(scanned).error();
  if (!is_form(frame, head)) return false;
  if (!input_.is_held()) {
    if (Status again = input_.start_again(); !again) return std::move(again).error();
  }
  make_head(frame, head);
  base::InputBuffer& input = input_.buffer();
  if (Status filled = fill_up_to(head.bytes.size(), input); !filled)
    return std::move(filled).error();
  input.consume(head.bytes.size());
  const Result<bool> cuts = can_cut();
  if (!cuts) return cuts;
  can_cut_ = cuts.value();
  return !head.columns.empty();
}

std::optional<check::Envelope> FormReader::envelope() const {
  if (tape_.tokens.empty()) return std::nullopt;
  return check::Envelope{form_.envelope().json, &tape_, true};
}

Status FormReader::scan_frame(FormFrame& frame) {
  base::InputBuffer& input = input_.buffer();
  std::size_t scanned = 0;
  while (frame.bytes() <= kMaxFormBytes) {
    frame.take(input.view().substr(scanned));
    scanned = input.view().size();
    if (input.at_end()) break;
    if (input_.is_long()) {
      if (Status gone = input_.let_go({}); !gone) return gone;
      scanned = 0;
    }
    if (Result<bool> filled = input.fill(); !filled) return std::move(filled).error();
  }
  frame.finish();
  return {};
}

bool FormReader::is_form(const FormFrame& frame, record::Head& head) const {
  const bool is_empty =
      !frame.rows_at() && frame.text().size() <= byte_order_mark_bytes(frame.text());
  const bool is_too_long = frame.bytes() > kMaxFormBytes;
  if (is_empty) reporter_.report(finding_at(diagnostics::kCsvEmpty, 0), head.findings);
  if (is_too_long) {
    diagnostics::RawFinding finding = finding_at(diagnostics::kLimitRecordSize, 0);
    finding.wanted = kMaxFormBytes;
    finding.hint = "what stands behind the rows is needed first: split the request";
    reporter_.report(std::move(finding), head.findings);
  }
  return !is_empty && !is_too_long;
}

void FormReader::make_head(const FormFrame& frame, record::Head& head) {
  const std::string_view text = frame.text();
  const std::size_t mark_bytes = byte_order_mark_bytes(text);
  if (mark_bytes > 0) reporter_.report_byte_order_mark(head.findings);
  std::optional<LeftOut> rows;
  if (frame.rows_at()) rows = {*frame.rows_at(), frame.rows_bytes()};
  form_.read(text, mark_bytes, rows);
  std::vector<json::Fault> none;
  json::parse(form_.envelope().json, {}, tape_, none);
  rows_left_ = frame.rows_bytes();
  head.bytes = text.substr(0, frame.rows_at().value_or(text.size()));
  head.tail = frame.behind_rows();
  head.tail_place = frame.rows_end();
  head.columns = form_.columns();
  Findings found = form_.take_findings();
  std::ranges::move(found, std::back_inserter(head.findings));
  reporter_.sort(head.findings);
}

Result<bool> FormReader::can_cut() {
  const std::optional<char> delimiter = options_.delimiter ? options_.delimiter : form_.delimiter();
  if (!delimiter) return false;
  scan_options_.dialect.delimiter = *delimiter;
  if (!form_.has_gap()) return true;
  if (Result<std::string_view> scanned = scan_block(); !scanned) return std::move(scanned).error();
  return scan_.records.empty() || scan_.records.front().cell_count == form_.columns().size();
}

Result<bool> FormReader::next(Batch& batch) {
  batch.clear();
  batch.number = batches_++;
  batch.first_record = records_ + 1;
  base::InputBuffer& input = input_.buffer();
  if (rows_left_ > 0) {
    if (Status done = cut(batch); !done) return std::move(done).error();
  } else {
    if (Status filled = fill_up_to(kMaxFormBytes, input); !filled) return std::move(filled).error();
    take_bytes(input.view().size(), input, batch);
  }
  records_ += batch.records.size();
  reporter_.sort(batch.findings);
  return rows_left_ > 0 || !input.at_end() || !input.view().empty();
}

Status FormReader::cut(Batch& batch) {
  const Result<std::string_view> encoded = scan_block();
  if (!encoded) return encoded.error();
  batch.records.swap(scan_.records);
  batch.cells.swap(scan_.cells);
  const std::size_t bytes = move_to_encoded(encoded.value(), batch);
  take_bytes(bytes, input_.buffer(), batch);
  rows_left_ -= bytes;
  batch.is_encoded = true;
  if (!can_cut_) {
    batch.cells.clear();
    for (Record& row : batch.records) row = {row.begin, row.end, 0, 0, RecordState::kUnreadable};
    return {};
  }
  give_up_long_records(batch);
  take_bullets(batch);
  check_widths(form_.columns().size(), reporter_, batch);
  report_faults(scan_.faults, options_.max_columns, reporter_, batch);
  check_encoding(batch);
  return {};
}

// Decodes and scans the next block of rows, or more until a row is whole; gives the encoded block.
Result<std::string_view> FormReader::scan_block() {
  base::InputBuffer& input = input_.buffer();
  for (std::uint64_t wanted = options_.block_bytes;; wanted *= 2) {
    const bool final = wanted >= rows_left_;
    const std::size_t bytes = final ? rows_left_ : wanted;
    if (Status filled = fill_up_to(bytes, input); !filled) return std::move(filled).error();
    if (input.view().size() < bytes)
      return Error{ErrorKind::kIo,
                   std::string(input_.name()) + " became shorter while it was read"};
    std::string_view encoded = input.view().substr(0, bytes);
    if (!final) encoded = encoded.substr(0, text::whole_escapes(encoded));
    is_well_escaped_ = text::assign_decoded(decoded_, encoded, escapes_);
    tabular::scan(decoded_, final, scan_options_, scan_);
    if (final || scan_.consumed > 0) return encoded;
  }
}

// Moves what was cut to where it stands in `encoded`, and returns how much of that was scanned.
std::size_t FormReader::move_to_encoded(std::string_view encoded, Batch& batch) {
  const auto offset32 = [](std::size_t offset) { return static_cast<std::uint32_t>(offset); };
  text::EncodedOffsets offsets(escapes_);
  const bool has_signs = !is_well_escaped_ || encoded.find('+') != std::string_view::npos;
  for (Record& row : batch.records) {
    row.begin = offset32(offsets.at(row.begin));
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      Cell& cell = batch.cells[row.first_cell + i];
      const std::uint32_t bytes = cell.end - cell.begin;
      cell.begin = offset32(offsets.at(cell.begin));
      cell.end = offset32(offsets.at(cell.end));
      const std::string_view text = encoded.substr(cell.begin, cell.end - cell.begin);
      if (text.size() > bytes || (has_signs && text::is_encoded(text)))
        cell.flags |= Cell::kPercent | Cell::kEscaped;
    }
    row.end = offset32(offsets.at(row.end));
  }
  text::EncodedOffsets of_faults(escapes_);
  for (tabular::Fault& fault : scan_.faults) fault.offset = offset32(of_faults.at(fault.offset));
  return encoded.size() == rows_left_ ? encoded.size() : offsets.at(scan_.consumed);
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
