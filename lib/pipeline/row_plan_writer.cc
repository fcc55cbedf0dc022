// See row_plan_writer.h.
#include "pipeline/row_plan_writer.h"

namespace crosswalk::pipeline {

RecordSink* RowPlanWriter::begin(const record::Batch& /*batch*/) {
  return nullptr;
}

void RowPlanWriter::write(const record::Batch& batch, std::uint32_t index, std::string& out,
                          std::vector<diagnostics::RawFinding>& findings,
                          std::vector<check::RecordKey>& keys) {
  if (!plan_->write(batch, index, memory_, out)) plain_->write(batch, index, out, findings, keys);
}

}  // namespace crosswalk::pipeline
