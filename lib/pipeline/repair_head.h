// The head of an input with its repairs: what stands before the first record.
//
// Blanks around column names and a byte order mark are read past in any case; here they are left
// out of what is written, as is what tolerant reading mended. Each becomes a repair.
//   BOM, ` id ,name`   ->   `id,name`, and two findings that are repairs
// Values in a head, the parameters of a form, are mended before (form_mender.h). Test:
// tests/pipeline/repair_head_test.cc.
#ifndef CROSSWALK_PIPELINE_REPAIR_HEAD_H
#define CROSSWALK_PIPELINE_REPAIR_HEAD_H

#include <string>
#include <vector>

#include "mending/splice.h"
#include "pipeline/run_setup.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// The bytes of `head` with `edits` and what is mended of `findings`; each of these is a repair
/// from now on.
std::string repair_head(const RunSetup& setup, const record::Head& head, mending::Splice edits,
                        std::vector<diagnostics::RawFinding>& findings);

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_REPAIR_HEAD_H
