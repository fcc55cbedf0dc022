// A text whose repairs are proved before they stand: what form and envelope menders share.
//
// Findings that have a repair become edits, all at once; the text with them is judged again, and a
// repair stands only if its finding is gone and nothing new is told at its place. What did not help
// is refused, and the others are tried without it.
//   `"by":"|"` where a table knows the bar   ->  `"by":"pipe"`, and one finding that is a repair
//   `"by":"bar"`, and `rod`, which the table gives for it, is not allowed either   ->  no edit
// It knows neither how a text is judged nor how an edit is spelt. Test:
// tests/pipeline/form_mender_test.cc, tests/pipeline/envelope_mender_test.cc.
#ifndef CROSSWALK_PIPELINE_TEXT_MENDER_H
#define CROSSWALK_PIPELINE_TEXT_MENDER_H

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/raw_finding.h"
#include "mending/book.h"
#include "mending/splice.h"
#include "pipeline/run_setup.h"

namespace crosswalk::pipeline {

/// Mends one text.
/// Threads: one.
class TextMender {
 public:
  using Findings = std::vector<diagnostics::RawFinding>;

  TextMender(const TextMender&) = delete;
  TextMender& operator=(const TextMender&) = delete;
  virtual ~TextMender() = default;
  /// Moves findings in the mended text to the input.
  void lead_back(Findings& findings) const;
  /// Moves out the findings that are repairs, placed in the input.
  Findings take_repairs() { return std::move(repairs_); }

 protected:
  /// What `setup` points to must outlive it.
  TextMender(const RunSetup& setup, mending::Wishes wishes);
  /// Mends `input`, of which `found` is told. Call once.
  void mend_text(std::string_view input, Findings found);
  [[nodiscard]] const RunSetup& setup() const { return setup_; }
  [[nodiscard]] const mending::Book& book() const { return book_; }
  /// The edits so far, of the input.
  [[nodiscard]] const mending::Splice& splice() const { return splice_; }
  /// What is told of the text as mended so far.
  [[nodiscard]] const Findings& found() const { return found_; }

 private:
  using Complaint = std::pair<std::uint32_t, diagnostics::RuleId>;  // where in the input
  /// A repair that is tried; all places are those of the input.
  struct Attempt {
    diagnostics::RawFinding finding;
    std::vector<mending::Edit> edits;
  };

  /// What is told of `text`, which is a trial until the next one or keep_trial().
  virtual Findings judge(std::string text) = 0;
  /// The trial is the text from now on.
  virtual void keep_trial() = 0;
  /// The edits of the text that mend what `finding` is about; none if it cannot be mended.
  [[nodiscard]] virtual std::vector<mending::Edit> edits_for(
      const diagnostics::RawFinding& finding, const mending::MendContext& mend) const = 0;
  /// Asked of each repair whose finding is gone: false if the trial is wrong in another way.
  [[nodiscard]] virtual bool is_sound(const diagnostics::RawFinding& repair) const;

  [[nodiscard]] std::vector<Attempt> find_attempts() const;
  [[nodiscard]] bool try_all(const std::vector<Attempt>& attempts, std::string_view input);
  [[nodiscard]] bool helps(const Attempt& attempt, const std::set<Complaint>& before,
                           const std::set<Complaint>& after) const;
  static std::set<Complaint> complaints(const Findings& found, const mending::Splice& splice);
  static Complaint complaint_of(const diagnostics::RawFinding& finding) {
    return {finding.offset, finding.rule};
  }
  void accept(diagnostics::RawFinding repair);

  RunSetup setup_;
  mending::Book book_;
  mending::Splice splice_;
  Findings found_;
  std::set<Complaint> refused_;
  Findings repairs_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_TEXT_MENDER_H
