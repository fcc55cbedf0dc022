// Rows between their commas: see row_scanner.h.
//
// A row is read the fast way (plain_row.h) or, if there is anything special in it, by the reader.
// Nothing is taken before all that it depends on is in sight, so any cut of the text gives the same
// records, cells and faults. After damage that hides a row's end, reading resumes at the next `[`
// that follows a `]` (and a comma) or begins a line, or at the `]` that follows a `]`:
//   ["a" "b"],      one unreadable record,
//   ["c","d"]]      and one good one
//   ["a","b",       a row without its `]` takes the next ones for nested values: it is not told
//   ["c","d"],...   apart from a row that has them
// Test: tests/json/row_scanner_test.cc.
#include "json/row_scanner.h"

#include <algorithm>
#include <optional>

#include "json/plain_row.h"
#include "json/reader.h"
#include "json/row_cells.h"
#include "json/scan.h"

namespace crosswalk::json {

using record::Cell;
using record::RecordState;

namespace {

constexpr std::string_view kWantRow = "a row in [ ]";
constexpr std::string_view kWantCommaOrEnd = "a comma or ]";

// Where reading can go on after damage at `from`, if that is in sight. Outside a row, a `[` after a
// comma is enough.
std::optional<std::uint32_t> find_next_row(std::string_view text, std::uint32_t from, bool in_row) {
  char before = '\0';
  bool row_closed = false;
  bool line_begins = false;
  for (std::uint32_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n' || c == '\r') line_begins = true;
    if (is_blank(c)) continue;
    if (c == '[' && (row_closed || line_begins)) return i;
    if (c == ']' && before == ']') return i;
    row_closed = c == ']' || (c == ',' && (before == ']' || !in_row));
    before = c;
    line_begins = false;
  }
  return std::nullopt;
}

// The end of damage that reaches to `end`: without the blanks and the comma before the next row.
std::uint32_t trimmed_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const auto trim = [&] {
    while (end > begin && is_blank(text[end - 1])) --end;
  };
  trim();
  if (end > begin + 1 && text[end - 1] == ',') --end;
  trim();
  return end;
}

// The commas between two rows.
struct Commas {
  std::uint32_t count = 0;
  std::optional<std::uint32_t> extra;  // offset of the first one too many
};

class RowScanner {
 public:
  RowScanner(std::string_view text, bool final, const ParseOptions& options, bool& at_first,
             std::vector<record::Record>& records, std::vector<Cell>& cells,
             std::vector<RowFault>& faults)
      : text_(text),
        final_(final),
        options_(options),
        at_first_(at_first),
        records_(records),
        cells_(cells),
        faults_(faults) {}

  RowScan scan(std::uint32_t max_records);

 private:
  // Each returns true if scanning goes on; false: stop_ says why it does not.
  bool take_next(std::size_t enough_records);
  bool take_array_end(const Commas& commas);
  bool take_row();
  bool take_irregular_row();
  bool take_other(const Fault& fault);
  bool take_damage(const Fault& fault, std::uint32_t from);

  Commas skip_commas();
  void settle_separators(const Commas& commas);
  ReadState read(bool tolerant, bool row, std::vector<Fault>& faults, std::uint32_t& end);
  bool add_row(std::uint32_t end, std::size_t first_cell);
  bool add_unreadable(std::uint32_t end, const Fault& fault);
  void add_row_faults(std::vector<Fault>& faults, std::size_t first_cell);
  void report_between(FaultKind kind, std::string_view expected, std::uint32_t offset, bool mended);
  bool stop(RowStop why);
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  std::string_view text_;
  bool final_;
  ParseOptions options_;
  bool& at_first_;
  std::vector<record::Record>& records_;
  std::vector<Cell>& cells_;
  std::vector<RowFault>& faults_;
  RowStop stop_ = RowStop::kNeedInput;
  std::uint32_t taken_ = 0;  // everything before it is settled
  std::uint32_t at_ = 0;     // the element being looked at
};

RowScan RowScanner::scan(std::uint32_t max_records) {
  const std::size_t enough_records = records_.size() + max_records;
  while (take_next(enough_records)) {
  }
  return {stop_, taken_};
}

bool RowScanner::take_next(std::size_t enough_records) {
  at_ = taken_;
  const Commas commas = skip_commas();
  if (at_ == size()) {
    if (final_) taken_ = at_;
    return stop(RowStop::kNeedInput);
  }
  const char c = text_[at_];
  if (c == ']') return take_array_end(commas);
  const bool comma_missing = !at_first_ && commas.count == 0;
  if (comma_missing && c != '[') {
    return take_other({FaultKind::kSyntax, at_, std::string(kWantCommaOrEnd), false});
  }
  settle_separators(commas);
  if (records_.size() >= enough_records) return stop(RowStop::kNeedInput);
  return c == '[' ? take_row()
                  : take_other({FaultKind::kSyntax, at_, std::string(kWantRow), false});
}

Commas RowScanner::skip_commas() {
  Commas commas;
  const std::uint32_t allowed = at_first_ ? 0 : 1;
  for (;; ++at_) {
    while (at_ < size() && is_blank(text_[at_])) ++at_;
    if (at_ == size() || text_[at_] != ',') return commas;
    if (++commas.count == allowed + 1) commas.extra = at_;
  }
}

void RowScanner::settle_separators(const Commas& commas) {
  if (!at_first_ && commas.count == 0) {
    report_between(FaultKind::kSyntax, kWantCommaOrEnd, at_, false);
  }
  if (commas.extra) {
    report_between(FaultKind::kElidedElement, kWantRow, *commas.extra, options_.tolerant);
  }
  taken_ = at_;
  at_first_ = true;
}

bool RowScanner::take_array_end(const Commas& commas) {
  if (commas.extra) {
    report_between(FaultKind::kElidedElement, kWantRow, *commas.extra, options_.tolerant);
  } else if (commas.count != 0) {
    report_between(FaultKind::kTrailingComma, kWantRow, at_, options_.tolerant);
  }
  taken_ = at_ + 1;
  return stop(RowStop::kArrayEnd);
}

bool RowScanner::take_row() {
  const std::size_t first_cell = cells_.size();
  const std::uint32_t end = scan_plain_row(text_, at_, cells_);
  if (end != 0) return add_row(end, first_cell);
  cells_.resize(first_cell);
  return take_irregular_row();
}

bool RowScanner::take_irregular_row() {
  const std::size_t first_cell = cells_.size();
  std::vector<Fault> faults;
  std::uint32_t end = 0;
  ReadState state = read(options_.tolerant, true, faults, end);
  if (state == ReadState::kWhole) {
    add_row_faults(faults, first_cell);
    return add_row(end, first_cell);
  }
  cells_.resize(first_cell);
  if (state == ReadState::kNeedInput) return stop(RowStop::kNeedInput);
  const Fault stopped = faults.back();
  if (!options_.tolerant) state = read(true, true, faults, end);
  cells_.resize(first_cell);
  if (state == ReadState::kNeedInput) return stop(RowStop::kNeedInput);
  return state == ReadState::kWhole ? add_unreadable(end, stopped) : take_damage(stopped, end);
}

// An element that is no row, or stands where a comma should.
bool RowScanner::take_other(const Fault& fault) {
  const std::size_t first_cell = cells_.size();
  std::vector<Fault> faults;
  std::uint32_t end = 0;
  const ReadState state = read(true, false, faults, end);
  cells_.resize(first_cell);
  if (state == ReadState::kNeedInput) return stop(RowStop::kNeedInput);
  return state == ReadState::kWhole ? add_unreadable(end, fault) : take_damage(fault, end);
}

bool RowScanner::take_damage(const Fault& fault, std::uint32_t from) {
  const std::optional<std::uint32_t> next = find_next_row(text_, from, text_[at_] == '[');
  if (!next && !final_) return stop(RowStop::kNeedInput);
  add_unreadable(trimmed_end(text_, at_, next.value_or(size())), fault);
  taken_ = next.value_or(at_);
  at_first_ = true;
  return next ? true : stop(RowStop::kLost);
}

// Reads the element at at_; its cells are appended to cells_.
ReadState RowScanner::read(bool tolerant, bool row, std::vector<Fault>& faults,
                           std::uint32_t& end) {
  ReadSettings settings;
  settings.parse = {tolerant, options_.max_depth};
  settings.row = row;
  settings.final = final_;
  RowCells handler(text_, cells_);
  Reader reader(text_, settings, handler, faults);
  const ReadState state = reader.read(at_);
  end = reader.position();
  return state;
}

bool RowScanner::add_row(std::uint32_t end, std::size_t first_cell) {
  records_.push_back({at_, end, static_cast<std::uint32_t>(first_cell),
                      static_cast<std::uint32_t>(cells_.size() - first_cell),
                      RecordState::kReadable});
  taken_ = end;
  at_first_ = false;
  return true;
}

bool RowScanner::add_unreadable(std::uint32_t end, const Fault& fault) {
  faults_.push_back({fault, static_cast<std::uint32_t>(records_.size())});
  records_.push_back(
      {at_, end, static_cast<std::uint32_t>(cells_.size()), 0, RecordState::kUnreadable});
  taken_ = end;
  at_first_ = false;
  return true;
}

void RowScanner::add_row_faults(std::vector<Fault>& faults, std::size_t first_cell) {
  std::stable_sort(faults.begin(), faults.end(),
                   [](const Fault& a, const Fault& b) { return a.offset < b.offset; });
  for (const Fault& fault : faults) {
    faults_.push_back({fault, static_cast<std::uint32_t>(records_.size())});
    if (fault.mended) continue;
    for (std::size_t i = first_cell; i < cells_.size(); ++i) {
      const bool inside = cells_[i].begin <= fault.offset && fault.offset < cells_[i].end;
      if (inside) cells_[i].flags |= Cell::kFaulty;
    }
  }
}

void RowScanner::report_between(FaultKind kind, std::string_view expected, std::uint32_t offset,
                                bool mended) {
  faults_.push_back({{kind, offset, std::string(expected), mended}, diagnostics::kNoRecord});
}

bool RowScanner::stop(RowStop why) {
  stop_ = why;
  return false;
}

}  // namespace

RowScan scan_rows(std::string_view text, bool final, const ParseOptions& options,
                  std::uint32_t max_records, bool& at_first, std::vector<record::Record>& records,
                  std::vector<Cell>& cells, std::vector<RowFault>& faults) {
  return RowScanner(text, final, options, at_first, records, cells, faults).scan(max_records);
}

}  // namespace crosswalk::json
