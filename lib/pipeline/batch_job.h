// What is done to a batch by itself: judge its records, write the good ones, measure it.
//
// A job depends on nothing but the batch and what was compiled before, so jobs run in any order and
// on any thread; the merge (merge.h) puts their results together in input order. Whatever needs the
// records before this batch (repeated keys, places, numbers of parts) is not done here.
//   a,1  x,2(bad)  b,3   ->   output `a,1` `` `b,3`, one finding, three keys
// Test: tests/pipeline/batch_job_test.cc; any order: tests/cross/batch_order_test.cc.
#ifndef CROSSWALK_PIPELINE_BATCH_JOB_H
#define CROSSWALK_PIPELINE_BATCH_JOB_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/position.h"
#include "check/table.h"
#include "conversion/column_list.h"
#include "conversion/frame.h"
#include "conversion/loss_counts.h"
#include "pipeline/batch_writer.h"
#include "pipeline/mapping_step.h"
#include "pipeline/record_encoder.h"
#include "pipeline/row_checker.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// A batch, worked. Reused: process() clears it and keeps its memory.
struct BatchResult {
  check::CheckedBatch checked;
  base::Extent extent;                   ///< of the batch's bytes
  std::vector<std::uint64_t> key_lines;  ///< by key: line ends in the batch before its cell
  std::string output;  ///< good records, each after the frame's `between`, nothing for others
  std::vector<std::size_t> output_ends;  ///< by record: where it ends in `output`
  conversion::LossNews losses;           ///< of a mapping
  std::vector<std::string> columns;      ///< of a table of the good records, if they are gathered:
                                         ///< those that the job has not met in earlier batches
  bool is_last = false;                  ///< no batch that follows matters
  bool is_written = false;               ///< `output` and `output_ends` are filled
};

/// Who writes the records of a job.
struct JobWriter {
  std::shared_ptr<MappingStep> step;                 ///< null: within one format
  std::shared_ptr<conversion::ColumnList> gathered;  ///< columns; null: they are not gathered
  std::unique_ptr<BatchWriter> writer;               ///< uses both; null: nothing is written
};

/// What a job does besides judging.
struct JobOptions {
  const conversion::Frame* frame = nullptr;  ///< of written records, in UTF-8; null: none are
  const diagnostics::RuleCatalog* rules = nullptr;  ///< not null
  const diagnostics::RulePolicy* policy = nullptr;  ///< not null
  std::uint64_t max_part_bytes =
      0;  ///< a record that alone makes a larger part is an error (0: none)
  const conversion::Frame* encoded_frame = nullptr;  ///< as it is written; null: as `frame`
  std::string encoding = {};                         ///< of what is written; empty = UTF-8
  bool nfc = false;                                  ///< what is written is in NFC
  std::size_t own_key_rules = 0;  ///< of the source: those of what is made of its records follow
  layout::RecordPointers pointers = {};  ///< of records that are JSON values
};

/// Works batches of one table.
/// Threads: one job per thread.
class BatchJob {
 public:
  /// What `options` point to must outlive the job.
  BatchJob(std::unique_ptr<RowChecker> checker, JobWriter writing, const JobOptions& options)
      : checker_(std::move(checker)), writing_(std::move(writing)), options_(options) {
    if (!options_.encoding.empty()) encoder_.emplace(options_.encoding, options_.pointers);
  }
  /// Works `batch` into `result`. Cost: linear; no allocation once warm and without findings.
  void process(const record::Batch& batch, BatchResult& result);

 private:
  void pass_over(const record::Batch& batch, BatchResult& result) const;
  void measure(const record::Batch& batch, BatchResult& result) const;
  void write_records(const record::Batch& batch, BatchResult& result);
  void write_record(const record::Batch& batch, std::uint32_t record, BatchResult& result);
  void add_made_keys(BatchResult& result) const;
  void check_size(const record::Batch& batch, std::uint32_t record, std::size_t begin,
                  BatchResult& result) const;
  void refuse(diagnostics::RawFinding finding, std::size_t begin, BatchResult& result) const;
  static void drop(diagnostics::RawFinding finding, std::size_t begin, BatchResult& result);

  std::unique_ptr<RowChecker> checker_;
  JobWriter writing_;
  JobOptions options_;
  std::optional<RecordEncoder> encoder_;
  record::Batch in_nfc_;
  const record::Batch* written_from_ = nullptr;    // the batch as it was judged, or in_nfc_
  std::vector<diagnostics::RawFinding> refusals_;  // of the record at hand
};

/// True if `record` is good: readable, of the right width and without an error.
inline bool is_good(const record::Batch& batch, const check::CheckedBatch& checked,
                    std::size_t record) {
  return batch.records[record].state == record::RecordState::kReadable &&
         checked.has_error[record] == 0;
}

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_BATCH_JOB_H
