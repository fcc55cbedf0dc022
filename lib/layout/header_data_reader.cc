// See header_data_reader.h.
#include "layout/header_data_reader.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "json/reader.h"
#include "layout/damage.h"
#include "layout/rows.h"

namespace crosswalk::layout {

namespace {

using diagnostics::RawFinding;
using record::Batch;
using record::Record;
using record::RecordState;

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kSeparators = " \t\r\n,";

// Bytes behind a row of the largest size that may be needed to see that it has ended.
constexpr std::size_t kReach = 1;

// How a row is read, which stands two levels deep in its body.
json::ParseOptions row_options(const ReadOptions& options) {
  constexpr std::uint32_t kRowDepth = 2;
  return {options.tolerant, std::max(options.max_depth, kRowDepth) - kRowDepth};
}

// The fault that stops reading a row which is not whole in `text`; nothing if it is only too long.
std::optional<json::Fault> find_row_damage(std::string_view text, const ReadOptions& options) {
  json::ReadSettings settings;
  settings.parse = row_options(options);
  settings.row = true;
  return find_damage(text, settings);
}

}  // namespace

HeaderDataReader::HeaderDataReader(const format::Layout& layout, Source& source,
                                   const ReadOptions& options)
    : layout_(layout), options_(options), reporter_(layout, options), source_(source) {
  start();
}

void HeaderDataReader::start() {
  input_.emplace(source_, options_.block_bytes);
  envelope_.emplace(layout_, options_, reporter_);
  part_ = Part::kRows;
  at_first_row_ = true;
  batches_ = 0;
  records_ = 0;
}

Result<bool> HeaderDataReader::open(record::Head& head) {
  Result<Envelope::Stop> stop = read_envelope();
  if (!stop) return std::move(stop).error();
  const bool rows_come_first = stop.value() == Envelope::Stop::kRows && !envelope_->met_columns();
  if (!rows_come_first) return finish_head(stop.value(), head);
  if (Result<bool> found = search_columns(head); !found || !found.value()) return found;
  stop = read_envelope();
  if (!stop) return std::move(stop).error();
  return finish_head(stop.value(), head);
}

Result<Envelope::Stop> HeaderDataReader::read_envelope() {
  Envelope::Stop stop = envelope_->read(input_->view(), input_->at_end());
  while (stop == Envelope::Stop::kNeedInput) {
    if (Result<bool> filled = input_->fill(); !filled) return std::move(filled).error();
    stop = envelope_->read(input_->view(), input_->at_end());
  }
  return stop;
}

Result<bool> HeaderDataReader::finish_head(Envelope::Stop stop, record::Head& head) {
  const bool is_table = stop == Envelope::Stop::kRows;
  head.findings = envelope_->take_findings();
  if (stop == Envelope::Stop::kEnd) {
    if (!envelope_->met_columns()) report_missing(layout_.columns_member, head);
    report_missing(layout_.records_member, head);
  }
  if (envelope_->has_columns()) {
    columns_ = envelope_->columns();
    head.columns_offset = static_cast<std::uint32_t>(envelope_->columns_offset());
  }
  if (columns_) head.columns = *columns_;
  head.bytes = input_->view().substr(0, is_table ? envelope_->position() : std::string::npos);
  input_->consume(head.bytes.size());
  reporter_.sort(head.findings);
  return is_table;
}

void HeaderDataReader::report_missing(const std::string& member, record::Head& head) {
  RawFinding finding = finding_at(diagnostics::kSchemaRequired, envelope_->object_offset());
  finding.name = member;
  finding.field = member;
  finding.pointer = "/" + member;
  finding.expected = "member " + member;
  reporter_.report(std::move(finding), head.findings);
}

// The rows came first: finds the columns behind them and starts again. False: there are none, or
// no way back; a finding says so.
Result<bool> HeaderDataReader::search_columns(record::Head& head) {
  RawFinding place = finding_at(diagnostics::kJsonHeaderAfterData, envelope_->rows_offset());
  place.field = layout_.records_member;
  head.findings = envelope_->take_findings();
  head.bytes = input_->view();
  if (!source_.can_rewind()) {
    reporter_.report(std::move(place), head.findings);
    return false;
  }
  input_->consume(envelope_->position());
  if (Status read = read_through(); !read) return std::move(read).error();
  if (!envelope_->has_columns()) {
    const bool is_whole = part_ == Part::kBehindObject && !envelope_->met_columns();
    place.hint = "the names behind the rows could not be read: put them first";
    if (is_whole) report_missing(layout_.columns_member, head);
    if (!is_whole) reporter_.report(std::move(place), head.findings);
    return false;
  }
  columns_ = envelope_->columns();
  for (record::Column& column : *columns_) column = {std::move(column.name), 0, 0, false};
  if (Status rewound = source_.rewind(); !rewound) return std::move(rewound).error();
  start();
  return true;
}

Status HeaderDataReader::read_through() {
  Batch batch;
  Result<bool> goes_on = next(batch);
  while (goes_on && goes_on.value()) goes_on = next(batch);
  if (!goes_on) return std::move(goes_on).error();
  return {};
}

Result<bool> HeaderDataReader::next(Batch& batch) {
  batch.clear();
  batch.number = batches_++;
  batch.first_record = records_ + 1;
  if (Status done = read_part(batch); !done) return std::move(done).error();
  records_ += batch.records.size();
  reporter_.sort(batch.findings);
  const bool expects_more = part_ == Part::kRows || part_ == Part::kBehindRows;
  return expects_more || !input_->at_end() || !input_->view().empty() || !batch.records.empty();
}

Status HeaderDataReader::read_part(Batch& batch) {
  switch (part_) {
    case Part::kRows:
      return read_rows(batch);
    case Part::kLongRow:
      return pass_long_row(batch);
    case Part::kBehindRows:
      return read_behind_rows(batch);
    case Part::kBehindObject:
      return read_behind_object(batch);
    case Part::kRest:
      break;
  }
  return pass_rest(batch);
}

Status HeaderDataReader::read_rows(Batch& batch) {
  if (Status scanned = scan_block(batch); !scanned) return scanned;
  take_bytes(cut(batch), *input_, batch);
  if (columns_) check_rows(batch);
  return {};
}

// Scans a block, or more until a row is whole, over the limit, or at the end of the input.
Status HeaderDataReader::scan_block(Batch& batch) {
  std::size_t wanted = std::min(input_->view().size() + 1, options_.block_bytes);
  bool at_first = true;
  do {
    if (Status filled = fill_up_to(wanted, *input_); !filled) return filled;
    batch.records.clear();
    batch.cells.clear();
    faults_.clear();
    at_first = at_first_row_;
    scan_ = json::scan_rows(input_->view(), input_->at_end(), row_options(options_),
                            std::numeric_limits<std::uint32_t>::max(), at_first, batch.records,
                            batch.cells, faults_);
    wanted = input_->view().size() + 1;
  } while (scan_.consumed == 0 && batch.records.empty() && !input_->at_end() &&
           wanted <= options_.max_record_bytes + kReach + 1);
  at_first_row_ = at_first;
  return {};
}

// The first row over the limit. Damage counts with what hides the next row from it.
std::size_t HeaderDataReader::first_long_row(const Batch& batch) const {
  const std::size_t end = first_long_record(batch, options_.max_record_bytes);
  for (std::size_t i = 0; i < end; ++i) {
    const Record& row = batch.records[i];
    if (row.state == RecordState::kUnreadable && !ends_in_reach(row.begin)) return i;
  }
  return end;
}

// True if the row at `begin` can be cut when no more than the limit and one byte of it are in
// sight.
bool HeaderDataReader::ends_in_reach(std::size_t begin) const {
  const std::string_view text = input_->view().substr(begin);
  const std::string_view reach = text.substr(0, options_.max_record_bytes + kReach);
  const bool final = input_->at_end() && reach.size() == text.size();
  std::vector<Record> rows;
  std::vector<record::Cell> cells;
  std::vector<json::RowFault> faults;
  bool at_first = true;
  json::scan_rows(reach, final, row_options(options_), 1, at_first, rows, cells, faults);
  return !rows.empty();
}

// The bytes that belong to `batch`: up to its last whole row or the end of the rows, or to the
// first row that is too long.
std::size_t HeaderDataReader::cut(Batch& batch) {
  const std::string_view text = input_->view();
  const std::size_t row = first_long_row(batch);
  if (row < batch.records.size()) return cut_long_row(row, batch.records[row].begin, batch);
  const bool is_stuck = scan_.consumed == 0 && text.size() > options_.max_record_bytes + kReach;
  if (is_stuck && batch.records.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(kSeparators), text.size() - 1);
    if (begin == 0) return cut_long_row(0, 0, batch);
    at_first_row_ = at_first_row_ || text.substr(0, begin).find(',') != std::string_view::npos;
    return begin;
  }
  if (scan_.stop == json::RowStop::kNeedInput && !input_->at_end()) {
    leave_missing_comma();
    return scan_.consumed;
  }
  const std::size_t bytes = scan_.stop == json::RowStop::kLost ? text.size() : scan_.consumed;
  leave_rows(bytes, batch);
  return bytes;
}

// A comma that is missing right behind the batch is found again, and told, with the row it is
// missing before.
void HeaderDataReader::leave_missing_comma() {
  if (faults_.empty() || faults_.back().record != diagnostics::kNoRecord ||
      faults_.back().fault.offset != scan_.consumed) {
    return;
  }
  faults_.pop_back();
  at_first_row_ = false;
}

// Ends the batch with row number `row`, which begins at `begin` and is over the limit. If it is
// damaged besides, what follows cannot be told from it.
std::size_t HeaderDataReader::cut_long_row(std::size_t row, std::size_t begin, Batch& batch) {
  const std::string_view text = input_->view();
  const std::string_view start = text.substr(begin, options_.max_record_bytes);
  std::erase_if(faults_, [&](const json::RowFault& f) {
    const bool stands_before_row = f.record == diagnostics::kNoRecord && f.fault.offset == begin;
    return f.fault.offset >= begin && !stands_before_row;
  });
  if (std::optional<json::Fault> damage = find_row_damage(start, options_)) {
    damage->offset += static_cast<std::uint32_t>(begin);
    faults_.push_back({*damage, static_cast<std::uint32_t>(row)});
    part_ = Part::kRest;
  } else {
    report_long_record(row, begin, options_.max_record_bytes, reporter_, batch);
    part_ = Part::kLongRow;
  }
  const std::size_t bytes = end_with_unreadable(text, row, begin, options_.max_record_bytes, batch);
  skipper_ = {};
  skipper_.skip(text.substr(begin, bytes - begin));
  at_first_row_ = false;
  return bytes;
}

// The rows have ended after `bytes` bytes: at their bracket, at damage, or at the end of the input.
void HeaderDataReader::leave_rows(std::size_t bytes, Batch& batch) {
  part_ = Part::kRest;
  if (scan_.stop == json::RowStop::kArrayEnd) {
    part_ = Part::kBehindRows;
    envelope_->continue_behind_rows();
  } else if (scan_.stop == json::RowStop::kNeedInput) {
    const bool is_told =
        !faults_.empty() && faults_.back().fault.kind == json::FaultKind::kUnclosed;
    const json::Fault fault{json::FaultKind::kUnclosed, static_cast<std::uint32_t>(bytes), "]}",
                            options_.tolerant};
    if (!is_told) reporter_.report(finding_of(fault, options_.tolerant), batch.findings);
  }
}

void HeaderDataReader::check_rows(Batch& batch) {
  check_widths(columns_->size(), reporter_, batch);
  for (const json::RowFault& fault : faults_) report_fault(fault, batch);
  check_utf8(diagnostics::kJsonBadUtf8, reporter_, batch);
}

void HeaderDataReader::report_fault(const json::RowFault& fault, Batch& batch) {
  RawFinding finding = finding_of(fault.fault, options_.tolerant);
  finding.record = fault.record;
  const bool is_cut_off = fault.fault.kind == json::FaultKind::kUnclosed;
  if (is_cut_off) finding.expected += "]}";
  if (fault.record != diagnostics::kNoRecord) {
    const Record& row = batch.records[fault.record];
    if (row.state == RecordState::kWrongWidth) return;
    const auto first = batch.cells.begin() + row.first_cell;
    const auto behind = std::upper_bound(
        first, first + row.cell_count, fault.fault.offset,
        [](std::uint32_t offset, const auto& cell) { return offset < cell.begin; });
    if (behind != first) finding.column = static_cast<std::int32_t>(behind - first - 1);
  }
  reporter_.report(std::move(finding), batch.findings);
}

Status HeaderDataReader::pass_long_row(Batch& batch) {
  if (Status filled = fill_up_to(2, *input_); !filled) return filled;
  const std::string_view text =
      input_->view().substr(0, uncut_bytes(input_->view(), input_->at_end()));
  const std::optional<std::size_t> end = skipper_.skip(text);
  if (end) part_ = Part::kRows;
  take_bytes(end.value_or(text.size()), *input_, batch);
  return {};
}

Status HeaderDataReader::read_behind_rows(Batch& batch) {
  Result<Envelope::Stop> stop = read_envelope();
  if (!stop) return std::move(stop).error();
  batch.findings = envelope_->take_findings();
  part_ = stop.value() == Envelope::Stop::kEnd ? Part::kBehindObject : Part::kRest;
  const std::size_t bytes = stop.value() == Envelope::Stop::kEnd
                                ? envelope_->position()
                                : uncut_bytes(input_->view(), input_->at_end());
  take_bytes(bytes, *input_, batch);
  return {};
}

Status HeaderDataReader::read_behind_object(Batch& batch) {
  if (Status passed = pass_rest(batch); !passed) return passed;
  const std::size_t text = batch.bytes.find_first_not_of(kBlanks);
  if (text == std::string::npos) return {};
  const json::Fault fault{json::FaultKind::kSyntax, static_cast<std::uint32_t>(text),
                          "the end of the text", false};
  reporter_.report(finding_of(fault, options_.tolerant), batch.findings);
  part_ = Part::kRest;
  return {};
}

Status HeaderDataReader::pass_rest(Batch& batch) {
  if (Status filled = fill_up_to(2, *input_); !filled) return filled;
  take_bytes(uncut_bytes(input_->view(), input_->at_end()), *input_, batch);
  return {};
}

}  // namespace crosswalk::layout
