// Whoever judges the rows of a table: the rule program, or the reference engine in its place.
//
// The job (batch_job.h) knows only this door, so both engines give the same kind of verdict.
// A checker never sees a head: what the header breaks was told when the table was bound.
// Test: tests/pipeline/reference_checker_test.cc holds both together.
#ifndef CROSSWALK_PIPELINE_ROW_CHECKER_H
#define CROSSWALK_PIPELINE_ROW_CHECKER_H

#include <cstdint>
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
  /// The batch as it was judged last, `batch` itself or with repairs: the same records, whose cells
  /// are to be written.
  [[nodiscard]] virtual const record::Batch& judged(const record::Batch& batch) const {
    return batch;
  }
};

/// Clears `out` and calls `judge(index)` for every readable record of `batch`; records with an
/// error of the reader's, and those that cannot be read, have one in `out` too.
template <class Judge>
void judge_records(const record::Batch& batch, check::CheckedBatch& out, const Judge& judge) {
  out.clear();
  out.has_error.resize(batch.records.size());
  out.findings = batch.findings;
  for (const diagnostics::RawFinding& finding : batch.findings) {
    if (finding.severity == Severity::kError && finding.record < out.has_error.size())
      out.has_error[finding.record] = 1;
  }
  for (std::uint32_t index = 0; index < batch.records.size(); ++index) {
    const bool is_readable = batch.records[index].state == record::RecordState::kReadable;
    if (is_readable) judge(index);
    if (!is_readable) out.has_error[index] = 1;
  }
}

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
