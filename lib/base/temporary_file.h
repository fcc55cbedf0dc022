// A file for what must be read once more, which nobody else sees and nobody has to remove.
//
// It is created for the owner alone, exclusively, in the folder that TMPDIR names or in /tmp, and
// loses its name at once, so it is gone when it is closed, however the process ends.
//   append("ab"), append("c")   ->   read(1, ...) gives "bc"
// Test: tests/base/temporary_file_test.cc.
#ifndef CROSSWALK_BASE_TEMPORARY_FILE_H
#define CROSSWALK_BASE_TEMPORARY_FILE_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/descriptor.h"
#include "crosswalk/result.h"

namespace crosswalk::base {

/// Bytes that are added at the end and read anywhere.
/// Threads: one.
class TemporaryFile {
 public:
  /// Errors: kIo.
  static Result<TemporaryFile> open();
  /// Adds bytes. Errors: kIo; the file is then of no further use.
  Status append(std::string_view bytes);
  /// Reads some of the bytes from `at` on. REQUIRES: at < size(), into is not empty. Errors: kIo.
  [[nodiscard]] Result<std::size_t> read(std::uint64_t at, std::span<char> into) const;
  /// Bytes in the file.
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  TemporaryFile(Descriptor file, std::string folder)
      : file_(std::move(file)), folder_(std::move(folder)) {}

  Descriptor file_;
  std::string folder_;  // for messages
  std::uint64_t size_ = 0;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_TEMPORARY_FILE_H
