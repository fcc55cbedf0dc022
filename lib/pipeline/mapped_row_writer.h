// Writing rows of a table in another format: cells to cells, judged and written as the target's
// rows.
//
// Nearly all rows are good and say nothing new, so they need no record: they are mapped cell by
// cell (conversion/row_mapping.h), asked by the target's schema (check/row_test.h) and written by a
// plan (conversion/row_plan.h). Any other row becomes a record and goes the plain way
// (mapping_step.h), whose bytes, counts and keys these are.
//   7,a@x.pl   ->   {"customuid":"7","emailsha256":"fb98..."}     7,none   ->   the plain way
// Test: tests/cross/row_mapping_test.cc, held against the plain way.
#ifndef CROSSWALK_PIPELINE_MAPPED_ROW_WRITER_H
#define CROSSWALK_PIPELINE_MAPPED_ROW_WRITER_H

#include <memory>
#include <string>
#include <vector>

#include "check/row_test.h"
#include "conversion/row_mapping.h"
#include "conversion/row_plan.h"
#include "pipeline/batch_writer.h"
#include "pipeline/mapping_step.h"

namespace crosswalk::pipeline {

/// What rows are mapped, judged and written by.
struct MappedRowParts {
  conversion::RowMapping mapping;
  check::RowTest test;                              ///< of what it makes
  std::unique_ptr<const conversion::RowPlan> plan;  ///< likewise
  std::unique_ptr<BatchWriter> plain;               ///< reads records from the batch
  std::shared_ptr<MappingStep> step;                ///< of `plain`
};

/// See BatchWriter.
class MappedRowWriter final : public BatchWriter {
 public:
  explicit MappedRowWriter(MappedRowParts parts) : parts_(std::move(parts)) {}
  RecordSink* begin(const record::Batch& batch) override;
  void write(const record::Batch& batch, std::uint32_t index, std::string& out,
             std::vector<diagnostics::RawFinding>& findings,
             std::vector<check::RecordKey>& keys) override;

 private:
  bool write_made(std::uint32_t index, std::string& out);
  void add_keys(const record::Batch& batch, std::uint32_t index,
                std::vector<check::RecordKey>& keys);

  MappedRowParts parts_;
  bool is_mapped_ = false;  // the batch at hand
  check::TypingMemory memory_;
  std::vector<check::RecordKey> made_keys_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_MAPPED_ROW_WRITER_H
