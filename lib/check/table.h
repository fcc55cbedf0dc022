// The rule program bound to a table's header: each column gets its schema node once, then rows are
// judged cell by cell.
//
// Keywords about names (required, additionalProperties, propertyNames) run once, on the header, and
// report there; keywords about values run on cells. A CSV cell is typed by its column's `as` (else
// by `type`): text that has the form becomes a number or boolean, other text stays text, so "types
// come from the schema, never from guessing". An empty CSV cell is the empty text, or absent where
// the format's `missing` does not list `empty`. Threads: TableProgram is immutable and shared; a
// TableChecker belongs to one thread. Test: tests/check/table_test.cc, held against Program::check
// on rows written as objects, and against valijson.
#ifndef CROSSWALK_CHECK_TABLE_H
#define CROSSWALK_CHECK_TABLE_H

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/key.h"
#include "check/program.h"
#include "check/typed_cell.h"
#include "record/batch.h"

namespace crosswalk::check {

/// What the header is held against besides its schema.
struct BindOptions {
  const diagnostics::RulePolicy* policy = nullptr;  ///< not null; outlives the program
  std::int64_t now_unix = 0;
  const format::Operation* operation = nullptr;             ///< `--operation`; may be null
  std::optional<std::vector<std::string>> earlier_columns;  ///< `--columns-of`
  bool nfc = false;                                         ///< see RunOptions
  bool writes_csv = false;  ///< the run's output is a CSV: csv.formula is a warning
  std::vector<format::NodeId> record_nodes;  ///< that judge a row; empty: the definition's record
};

/// What was seen in the columns so far: one entry for each `down` condition of each column. Merged
/// in any order.
struct ColumnFacts {
  struct Seen {
    bool seen = false;
    std::uint64_t record = 0;  ///< 1-based number in the input of the first record where it held
    std::uint64_t count = 0;   ///< records where it held, exact
  };
  std::vector<Seen> seen;
  /// Counts entry number `entry` for `count` more records, of which `record` is the first.
  void note(std::uint32_t entry, std::uint64_t count, std::uint64_t record);
  void merge(const ColumnFacts& other);
};

/// The verdict on one batch.
struct CheckedBatch {
  std::vector<diagnostics::RawFinding>
      findings;  ///< the batch's own (structure) and the program's, sorted by comes_before
  std::vector<std::uint8_t> has_error;    ///< by record: an error of any kind in it
  std::vector<std::uint32_t> unreadable;  ///< records that only the check found to be so, in order
  std::vector<RecordKey> keys;  ///< of readable records, in order; empty if uniqueness is off
  std::vector<RecordKey>
      made_keys;  ///< of the records made of them, for the target's checks; their
                  ///< places are those of the values that they were made of
  ColumnFacts facts;
  std::optional<std::string> mended;  ///< the batch's bytes with repairs; nothing = there are none
  void clear();
};

/// A program bound to one header.
class TableProgram {
 public:
  /// Binds `definition`'s record schema to the columns. Findings about the header (unknown,
  /// duplicate, missing, badly named columns, changed since the earlier upload) are appended with
  /// offsets in head.bytes. `program`, `definition` and `rules` must outlive the result. Errors:
  /// kUsage if the record schema cannot be held against a table.
  static Result<std::shared_ptr<const TableProgram>> bind(
      const Program& program, const format::Definition& definition,
      const diagnostics::RuleCatalog& rules, const format::Layout& layout, const record::Head& head,
      const BindOptions& options, std::vector<diagnostics::RawFinding>& findings);
  ~TableProgram();
  /// The rules told once per column, after all batches: appended as file-level findings with
  /// offsets in head.bytes.
  void finish(const ColumnFacts& facts, std::vector<diagnostics::RawFinding>& findings) const;
  /// What the `unique` checks report, by their number.
  [[nodiscard]] std::vector<KeyRule> key_rules() const;
  /// How the cells of a column are written where text and number differ (lib/conversion): its `as`,
  /// from its schema node.
  [[nodiscard]] format::As column_as(std::size_t column) const;
  /// How its CSV cells are written; null: in the usual form.
  [[nodiscard]] const format::CellForm* column_form(std::size_t column) const;
  /// How the cells of a column are typed on their way to a record that is no row.
  /// `has_null_cells`: an empty cell that is no value is null, and not left out. Cells are never
  /// parsed as JSON.
  [[nodiscard]] CellTyping cell_typing(std::size_t column, bool has_null_cells) const;
  /// Class of personal data of a column.
  [[nodiscard]] format::Pii column_pii(std::size_t column) const;

  struct Impl;
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  explicit TableProgram(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

/// Judges batches of one table; keeps scratch memory between them.
class TableChecker {
 public:
  explicit TableChecker(std::shared_ptr<const TableProgram> program);
  ~TableChecker();
  /// Judges every record of `batch` into `out` (cleared first). Cost: linear; no allocation once
  /// warm and without findings.
  void check(const record::Batch& batch, CheckedBatch& out);

 private:
  struct Scratch;
  std::shared_ptr<const TableProgram> program_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_TABLE_H
