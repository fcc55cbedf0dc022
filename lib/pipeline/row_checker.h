// Whoever judges the rows of a table: the rule program, or the reference engine in its place.
//
// The job (batch_job.h) knows only this door, so both engines give the same kind of verdict.
// A checker never sees a head: what the header breaks was told when the table was bound.
// Test: tests/pipeline/reference_checker_test.cc holds both together.
#ifndef CROSSWALK_PIPELINE_ROW_CHECKER_H
#define CROSSWALK_PIPELINE_ROW_CHECKER_H

#include <memory>
#include <utility>

#include "check/table.h"
#include "pipeline/batch_writer.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// Judges batches.
/// Threads: one checker per thread.
class RowChecker {
 public:
  virtual ~RowChecker() = default;
  /// From now on each good record is given to `sink` while it is judged, by checkers that parse
  /// records; null: to nobody. The sink must outlive its use.
  virtual void feed(RecordSink* /*sink*/) {}
  /// Judges every record of `batch` into `out` (cleared first); the batch's own findings are among
  /// those of `out`. Depends on nothing but the batch.
  virtual void check(const record::Batch& batch, check::CheckedBatch& out) = 0;
};

/// The rule program.
class CompiledChecker final : public RowChecker {
 public:
  explicit CompiledChecker(std::shared_ptr<const check::TableProgram> program)
      : checker_(std::move(program)) {}
  void check(const record::Batch& batch, check::CheckedBatch& out) override {
    checker_.check(batch, out);
  }

 private:
  check::TableChecker checker_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_ROW_CHECKER_H
