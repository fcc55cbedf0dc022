// A source that knows how many of its bytes were read.
//
// It passes everything on; going back to the start begins the count again, so after a second pass
// it holds the input's size all the same. Test: tests/pipeline/counted_source_test.cc.
#ifndef CROSSWALK_PIPELINE_COUNTED_SOURCE_H
#define CROSSWALK_PIPELINE_COUNTED_SOURCE_H

#include <cstdint>

#include "crosswalk/stream.h"

namespace crosswalk::pipeline {

/// Counts the bytes of another source.
/// Threads: one.
class CountedSource final : public Source {
 public:
  /// `inner` must outlive it.
  explicit CountedSource(Source& inner) : inner_(inner) {}
  Result<std::size_t> read(std::span<char> into) override {
    Result<std::size_t> count = inner_.read(into);
    if (count.ok()) bytes_ += count.value();
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
  std::uint64_t bytes_ = 0;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_COUNTED_SOURCE_H
