// See record_checker.h. Findings are made relative to their record and moved to the batch together.
#include "pipeline/record_checker.h"

#include <algorithm>
#include <utility>

#include "base/position.h"
#include "check/code.h"

namespace crosswalk::pipeline {

Result<std::unique_ptr<RowChecker>> RecordChecker::make(const RunSetup& setup, RecordTask task) {
  auto judge = RecordJudge::make(setup, task.nodes);
  if (!judge.ok()) return judge.error();
  return std::unique_ptr<RowChecker>(
      new RecordChecker(setup, std::move(task), std::move(judge).value()));
}

RecordChecker::RecordChecker(const RunSetup& setup, RecordTask task,
                             std::unique_ptr<RecordJudge> judge)
    : setup_(setup), task_(std::move(task)), judge_(std::move(judge)) {}

void RecordChecker::check(const record::Batch& batch, check::CheckedBatch& out) {
  lines_ = 0;
  counted_bytes_ = 0;
  judge_records(batch, out, [&](std::uint32_t index) { check_record(batch, index, out); });
  judge_->reporter().sort(out.findings);
}

void RecordChecker::check_record(const record::Batch& batch, std::uint32_t index,
                                 check::CheckedBatch& out) {
  const record::Record& record = batch.records[index];
  const std::string_view text =
      task_.transcript != nullptr
          ? std::string_view(task_.transcript->json)
          : std::string_view(batch.bytes).substr(record.begin, record.end - record.begin);
  if (sink_ != nullptr && !sink_->may_want(text)) return;
  judge_->clear();
  made_keys_.clear();
  if (parse(text)) {
    if (sink_ != nullptr && !sink_->wants({text, &tape_})) return;
    judge(text);
  } else {
    out.unreadable.push_back(index);
    out.has_error[index] = 1;
  }
  if (sink_ != nullptr && !has_error(index, out))
    sink_->take(index, {text, &tape_}, judge_->findings(), made_keys_);
  hand_over(batch, index, out);
}

// What the schema says of a value that the reader complained about is the same cause again.
void RecordChecker::judge(std::string_view text) {
  const auto told = static_cast<std::ptrdiff_t>(judge_->findings().size());
  judge_->judge(text, tape_);
  auto& findings = judge_->findings();
  for (const json::Fault& fault : faults_) {
    if (!layout::is_of_scalar(fault)) continue;
    const auto behind =
        std::ranges::upper_bound(tape_.tokens, fault.offset, {}, &json::Token::begin);
    const std::uint32_t value = (behind - 1)->begin;
    const auto again = std::remove_if(findings.begin() + told, findings.end(),
                                      [&](const auto& one) { return one.offset == value; });
    findings.erase(again, findings.end());
  }
}

bool RecordChecker::has_error(std::uint32_t index, const check::CheckedBatch& out) const {
  return out.has_error[index] != 0 ||
         std::ranges::any_of(judge_->findings(), [](const auto& finding) {
           return finding.severity == Severity::kError;
         });
}

// True if the record could be read. An elided element of an array is read as an empty text.
bool RecordChecker::parse(std::string_view text) {
  tape_.clear();
  faults_.clear();
  if (text.empty() && task_.pointers.are_items) {
    tape_.tokens.push_back({json::Kind::kString, false, 0, 0, 0, 1, 0});
    return true;
  }
  const ReadOptions& options = *setup_.options;
  reader_.parse(text, {options.tolerant, options.max_depth}, tape_, faults_);
  if (!task_.tells_faults) return true;
  if (!faults_.empty() && faults_.back().kind == json::FaultKind::kUnclosed)
    faults_.back().expected += task_.closers_around;
  json::PathCursor path(text, tape_);
  for (const json::Fault& fault : faults_)
    judge_->reporter().report(layout::finding_of(fault, options.tolerant, text, tape_, path),
                              judge_->findings());
  return std::ranges::all_of(faults_, layout::leaves_a_value);
}

// Moves what was found and taken from the record to its place in the batch.
void RecordChecker::hand_over(const record::Batch& batch, std::uint32_t index,
                              check::CheckedBatch& out) {
  const std::uint32_t begin = batch.records[index].begin;
  for (diagnostics::RawFinding& finding : judge_->findings()) {
    finding.offset += begin;
    finding.record = index;
    finding.pointer.insert(0, task_.pointers.of(batch.first_record + index));
    if (task_.transcript != nullptr) {
      task_.transcript->move_back(finding);
      finding.pointer.clear();
    }
    if (finding.related_line != 0) {
      finding.related_line += lines_before(batch, index);
      finding.related_record = batch.first_record + index;
    }
    if (finding.severity == Severity::kError) out.has_error[index] = 1;
    out.findings.push_back(std::move(finding));
  }
  for (const check::TakenKey& taken : judge_->keys()) {
    const json::Token& token = tape_.tokens[taken.token];
    out.keys.push_back(
        {taken.key, index, begin + token.begin, token.end - token.begin, 0, taken.unique});
  }
  for (check::RecordKey& key : made_keys_) {
    key.record = index;
    key.offset += begin;
    key.column = static_cast<std::uint32_t>(diagnostics::kNoColumn);
  }
  out.made_keys.insert(out.made_keys.end(), made_keys_.begin(), made_keys_.end());
}

// Line ends in the batch before a record; records are asked for in their order.
std::uint64_t RecordChecker::lines_before(const record::Batch& batch, std::uint32_t index) {
  const std::uint32_t begin = batch.records[index].begin;
  const std::string_view bytes(batch.bytes);
  lines_ += base::measure(bytes.substr(counted_bytes_, begin - counted_bytes_)).lines;
  counted_bytes_ = begin;
  return lines_;
}

std::vector<check::KeyRule> key_rules_of(const RunSetup& setup) {
  std::vector<check::KeyRule> rules;
  for (const check::UniqueKey& key : setup.program->code().keys) {
    rules.push_back(key.rule);
    rules.back().severity = setup.policy->apply(key.rule.rule, key.rule.severity);
    if (!format::has_rows(setup.layout->kind)) continue;
    rules.back().pointer.clear();
    rules.back().field.clear();
  }
  return rules;
}

}  // namespace crosswalk::pipeline
