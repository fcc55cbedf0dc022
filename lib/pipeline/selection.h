// Which records of a run are used: `--skip` and `--take`, over all its inputs.
//
// Records that are not used leave their batch before it is worked, with their findings; their bytes
// stay, so places still add up, and the others keep their numbers.
//   skip 1, take 2, of a b c d   ->   b c, numbered 2 and 3
// Test: tests/pipeline/selection_test.cc.
#ifndef CROSSWALK_PIPELINE_SELECTION_H
#define CROSSWALK_PIPELINE_SELECTION_H

#include <cstdint>

#include "record/batch.h"

namespace crosswalk::pipeline {

/// Picks records as batches go by in input order.
/// Threads: one.
class Selection {
 public:
  /// `take` 0: all after the skipped ones.
  Selection(std::uint64_t skip, std::uint64_t take)
      : begin_(skip), end_(take == 0 || take > kEndless - skip ? kEndless : skip + take) {}
  /// Takes the records that are not used out of `batch`.
  void apply(record::Batch& batch);
  /// True if no later record is used.
  [[nodiscard]] bool is_exhausted() const { return seen_ >= end_; }

 private:
  static constexpr std::uint64_t kEndless = UINT64_MAX;

  std::uint64_t begin_;     // first record used, 0-based in the run
  std::uint64_t end_;       // after the last one
  std::uint64_t seen_ = 0;  // records of all batches so far
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_SELECTION_H
