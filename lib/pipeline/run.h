// A run over one or more inputs of one format and layout: validating, or converting on the way.
//
// The run opens a reader for each input, binds the format to its header, and lets batches go
// through a job (batch_job.h) and the merge (merge.h). All inputs share counts, keys and output, so
// several files are one input. Rows are judged by the columns of their header, JSON values by the
// nodes that the envelope around them chooses.
//   Run run(setup, sink);  run.convert_to(conversion);  run.read(a);  run.read(b);  run.finish()
// What it is not: it chooses no format (lib/api) and opens no file.
// Test: tests/pipeline/run_test.cc.
#ifndef CROSSWALK_PIPELINE_RUN_H
#define CROSSWALK_PIPELINE_RUN_H

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/envelope.h"
#include "check/program.h"
#include "check/table.h"
#include "crosswalk/run.h"
#include "diagnostics/rule.h"
#include "format/definition.h"
#include "layout/reader.h"
#include "mending/book.h"
#include "pipeline/counted_source.h"
#include "pipeline/merge.h"
#include "pipeline/repair_writer.h"
#include "pipeline/run_setup.h"
#include "pipeline/selection.h"
#include "pipeline/work_line.h"
#include "pipeline/writing.h"

namespace crosswalk::pipeline {

class Request;

/// One run.
/// Threads: one.
class Run {
 public:
  Run(const RunSetup& setup, FindingSink sink);
  /// The run converts. Call before the first read().
  void convert_to(const Conversion& conversion) {
    conversion_ = conversion;
    state_.key_choice = conversion.key_choice;
  }
  /// The run writes nothing and gathers the columns that a table of its good records needs, to the
  /// end of the inputs: it judges few records, so it cannot know where another one stops. Call
  /// before the first read().
  void gather_columns_for(const Conversion& conversion) {
    conversion_ = conversion;
    gathers_ = true;
    state_.stop_after = 0;
    if (conversion_->mapping) conversion_->mapping->allows_loss = true;
  }
  /// The columns that were gathered.
  [[nodiscard]] std::vector<std::string> gathered() const;
  /// The run tells and writes nothing: it lists the keys that come again. Call before the first
  /// read(). `into` must outlive it.
  void list_repeats_to(std::vector<ListedRepeat>& into) {
    state_.keys.list_to(into);
    state_.stop_after = 0;
    lists_ = true;
  }
  /// Has repeats listed if keys are too many for memory and have to be known at once. `lister`
  /// reads all sources of the run and rewinds them.
  void list_with(RepeatLister lister) { lister_ = std::move(lister); }
  /// The run writes its one input back with its repairs. Call before read(); `output` outlives it.
  /// `unsafe`: with repairs that guess, too.
  void repair_to(Output& output, bool unsafe) {
    repair_.emplace(output);
    wishes_.scope = mending::Wishes::Scope::kEverything;
    wishes_.unsafe = unsafe;
  }
  /// What was lost between two formats.
  [[nodiscard]] const conversion::LossCounts& losses() const { return losses_; }
  /// Reads one input to its end. Errors: kIo (also when cancelled), kUsage for a schema or layout
  /// that cannot be used so; those of the output.
  Status read(Source& source);
  /// True if no further input is wanted: the run was stopped or has taken enough records.
  [[nodiscard]] bool is_done() const { return state_.stopped || selection_.is_exhausted(); }
  /// Ends the output and gives the counts. Call once, last. Errors: those of the output; kBug if
  /// records were lost.
  Result<RunResult> finish();

 private:
  using Findings = std::vector<diagnostics::RawFinding>;
  /// An input that was opened.
  struct Input;

  [[nodiscard]] KeyMemory key_memory();
  Result<std::vector<ListedRepeat>> list_repeats();
  std::vector<check::KeyRule> key_rules(Input& input) const;
  Status read_input(CountedSource& source);
  Status read_rest(Source& source) const;
  Status bind(Input& input);
  Status bind_table(Input& input);
  void bind_nested(Input& input);
  void bind_records(Input& input);
  void bind_items(Input& input, const check::Envelope& envelope) const;
  void allow_hashed_columns(Input& input) const;
  void judge_parameters(Input& input) const;
  void make_request(Input& input);
  void report_other_request(const Request& request, Findings& into) const;
  [[nodiscard]] std::vector<format::NodeId> nodes_by(const Input& input, Findings& findings) const;
  [[nodiscard]] std::vector<format::NodeId> nodes_by_settings(Findings& findings) const;
  Status start_conversion(Input& input);
  void encode_frame(Input& input);
  Result<std::unique_ptr<RowChecker>> make_checker(const Input& input) const;
  [[nodiscard]] bool mends_values() const;
  Result<std::unique_ptr<RowChecker>> make_judge(const Input& input) const;
  Result<std::unique_ptr<BatchJob>> make_job(const Input& input);
  [[nodiscard]] std::size_t thread_count() const;
  Status read_batches(Input& input, Merge& merge);
  Result<bool> read_batch(Input& input, record::Batch& batch);
  Status merge_batch(WorkItem& item, Input& input, Merge& merge);
  Status work_again(WorkItem& item, const Input& input);
  Status write_repaired(std::string_view bytes);
  Result<RunResult> finish_repair(RunResult result);
  Findings late_findings(const Input& input, const Merge& merge, std::uint64_t bytes);
  void report(diagnostics::RawFinding finding, Severity declared, Findings& into) const;
  void report_encoding(const std::string& encoding, Findings& into) const;
  void report_nul_names(const record::Head& head, Findings& into) const;
  void report_missing_settings(Findings& into) const;
  void report_exposed_secrets(Findings& into) const;
  void report_other_columns(const Input& input, Findings& into) const;
  void report_input_size(std::uint64_t bytes, Findings& into) const;
  void report_oversize(Findings& into);
  [[nodiscard]] bool is_cancelled() const;

  RunSetup setup_;
  std::optional<Conversion> conversion_;
  RunState state_;
  Selection selection_;
  std::unique_ptr<Writing> writing_;
  conversion::Frame frame_;                 // of the records, as it is written
  std::shared_ptr<const Request> request_;  // of the first input that has one
  std::optional<BodyWriter> body_;
  std::optional<RejectWriter> rejects_;
  std::optional<RepairWriter> repair_;
  mending::Wishes wishes_;
  std::optional<std::vector<std::string>> columns_;  // of the first table
  bool oversize_is_told_ = false;
  conversion::LossCounts losses_;
  bool gathers_ = false;  // columns, instead of writing
  bool lists_ = false;    // repeats, instead of telling
  RepeatLister lister_;
  Source* source_ = nullptr;          // that is read
  CountedSource* counted_ = nullptr;  // the same, with what was read of it
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_RUN_H
