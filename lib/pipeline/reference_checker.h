// The reference engine in the place of the rule program: `--engine reference`.
//
// Each readable row is written as a JSON object, cells typed as the rule program types them, and
// given to the engine. It knows plain draft-07 keywords only, so its findings are of schema.* rules
// and tell less; whether a record is valid by plain keywords must be the same.
//   row 1,x under columns id,num_a   ->   {"id":"1","num_a":"x"}   ->   schema.pattern at x
// It asks the header's questions (required, unknown names) of every row again, knows no spelling of
// `as` (1.0 in a column of flags), and takes what it cannot judge safely (very long texts) for
// valid. Slow, and meant to be. Test: tests/pipeline/reference_checker_test.cc holds it against the
// rule program.
#ifndef CROSSWALK_PIPELINE_REFERENCE_CHECKER_H
#define CROSSWALK_PIPELINE_REFERENCE_CHECKER_H

#include <memory>
#include <string>
#include <vector>

#include "check/reference.h"
#include "check/table.h"
#include "pipeline/row_checker.h"
#include "pipeline/run_setup.h"

namespace crosswalk::pipeline {

/// The rule that tells a failure of the reference engine: by the keyword that its words name, else
/// schema.type.
diagnostics::RuleId rule_of(const check::ReferenceFailure& failure);

/// The failures that are not told again by one further inside, each place once: where an object
/// fails because of a member, the member's alone.
std::vector<check::ReferenceFailure> innermost(
    const std::vector<check::ReferenceFailure>& failures);

/// The engine for the schema node `node` of the setup's format. Errors: kUsage if it cannot take
/// it.
Result<std::unique_ptr<check::ReferenceEngine>> make_reference_engine(
    const format::Definition& definition, format::NodeId node);

/// Judges rows by the reference engine.
/// Threads: one.
class ReferenceChecker final : public RowChecker {
 public:
  /// Compiles the record schema of the setup's format for a table with these columns. What `setup`
  /// points to must outlive the checker. Errors: kUsage if the engine cannot take the schema.
  static Result<std::unique_ptr<RowChecker>> make(
      const RunSetup& setup, std::shared_ptr<const check::TableProgram> program,
      std::vector<std::string> names);
  void check(const record::Batch& batch, check::CheckedBatch& out) override;

 private:
  ReferenceChecker(const RunSetup& setup, std::shared_ptr<const check::TableProgram> program,
                   std::vector<std::string> names, std::unique_ptr<check::ReferenceEngine> engine);

  void check_record(const record::Batch& batch, std::uint32_t record,
                    std::vector<diagnostics::RawFinding>& findings);
  std::string object_of(const record::Batch& batch, const record::Record& record);
  bool read_value(const record::Batch& batch, const record::Cell& cell, std::size_t column,
                  std::string& value);
  diagnostics::RawFinding finding_of(const check::ReferenceFailure& failure,
                                     const record::Batch& batch, std::uint32_t record) const;

  RunSetup setup_;
  std::shared_ptr<const check::TableProgram> program_;
  std::vector<std::string> names_;
  std::unique_ptr<check::ReferenceEngine> engine_;
  bool empty_is_absent_ = false;
  std::vector<check::ReferenceFailure> failures_;
  std::string scratch_;
  std::string form_scratch_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_REFERENCE_CHECKER_H
