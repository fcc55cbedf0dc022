// Records that were left out, byte for byte as found, in a frame of the input's layout.
//
// The frame is told once, before the first reject. That of a CSV, or of one record a line, is its
// head as found, byte order mark and all; a header/data body's is written anew, as its head may
// hold other members or follow the rows. Records that could not be read stand outside the frame:
// the output gets them marked. Test: tests/pipeline/reject_writer_test.cc.
#ifndef CROSSWALK_PIPELINE_REJECT_WRITER_H
#define CROSSWALK_PIPELINE_REJECT_WRITER_H

#include <cstdint>
#include <string_view>

#include "conversion/frame.h"
#include "crosswalk/run.h"
#include "format/definition.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// The frame in which records of an input of `layout` with this head make an input again:
/// `before`, records with `between` between them, `after`; `first` is part of `before`.
/// `encoding`: of the input, which the frame is written in as well; empty = UTF-8.
conversion::Frame reject_frame(const format::Layout& layout, const record::Head& head,
                               const std::string& encoding = {});

/// Gives rejected records to an output.
/// Threads: one.
class RejectWriter {
 public:
  /// `output` must outlive it.
  RejectWriter(Output& output, conversion::Frame frame)
      : output_(output), frame_(std::move(frame)) {}
  /// Gives the record with this number in its file. Errors: those of the output.
  Status reject(std::uint64_t record, std::string_view bytes, bool readable);
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  Output& output_;
  conversion::Frame frame_;
  std::uint64_t count_ = 0;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_REJECT_WRITER_H
