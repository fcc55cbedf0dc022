// Writing rows by a compiled plan: cell by cell from the batch (conversion/plan.h).
//
// The one thing that a plan cannot hold is a NUL in a CSV: readers would take it for an end.
//   {"data":[["a\u0000"]]}  to CSV   ->   csv.nul at the cell
// Test: tests/cross/round_trip_test.cc.
#ifndef CROSSWALK_PIPELINE_PLAN_WRITER_H
#define CROSSWALK_PIPELINE_PLAN_WRITER_H

#include <string>
#include <vector>

#include "conversion/plan.h"
#include "pipeline/batch_writer.h"

namespace crosswalk::pipeline {

/// See BatchWriter.
class PlanWriter final : public BatchWriter {
 public:
  /// `plan` must outlive it.
  explicit PlanWriter(const conversion::TablePlan& plan) : plan_(plan) {}
  RecordSink* begin(const record::Batch& batch) override;
  void write(const record::Batch& batch, std::uint32_t index, std::string& out,
             std::vector<diagnostics::RawFinding>& findings,
             std::vector<check::RecordKey>& keys) override;

 private:
  const conversion::TablePlan& plan_;
  std::string scratch_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_PLAN_WRITER_H
