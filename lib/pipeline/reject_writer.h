// Records that were left out, byte for byte as found, in a frame of the input's layout.
//
// The frame is told once, before the first reject. That of a CSV, or of one record a line, is its
// head as found, byte order mark and all, that of a form all that stands around its rows; a
// header/data body's and a document's are written anew, as what they hold may follow the records.
// Records that could not be read stand outside the frame:
// the output gets them marked. Test: tests/pipeline/reject_writer_test.cc.
#ifndef CROSSWALK_PIPELINE_REJECT_WRITER_H
#define CROSSWALK_PIPELINE_REJECT_WRITER_H

#include <cstdint>
#include <optional>
#include <string_view>

#include "check/envelope.h"
#include "conversion/frame.h"
#include "crosswalk/run.h"
#include "format/definition.h"
#include "record/batch.h"

namespace crosswalk::pipeline {

/// The frame in which records of an input of `layout` with this head make an input again:
/// `before`, records with `between` between them, `after`; `first` is part of `before`.
/// REQUIRES: the layout is no document.
conversion::Frame reject_frame(const format::Layout& layout, const record::Head& head);

/// The same of a document with this envelope, which is nothing where records stand at the root.
conversion::Frame reject_frame(const format::Definition& definition,
                               const std::optional<check::Envelope>& envelope);

/// `frame` in the encoding of the input; empty = UTF-8.
conversion::Frame in_encoding(const conversion::Frame& frame, const std::string& encoding);

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
