// Cutting delimited text into records and cells: RFC 4180 quoting, any column count, any delimiter.
//
// scan() is a pure function of a contiguous stretch that starts at a record's first byte. Whole
// records become Records and Cells; the bytes of a record that is not whole yet are left for the
// caller to carry into the next call (which grows the stretch geometrically, so one cell of 100 MB
// costs linear time). Where the input is cut between calls changes nothing in what is found. Line
// ends: LF, CR LF, CR.
//   a,"x, y"\n       two cells: a and "x, y"
//   a,x"y"\n         a quote inside an unquoted cell is text: kStrayQuote at the first of the cell
//   a,"x"y,b\n       text behind a closing quote: kTextAfterQuote at y; the cell is "x"y, faulty
//   a,"x\nb,c\n      never closes: kUnclosedQuote at the quote; this one record is unreadable and
//                    ends with its line, and scanning goes on at b
//   ,,\n             delimiters only, or nothing: kBlankLine and no record; but "","" is a record
// An unreadable record has one fault, and no cells. A NUL byte is told once a cell: kNul.
// Test: tests/tabular/scanner_test.cc, held against scan_plain() (byte at a time) at every cut, and
// against fast-cpp-csv-parser on quote-free input.
#ifndef CROSSWALK_TABULAR_SCANNER_H
#define CROSSWALK_TABULAR_SCANNER_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/batch.h"

namespace crosswalk::tabular {

/// How a table is written. REQUIRES: delimiter and quote differ from each other and from CR and LF;
/// the delimiter is not NUL.
struct Dialect {
  char delimiter = ',';
  char quote = '"';  ///< 0: no quoting exists; quotes are text
};

/// What is wrong with the syntax of a cell or record.
enum class FaultKind : std::uint8_t {
  kStrayQuote,      ///< at the first quote inside an unquoted cell; once a cell
  kTextAfterQuote,  ///< at the first byte behind the closing quote; once a cell, which is kFaulty
  kUnclosedQuote,   ///< at the opening quote; the record is kUnreadable
  kNul,             ///< at the first NUL byte; once a cell, which is kFaulty
  kBlankLine,       ///< at the line's first byte; there is no record
  kTooManyColumns   ///< at the first cell above max_columns; the record is kUnreadable
};

/// One fault. Faults stand in the order of their offsets. `record` is the index of its Record in
/// this scan; for a kBlankLine it is the index of the next one.
struct Fault {
  FaultKind kind = FaultKind::kStrayQuote;
  std::uint32_t offset = 0;
  std::uint32_t record = 0;
  std::uint32_t cell = 0;  ///< index in the record

  friend bool operator==(const Fault&, const Fault&) = default;
};

/// What one call found. Offsets are relative to the text given.
struct Scan {
  std::vector<record::Record> records;
  std::vector<record::Cell> cells;
  std::vector<Fault> faults;
  std::size_t consumed = 0;  ///< bytes that whole records and their line ends took

  void clear() {
    records.clear();
    cells.clear();
    faults.clear();
    consumed = 0;
  }
};

/// Limits of one call.
struct ScanOptions {
  Dialect dialect;
  std::uint32_t max_columns = 10000;
  std::uint64_t max_record_bytes =
      8ULL << 20U;  ///< an unclosed quote is given up here, or at the end of the input
};

/// Scans whole records from `text` into `out` (which is cleared first). `final`: no more bytes will
/// come, so the last record may lack its line end. A CR or quote at the very end is not decided
/// until the next byte is seen, unless final. A quote must close within max_record_bytes of the
/// record's start; other records may be longer: they, and a stretch of more than max_record_bytes
/// without a whole record, are the caller's to report (limit.record-size).
/// REQUIRES: text.size() is under 4 GiB. Threads: pure. Cost: linear; no allocation once `out` is
/// warm.
void scan(std::string_view text, bool final, const ScanOptions& options, Scan& out);

/// The same, record by record and byte by byte: its twin in tests.
void scan_plain(std::string_view text, bool final, const ScanOptions& options, Scan& out);

/// Appends `text` as a canonical cell: quotes only around cells with delimiter, quote, CR or LF.
/// REQUIRES: dialect.quote != 0, or text holds none of delimiter, CR, LF.
void append_cell(std::string& out, std::string_view text, const Dialect& dialect);

/// Writes what append_cell() appends to `to` and returns the place behind it. `readable_end`: see
/// base::copy_text().
/// REQUIRES: as append_cell(), and room for 2 * text.size() + 2 + base::kCopyBlock bytes.
char* put_cell(char* to, std::string_view text, const Dialect& dialect, const char* readable_end);

/// True if one of the bytes of `text` is one of `bytes`. Cost: linear, eight bytes at a time.
bool holds_one_of(std::string_view text, const std::array<char, 4>& bytes);

/// True if append_cell would put quotes around `text`.
bool needs_quotes(std::string_view text, const Dialect& dialect);

}  // namespace crosswalk::tabular

#endif  // CROSSWALK_TABULAR_SCANNER_H
