// See column_gatherer.h.
#include "pipeline/column_gatherer.h"

namespace crosswalk::pipeline {

using conversion::RecordView;

RecordSink* ColumnGatherer::begin(const record::Batch& /*batch*/) {
  return this;
}

std::optional<RecordView> ColumnGatherer::made_of(const RecordView& record) {
  if (step_ == nullptr) return record;
  unused_.clear();
  return step_->apply(record, unused_);
}

bool ColumnGatherer::wants(const RecordView& record) {
  const std::optional<RecordView> made = made_of(record);
  return made && !columns_->has_those_of(*made);
}

void ColumnGatherer::take(std::uint32_t /*index*/, const RecordView& record,
                          std::vector<diagnostics::RawFinding>& /*findings*/) {
  if (const std::optional<RecordView> made = made_of(record))
    columns_->write(*made, no_output_, unused_);
}

void ColumnGatherer::write(const record::Batch& /*batch*/, std::uint32_t /*index*/,
                           std::string& /*out*/,
                           std::vector<diagnostics::RawFinding>& /*findings*/) {}

}  // namespace crosswalk::pipeline
