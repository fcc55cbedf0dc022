// Writing the good records of a batch: a compiled plan and record writers behind one door.
//
// The job (batch_job.h) asks for one record after another. A plan reads their cells from the batch.
// Records that are JSON values were parsed by whoever judged them, so a writer of those takes each
// from its checker while the tape is warm (RecordSink) and hands the bytes out when they are asked
// for. Rows that go to a record writer are made a JSON value first.
//   begin(batch)   take(0), take(2) by the checker   write(0), write(2) by the job
// Test: tests/cross/layout_pairs_test.cc.
#ifndef CROSSWALK_PIPELINE_BATCH_WRITER_H
#define CROSSWALK_PIPELINE_BATCH_WRITER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/key.h"
#include "conversion/frame.h"
#include "conversion/record_view.h"
#include "diagnostics/raw_finding.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// Takes records from whoever judges them.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  /// The same as wants() of the record that `text` is, before it is parsed: false only if that is
  /// sure. A record that cannot be read may be wanted or not.
  virtual bool may_want(std::string_view /*text*/) { return true; }
  /// False if neither the record nor what is found in it matters: it need not be judged.
  virtual bool wants(const conversion::RecordView& /*record*/) { return true; }
  /// True if no record with members of this one, of the same kinds, is wanted; nor one with members
  /// of several such records.
  virtual bool knows_kinds_of(const conversion::RecordView& /*record*/) { return false; }
  /// Takes the record with this index in the batch, which no error was found in. What speaks
  /// against it is appended to `findings`, the keys of what is made of it
  /// (conversion/record_step.h) to `keys`, both with offsets in `record.text`.
  virtual void take(std::uint32_t index, const conversion::RecordView& record,
                    std::vector<diagnostics::RawFinding>& findings,
                    std::vector<check::RecordKey>& keys) = 0;
};

/// Writes batches of one input.
/// Threads: one writer per thread.
class BatchWriter {
 public:
  virtual ~BatchWriter() = default;
  /// False if neither the records of the batch nor what is found in them matters: they need not be
  /// judged, and are not asked for.
  virtual bool wants_any_of(const record::Batch& /*batch*/) { return true; }
  /// True if no batch that follows matters.
  [[nodiscard]] virtual bool is_done() const { return false; }
  /// A batch begins. Returns where its records are to be given while they are judged; nullptr: they
  /// are read from the batch.
  virtual RecordSink* begin(const record::Batch& batch) = 0;
  /// Appends record number `index` of the batch to `out`, without the frame. What speaks against it
  /// is appended to `findings`, with offsets in the batch and the severity that it has if the
  /// policy says nothing else; keys that the sink was not asked for are appended to `keys`, with
  /// offsets in the batch. REQUIRES: the record is good; records are asked for in order.
  virtual void write(const record::Batch& batch, std::uint32_t index, std::string& out,
                     std::vector<diagnostics::RawFinding>& findings,
                     std::vector<check::RecordKey>& keys) = 0;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_BATCH_WRITER_H
