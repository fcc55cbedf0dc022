// The parameters of a form, judged as the object that the format's root schema describes.
//
// The reader has written them as JSON (record/transcript.h); what the schema says of that is moved
// back to the form and told in its words: a missing member is a missing parameter, an unknown one
// an unknown parameter.
//   profiles=1 where Profiles is required   ->   form.missing-param alone, with a hint at profiles
//   name=%zz                                ->   nothing here: the reader has complained about it
// Test: tests/pipeline/parameters_test.cc.
#ifndef CROSSWALK_PIPELINE_PARAMETERS_H
#define CROSSWALK_PIPELINE_PARAMETERS_H

#include <vector>

#include "check/envelope.h"
#include "diagnostics/raw_finding.h"
#include "pipeline/run_setup.h"
#include "record/transcript.h"

namespace crosswalk::pipeline {

/// Judges the parameters that `envelope`, the JSON of `transcript`, holds. Appends findings with
/// offsets in the form to `findings`, which hold the reader's. Returns false if a plain keyword
/// failed. REQUIRES: the format says where its records are.
bool check_parameters(const RunSetup& setup, const check::Envelope& envelope,
                      const record::Transcript& transcript,
                      std::vector<diagnostics::RawFinding>& findings);

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_PARAMETERS_H
