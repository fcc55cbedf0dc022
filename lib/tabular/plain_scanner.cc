// The plain scanner: a record is a run of cells, a cell is quoted or not, and each step says where
// it ended or why it did not (kNeedInput, kUnclosed).
//
// Cells and faults go straight into the Scan and are taken back when the record turns out to be
// unfinished, blank or unreadable.
//   a,"b\n      at the end of the input: the cell a is taken back, the record becomes unreadable
// Test: tests/tabular/plain_scanner_test.cc.
#include "tabular/plain_scanner.h"

#include <algorithm>

namespace crosswalk::tabular {
namespace {

using record::Cell;
using record::RecordState;

std::uint32_t offset32(std::size_t offset) {
  return static_cast<std::uint32_t>(offset);
}

}  // namespace

PlainScanner::PlainScanner(std::string_view text, bool final, const ScanOptions& options, Scan& out)
    : text_(text), final_(final), options_(options), out_(out) {
  for (const char byte : {options.dialect.delimiter, options.dialect.quote, '\r', '\n', '\0'}) {
    is_special_[static_cast<unsigned char>(byte)] = true;
  }
}

std::size_t PlainScanner::cut(std::size_t begin) {
  first_cell_ = out_.cells.size();
  first_fault_ = out_.faults.size();
  cell_count_ = 0;
  const std::size_t bytes_left = text_.size() - begin;
  reach_ = text_.substr(0, begin + std::min<std::uint64_t>(bytes_left, options_.max_record_bytes));
  reach_grows_ = !final_ && bytes_left < options_.max_record_bytes;

  const std::size_t end = cut_cells(begin);
  if (end == kUnclosed) return give_up_record(begin);
  const std::size_t next = is_place(end) ? after_line_end(end) : kNeedInput;
  if (next == kNeedInput) {
    drop_record();
  } else {
    finish_record(begin, end);
  }
  return next;
}

// The end of the record's last cell, or a reason why there is none.
std::size_t PlainScanner::cut_cells(std::size_t begin) {
  for (;;) {
    const std::size_t end = cut_cell(begin);
    if (!is_place(end) || end == text_.size() || text_[end] != options_.dialect.delimiter) {
      return end;
    }
    begin = end + 1;
  }
}

std::size_t PlainScanner::cut_cell(std::size_t begin) {
  const char quote = options_.dialect.quote;
  if (quote != 0 && begin < text_.size() && text_[begin] == quote) return cut_quoted_cell(begin);
  std::uint8_t flags = 0;
  const std::size_t end = skip_text(begin, true, flags);
  if (is_place(end)) add_cell(begin, end, flags);
  return end;
}

std::size_t PlainScanner::cut_quoted_cell(std::size_t begin) {
  open_quote_ = begin;
  std::uint8_t flags = Cell::kQuoted;
  const std::size_t close = find_closing_quote(begin, flags);
  if (!is_place(close)) return close;

  const std::size_t nul = text_.substr(0, close).find('\0', begin);
  if (nul != std::string_view::npos) {
    tell_once(FaultKind::kNul, nul);
    flags |= Cell::kFaulty;
  }
  std::size_t end = close + 1;
  const bool ends_here = end == text_.size() || text_[end] == options_.dialect.delimiter ||
                         text_[end] == '\r' || text_[end] == '\n';
  if (!ends_here) {
    tell_once(FaultKind::kTextAfterQuote, end);
    flags = Cell::kFaulty;
    end = skip_text(end, false, flags);
    if (!is_place(end)) return end;
  }
  add_cell(begin, end, flags);
  return end;
}

// A quote closes when the byte after it, or the end of the input, shows that it is not doubled.
std::size_t PlainScanner::find_closing_quote(std::size_t open, std::uint8_t& flags) const {
  for (std::size_t from = open + 1;;) {
    const std::size_t close = reach_.find(options_.dialect.quote, from);
    if (close == std::string_view::npos) break;
    if (close + 1 == text_.size()) return final_ ? close : kNeedInput;
    if (text_[close + 1] != options_.dialect.quote) return close;
    flags |= Cell::kEscaped;
    from = close + 2;
  }
  return reach_grows_ ? kNeedInput : kUnclosed;
}

// From inside an unquoted cell, or behind a closing quote, to the delimiter or line end.
std::size_t PlainScanner::skip_text(std::size_t from, bool tells_quotes, std::uint8_t& flags) {
  for (std::size_t pos = from; pos < text_.size(); ++pos) {
    const char byte = text_[pos];
    if (!is_special_[static_cast<unsigned char>(byte)]) continue;
    if (byte == '\0') {
      tell_once(FaultKind::kNul, pos);
      flags |= Cell::kFaulty;
    } else if (byte != options_.dialect.quote) {
      return pos;
    } else if (tells_quotes) {
      tell_once(FaultKind::kStrayQuote, pos);
    }
  }
  return final_ ? text_.size() : kNeedInput;
}

std::size_t PlainScanner::after_line_end(std::size_t end) const {
  if (end == text_.size()) return end;
  if (text_[end] == '\n') return end + 1;
  if (end + 1 == text_.size()) return final_ ? end + 1 : kNeedInput;
  return text_[end + 1] == '\n' ? end + 2 : end + 1;
}

void PlainScanner::finish_record(std::size_t begin, std::size_t end) {
  const bool is_blank = end - begin + 1 == cell_count_;  // nothing but the delimiters
  const std::uint32_t number = offset32(out_.records.size());
  if (is_blank) {
    drop_record();
    out_.faults.push_back({FaultKind::kBlankLine, offset32(begin), number, 0});
  } else if (cell_count_ > options_.max_columns) {
    add_unreadable(
        begin, end,
        {FaultKind::kTooManyColumns, offset32(surplus_begin_), number, options_.max_columns});
  } else {
    out_.records.push_back({offset32(begin), offset32(end), offset32(first_cell_), cell_count_,
                            RecordState::kReadable});
  }
}

// The record ends with the line of the quote that never closes.
std::size_t PlainScanner::give_up_record(std::size_t begin) {
  drop_record();
  const std::size_t line_end = text_.find_first_of("\r\n", open_quote_);
  if (line_end == std::string_view::npos && !final_) return kNeedInput;
  const std::size_t end = std::min(line_end, text_.size());
  const std::size_t next = after_line_end(end);
  if (next == kNeedInput) return kNeedInput;
  add_unreadable(begin, end,
                 {FaultKind::kUnclosedQuote, offset32(open_quote_), offset32(out_.records.size()),
                  cell_count_});
  return next;
}

void PlainScanner::add_unreadable(std::size_t begin, std::size_t end, const Fault& fault) {
  drop_record();
  out_.faults.push_back(fault);
  out_.records.push_back(
      {offset32(begin), offset32(end), offset32(first_cell_), 0, RecordState::kUnreadable});
}

void PlainScanner::add_cell(std::size_t begin, std::size_t end, std::uint8_t flags) {
  if (cell_count_ < options_.max_columns) {
    out_.cells.push_back({offset32(begin), offset32(end), record::CellKind::kText, flags});
  } else if (cell_count_ == options_.max_columns) {
    surplus_begin_ = begin;
  }
  ++cell_count_;
}

// Each kind of fault is told once a cell. Those of one cell stand at the end of the list.
void PlainScanner::tell_once(FaultKind kind, std::size_t offset) {
  if (cell_count_ >= options_.max_columns) return;
  for (std::size_t i = out_.faults.size(); i > first_fault_; --i) {
    const Fault& fault = out_.faults[i - 1];
    if (fault.cell != cell_count_) break;
    if (fault.kind == kind) return;
  }
  out_.faults.push_back({kind, offset32(offset), offset32(out_.records.size()), cell_count_});
}

void PlainScanner::drop_record() {
  out_.cells.resize(first_cell_);
  out_.faults.resize(first_fault_);
}

void scan_plain(std::string_view text, bool final, const ScanOptions& options, Scan& out) {
  out.clear();
  PlainScanner scanner(text, final, options, out);
  while (out.consumed < text.size()) {
    const std::size_t next = scanner.cut(out.consumed);
    if (next == PlainScanner::kNeedInput) return;
    out.consumed = next;
  }
}

}  // namespace crosswalk::tabular
