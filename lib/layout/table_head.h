// The header line of a delimited table: which delimiter, which columns.
//
// The delimiter is the candidate that cuts the first line into the most cells, or into as many as
// there are known to be columns. A line that stays in
// one piece although another usual delimiter would cut it is told (csv.delimiter), because all that
// followed would be noise.
//   id;name\n  with candidates , and ;   ->  ; and the columns id, name
//   id;name;age\n  with the candidate ,  ->  csv.delimiter, no table
//   id, name\n                           ->  the columns id, name and csv.header-space at the
//   second
// Does not work for a table without a header line: its first record would become the columns; such
// a table needs names from the caller. Test: tests/layout/table_head_test.cc.
#ifndef CROSSWALK_LAYOUT_TABLE_HEAD_H
#define CROSSWALK_LAYOUT_TABLE_HEAD_H

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/reporter.h"
#include "record/batch.h"
#include "tabular/scanner.h"

namespace crosswalk::layout {

/// Delimiters, limits and names of one table's head.
struct TableHeadOptions {
  std::vector<char> delimiters;  ///< candidates, at least one
  tabular::ScanOptions scan;     ///< its delimiter is not used
  std::size_t columns = 0;       ///< how many there are, if that is known: such a cut wins
};

/// The first line of a table.
/// Threads: one.
class TableHead {
 public:
  /// REQUIRES: there is a candidate.
  explicit TableHead(TableHeadOptions options) : options_(std::move(options)) {}

  /// Looks at `text`, which begins at the first line (`final`: it is the whole input), and chooses
  /// the delimiter. False: the line is not whole yet, call again with more. Cost: linear in a
  /// few KiB, or in the text if the line is longer; once a candidate.
  bool measure(std::string_view text, bool final);
  /// The dialect that was chosen. REQUIRES: measure() returned true.
  [[nodiscard]] const tabular::Dialect& dialect() const { return options_.scan.dialect; }
  /// Bytes of the line and its end.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  /// Reads the columns from the line that measure() saw. `offset` is where `text` begins in the
  /// head; `columns` and `findings` get places relative to the head. False: there is no table to
  /// read, and a finding says why. REQUIRES: measure(text, ...) returned true.
  bool read(std::string_view text, std::size_t offset, const Reporter& reporter,
            std::vector<record::Column>& columns, Findings& findings);

 private:
  tabular::Scan scan_with(char delimiter, std::string_view text, bool final) const;
  [[nodiscard]] diagnostics::RawFinding damage() const;
  [[nodiscard]] bool is_usable() const;
  [[nodiscard]] bool is_better(const tabular::Scan& scan) const;
  [[nodiscard]] char better_delimiter(std::string_view text) const;
  record::Column read_column(std::string_view text, std::size_t offset, std::uint32_t cell,
                             const Reporter& reporter, Findings& findings) const;

  TableHeadOptions options_;
  tabular::Scan scan_;  // with the chosen delimiter; only its first record counts
  std::size_t bytes_ = 0;
};

}  // namespace crosswalk::layout

#endif  // CROSSWALK_LAYOUT_TABLE_HEAD_H
