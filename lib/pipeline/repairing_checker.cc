// See repairing_checker.h.
#include "pipeline/repairing_checker.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "check/value.h"
#include "json/parser.h"
#include "mending/batch.h"
#include "mending/spelling.h"
#include "mending/syntax.h"

namespace crosswalk::pipeline {
namespace {

using diagnostics::kNoColumn;
using diagnostics::kNoRecord;
using diagnostics::RawFinding;
using format::LayoutKind;

/// Each try settles all repairs that it makes, or refuses one at least; a value that needs more
/// than a few mends is not what the rules had in mind.
constexpr int kMostTries = 8;

constexpr std::string_view kByHand = "this cannot be mended where it stands: mend it by hand";

/// True if both documents say the same, the second one strictly.
bool say_the_same(std::string_view text, std::string_view mended) {
  json::Tape tape;
  json::Tape strict;
  std::vector<json::Fault> faults;
  if (!json::parse(text, {.tolerant = true}, tape, faults)) return false;
  if (!json::parse(mended, {}, strict, faults)) return false;
  std::string said;
  std::string said_strictly;
  check::append_canonical(text, tape, 0, said);
  check::append_canonical(mended, strict, 0, said_strictly);
  return said == said_strictly;
}

}  // namespace

RepairingChecker::RepairingChecker(const RunSetup& setup, std::unique_ptr<RowChecker> inner,
                                   mending::Wishes wishes)
    : setup_(setup),
      inner_(std::move(inner)),
      book_(*setup.definition, *setup.layout, *setup.rules, std::move(wishes)) {}

void RepairingChecker::check(const record::Batch& batch, check::CheckedBatch& out) {
  splice_ = {};
  told_.clear();
  refused_.clear();
  // What an XML document says was read before it was mended, and is judged so.
  const bool can_judge_again = setup_.layout->kind != LayoutKind::kXml;
  inner_->feed(can_judge_again ? nullptr : sink_);
  inner_->check(batch, out);
  mend_syntax(batch, out);
  if (can_judge_again) {
    mended_ = batch;
    if (!splice_.empty()) judge(batch, splice_, out);
    mend_values(batch, out);
    if (sink_ != nullptr) give_to_sink(out);
    lead_back(out);
  }
  add_told(out);
  if (!splice_.empty()) out.mended = splice_.apply(batch.bytes);
}

// What was tried must not be written, so the sink sees nothing before the verdict stands.
void RepairingChecker::give_to_sink(check::CheckedBatch& verdict) {
  inner_->feed(sink_);
  inner_->check(mended_, verdict);
}

// Makes edits of what tolerant reading mended.
void RepairingChecker::mend_syntax(const record::Batch& batch, const check::CheckedBatch& first) {
  for (const RawFinding& finding : first.findings) {
    if (!finding.repair) continue;
    RawFinding& told = told_.emplace_back(finding);
    if (!book_.mends_everything()) continue;
    mending::Splice with = splice_;
    if (add_envelope_edit(batch.bytes, finding, with)) {
      splice_ = std::move(with);
      continue;
    }
    if (mending::add_syntax_edits(finding, syntax_place(batch, finding), with) &&
        is_meant(batch, finding, with)) {
      splice_ = std::move(with);
      told.hint = mending::describe_syntax(told.rule);
      continue;
    }
    told.repair = false;
    told.severity = setup_.policy->apply(told.rule, setup_.rules->rule(told.rule).severity);
    told.hint = kByHand;
  }
}

// Members of an envelope are proved before (envelope_mender.h); here their bytes change.
bool RepairingChecker::add_envelope_edit(std::string_view bytes, const Finding& finding,
                                         mending::Splice& splice) const {
  const auto mend = book_.find(finding.rule);
  if (!mend || finding.record != kNoRecord) return false;
  auto meant = mending::mended_json(bytes.substr(finding.offset, finding.length), *mend);
  return meant && splice.add({finding.offset, finding.offset + finding.length, *std::move(meant)});
}

mending::SyntaxPlace RepairingChecker::syntax_place(const record::Batch& batch,
                                                    const RawFinding& finding) const {
  const bool is_in_record = finding.record < batch.records.size();
  const bool are_json_rows = setup_.layout->kind == LayoutKind::kHeaderData;
  return {batch.bytes, is_in_record ? batch.records[finding.record].begin : 0,
          are_json_rows && !is_in_record};
}

// A member that moves must come to where tolerant reading took it.
bool RepairingChecker::is_meant(const record::Batch& batch, const RawFinding& finding,
                                const mending::Splice& splice) const {
  if (finding.rule != diagnostics::kJsonMemberInArray) return true;
  const bool is_line = setup_.layout->kind == LayoutKind::kNdjson;
  const auto size = static_cast<std::uint32_t>(batch.bytes.size());
  const std::uint32_t begin = is_line ? batch.records[finding.record].begin : 0;
  const std::uint32_t end = is_line ? batch.records[finding.record].end : size;
  const std::string mended = splice.apply(batch.bytes);
  const std::uint32_t mended_begin = splice.begin_in_mended(begin);
  return say_the_same(
      std::string_view(batch.bytes).substr(begin, end - begin),
      std::string_view(mended).substr(mended_begin, splice.end_in_mended(end) - mended_begin));
}

void RepairingChecker::mend_values(const record::Batch& batch, check::CheckedBatch& verdict) {
  for (int tries = 0; tries < kMostTries; ++tries) {
    const std::vector<Attempt> attempts = find_attempts(verdict);
    if (attempts.empty()) return;
    mending::Splice with = splice_;
    for (const Attempt& attempt : attempts) with.replace(attempt.edit);
    record::Batch before = std::move(mended_);
    judge(batch, with, trial_);
    if (take_back_failed(attempts, verdict, trial_) > 0) {
      mended_ = std::move(before);
      continue;
    }
    accept(attempts);
    splice_ = std::move(with);
    std::swap(verdict, trial_);
  }
}

std::vector<RepairingChecker::Attempt> RepairingChecker::find_attempts(
    const check::CheckedBatch& verdict) const {
  std::vector<Attempt> attempts;
  for (const RawFinding& finding : verdict.findings) {
    const auto mend = book_.find(finding.rule);
    const bool is_open = mend && !finding.repair && finding.severity != Severity::kInfo;
    if (!is_open || refused_.contains({subject_of(finding), finding.rule})) continue;
    if (auto edit = edit_for(finding, *mend)) attempts.push_back({finding, std::move(*edit)});
  }
  return attempts;
}

// The edit of the input that writes the value of a finding in mended_ as it is meant.
std::optional<mending::Edit> RepairingChecker::edit_for(const RawFinding& finding,
                                                        const mending::MendContext& mend) const {
  if (finding.record >= mended_.records.size()) return std::nullopt;
  const std::string_view bytes = mended_.bytes;
  std::uint32_t begin = finding.offset;
  std::uint32_t end = begin + finding.length;
  std::optional<std::string> spelt;
  if (finding.column != kNoColumn) {
    const record::Record& row = mended_.records[finding.record];
    const auto column = static_cast<std::uint32_t>(finding.column);
    if (column >= row.cell_count) return std::nullopt;
    const record::Cell& cell = mended_.cells[row.first_cell + column];
    begin = cell.begin;
    end = cell.end;
    const auto value = mending::scalar_of(bytes, cell);
    const auto meant = value ? mending::mend(*value, mend) : std::nullopt;
    if (meant) spelt = mending::spell(*meant, cell, *setup_.layout);
  } else if (!format::has_rows(setup_.layout->kind)) {
    spelt = mending::mended_json(bytes.substr(begin, end - begin), mend);
  }
  if (!spelt) return std::nullopt;
  return mending::Edit{splice_.begin_in_text(begin), splice_.end_in_text(end), std::move(*spelt)};
}

// Notes what did not help: findings that still stand, and repairs that break something else. How
// many of the attempts that were.
std::size_t RepairingChecker::take_back_failed(const std::vector<Attempt>& attempts,
                                               const check::CheckedBatch& before,
                                               const check::CheckedBatch& after) {
  std::set<Complaint> known;
  for (const RawFinding& finding : before.findings)
    known.emplace(subject_of(finding), finding.rule);
  std::set<Complaint> standing;
  std::set<Subject> broken;
  for (const RawFinding& finding : after.findings) {
    standing.emplace(subject_of(finding), finding.rule);
    const bool is_new = !known.contains({subject_of(finding), finding.rule});
    if (is_new && finding.severity == Severity::kError) broken.insert(subject_of(finding));
  }
  std::size_t failed = 0;
  for (const Attempt& attempt : attempts) {
    Complaint complaint{subject_of(attempt.finding), attempt.finding.rule};
    if (!standing.contains(complaint) && !broken.contains(complaint.first)) continue;
    refused_.insert(std::move(complaint));
    ++failed;
  }
  return failed;
}

void RepairingChecker::accept(const std::vector<Attempt>& attempts) {
  for (const Attempt& attempt : attempts) {
    RawFinding finding = attempt.finding;
    finding.repair = true;
    finding.severity = setup_.policy->apply(finding.rule, Severity::kWarning, true);
    finding.hint = mending::describe(book_.find(finding.rule)->repair->kind);
    finding.offset = attempt.edit.begin;
    finding.length = attempt.edit.end - attempt.edit.begin;
    told_.push_back(std::move(finding));
  }
}

// Judges the batch with the edits of `splice`, which becomes mended_.
void RepairingChecker::judge(const record::Batch& batch, const mending::Splice& splice,
                             check::CheckedBatch& verdict) {
  mending::apply(batch, splice, format::has_rows(setup_.layout->kind), mended_);
  inner_->check(mended_, verdict);
}

// Moves a verdict on mended_ to the places of the input.
void RepairingChecker::lead_back(check::CheckedBatch& verdict) const {
  if (splice_.empty()) return;
  for (RawFinding& finding : verdict.findings) {
    const std::uint32_t end = finding.offset + finding.length;
    finding.offset = splice_.begin_in_text(finding.offset);
    if (finding.length > 0) finding.length = splice_.end_in_text(end) - finding.offset;
  }
  for (check::RecordKey& key : verdict.keys) {
    const std::uint32_t end = key.offset + key.length;
    key.offset = splice_.begin_in_text(key.offset);
    key.length = splice_.end_in_text(end) - key.offset;
  }
}

void RepairingChecker::add_told(check::CheckedBatch& verdict) {
  std::erase_if(verdict.findings, [](const RawFinding& finding) { return finding.repair; });
  add_wishes(verdict.findings);
  for (RawFinding& finding : told_) {
    if (finding.severity == Severity::kOff) continue;
    const bool spoils = finding.severity == Severity::kError && !finding.repair;
    if (spoils && finding.record < verdict.has_error.size()) verdict.has_error[finding.record] = 1;
    verdict.findings.push_back(std::move(finding));
  }
  std::ranges::stable_sort(verdict.findings, [this](const RawFinding& a, const RawFinding& b) {
    return diagnostics::comes_before(a, b, *setup_.rules);
  });
}

// Says what option would mend what stands.
void RepairingChecker::add_wishes(Findings& findings) const {
  for (RawFinding& finding : findings) {
    const std::string_view wish = book_.missing_wish(finding.rule);
    if (!wish.empty()) finding.hint = std::string(wish) + " mends this";
  }
}

}  // namespace crosswalk::pipeline
