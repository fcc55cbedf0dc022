// See spool.h.
#include "base/spool.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

namespace crosswalk::base {

namespace {

constexpr std::string_view kWhat = "a temporary file for what cannot be read twice";

// An open file that is gone when it is closed; none where it cannot be made.
Descriptor make_nameless_file() {
  const char* const folder = std::getenv("TMPDIR");
  const bool is_set = folder != nullptr && *folder != '\0';
  std::string path = std::string(is_set ? folder : "/tmp") + "/crosswalk-XXXXXX";
  Descriptor file(::mkstemp(path.data()));
  if (file.is_open()) ::unlink(path.c_str());
  return file;
}

}  // namespace

Status Spool::keep(std::string_view bytes) {
  if (!file_.is_open()) file_ = make_nameless_file();
  if (!file_.is_open()) return io_error("cannot make", kWhat, errno);
  const int error = write_all(file_.number(), bytes);
  return error == 0 ? Status() : io_error("cannot write", kWhat, error);
}

Result<std::size_t> Spool::read(std::span<char> into) {
  if (is_rewound_ && file_.is_open()) {
    const ssize_t count = ::read(file_.number(), into.data(), into.size());
    if (count > 0) return static_cast<std::size_t>(count);
    if (count < 0) return io_error("cannot read", kWhat, errno);
    file_ = Descriptor();
  }
  Result<std::size_t> count = inner_.read(into);
  if (!count.ok() || is_rewound_) return count;
  if (Status kept = keep({into.data(), count.value()}); !kept.ok()) return kept.error();
  return count;
}

Status Spool::rewind() {
  if (is_rewound_) return Source::rewind();
  is_rewound_ = true;
  if (file_.is_open() && ::lseek(file_.number(), 0, SEEK_SET) != 0)
    return io_error("cannot read", kWhat, errno);
  return {};
}

}  // namespace crosswalk::base
