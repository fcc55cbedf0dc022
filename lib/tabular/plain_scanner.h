// One record at a time, one byte at a time: the plain way to cut a table.
//
// It is the definition of what scan() finds. scan_plain() runs it over a whole stretch; the vector
// scanner hands it every stretch that holds something irregular (a stray quote, text after a quote,
// a NUL byte, a lone CR, an unclosed quote, a row over a limit) and takes over again behind it.
//   "a ""b""",c\n   two cells; the first is quoted and escaped
//   a,"b\nc         no end in sight: nothing is cut until more bytes come, or the input ends
// Test: tests/tabular/plain_scanner_test.cc.
#ifndef CROSSWALK_TABULAR_PLAIN_SCANNER_H
#define CROSSWALK_TABULAR_PLAIN_SCANNER_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tabular/scanner.h"

namespace crosswalk::tabular {

/// Cuts records out of one stretch of text and appends them to one Scan.
/// Ownership: text, options and out must outlive it. Threads: one.
class PlainScanner {
 public:
  /// No record can be cut: it does not end in this text, and more bytes may come.
  static constexpr std::size_t kNeedInput = static_cast<std::size_t>(-1);

  PlainScanner(std::string_view text, bool final, const ScanOptions& options, Scan& out);

  /// Cuts the record or blank line that begins at `begin` and returns where the next one begins, or
  /// kNeedInput, and then nothing was appended. REQUIRES: begin < text.size(). Cost: linear in the
  /// record; an unclosed quote costs up to max_record_bytes.
  std::size_t cut(std::size_t begin);

 private:
  static constexpr std::size_t kUnclosed = kNeedInput - 1;

  static bool is_place(std::size_t end) { return end < kUnclosed; }
  std::size_t cut_cells(std::size_t begin);
  std::size_t cut_cell(std::size_t begin);
  std::size_t cut_quoted_cell(std::size_t begin);
  std::size_t find_closing_quote(std::size_t open, std::uint8_t& flags) const;
  std::size_t skip_text(std::size_t from, bool tells_quotes, std::uint8_t& flags);
  std::size_t after_line_end(std::size_t end) const;
  void finish_record(std::size_t begin, std::size_t end);
  std::size_t give_up_record(std::size_t begin);
  void add_unreadable(std::size_t begin, std::size_t end, const Fault& fault);
  void add_cell(std::size_t begin, std::size_t end, std::uint8_t flags);
  void tell_once(FaultKind kind, std::size_t offset);
  void drop_record();

  std::string_view text_;
  bool final_;
  const ScanOptions& options_;
  Scan& out_;
  std::array<bool, 256> is_special_{};  // bytes that are more than text in an unquoted cell

  // The record being cut.
  std::size_t first_cell_ = 0;     // in out_.cells
  std::size_t first_fault_ = 0;    // in out_.faults
  std::uint32_t cell_count_ = 0;   // goes on counting above max_columns
  std::string_view reach_;         // text_ up to where quotes of the record must close
  bool reach_grows_ = false;       // with more input
  std::size_t open_quote_ = 0;     // of the last quoted cell
  std::size_t surplus_begin_ = 0;  // of the first cell above max_columns
};

}  // namespace crosswalk::tabular

#endif  // CROSSWALK_TABULAR_PLAIN_SCANNER_H
