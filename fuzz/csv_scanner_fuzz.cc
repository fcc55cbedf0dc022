// Any bytes as delimited text, cut by the vector scanner and by the plain one, whole and in pieces.
//
// What must hold: scan() finds what scan_plain() finds, final or not; cutting the text anywhere
// changes nothing; faults stand in the order of their offsets; records follow each other, and cells
// lie in their record.
//   a,"b\nc   not final: both cut nothing
// The choices are delimiter, quoting, limits, whether more may come, and where to cut.
#include <algorithm>
#include <string>
#include <vector>

#include "support/bytes.h"
#include "support/require.h"
#include "tabular/scan_text.h"
#include "tabular/scanner.h"

namespace {

using namespace crosswalk;
using fuzz::Bytes;
using fuzz::require;
using tabular::Scan;
using tabular::ScanOptions;

ScanOptions choose_options(Bytes& bytes) {
  ScanOptions options;
  options.dialect.delimiter = bytes.pick(std::string(",;|\ta"));
  if (bytes.flag()) options.dialect.quote = 0;
  if (const std::uint8_t most = bytes.byte(); most != 0) options.max_record_bytes = most;
  if (const std::uint8_t most = bytes.byte(); most != 0) options.max_columns = most;
  return options;
}

Scan scan_whole(std::string_view text, const ScanOptions& options) {
  Scan whole;
  tabular::scan(text, true, options, whole);
  return whole;
}

void check_order(const Scan& scan) {
  require(std::ranges::is_sorted(scan.faults, {}, &tabular::Fault::offset));
  std::uint32_t end = 0;
  for (const record::Record& record : scan.records) {
    require(end <= record.begin && record.begin <= record.end && record.end <= scan.consumed);
    end = record.end;
    std::uint32_t cell_end = record.begin;
    for (std::uint32_t i = 0; i < record.cell_count; ++i) {
      const record::Cell& cell = scan.cells[record.first_cell + i];
      require(cell_end <= cell.begin && cell.begin <= cell.end && cell.end <= record.end);
      cell_end = cell.end;
    }
  }
}

std::vector<std::size_t> choose_cuts(Bytes& bytes, std::size_t size) {
  std::vector<std::size_t> cuts;
  while (bytes.has_choices() && cuts.size() < 16) cuts.push_back(bytes.below(size + 1));
  std::ranges::sort(cuts);
  return cuts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const ScanOptions options = choose_options(bytes);
  for (const bool is_final : {false, true}) {
    Scan fast;
    Scan plain;
    tabular::scan(bytes.text(), is_final, options, fast);
    tabular::scan_plain(bytes.text(), is_final, options, plain);
    require(fast == plain);
    check_order(fast);
  }
  const std::vector<std::size_t> cuts = choose_cuts(bytes, bytes.text().size());
  require(tabular::scan_in_pieces(bytes.text(), cuts, options) ==
          scan_whole(bytes.text(), options));
  return 0;
}
