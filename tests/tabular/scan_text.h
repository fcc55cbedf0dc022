// A Scan as text, so that a test says what it expects in one line, and a failing twin shows both;
// and a text scanned as it comes in pieces.
//
//   a,"b"\n   is   `[a|"b"q]`   ; an unreadable record is `<raw bytes>`, faults follow as `stray@3`
// Letters behind a cell: q quoted, e escaped, f faulty.
#ifndef CROSSWALK_TESTS_TABULAR_SCAN_TEXT_H
#define CROSSWALK_TESTS_TABULAR_SCAN_TEXT_H

#include <string>
#include <string_view>
#include <vector>

#include "tabular/scanner.h"

namespace crosswalk::tabular {

inline std::string_view name_of(FaultKind kind) {
  switch (kind) {
    case FaultKind::kStrayQuote:
      return "stray";
    case FaultKind::kTextAfterQuote:
      return "text";
    case FaultKind::kUnclosedQuote:
      return "unclosed";
    case FaultKind::kNul:
      return "nul";
    case FaultKind::kBlankLine:
      return "blank";
    case FaultKind::kTooManyColumns:
      return "columns";
  }
  return "?";
}

inline std::string cell_as_text(std::string_view text, const record::Cell& cell) {
  std::string out(text.substr(cell.begin, cell.end - cell.begin));
  if ((cell.flags & record::Cell::kQuoted) != 0) out += 'q';
  if ((cell.flags & record::Cell::kEscaped) != 0) out += 'e';
  if ((cell.flags & record::Cell::kFaulty) != 0) out += 'f';
  return out;
}

/// Records, then faults as kind@offset, each with its record and cell.
inline std::string as_text(std::string_view text, const Scan& scan) {
  std::string out;
  for (const record::Record& record : scan.records) {
    if (record.state == record::RecordState::kUnreadable) {
      out += "<" + std::string(text.substr(record.begin, record.end - record.begin)) + ">";
      continue;
    }
    out += "[";
    for (std::uint32_t i = 0; i < record.cell_count; ++i) {
      if (i > 0) out += "|";
      out += cell_as_text(text, scan.cells[record.first_cell + i]);
    }
    out += "]";
  }
  for (const Fault& fault : scan.faults) {
    out += " " + std::string(name_of(fault.kind)) + "@" + std::to_string(fault.offset) + ":" +
           std::to_string(fault.record) + "." + std::to_string(fault.cell);
  }
  return out;
}

inline bool operator==(const Scan& a, const Scan& b) {
  return a.records == b.records && a.cells == b.cells && a.faults == b.faults &&
         a.consumed == b.consumed;
}

/// Appends to `whole` what one call found, `shift` bytes into the input.
inline void append_scan(const Scan& part, std::size_t shift, Scan& whole) {
  const auto bytes = static_cast<std::uint32_t>(shift);
  const auto first_cell = static_cast<std::uint32_t>(whole.cells.size());
  const auto first_record = static_cast<std::uint32_t>(whole.records.size());
  for (record::Record record : part.records) {
    record.begin += bytes;
    record.end += bytes;
    record.first_cell += first_cell;
    whole.records.push_back(record);
  }
  for (record::Cell cell : part.cells) {
    cell.begin += bytes;
    cell.end += bytes;
    whole.cells.push_back(cell);
  }
  for (Fault fault : part.faults) {
    fault.offset += bytes;
    fault.record += first_record;
    whole.faults.push_back(fault);
  }
  whole.consumed += part.consumed;
}

/// Scans `text` as it comes in pieces that end at `cuts`.
inline Scan scan_in_pieces(std::string_view text, const std::vector<std::size_t>& cuts,
                           const ScanOptions& options) {
  Scan whole;
  Scan part;
  for (const std::size_t cut : cuts) {
    const std::size_t begin = whole.consumed;
    scan(text.substr(begin, cut - begin), false, options, part);
    append_scan(part, begin, whole);
  }
  const std::size_t begin = whole.consumed;
  scan(text.substr(begin), true, options, part);
  append_scan(part, begin, whole);
  return whole;
}

}  // namespace crosswalk::tabular

#endif  // CROSSWALK_TESTS_TABULAR_SCAN_TEXT_H
