// A form with its parameters mended, before its rows are read.
//
// What the rows mean stands in the parameters, so these are mended first, and the rows are cut by
// what they say then. Each repair is proved (text_mender.h): the mended form is opened and its
// parameters are judged again. Columns count anew only if they stay as many and the first row fits
// them.
//   delimiter=PIPE&...&rows=1%7CAnn          ->  delimiter=pipe, and rows of two cells
//   header_1=id&header_3=name&rows=1|x|Ann   ->  the gap stands: a name is missing
// The rows' own bytes are not touched; places of findings are led back to the input.
// Test: tests/pipeline/form_mender_test.cc.
#ifndef CROSSWALK_PIPELINE_FORM_MENDER_H
#define CROSSWALK_PIPELINE_FORM_MENDER_H

#include <memory>
#include <string>
#include <vector>

#include "layout/reader.h"
#include "pipeline/text_mender.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// Mends the parameters of one form. It holds the form.
/// Threads: one.
class FormMender final : public TextMender {
 public:
  /// What `setup` points to, and `options`, must outlive it.
  FormMender(const RunSetup& setup, const layout::ReadOptions& options, mending::Wishes wishes)
      : TextMender(setup, std::move(wishes)), options_(options) {}
  /// Reads the form of `source` and mends it. `reader` then reads the mended form, and the findings
  /// of `head` are those in it; the rest of `head` is that of the input. Call once. False: there is
  /// no table to read. Errors: kIo.
  Result<bool> open(Source& source, std::unique_ptr<layout::RecordReader>& reader,
                    record::Head& head);
  /// The edits of the input before its rows: those behind them are in what the reader reads.
  [[nodiscard]] mending::Splice edits_of(const record::Head& head) const;

 private:
  /// A form that was opened.
  struct Reading {
    std::unique_ptr<const std::string> text;
    std::unique_ptr<Source> source;
    std::unique_ptr<layout::RecordReader> reader;
    record::Head head;
    bool is_table = false;
  };

  Findings judge(std::string text) override;
  void keep_trial() override { mended_ = std::move(trial_); }
  [[nodiscard]] std::vector<mending::Edit> edits_for(
      const diagnostics::RawFinding& finding, const mending::MendContext& mend) const override;
  [[nodiscard]] bool is_sound(const diagnostics::RawFinding& repair) const override;
  [[nodiscard]] Reading read(std::string text) const;
  [[nodiscard]] Findings told_of(const Reading& reading) const;

  const layout::ReadOptions& options_;
  Reading mended_;
  Reading trial_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_FORM_MENDER_H
