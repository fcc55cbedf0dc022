// See selection.h. A finding that stands in no record goes with the bytes that it stands in.
#include "pipeline/selection.h"

#include <algorithm>

namespace crosswalk::pipeline {

void Selection::apply(record::Batch& batch) {
  if (begin_ == 0 && end_ == kEndless) return;
  const std::uint64_t count = batch.records.size();
  const auto in_batch = [&](std::uint64_t record_in_run) {
    return std::min(record_in_run - std::min(record_in_run, seen_), count);
  };
  const std::uint64_t begin = in_batch(begin_);
  const std::uint64_t end = in_batch(end_);
  const bool skipping_is_over = seen_ >= begin_;
  seen_ += count;

  std::uint64_t first_byte = 0;
  if (!skipping_is_over)
    first_byte = begin == count ? batch.bytes.size() : batch.records[begin].begin;
  std::uint64_t end_byte = batch.bytes.size();
  if (is_exhausted()) end_byte = end == 0 ? 0 : batch.records[end - 1].end;
  std::erase_if(batch.findings, [&](diagnostics::RawFinding& finding) {
    if (finding.record == diagnostics::kNoRecord)
      return finding.offset < first_byte || finding.offset >= end_byte;
    const bool is_used = finding.record >= begin && finding.record < end;
    finding.record -= static_cast<std::uint32_t>(is_used ? begin : 0);
    return !is_used;
  });
  const auto records = batch.records.begin();
  batch.records.erase(records + static_cast<std::ptrdiff_t>(end), batch.records.end());
  batch.records.erase(records, records + static_cast<std::ptrdiff_t>(begin));
  batch.first_record += begin;
}

}  // namespace crosswalk::pipeline
