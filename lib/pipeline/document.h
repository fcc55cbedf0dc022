// A whole document as a batch of one record: parsed, judged, ready for the merge.
//
// Documents (answers, errors, single requests) are small, so they are read whole, up to 1 GiB. What
// cannot be parsed is one unreadable record with the parser's faults; a document that breaks only
// its schema is one invalid record. Its findings point with RFC 6901 pointers.
//   {"status":"fail"}   ->   one record, one finding at /status
// Several documents in one input are broken syntax here. Test: tests/pipeline/document_test.cc.
#ifndef CROSSWALK_PIPELINE_DOCUMENT_H
#define CROSSWALK_PIPELINE_DOCUMENT_H

#include "crosswalk/result.h"
#include "crosswalk/stream.h"
#include "pipeline/batch_job.h"
#include "pipeline/run_setup.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// A document, judged.
struct Document {
  record::Head head;    ///< the byte order mark, if there is one; no columns
  record::Batch batch;  ///< one record without cells
  BatchResult result;
};

/// Reads `source` to its end and judges it by the root of the setup's schema.
/// Errors: kIo; kUsage if the reference engine is asked for and cannot take the schema.
Result<Document> read_document(Source& source, const RunSetup& setup);

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_DOCUMENT_H
