// One record given as text and tape, judged by whichever engine is asked for.
//
// Records come as JSON values (record_checker.h) and as rows under dotted columns
// (nested_checker.h); to the rules they are the same. Findings are relative to the record's text.
// The reference engine knows plain keywords alone and takes no keys. Test:
// tests/pipeline/record_checker_test.cc.
#ifndef CROSSWALK_PIPELINE_RECORD_JUDGE_H
#define CROSSWALK_PIPELINE_RECORD_JUDGE_H

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/down.h"
#include "check/record_test.h"
#include "check/reference.h"
#include "check/run.h"
#include "json/tape.h"
#include "layout/reporter.h"
#include "pipeline/run_setup.h"

namespace crosswalk::pipeline {

/// Judges records.
/// Threads: one.
class RecordJudge {
 public:
  /// Every record is judged by each of `nodes`. What `setup` points to must outlive the judge.
  /// Errors: kUsage if the reference engine is asked for and cannot take the schema.
  static Result<std::unique_ptr<RecordJudge>> make(const RunSetup& setup,
                                                   std::vector<format::NodeId> nodes);
  RecordJudge(const RecordJudge&) = delete;
  RecordJudge& operator=(const RecordJudge&) = delete;

  /// Judges the record at the root of `tape`; findings and keys are added to those there are.
  void judge(std::string_view text, const json::Tape& tape);
  /// Forgets findings and keys.
  void clear();

  [[nodiscard]] std::vector<diagnostics::RawFinding>& findings() { return found_; }
  [[nodiscard]] const std::vector<check::TakenKey>& keys() const { return keys_; }
  [[nodiscard]] const layout::Reporter& reporter() const { return reporter_; }

 private:
  using Engines = std::vector<std::unique_ptr<check::ReferenceEngine>>;

  RecordJudge(const RunSetup& setup, std::vector<format::NodeId> nodes, Engines engines);
  void judge_members(std::string_view text, const json::Tape& tape);
  void judge_by_reference(std::string_view text, const json::Tape& tape);

  RunSetup setup_;
  std::vector<format::NodeId> nodes_;
  layout::Reporter reporter_;
  Engines engines_;                          // one a node; none: the rule program judges
  std::vector<check::Forbidden> forbidden_;  // of every member
  check::RunOptions options_;
  std::vector<diagnostics::RawFinding> found_;
  check::Run run_;
  std::optional<check::RecordTest> test_;  // of what most records are: good
  std::vector<check::TakenKey> keys_;
  std::vector<check::ReferenceFailure> failures_;
  std::string scratch_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_RECORD_JUDGE_H
