// What the cells of one column must pass to have nothing to tell: the keywords and checks of all
// its nodes laid out as one plan for each kind of scalar (scalar_plan.h).
//
// It gives no finding, only an answer: clean, or doubtful. Doubtful cells go to the interpreter
// (check/run.h), which has the last word, so a test may doubt too much but never too little.
//   {"type":["string","null"],"allOf":[{"$ref":...}],"x-crosswalk":{"checks":[{"must":...}]}}
//     ->  strings: not PATTERN "@", asked only if the batch has an @;   null: doubtful
// Does not work: columns with keywords that cannot be laid out; they have no CellTest. Test:
// tests/check/sweep_test.cc.
#ifndef CROSSWALK_CHECK_CELL_TEST_H
#define CROSSWALK_CHECK_CELL_TEST_H

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "check/scalar_plan.h"
#include "check/table_plan.h"
#include "check/value.h"

namespace crosswalk::check {

/// The tests of one column.
/// Ownership: the bound program must outlive it. Threads: immutable; shared.
class CellTest {
 public:
  /// Nothing if the column's keywords cannot be laid out as lists of tests.
  static std::optional<CellTest> compile(const TableProgram::Impl& impl, const ColumnPlan& column);

  /// True if a cell with this text surely has no finding. `kind` is kString or kNumber, the kind
  /// that the cell has in its column; `present` holds those of bytes() that the text may have.
  /// Texts that lost characters or are not in NFC are not looked for.
  [[nodiscard]] bool is_clean(json::Kind kind, std::string_view text, const ByteSet& present) const;
  /// True if a text that is not in NFC is not clean.
  [[nodiscard]] bool asks_nfc() const { return asks_nfc_; }
  /// The leaves of the column that hold for a clean cell, one bit each.
  [[nodiscard]] std::uint32_t facts(json::Kind kind, std::string_view text) const {
    return text.size() > of(kind).longest_fact ? 0 : facts_of_short(kind, text);
  }
  /// The bytes that must be known to be present or not.
  [[nodiscard]] const ByteSet& bytes() const { return bytes_; }

 private:
  /// What is asked of one kind of scalar.
  struct OfKind {
    ScalarPlan judging;
    std::vector<ScalarPlan> leaves;
    std::size_t longest_fact = 0;  // no leaf holds for a longer text
  };

  explicit CellTest(const TableProgram::Impl& impl) : impl_(&impl) {}
  [[nodiscard]] std::optional<OfKind> lay_out(const ColumnPlan& column, KindBits kind) const;
  [[nodiscard]] const OfKind& of(json::Kind kind) const {
    return kind == json::Kind::kNumber ? numbers_ : strings_;
  }
  [[nodiscard]] std::uint32_t facts_of_short(json::Kind kind, std::string_view text) const;
  [[nodiscard]] bool may_be_damaged(const Value& value) const;

  const TableProgram::Impl* impl_;
  OfKind strings_;
  OfKind numbers_;
  ByteSet bytes_;
  bool asks_spreadsheet_number_ = false;
  bool asks_blank_end_ = false;
  bool asks_nfc_ = false;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_CELL_TEST_H
