// See envelope_mender.h.
#include "pipeline/envelope_mender.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "json/parser.h"
#include "mending/spelling.h"

namespace crosswalk::pipeline {

check::Envelope EnvelopeMender::mend(const check::Envelope& envelope) {
  envelope_ = envelope;
  Findings found;
  is_good_ = check::check_envelope(*setup().program, *setup().definition->records, envelope,
                                   {setup().policy, setup().now_unix}, found);
  mend_text(envelope.text, std::move(found));
  return envelope_;
}

TextMender::Findings EnvelopeMender::judge(std::string text) {
  trial_.text = std::make_unique<const std::string>(std::move(text));
  std::vector<json::Fault> faults;
  json::parse(*trial_.text, {true, setup().options->max_depth}, trial_.tape, faults);
  Findings found;
  trial_.is_good = check::check_envelope(*setup().program, *setup().definition->records,
                                         {*trial_.text, &trial_.tape},
                                         {setup().policy, setup().now_unix}, found);
  return found;
}

void EnvelopeMender::keep_trial() {
  mended_ = std::move(trial_);
  envelope_ = {*mended_.text, &mended_.tape};
  is_good_ = mended_.is_good;
}

std::vector<mending::Edit> EnvelopeMender::edits_for(const diagnostics::RawFinding& finding,
                                                     const mending::MendContext& mend) const {
  auto meant = mending::mended_json(envelope_.text.substr(finding.offset, finding.length), mend);
  if (!meant) return {};
  return {{finding.offset, finding.offset + finding.length, *std::move(meant)}};
}

TextMender::Findings EnvelopeMender::take_findings() {
  Findings findings = found();
  lead_back(findings);
  std::ranges::move(take_repairs(), std::back_inserter(findings));
  return findings;
}

}  // namespace crosswalk::pipeline
