// See batch_job.h. Lines of keys are counted while the batch is measured: one pass, cut at the
// keys.
#include "pipeline/batch_job.h"

#include <algorithm>

#include "diagnostics/rule.h"

namespace crosswalk::pipeline {
namespace {

diagnostics::RawFinding too_large(const record::Batch& batch, std::uint32_t record,
                                  std::uint64_t part_bytes, std::uint64_t max_part_bytes) {
  diagnostics::RawFinding finding;
  finding.rule = diagnostics::kLimitBodySize;
  finding.offset = batch.records[record].begin;
  finding.record = record;
  finding.found = part_bytes;
  finding.wanted = max_part_bytes;
  return finding;
}

}  // namespace

void BatchJob::process(const record::Batch& batch, bool write, BatchResult& result) {
  checker_->check(batch, result.checked);
  measure(batch, result);
  result.is_written = write && options_.plan != nullptr;
  if (result.is_written) write_records(batch, result);
}

void BatchJob::measure(const record::Batch& batch, BatchResult& result) const {
  const std::string_view bytes = batch.bytes;
  result.extent = {};
  result.key_lines.clear();
  std::size_t measured = 0;
  for (const check::RecordKey& key : result.checked.keys) {
    if (key.offset > measured) {
      result.extent = result.extent + base::measure(bytes.substr(measured, key.offset - measured));
      measured = key.offset;
    }
    result.key_lines.push_back(result.extent.lines);
  }
  result.extent = result.extent + base::measure(bytes.substr(measured));
}

void BatchJob::write_records(const record::Batch& batch, BatchResult& result) {
  result.output.clear();
  result.output_ends.clear();
  result.output.reserve(batch.bytes.size() + 2 * batch.cells.size());
  const std::size_t finding_count = result.checked.findings.size();
  for (std::uint32_t record = 0; record < batch.records.size(); ++record) {
    if (is_good(batch, result.checked, record)) {
      const std::size_t begin = result.output.size();
      result.output += options_.plan->frame().between;
      options_.plan->write(batch, record, scratch_, result.output);
      if (options_.max_part_bytes != 0) refuse_if_too_large(batch, record, begin, result);
    }
    result.output_ends.push_back(result.output.size());
  }
  if (result.checked.findings.size() > finding_count) {
    std::ranges::sort(result.checked.findings, [this](const auto& a, const auto& b) {
      return diagnostics::comes_before(a, b, *options_.rules);
    });
  }
}

void BatchJob::refuse_if_too_large(const record::Batch& batch, std::uint32_t record,
                                   std::size_t begin, BatchResult& result) const {
  const conversion::Frame& frame = options_.plan->frame();
  const std::size_t record_bytes = result.output.size() - begin - frame.between.size();
  const std::uint64_t part_bytes = frame.body_bytes(record_bytes, 1);
  if (part_bytes <= options_.max_part_bytes) return;
  diagnostics::RawFinding finding = too_large(batch, record, part_bytes, options_.max_part_bytes);
  finding.severity = options_.policy->apply(finding.rule, Severity::kError);
  if (finding.severity == Severity::kOff) return;
  result.checked.findings.push_back(std::move(finding));
  if (result.checked.findings.back().severity != Severity::kError) return;
  result.checked.has_error[record] = 1;
  result.output.resize(begin);
}

}  // namespace crosswalk::pipeline
