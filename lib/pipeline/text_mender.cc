// See text_mender.h.
#include "pipeline/text_mender.h"

#include <algorithm>

namespace crosswalk::pipeline {
namespace {

using diagnostics::RawFinding;

/// Each try settles all repairs that it makes, or refuses one at least.
constexpr int kMostTries = 8;

/// Moves a finding in a text with the edits of `splice` to the text without them.
void move_back(const mending::Splice& splice, RawFinding& finding) {
  const std::uint32_t end = finding.offset + finding.length;
  finding.offset = splice.begin_in_text(finding.offset);
  if (finding.length > 0) finding.length = splice.end_in_text(end) - finding.offset;
}

}  // namespace

TextMender::TextMender(const RunSetup& setup, mending::Wishes wishes)
    : setup_(setup), book_(*setup.definition, *setup.layout, *setup.rules, std::move(wishes)) {}

void TextMender::mend_text(std::string_view input, Findings found) {
  found_ = std::move(found);
  for (int tries = 0; tries < kMostTries; ++tries) {
    const std::vector<Attempt> attempts = find_attempts();
    if (attempts.empty()) return;
    if (!try_all(attempts, input)) continue;
    for (const Attempt& attempt : attempts) accept(attempt.finding);
  }
}

std::vector<TextMender::Attempt> TextMender::find_attempts() const {
  std::vector<Attempt> attempts;
  std::set<Complaint> seen = refused_;
  for (const RawFinding& finding : found_) {
    const auto mend = book_.find(finding.rule);
    if (!mend || finding.severity == Severity::kInfo) continue;
    Attempt attempt{finding, {}};
    move_back(splice_, attempt.finding);
    if (!seen.insert(complaint_of(attempt.finding)).second) continue;
    for (mending::Edit& edit : edits_for(finding, *mend))
      attempt.edits.push_back(
          {splice_.begin_in_text(edit.begin), splice_.end_in_text(edit.end), std::move(edit.text)});
    if (!attempt.edits.empty()) attempts.push_back(std::move(attempt));
  }
  return attempts;
}

// True, and the text is mended, if all attempts helped; else those that did not are refused from
// now on.
bool TextMender::try_all(const std::vector<Attempt>& attempts, std::string_view input) {
  mending::Splice with = splice_;
  for (const Attempt& attempt : attempts) {
    for (const mending::Edit& edit : attempt.edits) with.replace(edit);
  }
  Findings trial = judge(with.apply(input));
  const std::set<Complaint> before = complaints(found_, splice_);
  const std::set<Complaint> after = complaints(trial, with);
  bool all_help = true;
  for (const Attempt& attempt : attempts) {
    if (helps(attempt, before, after)) continue;
    refused_.insert(complaint_of(attempt.finding));
    all_help = false;
  }
  if (!all_help) return false;
  splice_ = std::move(with);
  found_ = std::move(trial);
  keep_trial();
  return true;
}

// What is told of a text, info aside, by its place in the input.
std::set<TextMender::Complaint> TextMender::complaints(const Findings& found,
                                                       const mending::Splice& splice) {
  std::set<Complaint> complaints;
  for (const RawFinding& finding : found) {
    if (finding.severity != Severity::kInfo)
      complaints.emplace(splice.begin_in_text(finding.offset), finding.rule);
  }
  return complaints;
}

bool TextMender::helps(const Attempt& attempt, const std::set<Complaint>& before,
                       const std::set<Complaint>& after) const {
  if (after.contains(complaint_of(attempt.finding))) return false;
  const bool breaks = std::ranges::any_of(after, [&](const Complaint& complaint) {
    return complaint.first == attempt.finding.offset && !before.contains(complaint);
  });
  return !breaks && is_sound(attempt.finding);
}

bool TextMender::is_sound(const RawFinding& /*repair*/) const {
  return true;
}

void TextMender::accept(RawFinding repair) {
  repair.repair = true;
  repair.severity = setup_.policy->apply(repair.rule, Severity::kWarning, true);
  repair.hint = mending::describe(book_.find(repair.rule)->repair->kind);
  if (repair.severity != Severity::kOff) repairs_.push_back(std::move(repair));
}

void TextMender::lead_back(Findings& findings) const {
  for (RawFinding& finding : findings) move_back(splice_, finding);
}

}  // namespace crosswalk::pipeline
