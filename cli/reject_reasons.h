// The reasons beside rejected records: FILE.findings.jsonl, one line an error.
//
// A reason names its record by its number in FILE (`reject`), which is known only once the record
// is rejected. Errors of a record come just before it is rejected, so they wait until then; those
// of a repeated key come after all records of their file, so rejected numbers are kept:
//   error in 7, error in 7, reject(7)   ->   two lines with "reject":1
// Errors without a record, and those of records that could not be read, have no `reject`.
// Memory: eight bytes a rejected record. Test: tests/cli/reject_reasons_test.cc.
#ifndef CROSSWALK_CLI_REJECT_REASONS_H
#define CROSSWALK_CLI_REJECT_REASONS_H

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "crosswalk/outputs.h"

namespace crosswalk::cli {

/// An output that passes everything on and writes the reasons of rejects to a file of its own.
/// Threads: one.
class RejectReasons final : public CommittedOutput {
 public:
  /// Writes bodies and rejects to `inner`, reasons to `reasons`.
  RejectReasons(std::unique_ptr<CommittedOutput> inner, std::unique_ptr<CommittedOutput> reasons)
      : inner_(std::move(inner)), reasons_(std::move(reasons)) {}

  /// Takes a finding as it is told; only errors are reasons. Failures come out of commit().
  void tell(const Finding& finding);

  Status begin_part(std::uint64_t number) override { return inner_->begin_part(number); }
  Status write(std::string_view bytes) override { return inner_->write(bytes); }
  Status end_part(const Part& part) override { return inner_->end_part(part); }
  Status reject(std::uint64_t record, std::string_view bytes, bool readable) override;
  Status reject_frame(std::string_view before, std::string_view between,
                      std::string_view after) override {
    return inner_->reject_frame(before, between, after);
  }
  Status prepare(const RunResult& result) override;
  Status commit(const RunResult& result) override;
  void take_back() override;

 private:
  struct Rejected {
    std::uint64_t record = 0;  // in its file
    std::uint64_t number = 0;  // in the file of rejects; 0 if it could not be read
  };

  [[nodiscard]] std::uint64_t number_of(std::uint64_t record) const;
  void write_reason(const Finding& finding, std::uint64_t number);

  std::unique_ptr<CommittedOutput> inner_;
  std::unique_ptr<CommittedOutput> reasons_;
  std::vector<Finding> waiting_;
  std::vector<Rejected> rejected_;
  std::size_t ascending_from_ = 0;  // from here on records in rejected_ ascend
  std::uint64_t readable_ = 0;
  Status failure_;
};

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_REJECT_REASONS_H
