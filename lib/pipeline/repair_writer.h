// Writing an input back with its repairs: the head and the batches as they come, edited.
//
// Heads and batches follow each other without a gap, so what is written is the input but for the
// edits. Nothing more is written once an error is told: the output is then not complete, and
// whoever takes it does not let it appear.
//   head `id\n`, batches `1\n` and ` 2\n` with an edit   ->   `id\n1\n2\n`
// Test: tests/pipeline/repair_writer_test.cc.
#ifndef CROSSWALK_PIPELINE_REPAIR_WRITER_H
#define CROSSWALK_PIPELINE_REPAIR_WRITER_H

#include <cstdint>
#include <string_view>

#include "crosswalk/run.h"

namespace crosswalk::pipeline {

/// Writes the one body of a repair.
/// Threads: one.
class RepairWriter {
 public:
  /// `output` must outlive it.
  explicit RepairWriter(Output& output) : output_(output) {}
  /// Writes the next bytes, unless the output is lost. Errors: those of the output.
  Status write(std::string_view bytes);
  /// From now on nothing is written.
  void lose() { lost_ = true; }
  /// Ends the body; `records` stand in it. Call once, last. Errors: those of the output.
  Status finish(std::uint64_t records);
  [[nodiscard]] bool is_lost() const { return lost_; }
  /// The body, once it is finished.
  [[nodiscard]] const Part& part() const { return part_; }

 private:
  Status begin();

  Output& output_;
  Part part_;
  bool lost_ = false;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_REPAIR_WRITER_H
