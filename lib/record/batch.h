// A batch: a stretch of input that holds whole records, cut into cells. The unit of the pipeline.
//
// Readers (lib/layout) cut the input into a Head (everything before the first record: byte order
// mark, header line, or
// `{"header":[...],"data":[`) and batches that follow each other without a gap, so every input byte
// belongs to exactly one of them and places add up (base/position.h). A batch owns its bytes; cells
// are spans into them. Batches know nothing of each other, so they can be checked and converted in
// any order and on any thread, and are merged in input order.
#ifndef CROSSWALK_RECORD_BATCH_H
#define CROSSWALK_RECORD_BATCH_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/finding.h"
#include "diagnostics/raw_finding.h"

namespace crosswalk::record {

/// How a cell stands in the input. CSV cells are kText: their type is decided by their column's
/// schema.
enum class CellKind : std::uint8_t { kText, kString, kNumber, kTrue, kFalse, kNull, kContainer };

/// A cell's place and kind. `begin..end` are the raw bytes, quotes included.
struct Cell {
  static constexpr std::uint8_t kQuoted = 1;  ///< quotes stand around the value
  static constexpr std::uint8_t kEscaped =
      2;  ///< doubled quotes or backslashes inside: the value differs from the bytes
  static constexpr std::uint8_t kFaulty =
      4;  ///< the reader has already complained about it: not checked further
  static constexpr std::uint8_t kPercent =
      8;  ///< kText of a form: percent-encoded; kEscaped stands with it

  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  CellKind kind = CellKind::kText;
  std::uint8_t flags = 0;

  friend bool operator==(const Cell&, const Cell&) = default;
};

/// What a record is worth before any schema is asked.
enum class RecordState : std::uint8_t {
  kReadable,    ///< cells are good to check
  kWrongWidth,  ///< cells are there, but not as many as columns; told once, cells are not checked
  kUnreadable,  ///< broken syntax; has no cells
};

/// One record: its raw bytes without separator or line end, and its cells.
struct Record {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t first_cell = 0;
  std::uint32_t cell_count = 0;
  RecordState state = RecordState::kReadable;

  friend bool operator==(const Record&, const Record&) = default;
};

/// A stretch of input with whole records. Reused by readers: clear() keeps capacity.
struct Batch {
  std::string bytes;            ///< owned; at most 1 GiB
  std::vector<Cell> cells;      ///< of all records, in order
  std::vector<Record> records;  ///< in input order
  std::vector<diagnostics::RawFinding>
      findings;  ///< of structure: quotes, syntax, width; by offset
  std::vector<diagnostics::RawFinding> of_envelope;  ///< told whichever records are chosen
  bool is_encoded = false;         ///< cells of a form: what they hold is not seen in `bytes`
  std::uint64_t number = 0;        ///< 0-based number of the batch in its input
  std::uint64_t first_record = 1;  ///< 1-based number of records[0] in its input

  void clear() {
    bytes.clear();
    cells.clear();
    records.clear();
    findings.clear();
    of_envelope.clear();
    is_encoded = false;
  }
};

/// A column of a table: its name and where that stands in the head.
struct Column {
  std::string name;          ///< decoded, blanks around it removed
  std::uint32_t offset = 0;  ///< first byte of the name's cell in Head::bytes
  std::uint32_t length = 0;  ///< bytes of the cell
  bool stated = true;        ///< false if the name did not stand in the input (given by option)
};

/// Everything before the first record, and what is known of what stands behind the last one.
struct Head {
  std::string bytes;
  std::string tail;     ///< what stands behind the records, where its reader knows it beforehand:
                        ///< columns and findings may be there, their offsets those of the input
  Position tail_place;  ///< where the tail begins in the input
  std::uint32_t columns_offset = 0;  ///< where a missing column is told: the bracket of the names
                                     ///< in JSON, else 0
  std::vector<Column> columns;
  std::vector<diagnostics::RawFinding> findings;
};

/// The value of a cell as text: the bytes themselves where nothing is escaped, else decoded into
/// `scratch`. CSV: doubled quotes become one. Forms: percent-encoding is resolved. JSON strings:
/// escapes are resolved to UTF-8 (a lone surrogate becomes U+FFFD). Ownership: the view points into
/// `bytes` or `scratch`.
std::string_view cell_text(std::string_view bytes, const Cell& cell, std::string& scratch);

}  // namespace crosswalk::record

#endif  // CROSSWALK_RECORD_BATCH_H
