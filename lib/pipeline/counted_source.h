// A source that knows how many of its bytes were read, and tells it to whoever shows progress.
//
// It passes everything on; going back to the start begins the count again, so after a second pass
// it holds the input's size all the same. Test: tests/pipeline/counted_source_test.cc.
#ifndef CROSSWALK_PIPELINE_COUNTED_SOURCE_H
#define CROSSWALK_PIPELINE_COUNTED_SOURCE_H

#include <cstdint>
#include <utility>

#include "crosswalk/run.h"
#include "crosswalk/stream.h"

namespace crosswalk::pipeline {

/// Counts the bytes of another source.
/// Threads: one.
class CountedSource final : public Source {
 public:
  /// `inner` must outlive it. `on_progress` may be empty; it is told the bytes of this source and
  /// `bytes_before`, those of the sources before it.
  explicit CountedSource(Source& inner, ProgressSink on_progress = {},
                         std::uint64_t bytes_before = 0)
      : inner_(inner), on_progress_(std::move(on_progress)), bytes_before_(bytes_before) {}
  Result<std::size_t> read(std::span<char> into) override {
    Result<std::size_t> count = inner_.read(into);
    if (count.ok()) bytes_ += count.value();
    if (on_progress_) on_progress_({inner_.name(), bytes_before_ + bytes_});
    return count;
  }
  [[nodiscard]] bool can_rewind() const override { return inner_.can_rewind(); }
  Status rewind() override {
    bytes_ = 0;
    return inner_.rewind();
  }
  [[nodiscard]] std::string_view name() const override { return inner_.name(); }
  /// Bytes read since the start.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  Source& inner_;
  ProgressSink on_progress_;
  std::uint64_t bytes_before_;
  std::uint64_t bytes_ = 0;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_COUNTED_SOURCE_H
