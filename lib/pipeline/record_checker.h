// Records that are JSON values: each is parsed by itself and judged by the same nodes.
//
// The reader has only cut them; what cannot be parsed is found here and makes an unreadable record.
// One tape serves all records, so a good record costs its tokens and no memory.
//   {"id":1}  {"id"  {"id":3}   ->   three records, the second unreadable with json.syntax
// Test: tests/pipeline/record_checker_test.cc.
#ifndef CROSSWALK_PIPELINE_RECORD_CHECKER_H
#define CROSSWALK_PIPELINE_RECORD_CHECKER_H

#include <memory>
#include <string>
#include <vector>

#include "json/fast_reader.h"
#include "layout/reader.h"
#include "pipeline/record_judge.h"
#include "pipeline/row_checker.h"
#include "pipeline/run_setup.h"

namespace crosswalk::pipeline {

/// How the records of one input are judged.
struct RecordTask {
  std::vector<format::NodeId> nodes;  ///< every record is judged by each
  layout::RecordPointers pointers;
  bool tells_faults = true;                        ///< of syntax; else the reader has done so
  const record::Transcript* transcript = nullptr;  ///< of the one record; null: records are JSON
  std::string closers_around;  ///< of the document, where its end cuts the last record off
};

/// Judges JSON values.
/// Threads: one.
class RecordChecker final : public RowChecker {
 public:
  /// What `setup` points to must outlive the checker. Errors: kUsage if the reference engine is
  /// asked for and cannot take the schema.
  static Result<std::unique_ptr<RowChecker>> make(const RunSetup& setup, RecordTask task);
  void feed(RecordSink* sink) override { sink_ = sink; }
  void check(const record::Batch& batch, check::CheckedBatch& out) override;

 private:
  RecordChecker(const RunSetup& setup, RecordTask task, std::unique_ptr<RecordJudge> judge);

  void check_record(const record::Batch& batch, std::uint32_t index, check::CheckedBatch& out);
  [[nodiscard]] bool has_error(std::uint32_t index, const check::CheckedBatch& out) const;
  bool parse(std::string_view text);
  void judge(std::string_view text);
  std::uint64_t lines_before(const record::Batch& batch, std::uint32_t index);
  void hand_over(const record::Batch& batch, std::uint32_t index, check::CheckedBatch& out);

  RunSetup setup_;
  RecordTask task_;
  std::unique_ptr<RecordJudge> judge_;
  RecordSink* sink_ = nullptr;
  std::vector<check::RecordKey> made_keys_;  // of the record at hand
  json::FastReader reader_;
  json::Tape tape_;
  std::vector<json::Fault> faults_;
  std::uint64_t lines_ = 0;  // in the batch's first counted_bytes_
  std::uint32_t counted_bytes_ = 0;
};

/// What a repeat of each key of the setup's format breaks.
std::vector<check::KeyRule> key_rules_of(const RunSetup& setup);

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_RECORD_CHECKER_H
