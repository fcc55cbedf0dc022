// Whether a row of a nested record surely has nothing to tell: what its schema asks, bound to the
// header and asked of the cells.
//
// Under one header every member stands in a known column, so what the schema asks of it is one list
// of tests of that column's cells; no object is put together. What is left are members that must be
// there, and conditions on several of them (row_condition.h).
//   columns id,body.kind,body.day   ->   id: TYPE string; body.kind: ENUM a b; body.day: FORMAT
//   date
//                                        id is there; body.kind is there, if part of body is
// It gives no finding: a doubtful row is made an object and judged as such (nested_row.h), so a
// test may doubt too much but never too little. A column that asks for more than tests and
// conditions makes rows doubtful where it has a value. Does not work: schemas that ask such things
// of the record itself; their tables have no RowTest. Test: tests/check/row_test_test.cc, held
// against the interpreter.
#ifndef CROSSWALK_CHECK_ROW_TEST_H
#define CROSSWALK_CHECK_ROW_TEST_H

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/code.h"
#include "check/key.h"
#include "check/nested_row.h"
#include "check/passed_texts.h"
#include "check/row_condition.h"
#include "check/scalar_plan.h"
#include "check/text_rules.h"
#include "check/typed_cell.h"

namespace crosswalk::check {

/// The tests of the rows of one table.
/// Ownership: the program must outlive it. Threads: one.
class RowTest {
 public:
  /// Binds what each of `nodes` asks of a record to `columns`. `described` says which texts are
  /// personal data (Run::judge_texts); `tells_formulas`: csv.formula is told. Nothing if it cannot
  /// be laid out.
  static std::optional<RowTest> lay_out(const Program::Code& code,
                                        std::shared_ptr<const NestedColumns> columns,
                                        const std::vector<format::NodeId>& nodes,
                                        format::NodeId described, const RunOptions& options,
                                        bool tells_formulas);

  /// Call before the first row of a batch, which must outlive its use.
  void begin_batch(const record::Batch& batch);
  /// True if row number `index` surely has no finding. REQUIRES: it is readable. Cost: linear; no
  /// allocation once warm.
  [[nodiscard]] bool is_clean(std::uint32_t index);
  /// Appends the keys of row number `index` as Run::take_keys() finds them. REQUIRES: is_clean()
  /// was asked of this row last, and said yes.
  void add_keys(std::uint32_t index, std::vector<RecordKey>& keys);

 private:
  friend class RowLayout;

  static constexpr std::size_t kKinds = 5;  // of scalars
  /// What scalars must pass, by their kind.
  struct Tests {
    std::array<ScalarPlan, kKinds> of_kind;
    KindBits doubtful = 0;  // kinds without a plan
  };
  /// The cells of one column.
  struct Cell {
    std::uint32_t column = 0;
    std::uint32_t part = 0;
    std::vector<std::uint32_t> objects;  // that it is part of, but the record
    const CellTyping* typing = nullptr;  // of columns_
    bool is_doubtful = false;            // where it has a value
    Tests tests;
    TextDamage damage;
    Tests of_elements;  // of a list
    TextDamage damage_of_elements;
    std::uint64_t least_elements = 0;
    std::uint64_t most_elements = std::numeric_limits<std::uint64_t>::max();
  };
  /// A member that must be there if the object around it is.
  struct Need {
    std::uint32_t object = 0;
    std::uint32_t member = 0;
  };
  /// A key of the rows for which all guards hold.
  struct Key {
    std::uint32_t unique = 0;
    std::vector<RowCondition> guards;
    std::vector<std::uint32_t> cells;
  };

  RowTest(const Program::Code& code, std::shared_ptr<const NestedColumns> columns,
          const RunOptions& options, bool tells_formulas);

  bool take(std::uint32_t number, const record::Cell& at);
  bool take_list(const Cell& cell, std::string_view text, bool is_span);
  bool passes(const Tests& tests, const TextDamage& damage, const Value& value, bool is_span) const;
  bool is_undamaged(std::string_view text, const TextDamage& damage, bool is_span) const;
  bool is_formula_at(const record::Cell& at, const CellTyping& typing, std::string_view text);
  bool has_key(const Key& key);

  const Program::Code* code_;
  std::shared_ptr<const NestedColumns> columns_;
  RunOptions options_;
  bool tells_formulas_;
  std::vector<Cell> cells_;
  std::vector<Need> needs_;
  std::vector<RowCondition> conditions_;
  std::vector<Key> keys_;

  ByteSet asked_bytes_;  // of all cells

  const record::Batch* batch_ = nullptr;
  ByteSet present_;                     // of asked_bytes_, in the batch
  bool may_lose_characters_ = false;    // some text of the batch
  bool may_not_be_nfc_ = false;         // likewise
  RowValues row_;                       // at hand
  std::vector<TypingMemory> memories_;  // by cell, of the row at hand
  std::vector<PassedTexts> passed_;     // by cell, of all rows
  std::string scratch_;
  std::string key_text_;
  std::string_view key_view_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_ROW_TEST_H
