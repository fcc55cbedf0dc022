// The envelope of a document with its members mended, before its records are judged.
//
// What an envelope says of the records chooses who judges them, so it is mended first, and each
// repair is proved (text_mender.h): the mended envelope is judged again.
//   {"matchBy":"email","data":[...]} by a table   ->   Email, and records that need an address
//   {"matchBy":7,"data":[...]}                    ->   the error stands
// The bytes of the document change when the batch that has them is written
// (repairing_checker.h). Test: tests/pipeline/envelope_mender_test.cc.
#ifndef CROSSWALK_PIPELINE_ENVELOPE_MENDER_H
#define CROSSWALK_PIPELINE_ENVELOPE_MENDER_H

#include <memory>
#include <string>
#include <vector>

#include "check/envelope.h"
#include "json/tape.h"
#include "pipeline/text_mender.h"

namespace crosswalk::pipeline {

/// Mends one envelope, and keeps it.
/// Threads: one.
class EnvelopeMender final : public TextMender {
 public:
  /// What `setup` points to must outlive it. REQUIRES: the format says where its records are.
  EnvelopeMender(const RunSetup& setup, mending::Wishes wishes)
      : TextMender(setup, std::move(wishes)) {}
  /// Judges `envelope` and mends it. Returns it as it is meant: `envelope` itself if there are no
  /// repairs, else a view of what this keeps. Call once.
  check::Envelope mend(const check::Envelope& envelope);
  /// True if no plain keyword fails in what mend() returned.
  [[nodiscard]] bool is_good() const { return is_good_; }
  /// All that is told of the envelope, repairs too, placed in the one that was given.
  Findings take_findings();

 private:
  struct Trial {
    std::unique_ptr<const std::string> text;  // null: there is none yet
    json::Tape tape;
    bool is_good = false;
  };

  Findings judge(std::string text) override;
  void keep_trial() override;
  [[nodiscard]] std::vector<mending::Edit> edits_for(
      const diagnostics::RawFinding& finding, const mending::MendContext& mend) const override;

  check::Envelope envelope_;
  bool is_good_ = false;
  Trial mended_;
  Trial trial_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_ENVELOPE_MENDER_H
