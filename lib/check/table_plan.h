// What binding a program to a header comes to: one plan a column, and what is left for whole rows.
//
// The checker (check/table_checker.cc) looks at nothing else: names, patterns and references have
// been resolved once, and a cell only meets the nodes of its column.
//   customuid,num_a   ->   column 0: [node of customuid], key;   column 1: [node of ^num_], numbers
// Test: tests/check/bind_test.cc.
#ifndef CROSSWALK_CHECK_TABLE_PLAN_H
#define CROSSWALK_CHECK_TABLE_PLAN_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "check/code.h"
#include "check/table.h"

namespace crosswalk::check {

/// A rule and the severity that the schema declares for it.
struct Failure {
  diagnostics::RuleId rule = 0;
  Severity severity = Severity::kError;
};

/// One `contains` of one `down` condition of one column: an entry of ColumnFacts.
struct Leaf {
  std::uint32_t number = 0;  ///< index in ColumnFacts::seen
  format::NodeId node = format::kNoNode;
};

/// Facts that one word tells of a cell; a column with more leaves is judged cell by cell.
inline constexpr std::size_t kMostFacts = 32;

/// How the cells of a column are judged.
struct ColumnPlan {
  std::string name;
  bool checked = true;                ///< false for unknown and repeated columns
  std::vector<format::NodeId> nodes;  ///< every cell is judged by each
  std::vector<Leaf> leaves;
  format::As as = format::As::kText;
  format::Pii pii = format::Pii::kNone;
  const format::CellForm* form = nullptr;  ///< of CSV cells; null: the usual one
  bool has_parts = false;
  bool is_key = false;              ///< or a part of one
  std::optional<Failure> required;  ///< where empty means absent: told at empty cells
};

/// True if the same text in another normalisation form would be another key or another hash.
inline bool asks_nfc(const ColumnPlan& column) {
  return column.is_key || column.pii == format::Pii::kId || column.pii == format::Pii::kEmail;
}

/// A `down` condition bound to a column; its leaves are neighbours in ColumnFacts::seen.
struct DownCheck {
  format::NodeId condition = format::kNoNode;
  Failure failure;
  std::uint32_t column = 0;
  std::vector<Leaf> leaves;
};

/// A `unique` check bound to its columns.
struct UniqueCheck {
  Failure failure;
  std::vector<std::uint32_t> columns;
};

/// A bound program.
struct TableProgram::Impl {
  const Program::Code* code = nullptr;
  const diagnostics::RuleCatalog* rules = nullptr;
  RunOptions run;
  bool empty_is_value = false;  ///< an empty CSV cell is the text "", else it is absent
  bool writes_csv = false;
  std::vector<record::Column> header;
  std::vector<ColumnPlan> columns;
  std::vector<Instruction> row_keywords;  ///< on whole rows, after the cells
  std::vector<Instruction> row_checks;    ///< on whole rows without a plain failure
  std::vector<UniqueCheck> uniques;
  std::vector<DownCheck> downs;
  std::uint32_t leaf_count = 0;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_TABLE_PLAN_H
