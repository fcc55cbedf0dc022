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
  if (step_ != nullptr && step_->has_known_columns(record)) return false;
  const std::optional<RecordView> made = made_of(record);
  if (!made) return false;
  if (!columns_->has_those_of(*made)) return true;
  if (step_ != nullptr) step_->know_columns();
  return false;
}

void ColumnGatherer::take(std::uint32_t /*index*/, const RecordView& record,
                          std::vector<diagnostics::RawFinding>& /*findings*/,
                          std::vector<check::RecordKey>& /*keys*/) {
  const std::optional<RecordView> made = made_of(record);
  if (!made) return;
  columns_->write(*made, no_output_, unused_);
  if (step_ != nullptr) step_->know_columns();
}

void ColumnGatherer::write(const record::Batch& /*batch*/, std::uint32_t /*index*/,
                           std::string& /*out*/, std::vector<diagnostics::RawFinding>& /*findings*/,
                           std::vector<check::RecordKey>& /*keys*/) {}

}  // namespace crosswalk::pipeline
