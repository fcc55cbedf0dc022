// See record_judge.h.
#include "pipeline/record_judge.h"

#include <utility>

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

Result<std::unique_ptr<RecordJudge>> RecordJudge::make(const RunSetup& setup,
                                                       std::vector<format::NodeId> nodes) {
  Engines engines;
  for (const format::NodeId node : nodes) {
    if (setup.options->engine != Engine::kReference) break;
    auto made = make_reference_engine(*setup.definition, node);
    if (!made.ok()) return made.error();
    engines.push_back(std::move(made).value());
  }
  return std::unique_ptr<RecordJudge>(new RecordJudge(setup, std::move(nodes), std::move(engines)));
}

RecordJudge::RecordJudge(const RunSetup& setup, std::vector<format::NodeId> nodes, Engines engines)
    : setup_(setup),
      nodes_(std::move(nodes)),
      reporter_(*setup.layout, reader_options(setup)),
      engines_(std::move(engines)),
      options_{setup.policy, setup.now_unix, setup.options->nfc},
      run_(setup.program->code(), options_, found_),
      test_(check::RecordTest::lay_out(setup.program->code(), nodes_, setup.definition->record,
                                       options_)) {
  for (const format::NodeId node : nodes_) {
    const auto more = check::forbidden_by(setup.program->code(), node, *setup.rules);
    forbidden_.insert(forbidden_.end(), more.begin(), more.end());
  }
}

void RecordJudge::clear() {
  found_.clear();
  keys_.clear();
}

void RecordJudge::judge(std::string_view text, const json::Tape& tape) {
  if (!engines_.empty()) return judge_by_reference(text, tape);
  run_.read_from(text, tape);
  const check::Value record = check::value_at(text, tape, 0, scratch_);
  for (const format::NodeId node : nodes_) run_.take_keys(record, node, keys_);
  const bool is_clean = test_ && test_->is_clean(text, tape, run_);
  if (!is_clean) {
    for (const format::NodeId node : nodes_) run_.judge(record, node);
  }
  if (!forbidden_.empty()) judge_members(text, tape);
  if (!is_clean) run_.judge_texts(setup_.definition->record, *setup_.rules);
}

void RecordJudge::judge_members(std::string_view text, const json::Tape& tape) {
  const json::Token& record = tape.tokens.front();
  if (record.kind != json::Kind::kObject) return;
  for (std::uint32_t name = 1; name < tape.tokens.size(); name = tape.tokens[name + 1].next) {
    const json::Token& token = tape.tokens[name + 1];
    for (const check::Forbidden& forbidden : forbidden_) {
      if (!forbidden.may_be(token)) continue;
      const check::Value value = check::value_at(text, tape, name + 1, scratch_);
      const Severity severity = setup_.policy->apply(forbidden.rule, forbidden.severity);
      if (severity == Severity::kOff || !run_.accepts(value, forbidden.value)) continue;
      diagnostics::RawFinding finding = layout::finding_at(forbidden.rule, token.begin);
      finding.severity = severity;
      finding.length = token.end - token.begin;
      finding.pointer = json::pointer_to(text, tape, name + 1);
      finding.field = json::string_value(text, tape.tokens[name], scratch_);
      found_.push_back(std::move(finding));
    }
  }
}

void RecordJudge::judge_by_reference(std::string_view text, const json::Tape& tape) {
  failures_.clear();
  for (const auto& engine : engines_) engine->check(text, failures_);
  for (const check::ReferenceFailure& failure : innermost(failures_)) {
    const json::Token& token = tape.tokens[token_at(text, tape, failure.pointer)];
    diagnostics::RawFinding finding = layout::finding_at(rule_of(failure), token.begin);
    finding.length = token.end - token.begin;
    finding.pointer = failure.pointer;
    reporter_.report(std::move(finding), found_);
  }
}

}  // namespace crosswalk::pipeline
