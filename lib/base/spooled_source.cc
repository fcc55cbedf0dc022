// See spooled_source.h.
#include "base/spooled_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <utility>

namespace crosswalk::base {
namespace {

std::string temporary_folder() {
  const char* const folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

/// A file that has lost its name already.
Result<Descriptor> open_unnamed(const std::string& folder) {
  std::string path = folder + "/crosswalk-XXXXXX";
  Descriptor file(::mkostemp(path.data(), O_CLOEXEC));  // mode 0600
  if (!file.is_open()) return io_error("cannot create a temporary file in", folder, errno);
  if (::unlink(path.c_str()) != 0) return io_error("cannot unlink", path, errno);
  return file;
}

}  // namespace

Result<std::unique_ptr<SpooledSource>> SpooledSource::open(Source& inner) {
  Result<Descriptor> file = open_unnamed(temporary_folder());
  if (!file.ok()) return file.error();
  return std::unique_ptr<SpooledSource>(new SpooledSource(inner, std::move(file).value()));
}

Status SpooledSource::keep(std::string_view bytes) {
  const int failed = write_all(file_.number(), bytes);
  if (failed != 0) return io_error("cannot spool", name(), failed);
  spooled_ += bytes.size();
  at_ = spooled_;
  return {};
}

Result<std::size_t> SpooledSource::read(std::span<char> into) {
  if (at_ < spooled_) return read_again(into);
  Result<std::size_t> count = inner_.read(into);
  if (!count.ok() || count.value() == 0) return count;
  if (Status kept = keep({into.data(), count.value()}); !kept.ok()) return kept.error();
  return count;
}

Result<std::size_t> SpooledSource::read_again(std::span<char> into) {
  const std::size_t wanted = std::min<std::uint64_t>(into.size(), spooled_ - at_);
  for (;;) {
    const ssize_t count = ::pread(file_.number(), into.data(), wanted, static_cast<off_t>(at_));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return io_error("cannot read back", name(), count < 0 ? errno : EIO);
    at_ += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }
}

Status SpooledSource::rewind() {
  at_ = 0;
  return {};
}

}  // namespace crosswalk::base
