// See record_checker.h. Findings are made relative to their record and moved to the batch together.
#include "pipeline/record_checker.h"

#include <algorithm>
#include <utility>

#include "base/position.h"
#include "check/code.h"
#include "pipeline/reference_checker.h"

namespace crosswalk::pipeline {
namespace {

/// The token that an RFC 6901 pointer leads to; the root if there is none.
std::uint32_t token_at(std::string_view text, const json::Tape& tape, std::string_view pointer) {
  for (std::uint32_t token = 0; token < tape.tokens.size(); ++token) {
    const bool is_value = tape.tokens[token].kind != json::Kind::kName;
    if (is_value && json::pointer_to(text, tape, token) == pointer) return token;
  }
  return 0;
}

}  // namespace

Result<std::unique_ptr<RowChecker>> RecordChecker::make(const RunSetup& setup, RecordTask task) {
  std::unique_ptr<check::ReferenceEngine> engine;
  if (setup.options->engine == Engine::kReference) {
    auto made = make_reference_engine(*setup.definition, setup.definition->record);
    if (!made.ok()) return made.error();
    engine = std::move(made).value();
  }
  return std::unique_ptr<RowChecker>(new RecordChecker(setup, std::move(task), std::move(engine)));
}

RecordChecker::RecordChecker(const RunSetup& setup, RecordTask task,
                             std::unique_ptr<check::ReferenceEngine> engine)
    : setup_(setup),
      task_(std::move(task)),
      reporter_(*setup.layout, reader_options(setup)),
      engine_(std::move(engine)),
      options_{setup.policy, setup.now_unix, setup.options->nfc},
      run_(setup.program->code(), options_, found_) {}

void RecordChecker::check(const record::Batch& batch, check::CheckedBatch& out) {
  out.clear();
  out.has_error.resize(batch.records.size());
  out.findings = batch.findings;
  lines_ = 0;
  counted_bytes_ = 0;
  for (const diagnostics::RawFinding& finding : out.findings) {
    if (finding.severity == Severity::kError && finding.record < out.has_error.size())
      out.has_error[finding.record] = 1;
  }
  for (std::uint32_t index = 0; index < batch.records.size(); ++index) {
    const bool is_readable = batch.records[index].state == record::RecordState::kReadable;
    if (is_readable) check_record(batch, index, out);
    if (!is_readable) out.has_error[index] = 1;
  }
  reporter_.sort(out.findings);
}

void RecordChecker::check_record(const record::Batch& batch, std::uint32_t index,
                                 check::CheckedBatch& out) {
  const record::Record& record = batch.records[index];
  const std::string_view text =
      task_.transcript != nullptr
          ? std::string_view(task_.transcript->json)
          : std::string_view(batch.bytes).substr(record.begin, record.end - record.begin);
  found_.clear();
  keys_.clear();
  if (!parse(text)) {
    out.unreadable.push_back(index);
    out.has_error[index] = 1;
  } else if (engine_) {
    judge_by_reference(text);
  } else {
    judge(text);
  }
  hand_over(batch, index, out);
}

// True if the record could be read. An elided element of an array is read as an empty text.
bool RecordChecker::parse(std::string_view text) {
  tape_.clear();
  faults_.clear();
  if (text.empty() && task_.pointers.are_items) {
    tape_.tokens.push_back({json::Kind::kString, false, 0, 0, 1, 0});
    return true;
  }
  const ReadOptions& options = *setup_.options;
  json::parse(text, {options.tolerant, options.max_depth}, tape_, faults_);
  if (!task_.tells_faults) return true;
  for (const json::Fault& fault : faults_)
    reporter_.report(layout::finding_of(fault, options.tolerant, text, tape_), found_);
  return std::ranges::all_of(faults_, layout::leaves_a_value);
}

void RecordChecker::judge(std::string_view text) {
  run_.read_from(text, tape_);
  const check::Value record = check::value_at(text, tape_, 0, scratch_);
  for (const format::NodeId node : task_.nodes) {
    run_.judge(record, node);
    run_.take_keys(record, node, keys_);
  }
  run_.judge_texts(setup_.definition->record, *setup_.rules);
}

void RecordChecker::judge_by_reference(std::string_view text) {
  failures_.clear();
  engine_->check(text, failures_);
  for (const check::ReferenceFailure& failure : innermost(failures_)) {
    const json::Token& token = tape_.tokens[token_at(text, tape_, failure.pointer)];
    diagnostics::RawFinding finding = layout::finding_at(rule_of(failure), token.begin);
    finding.length = token.end - token.begin;
    finding.pointer = failure.pointer;
    reporter_.report(std::move(finding), found_);
  }
}

// Moves what was found and taken from the record to its place in the batch.
void RecordChecker::hand_over(const record::Batch& batch, std::uint32_t index,
                              check::CheckedBatch& out) {
  const std::uint32_t begin = batch.records[index].begin;
  for (diagnostics::RawFinding& finding : found_) {
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
  for (const check::TakenKey& taken : keys_) {
    const json::Token& token = tape_.tokens[taken.token];
    out.keys.push_back(
        {taken.key, index, begin + token.begin, token.end - token.begin, 0, taken.unique});
  }
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
  }
  return rules;
}

}  // namespace crosswalk::pipeline
