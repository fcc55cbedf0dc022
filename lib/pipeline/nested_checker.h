// Rows that are nested records: each is put together as an object and judged like any other record,
// unless its cells show that it has nothing to tell (check/row_test.h).
//
// What is found in the object is moved back to the cells: a value's finding to its cell, that of a
// member which an empty cell leaves out to that cell, what concerns several columns to the first of
// them. What stands in a column's name, and members that no column holds, were told of the header.
//   columns id,body.type, type required in body; the row 7,   ->   schema.required at the empty
//   cell
// Test: tests/pipeline/nested_checker_test.cc; twin: tests/cross/nested_twin_test.cc.
#ifndef CROSSWALK_PIPELINE_NESTED_CHECKER_H
#define CROSSWALK_PIPELINE_NESTED_CHECKER_H

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/nested_row.h"
#include "check/row_test.h"
#include "pipeline/record_judge.h"
#include "pipeline/row_checker.h"

namespace crosswalk::pipeline {

/// How the rows of one table of nested records are judged.
struct NestedTask {
  std::shared_ptr<const check::NestedColumns> columns;
  std::vector<format::NodeId> nodes;  ///< every record is judged by each
  std::set<std::string> missing;      ///< pointers of members that the header's findings tell
  bool writes_csv = false;            ///< the run's output is a CSV: csv.formula is a warning
};

/// Judges rows.
/// Threads: one.
class NestedChecker final : public RowChecker {
 public:
  /// What `setup` points to must outlive the checker. Errors: as RecordJudge::make.
  static Result<std::unique_ptr<RowChecker>> make(const RunSetup& setup, NestedTask task);
  void feed(RecordSink* sink) override { sink_ = sink; }
  void check(const record::Batch& batch, check::CheckedBatch& out) override;

 private:
  NestedChecker(const RunSetup& setup, NestedTask task, std::unique_ptr<RecordJudge> judge);

  [[nodiscard]] std::optional<check::RowTest> lay_out_test() const;
  [[nodiscard]] Severity formula_severity() const;
  void check_record(const record::Batch& batch, std::uint32_t index, check::CheckedBatch& out);
  void judge_row(const record::Batch& batch, std::uint32_t index, check::CheckedBatch& out);
  void give_to_sink(const record::Batch& batch, std::uint32_t index, check::CheckedBatch& out);
  void move_to_cell(const record::Batch& batch, std::uint32_t index,
                    diagnostics::RawFinding finding, check::CheckedBatch& out);
  std::optional<std::uint32_t> column_of(diagnostics::RawFinding& finding) const;
  void tell_formulas(const record::Batch& batch, std::uint32_t index, check::CheckedBatch& out);
  void add_keys(const record::Batch& batch, std::uint32_t index, check::CheckedBatch& out);

  RunSetup setup_;
  NestedTask task_;
  std::unique_ptr<RecordJudge> judge_;
  RecordSink* sink_ = nullptr;
  std::vector<diagnostics::RawFinding> refusals_;
  check::NestedRow row_;
  std::optional<check::RowTest> test_;  // of what most rows are: good
  std::vector<char> is_told_;           // by column, of the record at hand
  std::string scratch_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_NESTED_CHECKER_H
