// What the cells of one column must pass to have nothing to tell: the keywords and checks of all
// its nodes laid out as one list of tests for each kind of scalar.
//
// It gives no finding, only an answer: clean, or doubtful. Doubtful cells go to the interpreter
// (check/run.h), which has the last word, so a test may doubt too much but never too little.
//   {"type":["string","null"],"allOf":[{"$ref":...}],"x-crosswalk":{"checks":[{"must":...}]}}
//     ->  strings: not PATTERN "@", asked only if the batch has an @;   null: doubtful
// Does not work: keywords that are no plain `and` of tests, such as anyOf. Their columns have no
// CellTest. Test: tests/check/sweep_test.cc.
#ifndef CROSSWALK_CHECK_CELL_TEST_H
#define CROSSWALK_CHECK_CELL_TEST_H

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "check/table_plan.h"
#include "check/value.h"

namespace crosswalk::check {

/// Bytes that occur in a batch, among those that somebody asks for.
using ByteSet = std::bitset<256>;

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
  [[nodiscard]] std::uint32_t facts(json::Kind kind, std::string_view text) const;
  /// The bytes that must be known to be present or not.
  [[nodiscard]] const ByteSet& bytes() const { return bytes_; }

 private:
  struct Parts;
  struct Branch;
  /// A pattern that must not match, and a byte without which it cannot.
  struct Absence {
    unsigned char byte = 0;
    Instruction test;
  };
  /// Passed if all of it passes.
  struct Tests {
    std::vector<Instruction> tests;
    std::vector<Absence> absences;
    std::vector<Parts> parts;
    std::vector<Branch> branches;
    bool never = false;  // nothing passes
  };
  /// Values with a separator between them, and what each of them must pass.
  struct Parts {
    std::string_view by;  // of the program
    Tests each;
  };
  /// What a value must pass if it passes the condition, and if not.
  struct Branch {
    Tests condition;
    Tests consequence;
    Tests alternative;
  };
  /// What is asked of one kind of scalar.
  struct OfKind {
    Tests judging;
    std::vector<Tests> leaves;
  };

  explicit CellTest(const TableProgram::Impl& impl) : impl_(&impl) {}
  std::optional<OfKind> lay_out(const ColumnPlan& column, KindBits kind);
  bool add_node(format::NodeId node, KindBits kind, bool with_checks, Tests& into);
  bool add_keyword(const Instruction& keyword, KindBits kind, bool with_checks, Tests& into);
  bool add_check(const Instruction& check, KindBits kind, Tests& into);
  bool add_parts(const Instruction& keyword, Tests& into);
  bool add_not(const Instruction& keyword, KindBits kind, Tests& into);
  bool add_branch(const Instruction& keyword, KindBits kind, bool with_checks, Tests& into);
  void add_test(const Instruction& test, Tests& into);
  [[nodiscard]] const OfKind& of(json::Kind kind) const {
    return kind == json::Kind::kNumber ? numbers_ : strings_;
  }
  [[nodiscard]] bool passes_one(const Instruction& test, const Value& value) const;
  [[nodiscard]] bool passes_all(const Tests& tests, const Value& value,
                                const ByteSet& present) const;
  [[nodiscard]] bool parts_pass(const Parts& parts, std::string_view text,
                                const ByteSet& present) const;
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
