// Quote-free rows, cut by our scanner and by fast-cpp-csv-parser, which knows nothing of us.
//
// What must hold: every line is a record for both, with the same cells, or has the wrong number of
// cells for both. A line of delimiters alone is no record here and a row of empty cells there.
//   a|b\nc\n   with two columns: two cells, then a line that is too short
// Left out, as that parser is known to treat them otherwise: NUL (it cuts the line there), a CR
// without its LF (it knows no such line end), a byte order mark (it reads past it).
// The choices are the delimiter and the number of columns, one to five.
#define CSV_IO_NO_THREAD
#include <libfccp/csv.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/bytes.h"
#include "support/require.h"
#include "tabular/scanner.h"

namespace {

using namespace crosswalk;
using fuzz::require;

/// A line: its cells, if there are as many as columns.
using Line = std::optional<std::vector<std::string>>;

bool is_known_otherwise(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_lone_cr = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] == '\0' || is_lone_cr) return true;
  }
  return text.starts_with("\xEF\xBB\xBF");
}

// How many cells a line of delimiters alone has.
std::size_t cells_of_blank(std::string_view line, char delimiter) {
  return std::min(line.find_first_not_of(delimiter), line.size()) + 1;
}

std::vector<Line> lines_of_scan(std::string_view text, char delimiter, std::size_t columns) {
  tabular::Scan scan;
  tabular::ScanOptions options;
  options.dialect = {delimiter, 0};
  tabular::scan(text, true, options, scan);
  std::vector<Line> lines;
  std::size_t fault = 0;
  const auto add_blanks_before = [&](std::uint32_t offset) {
    for (; fault < scan.faults.size() && scan.faults[fault].offset < offset; ++fault) {
      const bool fits =
          cells_of_blank(text.substr(scan.faults[fault].offset), delimiter) == columns;
      lines.push_back(fits ? Line(std::vector<std::string>(columns)) : std::nullopt);
    }
  };
  for (const record::Record& record : scan.records) {
    add_blanks_before(record.begin);
    lines.emplace_back();
    if (record.cell_count != columns) continue;
    lines.back().emplace();
    for (std::uint32_t i = 0; i < columns; ++i) {
      const record::Cell& cell = scan.cells[record.first_cell + i];
      lines.back()->emplace_back(text.substr(cell.begin, cell.end - cell.begin));
    }
  }
  add_blanks_before(static_cast<std::uint32_t>(text.size()));
  return lines;
}

template <char kDelimiter, std::size_t... kColumn>
std::vector<Line> lines_of_other(std::string_view text, std::index_sequence<kColumn...>) {
  io::CSVReader<sizeof...(kColumn), io::trim_chars<>, io::no_quote_escape<kDelimiter>> reader(
      "text", text.data(), text.data() + text.size());
  std::vector<Line> lines;
  std::array<std::string, sizeof...(kColumn)> cells;
  for (;;) {
    try {
      if (!reader.read_row(cells[kColumn]...)) return lines;
      lines.emplace_back(std::vector<std::string>(cells.begin(), cells.end()));
    } catch (const io::error::too_few_columns&) {
      lines.emplace_back();
    } catch (const io::error::too_many_columns&) {
      lines.emplace_back();
    }
  }
}

template <std::size_t kColumns>
void compare(std::string_view text, char delimiter) {
  const auto columns = std::make_index_sequence<kColumns>{};
  const std::vector<Line> other = delimiter == '|'   ? lines_of_other<'|'>(text, columns)
                                  : delimiter == ',' ? lines_of_other<','>(text, columns)
                                                     : lines_of_other<'\t'>(text, columns);
  require(lines_of_scan(text, delimiter, kColumns) == other);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const char delimiter = bytes.pick(std::string("|,\t"));
  const std::size_t columns = bytes.below(5);
  if (is_known_otherwise(bytes.text())) return 0;
  constexpr void (*kCompare[])(std::string_view, char) = {compare<1>, compare<2>, compare<3>,
                                                          compare<4>, compare<5>};
  kCompare[columns](bytes.text(), delimiter);
  return 0;
}
