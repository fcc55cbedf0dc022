// Writing rows by a compiled plan that leaves some (conversion/row_plan.h): cells to bytes.
//
// What the plan leaves, a row with a cell that has to be parsed or cannot be written, is made a
// record and written as such, by the writer that does it for all rows elsewhere.
//   id,extra.x and the row  7,{"a":1}  to JSON   ->   the plain way
// Test: tests/pipeline/row_plan_writer_test.cc.
#ifndef CROSSWALK_PIPELINE_ROW_PLAN_WRITER_H
#define CROSSWALK_PIPELINE_ROW_PLAN_WRITER_H

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "conversion/row_plan.h"
#include "pipeline/batch_writer.h"

namespace crosswalk::pipeline {

/// See BatchWriter.
class RowPlanWriter final : public BatchWriter {
 public:
  /// `plain` writes what the plan leaves; it reads records from the batch.
  RowPlanWriter(std::unique_ptr<const conversion::RowPlan> plan, std::unique_ptr<BatchWriter> plain)
      : plan_(std::move(plan)), plain_(std::move(plain)) {}
  RecordSink* begin(const record::Batch& batch) override;
  void write(const record::Batch& batch, std::uint32_t index, std::string& out,
             std::vector<diagnostics::RawFinding>& findings,
             std::vector<check::RecordKey>& keys) override;

 private:
  std::unique_ptr<const conversion::RowPlan> plan_;
  std::unique_ptr<BatchWriter> plain_;
  check::TypingMemory memory_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_ROW_PLAN_WRITER_H
