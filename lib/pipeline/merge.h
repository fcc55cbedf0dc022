// Putting worked batches together in input order: everything that needs what came before.
//
// Repeated keys, places, record numbers, counts, the order of findings, bodies and rejects are made
// here, record by record, so the result is the same however the input was cut into batches. A
// record is invalid if a finding of severity error stands in it or if its key came before; an
// invalid record is rejected, or ends the output. Where one record of each key is to be kept
// (key_choice.h), the others are dropped instead. Findings of file-level rules wait until the
// input's records are told; those of a rule that is told once, at its first place, are dropped
// after it.
//   batch 1: a,b   batch 2: c,a   ->   counts 4 records, record 4 invalid, `related` record 1
// Batches must come in order: the merge does not sort them. Test: tests/pipeline/merge_test.cc; any
// order of the jobs: tests/cross/batch_order_test.cc.
#ifndef CROSSWALK_PIPELINE_MERGE_H
#define CROSSWALK_PIPELINE_MERGE_H

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "check/table.h"
#include "crosswalk/finding.h"
#include "diagnostics/raw_finding.h"
#include "pipeline/batch_job.h"
#include "pipeline/body_writer.h"
#include "pipeline/finding_log.h"
#include "pipeline/input_context.h"
#include "pipeline/key_choice.h"
#include "pipeline/place_cursor.h"
#include "pipeline/reject_writer.h"
#include "pipeline/repeated_keys.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// What all inputs of one run share.
struct RunState {
  explicit RunState(FindingSink sink) : log(std::move(sink)) {}

  FindingLog log;
  RecordCallback on_record;       ///< may be empty
  std::size_t between_bytes = 0;  ///< before each record that was written
  RepeatedKeys keys;
  Summary summary;                    ///< files, records and bytes; the log has the other counts
  std::uint64_t records_before = 0;   ///< of the inputs before the current one
  BodyWriter* body = nullptr;         ///< null: the run does not convert
  RejectWriter* rejects = nullptr;    ///< null: the first error ends the output
  KeyChoice* key_choice = nullptr;    ///< null: a repeated key breaks its rule
  std::uint64_t records_dropped = 0;  ///< by that choice
  std::uint64_t memory_limit = UINT64_MAX;  ///< bytes of what `key_choice` keeps
  std::uint64_t stop_after = 0;             ///< errors after which the run ends; 0 = never
  bool stopped = false;                     ///< it did
  std::uint64_t stopped_at = 0;             ///< where: a byte of the input that it was in
};

/// Merges the batches of one input.
/// Threads: one.
class Merge {
 public:
  using Findings = std::vector<diagnostics::RawFinding>;

  /// Tells the findings of the head. `key_rules`: what a repeated key breaks, by its check. `run`
  /// and `input` must outlive it.
  Merge(RunState& run, const InputContext& input, std::vector<check::KeyRule> key_rules,
        Findings head_findings);
  /// Adds the next batch. Related lines of its findings count from the batch's first line.
  /// REQUIRES: batches come in input order; the run has not stopped. Errors: those of the output.
  Status add(const record::Batch& batch, const BatchResult& result);
  /// Tells the head's findings that stand behind the records, then those of file-level rules: those
  /// that waited, and `late`, whose places are in the head. Call once, last.
  /// Errors: those of keys on disk.
  Status finish(Findings late);
  [[nodiscard]] const check::ColumnFacts& facts() const { return facts_; }

 private:
  /// A batch on its way through add().
  struct Current;

  [[nodiscard]] bool is_in_tail(const diagnostics::RawFinding& finding) const;
  void tell_around(Findings findings);
  Status tell_up_to(Current& current, std::uint32_t record);
  [[nodiscard]] bool is_told_before(const diagnostics::RawFinding& finding);
  Status tell(Current& current, const diagnostics::RawFinding& finding,
              std::uint32_t records_before);
  const std::string& encoding_hint(const Current& current, const diagnostics::RawFinding& finding);
  bool take_keys(Current& current, std::uint32_t record);
  bool take_key(Current& current, std::size_t index);
  Status make_room(const BatchResult& result);
  static bool is_readable(const Current& current, std::uint32_t record);
  bool is_left_out(Current& current, std::uint32_t record);
  Status add_record(Current& current, std::uint32_t record);
  Status settle(Current& current, std::uint32_t record, bool is_repeated, bool is_dropped);
  void tell_record(const Current& current, std::uint32_t record, RecordFate fate) const;
  Status drop(Current& current, std::uint32_t record);
  Status flush(Current& current, std::uint32_t end_record);
  Status end_output(Current& current, std::uint32_t end_record);
  [[nodiscard]] bool is_writing() const { return run_.body != nullptr && !run_.body->is_lost(); }
  void stop_if_enough(std::uint64_t here);

  RunState& run_;
  const InputContext& input_;
  std::vector<check::KeyRule> key_rules_;
  Position place_;   // of the next batch
  Findings behind_;  // that stand behind the records
  Findings late_;    // file-level findings of the head, not in the log yet
  check::ColumnFacts facts_;
  std::vector<check::RecordKey> keys_;  // of the current record, where one is chosen
  std::set<std::tuple<diagnostics::RuleId, std::int32_t, std::string>> told_once_;
  std::optional<std::string> encoding_hint_;  // for bytes that are no UTF-8, once there were some
  std::uint64_t waiting_errors_ = 0;          // repeated keys, not in the log yet
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_MERGE_H
