// The texts of a batch in normalisation form C, for what is written of it.
//
// Records are judged and told as they were found; only what is written comes from the normalised
// batch. Each cell is normalised by itself, so that an accent at its begin joins nothing before it.
// Characters that stand as escapes, of JSON or of a form, are written out first, or they would
// hide.
//   1,e U+0301   ->   1,é        {"a":"e\u0301"}   ->   {"a":"é"}        e%CC%81   ->   %C3%A9
// Test: tests/pipeline/normalised_batch_test.cc.
#ifndef CROSSWALK_PIPELINE_NORMALISED_BATCH_H
#define CROSSWALK_PIPELINE_NORMALISED_BATCH_H

#include "record/batch.h"

namespace crosswalk::pipeline {

/// `batch` itself if it is in NFC as far as can be seen at a glance, else `into`, filled with its
/// records in NFC; findings are left out. Cost: linear.
const record::Batch& normalised(const record::Batch& batch, record::Batch& into);

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_NORMALISED_BATCH_H
