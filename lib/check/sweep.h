// The first look at cells: column by column, a few records at a time, to find those that surely
// have nothing to tell.
//
// Nearly every cell of a good file is clean, and the same tests run on thousands of cells of a
// column in a row, so neither tables nor branches change under them. What is left is doubtful and
// goes to the interpreter, record by record. A text of at most one byte, such as a flag or an empty
// cell, was judged when the column was bound.
//   goal column 0 1 "" 1 2   ->   four clean by table; 2 doubtful
//   a column with anyOf      ->   all doubtful, judged as if there were no sweep
// Test: tests/check/sweep_test.cc, where the same rows are judged without it.
#ifndef CROSSWALK_CHECK_SWEEP_H
#define CROSSWALK_CHECK_SWEEP_H

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/cell_test.h"
#include "check/table_plan.h"
#include "record/batch.h"

namespace crosswalk::check {

/// Sweeps the batches of one table.
/// Ownership: the bound program must outlive it. Threads: one.
class Sweep {
 public:
  /// Records looked at together, one bit each.
  static constexpr std::uint32_t kGroup = 32;
  using Mask = std::uint64_t;

  explicit Sweep(const TableProgram::Impl& impl);

  /// Call before the first group of a batch. `may_lose_characters`: its texts must be looked at for
  /// lost characters too.
  void begin_batch(const record::Batch& batch, bool may_lose_characters);
  /// The records among `asked` (bit i is record first + i) whose cell in `column` must be judged.
  /// The facts of the others are noted. Cost: linear in their bytes.
  Mask doubtful(std::uint32_t column, std::uint32_t first, Mask asked, ColumnFacts& facts);
  /// True if a CSV cell with the text `text`, without quotes, would surely have nothing to tell in
  /// `column`. REQUIRES: begin_batch() was called.
  [[nodiscard]] bool accepts(std::uint32_t column, std::string_view text) const;
  /// Notes the facts that are not noted yet. Call after the last group of a batch.
  void finish_batch(ColumnFacts& facts);

 private:
  // What is known of one text of at most one byte.
  struct Known {
    bool is_judged = false;
    bool clean = false;
    std::uint32_t facts = 0;
    std::uint32_t count = 0;  // found since the facts were noted
    std::uint64_t first_record = 0;
  };
  static constexpr std::size_t kShortTexts = 1 + 256;  // the empty text, and each byte
  using ShortTexts = std::array<Known, kShortTexts>;
  struct Column {
    CellTest test;
    format::As as = format::As::kText;
    std::optional<bool> empty;  // whether an empty CSV cell is clean, where it is no text
    std::array<std::unique_ptr<ShortTexts>, 3>
        short_texts;  // of kText, kString, kNumber; null: none was met
  };

  // REQUIRES of both: `kind` is a text or a number.
  static Known judge(const Column& column, record::CellKind kind, std::string_view text);
  static Known& known_of(Column& column, record::CellKind kind, std::string_view text);
  bool is_clean(Column& column, const record::Cell& cell, std::uint64_t record,
                std::span<const Leaf> leaves, ColumnFacts& facts);

  const TableProgram::Impl& impl_;
  std::vector<std::optional<Column>> columns_;  // of the first columns; none: not to be swept
  ByteSet asked_bytes_;                         // of all columns
  const record::Batch* batch_ = nullptr;
  ByteSet present_;
  bool may_lose_characters_ = false;
  bool may_not_be_nfc_ = false;  // some text of the batch
  std::string decoded_;          // of the cell at hand
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_SWEEP_H
