// A source that can be read again, made of one that cannot: what is read is kept in a file without
// a name, in the folder for temporary files (TMPDIR, else /tmp).
//
//   a pipe read to its end, rewind()   ->   the same bytes once more, then whatever the pipe still
//   has
// Only one way back is needed, so what comes after it is not kept: a second rewind() fails.
// Test: tests/base/spool_test.cc.
#ifndef CROSSWALK_BASE_SPOOL_H
#define CROSSWALK_BASE_SPOOL_H

#include <cstddef>
#include <span>
#include <string_view>

#include "base/descriptor.h"
#include "crosswalk/stream.h"

namespace crosswalk::base {

/// Keeps what is read of another source until it has been read again.
/// Threads: one.
class Spool final : public Source {
 public:
  /// `inner` must outlive it.
  explicit Spool(Source& inner) : inner_(inner) {}
  /// Takes bytes that were read of `inner` before; in order, before the first read. Errors: kIo.
  Status keep(std::string_view bytes);
  Result<std::size_t> read(std::span<char> into) override;
  [[nodiscard]] bool can_rewind() const override { return !is_rewound_; }
  Status rewind() override;
  [[nodiscard]] std::string_view name() const override { return inner_.name(); }

 private:
  Source& inner_;
  Descriptor file_;
  bool is_rewound_ = false;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_SPOOL_H
