// See temporary_file.h.
#include "base/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

namespace crosswalk::base {
namespace {

constexpr std::string_view kWriting = "cannot write a temporary file in";
constexpr std::string_view kReading = "cannot read back a temporary file in";

std::string temporary_folder() {
  const char* const folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

}  // namespace

Result<TemporaryFile> TemporaryFile::open() {
  std::string folder = temporary_folder();
  std::string path = folder + "/crosswalk-XXXXXX";
  Descriptor file(::mkostemp(path.data(), O_CLOEXEC));  // mode 0600, O_EXCL
  const bool is_ready = file.is_open() && ::unlink(path.c_str()) == 0;
  if (!is_ready) return io_error(kWriting, folder, errno);
  return TemporaryFile(std::move(file), std::move(folder));
}

Status TemporaryFile::append(std::string_view bytes) {
  const int failed = write_all(file_.number(), bytes);
  if (failed != 0) return io_error(kWriting, folder_, failed);
  size_ += bytes.size();
  return {};
}

Result<std::size_t> TemporaryFile::read(std::uint64_t at, std::span<char> into) const {
  const std::size_t wanted = std::min<std::uint64_t>(into.size(), size_ - at);
  for (;;) {
    const ssize_t count = ::pread(file_.number(), into.data(), wanted, static_cast<off_t>(at));
    if (count > 0) return static_cast<std::size_t>(count);
    if (count == 0) return io_error(kReading, folder_, EIO);
    if (errno != EINTR) return io_error(kReading, folder_, errno);
  }
}

}  // namespace crosswalk::base
