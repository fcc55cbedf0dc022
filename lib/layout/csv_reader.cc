// See csv_reader.h.
#include "layout/csv_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "layout/bullets.h"
#include "layout/rows.h"

namespace crosswalk::layout {

namespace {

using diagnostics::RawFinding;
using record::Batch;
using record::Record;
using record::RecordState;

constexpr std::size_t kLineEndBytes = 2;

std::vector<record::Column> stated_by_option(const std::vector<std::string>& names) {
  std::vector<record::Column> columns;
  columns.reserve(names.size());
  for (const std::string& name : names) columns.push_back({name, 0, 0, false});
  return columns;
}

}  // namespace

CsvReader::CsvReader(const format::Layout& layout, Source& source, const ReadOptions& options)
    : layout_(layout),
      options_(options),
      reporter_(layout, options),
      input_(source, options.block_bytes) {
  scan_options_.dialect.quote = layout.quote;
  scan_options_.max_columns = options.max_columns;
  scan_options_.max_record_bytes = options.max_record_bytes;
}

Result<bool> CsvReader::open(record::Head& head) {
  TableHead first_line(
      {options_.delimiter ? std::vector<char>{*options_.delimiter} : layout_.delimiters,
       scan_options_, options_.column_names.size()});
  std::size_t mark_bytes = 0;
  if (Status read = read_first_line(first_line, mark_bytes); !read) return std::move(read).error();
  scan_options_.dialect = first_line.dialect();
  const bool is_table = read_head(first_line, mark_bytes, head);
  columns_ = head.columns.size();
  return is_table;
}

Status CsvReader::read_first_line(TableHead& first_line, std::size_t& mark_bytes) {
  do {
    if (Result<bool> filled = input_.fill(); !filled) return std::move(filled).error();
    mark_bytes = byte_order_mark_bytes(input_.view());
  } while (!first_line.measure(input_.view().substr(mark_bytes), input_.at_end()));
  return {};
}

bool CsvReader::read_head(TableHead& first_line, std::size_t mark_bytes, record::Head& head) {
  const std::string_view text = input_.view().substr(mark_bytes);
  const bool is_named = !options_.column_names.empty();
  bool is_table = !text.empty();
  if (mark_bytes > 0) reporter_.report_byte_order_mark(head.findings);
  if (!is_table) reporter_.report(finding_at(diagnostics::kCsvEmpty, mark_bytes), head.findings);
  if (is_named) {
    head.columns = stated_by_option(options_.column_names);
  } else if (is_table) {
    is_table = first_line.read(text, mark_bytes, reporter_, head.columns, head.findings);
    has_bullets_ = is_table && read_past_bullet(input_.view(), options_.tolerant, reporter_, head);
  }
  const std::size_t line_bytes = is_named ? 0 : first_line.bytes();
  head.bytes = input_.view().substr(0, is_table ? mark_bytes + line_bytes : std::string::npos);
  input_.consume(head.bytes.size());
  return is_table;
}

Result<bool> CsvReader::next(Batch& batch) {
  batch.clear();
  batch.number = batches_++;
  batch.first_record = records_ + 1;
  Status done = inside_long_record_
                    ? pass_line(options_.block_bytes, input_, batch, inside_long_record_)
                    : read_records(batch);
  if (!done) return std::move(done).error();
  records_ += batch.records.size();
  reporter_.sort(batch.findings);
  return !input_.at_end() || !input_.view().empty() || !batch.records.empty();
}

Status CsvReader::read_records(Batch& batch) {
  if (Status scanned = scan_block(); !scanned) return scanned;
  batch.records.swap(scan_.records);
  batch.cells.swap(scan_.cells);
  take_bytes(cut(batch), input_, batch);
  if (has_bullets_) read_past_bullets(false, options_.tolerant, reporter_, batch);
  check_widths(columns_, reporter_, batch);
  report_faults(scan_.faults, options_.max_columns, reporter_, batch);
  check_utf8(diagnostics::kCsvBadUtf8, reporter_, batch);
  return {};
}

// Scans a block, or more until a record is whole, over the limit, or at the end of the input.
Status CsvReader::scan_block() {
  std::size_t wanted = std::min(input_.view().size() + 1, options_.block_bytes);
  do {
    if (Status filled = fill_up_to(wanted, input_); !filled) return filled;
    tabular::scan(input_.view(), input_.at_end(), scan_options_, scan_);
    wanted = input_.view().size() + 1;
  } while (scan_.consumed == 0 && !input_.at_end() &&
           wanted <= options_.max_record_bytes + kLineEndBytes + 1);
  return {};
}

// The bytes that belong to `batch`: up to its last whole record, or to the first that is too long.
std::size_t CsvReader::cut(Batch& batch) {
  const std::string_view text = input_.view();
  const std::size_t kept = first_long_record(batch, options_.max_record_bytes);
  const bool is_stuck = scan_.consumed == 0 && text.size() > options_.max_record_bytes;
  if (kept == batch.records.size() && !is_stuck) return scan_.consumed;
  const std::size_t begin = is_stuck ? 0 : batch.records[kept].begin;
  std::erase_if(scan_.faults, [&](const tabular::Fault& fault) { return fault.offset >= begin; });
  report_long_record(kept, begin, options_.max_record_bytes, reporter_, batch);
  inside_long_record_ = true;
  return end_with_unreadable(text, kept, begin, options_.max_record_bytes, batch);
}

}  // namespace crosswalk::layout
