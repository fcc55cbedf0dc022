// Any bytes as the rows of a header/data body, strict and tolerant.
//
// What must hold: the text cut anywhere gives the same records, cells and faults as the whole text;
// records follow each other; cells lie in their record.
// The choices are where to cut, and whether reading is tolerant.
#include <string_view>
#include <vector>

#include "json/row_scanner.h"
#include "support/bytes.h"
#include "support/require.h"

namespace {

using crosswalk::fuzz::require;
using crosswalk::json::ParseOptions;
using crosswalk::json::RowFault;
using crosswalk::json::RowScan;
using crosswalk::json::RowStop;
using crosswalk::record::Cell;
using crosswalk::record::Record;

struct Scanned {
  std::vector<Record> records;
  std::vector<Cell> cells;
  std::vector<RowFault> faults;
  std::size_t consumed = 0;
  RowStop stop = RowStop::kNeedInput;
  bool at_first = true;

  // Scans what is not consumed of `text`, and moves what is found to its place in the whole.
  void scan(std::string_view text, bool final, const ParseOptions& options) {
    const auto base = static_cast<std::uint32_t>(consumed);
    const std::size_t old_records = records.size();
    const std::size_t old_cells = cells.size();
    const std::size_t old_faults = faults.size();
    const RowScan result = scan_rows(text.substr(consumed), final, options, 1U << 30U, at_first,
                                     records, cells, faults);
    for (std::size_t i = old_records; i < records.size(); ++i) {
      records[i].begin += base;
      records[i].end += base;
    }
    for (std::size_t i = old_cells; i < cells.size(); ++i) {
      cells[i].begin += base;
      cells[i].end += base;
    }
    for (std::size_t i = old_faults; i < faults.size(); ++i) faults[i].fault.offset += base;
    consumed += result.consumed;
    stop = result.stop;
  }
};

bool same_faults(const std::vector<RowFault>& a, const std::vector<RowFault>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool same = a[i].record == b[i].record && a[i].fault.kind == b[i].fault.kind &&
                      a[i].fault.offset == b[i].fault.offset &&
                      a[i].fault.mended == b[i].fault.mended;
    if (!same) return false;
  }
  return true;
}

void check_order(const Scanned& scanned, std::size_t size) {
  std::uint32_t end = 0;
  for (const Record& record : scanned.records) {
    require(end <= record.begin && record.begin < record.end);
    end = record.end;
    std::uint32_t cell_end = record.begin;
    for (std::uint32_t i = 0; i < record.cell_count; ++i) {
      const Cell& cell = scanned.cells[record.first_cell + i];
      require(cell_end <= cell.begin && cell.begin <= cell.end && cell.end <= record.end);
      cell_end = cell.end;
    }
  }
  require(end <= size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  crosswalk::fuzz::Bytes bytes(data, size);
  const std::string_view text = bytes.text();
  const std::size_t cut_at = bytes.below(text.size() + 1);
  const ParseOptions options{bytes.flag(), 64};
  Scanned whole;
  whole.scan(text, true, options);
  check_order(whole, text.size());
  Scanned cut;
  cut.scan(text.substr(0, cut_at), false, options);
  if (cut.stop == RowStop::kNeedInput) cut.scan(text, true, options);
  require(cut.records == whole.records && cut.cells == whole.cells);
  require(same_faults(cut.faults, whole.faults));
  require(cut.consumed == whole.consumed && cut.stop == whole.stop);
  return 0;
}
