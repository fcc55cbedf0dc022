// A batch with edits: the same records in the mended bytes.
//
//   row `1, ,x` with an edit of its second cell   ->   the same row, its cells moved
//   a line `{"a":1` with `}` put in at its end    ->   the record ends behind the brace
// Records that are JSON values are cut anew where they begin, so what was put in behind the last
// one is not taken for a part of it. Findings of the batch go along, but for those of tolerant
// reading: what they tell is mended. Test: tests/mending/batch_test.cc.
#ifndef CROSSWALK_MENDING_BATCH_H
#define CROSSWALK_MENDING_BATCH_H

#include "mending/splice.h"
#include "record/batch.h"

namespace crosswalk::mending {

/// `batch` with the edits of `splice`, into `mended` (cleared first). `are_rows`: its records are
/// rows of cells.
void apply(const record::Batch& batch, const Splice& splice, bool are_rows, record::Batch& mended);

}  // namespace crosswalk::mending

#endif  // CROSSWALK_MENDING_BATCH_H
