// See placing.h. The folder is opened before anything is renamed, so that only synchronising it can
// fail after.
#include "base/placing.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "base/descriptor.h"

namespace crosswalk::base {
namespace {

bool exchange_names(const std::string& a, const std::string& b) {
  return ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
}

}  // namespace

Status Placing::place(const std::string& from, const std::string& to, std::string_view shown) {
  const std::string parent = std::filesystem::path(to).parent_path().string();
  const Descriptor folder(
      ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return io_error("cannot write", shown, errno);
  from_ = from;
  to_ = to;
  if (exchange_names(from, to)) {
    kind_ = Kind::kExchanged;
  } else {
    replaced_ = ::access(to.c_str(), F_OK) == 0;
    if (std::rename(from.c_str(), to.c_str()) != 0) return io_error("cannot write", shown, errno);
    kind_ = Kind::kRenamed;
  }
  if (::fsync(folder.number()) == 0 || errno == EINVAL) return {};  // some synchronise no folders
  const int failed = errno;
  take_back();
  return io_error("cannot write", shown, failed);
}

void Placing::take_back() {
  const bool is_undone = kind_ == Kind::kExchanged
                             ? exchange_names(from_, to_)
                             : !replaced_ && std::rename(to_.c_str(), from_.c_str()) == 0;
  if (is_undone) kind_ = Kind::kNone;
}

}  // namespace crosswalk::base
