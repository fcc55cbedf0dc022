// An input's bytes as UTF-8, whatever they are written in.
//
// The encoding is the one that the caller states, else the one of which the input's byte order mark
// is evidence, else the format's. UTF-8 passes as it is. What else was decoded knows the way back
// to the input's own bytes, for places and rejects.
//   FF FE 69 00     and nothing stated   ->   decoded from utf-16le, "by its byte order mark"
//   49 6D 69 EA     stated windows-1250  ->   decoded from it
//   49 6D 69 EA     and nothing stated   ->   read as UTF-8, where EA is a finding: never guessed
// Test: tests/pipeline/input_text_test.cc.
#ifndef CROSSWALK_PIPELINE_INPUT_TEXT_H
#define CROSSWALK_PIPELINE_INPUT_TEXT_H

#include <optional>
#include <string>

#include "crosswalk/stream.h"
#include "layout/detect.h"
#include "text/decoding_source.h"

namespace crosswalk::pipeline {

/// How to tell an input's encoding.
struct TextOptions {
  std::string stated;     ///< by the caller; empty = nothing
  std::string of_format;  ///< what the format says
  std::size_t block_bytes = 1;
};

/// One input on its way into a reader.
/// Threads: one.
class InputText {
 public:
  /// `raw` must outlive it.
  explicit InputText(Source& raw) : peeked_(raw) {}
  /// Finds the encoding out. Call once, first. Errors: kIo; kUsage for an unknown encoding.
  Status open(const TextOptions& options);
  /// The UTF-8. REQUIRES: open() went well.
  [[nodiscard]] Source& source();
  /// The way back, if the input was decoded; else null.
  [[nodiscard]] text::DecodingSource* decoded() { return decoded_ ? &*decoded_ : nullptr; }
  /// What it was decoded from; empty for UTF-8.
  [[nodiscard]] const std::string& encoding() const { return encoding_; }
  /// True if a byte order mark was the only evidence of the encoding.
  [[nodiscard]] bool is_told_by_mark() const { return is_told_by_mark_; }

 private:
  layout::PeekedSource peeked_;
  std::optional<text::DecodingSource> decoded_;
  std::string encoding_;
  bool is_told_by_mark_ = false;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_INPUT_TEXT_H
