// A form with its parameters mended, before its rows are read.
//
// What the rows mean stands in the parameters, so these are mended first, and the rows are cut by
// what they say then. Each repair is proved as those of values are: the mended form is opened and
// its parameters are judged again; what does not help, or breaks something else at its place, is
// taken back. Columns count anew only if the first row fits them.
//   delimiter=PIPE&...&rows=1%7CAnn          ->  delimiter=pipe, and rows of two cells
//   header_1=id&header_3=name&rows=1|x|Ann   ->  the gap stands: a name is missing
// The rows' own bytes are not touched; places of findings are led back to the input.
// Test: tests/pipeline/form_mender_test.cc.
#ifndef CROSSWALK_PIPELINE_FORM_MENDER_H
#define CROSSWALK_PIPELINE_FORM_MENDER_H

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "layout/reader.h"
#include "mending/book.h"
#include "mending/splice.h"
#include "pipeline/run_setup.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// Mends the parameters of one form. It keeps what the reader that it gives reads.
/// Threads: one.
class FormMender {
 public:
  using Findings = std::vector<diagnostics::RawFinding>;

  /// What `setup` points to, and `options`, must outlive it.
  FormMender(const RunSetup& setup, const layout::ReadOptions& options, mending::Wishes wishes);
  /// Mends the form of `head`, which `reader` has opened. If there are repairs, `reader` then reads
  /// the mended form, and the findings of `head` are those in it; the rest of `head` stays as it
  /// is. Call once.
  void mend(std::unique_ptr<layout::RecordReader>& reader, record::Head& head);
  /// Moves findings in the mended form to the input.
  void lead_back(Findings& findings) const;
  /// The edits of the input before its rows: those behind them are in what the reader reads.
  [[nodiscard]] mending::Splice edits_of(const record::Head& head) const;
  /// Moves out the findings that are repairs.
  Findings take_repairs() { return std::move(repairs_); }

 private:
  using Complaint = std::pair<std::uint32_t, diagnostics::RuleId>;  // where in the input
  /// A form that was opened and judged.
  struct Reading {
    std::unique_ptr<const std::string> text;
    std::unique_ptr<Source> source;
    std::unique_ptr<layout::RecordReader> reader;
    record::Head head;
    Findings found;  // in the head and its parameters
  };
  /// A repair that is tried; all places are those of the input.
  struct Attempt {
    diagnostics::RawFinding finding;
    std::vector<mending::Edit> edits;
  };

  [[nodiscard]] Reading open(std::string text) const;
  void judge(Reading& reading) const;
  [[nodiscard]] std::vector<Attempt> find_attempts(const Reading& reading) const;
  [[nodiscard]] bool try_all(const std::vector<Attempt>& attempts, const std::string& input,
                             Reading& reading);
  static Complaint complaint_of(const diagnostics::RawFinding& finding) {
    return {finding.offset, finding.rule};
  }
  static std::set<Complaint> complaints(const Reading& reading, const mending::Splice& splice);
  [[nodiscard]] bool helps(const Attempt& attempt, const std::set<Complaint>& before,
                           const std::set<Complaint>& after, const std::string& text) const;
  [[nodiscard]] bool first_row_fits(const std::string& text) const;
  void accept(diagnostics::RawFinding repair);

  RunSetup setup_;
  const layout::ReadOptions& options_;
  mending::Book book_;
  Reading mended_;
  mending::Splice splice_;
  std::set<Complaint> refused_;
  Findings repairs_;  // placed in the input
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_FORM_MENDER_H
