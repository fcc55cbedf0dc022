// See form_mender.h.
#include "pipeline/form_mender.h"

#include <algorithm>
#include <optional>

#include "crosswalk/stream.h"
#include "mending/form.h"
#include "pipeline/parameters.h"

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

FormMender::FormMender(const RunSetup& setup, const layout::ReadOptions& options,
                       mending::Wishes wishes)
    : setup_(setup),
      options_(options),
      book_(*setup.definition, *setup.layout, *setup.rules, std::move(wishes)) {}

void FormMender::mend(std::unique_ptr<layout::RecordReader>& reader, record::Head& head) {
  Reading reading;
  reading.head = head;
  reading.reader = std::move(reader);
  judge(reading);
  for (int tries = 0; tries < kMostTries; ++tries) {
    const std::vector<Attempt> attempts = find_attempts(reading);
    if (attempts.empty()) break;
    if (!try_all(attempts, head.whole, reading)) continue;
    for (const Attempt& attempt : attempts) accept(attempt.finding);
  }
  reader = std::move(reading.reader);
  head.findings = std::move(reading.head.findings);
  mended_ = std::move(reading);
}

FormMender::Reading FormMender::open(std::string text) const {
  Reading reading;
  reading.text = std::make_unique<const std::string>(std::move(text));
  reading.source = memory_source(std::string_view(*reading.text), {});
  reading.reader = layout::open_reader(*setup_.layout, *reading.source, options_);
  static_cast<void>(reading.reader->open(reading.head));
  return reading;
}

void FormMender::judge(Reading& reading) const {
  reading.found = reading.head.findings;
  const auto envelope = reading.reader->envelope();
  if (!envelope || !setup_.definition->records) return;
  check_parameters(setup_, *envelope, *reading.reader->transcript(), reading.found);
}

std::vector<FormMender::Attempt> FormMender::find_attempts(const Reading& reading) const {
  std::vector<Attempt> attempts;
  std::set<Complaint> seen = refused_;
  const mending::Form form{reading.head.whole, reading.head.columns, *setup_.layout};
  for (const RawFinding& finding : reading.found) {
    const auto mend = book_.find(finding.rule);
    if (!mend || finding.severity == Severity::kInfo) continue;
    Attempt attempt{finding, {}};
    move_back(splice_, attempt.finding);
    if (!seen.insert(complaint_of(attempt.finding)).second) continue;
    for (mending::Edit& edit : mending::edits_for(finding, *mend, form))
      attempt.edits.push_back(
          {splice_.begin_in_text(edit.begin), splice_.end_in_text(edit.end), std::move(edit.text)});
    if (!attempt.edits.empty()) attempts.push_back(std::move(attempt));
  }
  return attempts;
}

// True, and `reading` is the mended form, if all attempts helped; else those that did not are
// refused from now on.
bool FormMender::try_all(const std::vector<Attempt>& attempts, const std::string& input,
                         Reading& reading) {
  mending::Splice with = splice_;
  for (const Attempt& attempt : attempts) {
    for (const mending::Edit& edit : attempt.edits) with.replace(edit);
  }
  Reading trial = open(with.apply(input));
  judge(trial);
  const std::set<Complaint> before = complaints(reading, splice_);
  const std::set<Complaint> after = complaints(trial, with);
  bool all_help = true;
  for (const Attempt& attempt : attempts) {
    if (helps(attempt, before, after, *trial.text)) continue;
    refused_.insert(complaint_of(attempt.finding));
    all_help = false;
  }
  if (!all_help) return false;
  splice_ = std::move(with);
  reading = std::move(trial);
  return true;
}

// What is told of a form, info aside, by its place in the input.
std::set<FormMender::Complaint> FormMender::complaints(const Reading& reading,
                                                       const mending::Splice& splice) {
  std::set<Complaint> complaints;
  for (const RawFinding& finding : reading.found) {
    if (finding.severity != Severity::kInfo)
      complaints.emplace(splice.begin_in_text(finding.offset), finding.rule);
  }
  return complaints;
}

bool FormMender::helps(const Attempt& attempt, const std::set<Complaint>& before,
                       const std::set<Complaint>& after, const std::string& text) const {
  if (after.contains(complaint_of(attempt.finding))) return false;
  const bool breaks = std::ranges::any_of(after, [&](const Complaint& complaint) {
    return complaint.first == attempt.finding.offset && !before.contains(complaint);
  });
  const bool renumbers =
      book_.find(attempt.finding.rule)->repair->kind == format::RepairKind::kRenumber;
  return !breaks && (!renumbers || first_row_fits(text));
}

bool FormMender::first_row_fits(const std::string& text) const {
  const Reading reading = open(text);
  record::Batch batch;
  const bool is_read = reading.reader->next(batch).ok();
  return is_read &&
         (batch.records.empty() || batch.records.front().cell_count == reading.head.columns.size());
}

void FormMender::accept(RawFinding repair) {
  repair.repair = true;
  repair.severity = setup_.policy->apply(repair.rule, Severity::kWarning, true);
  repair.hint = mending::describe(book_.find(repair.rule)->repair->kind);
  if (repair.severity != Severity::kOff) repairs_.push_back(std::move(repair));
}

void FormMender::lead_back(Findings& findings) const {
  for (RawFinding& finding : findings) move_back(splice_, finding);
}

mending::Splice FormMender::edits_of(const record::Head& head) const {
  mending::Splice before;
  for (const mending::Edit& edit : splice_.edits()) {
    if (edit.end <= head.bytes.size()) before.add(edit);
  }
  return before;
}

}  // namespace crosswalk::pipeline
