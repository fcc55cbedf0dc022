// See batch_job.h.
#include "pipeline/batch_job.h"

#include <algorithm>
#include <tuple>

#include "diagnostics/rule.h"
#include "pipeline/normalised_batch.h"

namespace crosswalk::pipeline {
namespace {

diagnostics::RawFinding finding_in(const record::Batch& batch, std::uint32_t record,
                                   diagnostics::RuleId rule) {
  diagnostics::RawFinding finding;
  finding.rule = rule;
  finding.offset = batch.records[record].begin;
  finding.record = record;
  return finding;
}

/// Puts a finding in a normalised batch to its cell as it was found.
void place_at_cell(const record::Batch& batch, std::uint32_t record,
                   diagnostics::RawFinding& finding) {
  const auto column = static_cast<std::uint32_t>(finding.column);
  const record::Cell& cell = batch.cells[batch.records[record].first_cell + column];
  finding.offset = cell.begin;
  finding.length = cell.end - cell.begin;
}

bool stands_before(const check::RecordKey& a, const check::RecordKey& b) {
  return std::tie(a.record, a.offset) < std::tie(b.record, b.offset);
}

// Most are in order, as each record has one.
void sort_by_place(std::vector<check::RecordKey>& keys) {
  if (!std::ranges::is_sorted(keys, stands_before)) std::ranges::stable_sort(keys, stands_before);
}

}  // namespace

void BatchJob::process(const record::Batch& batch, BatchResult& result) {
  result.is_written = writing_.writer != nullptr;
  result.is_last = false;
  if (result.is_written && !writing_.writer->wants_any_of(batch)) return pass_over(batch, result);
  checker_->feed(result.is_written ? writing_.writer->begin(batch) : nullptr);
  checker_->check(batch, result.checked);
  if (result.is_written) {
    const record::Batch& judged = checker_->judged(batch);
    written_from_ = options_.nfc ? &normalised(judged, in_nfc_) : &judged;
    write_records(batch, result);
    add_made_keys(result);
    if (writing_.step) result.losses = writing_.step->take_news();
    if (writing_.gathered) result.columns = writing_.gathered->take_new();
    result.is_last = writing_.writer->is_done();
  }
  measure(batch, result);
}

void BatchJob::pass_over(const record::Batch& batch, BatchResult& result) const {
  result.checked.clear();
  result.checked.has_error.assign(batch.records.size(), 0);
  result.losses = {};
  result.columns.clear();
  result.output.clear();
  result.output_ends.assign(batch.records.size(), 0);
  measure(batch, result);
}

// Keys stand in the order of their records, and of their places in one.
void BatchJob::add_made_keys(BatchResult& result) const {
  auto& keys = result.checked.keys;
  auto& made = result.checked.made_keys;
  if (made.empty()) return;
  for (check::RecordKey& key : made)
    key.unique += static_cast<std::uint32_t>(options_.own_key_rules);
  sort_by_place(keys);
  sort_by_place(made);
  const auto own_count = static_cast<std::ptrdiff_t>(keys.size());
  keys.insert(keys.end(), made.begin(), made.end());
  std::ranges::inplace_merge(keys, keys.begin() + own_count, stands_before);
}

void BatchJob::measure(const record::Batch& batch, BatchResult& result) const {
  result.extent = base::measure(batch.bytes);
  result.key_lines.clear();
  base::LineEnds ends(batch.bytes);
  std::size_t last = 0;
  for (const check::RecordKey& key : result.checked.keys) {
    last = std::max<std::size_t>(last, key.offset);
    result.key_lines.push_back(ends.before(last));
  }
}

void BatchJob::write_records(const record::Batch& batch, BatchResult& result) {
  result.output.clear();
  result.output_ends.clear();
  result.output.reserve(batch.bytes.size() + 2 * batch.cells.size());
  const std::size_t finding_count = result.checked.findings.size();
  for (std::uint32_t record = 0; record < batch.records.size(); ++record) {
    if (is_good(batch, result.checked, record)) write_record(batch, record, result);
    result.output_ends.push_back(result.output.size());
  }
  if (result.checked.findings.size() > finding_count) {
    std::ranges::sort(result.checked.findings, [this](const auto& a, const auto& b) {
      return diagnostics::comes_before(a, b, *options_.rules);
    });
  }
}

void BatchJob::write_record(const record::Batch& batch, std::uint32_t record, BatchResult& result) {
  const conversion::Frame& frame = *options_.frame;
  const std::size_t begin = result.output.size();
  result.output += frame.between;
  refusals_.clear();
  writing_.writer->write(*written_from_, record, result.output, refusals_,
                         result.checked.made_keys);
  const bool is_written = result.output.size() > begin + frame.between.size();
  for (diagnostics::RawFinding& refusal : refusals_) {
    if (refusal.column != diagnostics::kNoColumn) place_at_cell(batch, record, refusal);
    const Severity declared = options_.rules->rule(refusal.rule).severity;
    if (is_written) refusal.severity = options_.policy->apply(refusal.rule, declared);
    refuse(std::move(refusal), begin, result);
  }
  if (result.output.size() == begin) return;
  if (encoder_ && !encoder_->encode(result.output, begin))
    return drop(encoder_->lacking_in(batch, record), begin, result);
  check_size(batch, record, begin, result);
}

void BatchJob::check_size(const record::Batch& batch, std::uint32_t record, std::size_t begin,
                          BatchResult& result) const {
  const conversion::Frame& frame =
      options_.encoded_frame != nullptr ? *options_.encoded_frame : *options_.frame;
  const std::size_t written = result.output.size() - begin - frame.between.size();
  const std::uint64_t part_bytes = frame.body_bytes(written, 1);
  if (options_.max_part_bytes == 0 || part_bytes <= options_.max_part_bytes) return;
  diagnostics::RawFinding finding = finding_in(batch, record, diagnostics::kLimitBodySize);
  finding.found = part_bytes;
  finding.wanted = options_.max_part_bytes;
  finding.severity = options_.policy->apply(finding.rule, Severity::kError);
  refuse(std::move(finding), begin, result);
}

void BatchJob::refuse(diagnostics::RawFinding finding, std::size_t begin,
                      BatchResult& result) const {
  if (finding.severity == Severity::kOff) return;
  if (finding.severity == Severity::kError) return drop(std::move(finding), begin, result);
  result.checked.findings.push_back(std::move(finding));
}

// What cannot be written is an error under any policy.
void BatchJob::drop(diagnostics::RawFinding finding, std::size_t begin, BatchResult& result) {
  finding.severity = Severity::kError;
  result.checked.has_error[finding.record] = 1;
  result.output.resize(begin);
  result.checked.findings.push_back(std::move(finding));
}

}  // namespace crosswalk::pipeline
