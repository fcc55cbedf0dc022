// Rows of nested records made records again and written as such, for rows that no plan takes.
//
// What speaks against a record, and the keys of what was made of it, stand in its text; they are
// moved to the cells that this was made of.
//   column identity.email, and a finding at {"identity":{"email":"x"}}'s "x"   ->   at the cell
// Test: tests/pipeline/row_plan_writer_test.cc, tests/cross/row_mapping_test.cc.
#ifndef CROSSWALK_PIPELINE_NESTED_ROW_WRITER_H
#define CROSSWALK_PIPELINE_NESTED_ROW_WRITER_H

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "check/nested_row.h"
#include "pipeline/batch_writer.h"
#include "pipeline/tape_writer.h"

namespace crosswalk::pipeline {

/// Moves a finding in the text of `row`, number `index` of `batch`, to its cell; what stands in no
/// cell stands at the first one.
void move_to_cell(const check::NestedRow& row, const record::Batch& batch, std::uint32_t index,
                  diagnostics::RawFinding& finding);
/// The same for a key.
void move_to_cell(const check::NestedRow& row, const record::Batch& batch, std::uint32_t index,
                  check::RecordKey& key);

/// Writes rows of nested records by a record writer. See BatchWriter.
class NestedRowWriter final : public BatchWriter {
 public:
  NestedRowWriter(std::shared_ptr<const check::NestedColumns> columns, RecordWay way)
      : row_(std::move(columns)), way_(std::move(way)) {}
  RecordSink* begin(const record::Batch& batch) override;
  void write(const record::Batch& batch, std::uint32_t index, std::string& out,
             std::vector<diagnostics::RawFinding>& findings,
             std::vector<check::RecordKey>& keys) override;

 private:
  check::NestedRow row_;
  RecordWay way_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_NESTED_ROW_WRITER_H
