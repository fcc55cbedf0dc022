// A source that can be read twice, whatever it is: what is read goes to a temporary file, too.
//
//   a pipe of `abc`: read `ab`, rewind, read `ab` from the file, then `c` from the pipe
// It costs the disk as many bytes as are read. Test: tests/base/spooled_source_test.cc.
#ifndef CROSSWALK_BASE_SPOOLED_SOURCE_H
#define CROSSWALK_BASE_SPOOLED_SOURCE_H

#include <cstdint>
#include <memory>
#include <string_view>

#include "base/temporary_file.h"
#include "crosswalk/stream.h"

namespace crosswalk::base {

/// See Source.
class SpooledSource final : public Source {
 public:
  /// Opens the temporary file. `inner` must outlive the result. Errors: kIo.
  static Result<std::unique_ptr<SpooledSource>> open(Source& inner);
  /// Takes bytes that were read of `inner` before; in order, before the first read. Errors: kIo.
  Status keep(std::string_view bytes);
  Result<std::size_t> read(std::span<char> into) override;
  [[nodiscard]] bool can_rewind() const override { return true; }
  Status rewind() override;
  [[nodiscard]] std::string_view name() const override { return inner_.name(); }

 private:
  SpooledSource(Source& inner, TemporaryFile file) : inner_(inner), file_(std::move(file)) {}
  Result<std::size_t> read_again(std::span<char> into);

  Source& inner_;
  TemporaryFile file_;
  std::uint64_t at_ = 0;  // of the next byte
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_SPOOLED_SOURCE_H
