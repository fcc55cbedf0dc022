// A checker that mends what it can, and judges the result.
//
// What tolerant reading mended becomes edits of the bytes; then each finding whose rule has a
// repair is tried: the value is mended, the batch judged again, and a repair that does not make its
// check pass, or breaks another one at the same value, is taken back. The verdict is that of the
// mended batch, with all places led back to the input; every repair is a finding.
//   `1,TRUE` under a flag  ->  `1,1`, and one warning; the batch's output is its bytes with that
//   edit `1,maybe`              ->  the error stands, and nothing is changed
// The checker inside sees two or three batches for one that has repairs, and one for all others;
// where records are written while they are judged, it sees one more. Test:
// tests/pipeline/repairing_checker_test.cc.
#ifndef CROSSWALK_PIPELINE_REPAIRING_CHECKER_H
#define CROSSWALK_PIPELINE_REPAIRING_CHECKER_H

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "diagnostics/rule.h"
#include "format/definition.h"
#include "mending/book.h"
#include "mending/splice.h"
#include "mending/syntax.h"
#include "pipeline/row_checker.h"
#include "pipeline/run_setup.h"

namespace crosswalk::pipeline {

/// See above. `CheckedBatch::mended` holds the bytes with their repairs.
/// Threads: one checker per thread.
class RepairingChecker final : public RowChecker {
 public:
  /// What `setup` points to must outlive it.
  RepairingChecker(const RunSetup& setup, std::unique_ptr<RowChecker> inner,
                   mending::Wishes wishes);
  /// Records are given to `sink` once, as mended.
  void feed(RecordSink* sink) override { sink_ = sink; }
  void check(const record::Batch& batch, check::CheckedBatch& out) override;
  [[nodiscard]] const record::Batch& judged(const record::Batch& batch) const override {
    return splice_.empty() ? batch : mended_;
  }

 private:
  using Finding = diagnostics::RawFinding;
  using Findings = std::vector<Finding>;
  /// What a finding is about: record, column, pointer; and its rule.
  using Subject = std::tuple<std::uint32_t, std::int32_t, std::string>;
  using Complaint = std::pair<Subject, diagnostics::RuleId>;
  /// A repair that is tried: of a finding in the batch as mended so far.
  struct Attempt {
    Finding finding;
    mending::Edit edit;  // of the input
  };

  void give_to_sink(check::CheckedBatch& verdict);
  void mend_syntax(const record::Batch& batch, const check::CheckedBatch& first);
  bool add_envelope_edit(std::string_view bytes, const Finding& finding,
                         mending::Splice& splice) const;
  [[nodiscard]] mending::SyntaxPlace syntax_place(const record::Batch& batch,
                                                  const Finding& finding) const;
  [[nodiscard]] bool is_meant(const record::Batch& batch, const Finding& finding,
                              const mending::Splice& splice) const;
  void mend_values(const record::Batch& batch, check::CheckedBatch& verdict);
  static Subject subject_of(const Finding& finding) {
    return {finding.record, finding.column, finding.pointer};
  }
  [[nodiscard]] std::vector<Attempt> find_attempts(const check::CheckedBatch& verdict) const;
  [[nodiscard]] std::optional<mending::Edit> edit_for(const Finding& finding,
                                                      const mending::MendContext& mend) const;
  std::size_t take_back_failed(const std::vector<Attempt>& attempts,
                               const check::CheckedBatch& before, const check::CheckedBatch& after);
  void accept(const std::vector<Attempt>& attempts);
  void judge(const record::Batch& batch, const mending::Splice& splice,
             check::CheckedBatch& verdict);
  void lead_back(check::CheckedBatch& verdict) const;
  void add_told(check::CheckedBatch& verdict);
  void add_wishes(Findings& findings) const;

  RunSetup setup_;
  std::unique_ptr<RowChecker> inner_;
  mending::Book book_;
  RecordSink* sink_ = nullptr;
  // Of the batch at hand:
  mending::Splice splice_;
  record::Batch mended_;         // with splice_
  Findings told_;                // repairs, and syntax that cannot be mended; placed in the input
  std::set<Complaint> refused_;  // what a repair did not help
  check::CheckedBatch trial_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_REPAIRING_CHECKER_H
