// A source that can be read twice, whatever it is: what is read goes to a temporary file, too.
//
// The file has no name, so nothing is left behind however the process ends, and no other user can
// open it (mode 0600).
//   a pipe of `abc`: read `ab`, rewind, read `ab` from the file, then `c` from the pipe
// It costs the disk as many bytes as are read. Test: tests/base/spooled_source_test.cc.
#ifndef CROSSWALK_BASE_SPOOLED_SOURCE_H
#define CROSSWALK_BASE_SPOOLED_SOURCE_H

#include <cstdint>
#include <memory>
#include <string_view>

#include "base/descriptor.h"
#include "crosswalk/stream.h"

namespace crosswalk::base {

/// See Source.
class SpooledSource final : public Source {
 public:
  /// Opens the temporary file, in the folder that TMPDIR names or in /tmp. `inner` must outlive the
  /// result. Errors: kIo.
  static Result<std::unique_ptr<SpooledSource>> open(Source& inner);
  /// Takes bytes that were read of `inner` before; in order, before the first read. Errors: kIo.
  Status keep(std::string_view bytes);
  Result<std::size_t> read(std::span<char> into) override;
  [[nodiscard]] bool can_rewind() const override { return true; }
  Status rewind() override;
  [[nodiscard]] std::string_view name() const override { return inner_.name(); }

 private:
  SpooledSource(Source& inner, Descriptor file) : inner_(inner), file_(std::move(file)) {}
  Result<std::size_t> read_again(std::span<char> into);

  Source& inner_;
  Descriptor file_;
  std::uint64_t spooled_ = 0;  // bytes in the file
  std::uint64_t at_ = 0;       // of the next byte
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_SPOOLED_SOURCE_H
