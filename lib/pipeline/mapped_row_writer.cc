// See mapped_row_writer.h.
#include "pipeline/mapped_row_writer.h"

namespace crosswalk::pipeline {

RecordSink* MappedRowWriter::begin(const record::Batch& /*batch*/) {
  is_mapped_ = false;
  return nullptr;
}

// The batch that is written may be another one than that which was read, so it is mapped now.
void MappedRowWriter::write(const record::Batch& batch, std::uint32_t index, std::string& out,
                            std::vector<diagnostics::RawFinding>& findings,
                            std::vector<check::RecordKey>& keys) {
  if (!is_mapped_) {
    parts_.mapping.map(batch);
    parts_.test.begin_batch(parts_.mapping.made());
    is_mapped_ = true;
  }
  if (write_made(index, out)) return add_keys(batch, index, keys);
  parts_.plain->write(batch, index, out, findings, keys);
}

bool MappedRowWriter::write_made(std::uint32_t index, std::string& out) {
  const record::Batch& made = parts_.mapping.made();
  if (made.records[index].state != record::RecordState::kReadable) return false;
  const std::size_t begin = out.size();
  const bool is_written =
      parts_.test.is_clean(index) && parts_.plan->write(made, index, memory_, out);
  if (is_written && parts_.mapping.count(index, parts_.step->mapper())) return true;
  out.resize(begin);
  return false;
}

// A key stands where its value came from.
void MappedRowWriter::add_keys(const record::Batch& batch, std::uint32_t index,
                               std::vector<check::RecordKey>& keys) {
  made_keys_.clear();
  parts_.test.add_keys(index, made_keys_);
  for (check::RecordKey& key : made_keys_) {
    const auto rule = parts_.step->rule_of_key(key.unique);
    if (!rule) continue;
    const auto column = parts_.mapping.source_of(index, key.column);
    key.column = column.value_or(0);
    const record::Cell& cell = batch.cells[batch.records[index].first_cell + key.column];
    key.offset = cell.begin;
    key.length = cell.end - cell.begin;
    key.record = index;
    key.unique = *rule;
    keys.push_back(key);
  }
}

}  // namespace crosswalk::pipeline
