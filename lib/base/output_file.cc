// The order that makes a file appear whole: write, synchronise, set the mode, give the name.
//
// The partial name is drawn at random and created with O_EXCL and O_NOFOLLOW, so a file or link
// that somebody put there is never written to. The umask is read from /proc, because asking the
// process for it changes it for all threads; where there is no /proc the file stays the owner's.
// Test: tests/base/output_file_test.cc.
#include "base/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <system_error>
#include <utility>

namespace crosswalk::base {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10U;
constexpr std::size_t kMaxKeptNameBytes = 200;  // file names end at 255
constexpr unsigned kOwnerMode = 0600;
constexpr int kMaxNameTries = 16;

std::string partial_name(const std::filesystem::path& target) {
  std::array<char, 16> suffix{};
  std::snprintf(suffix.data(), suffix.size(), "%08x", std::random_device{}());
  const std::string name =
      "." + target.filename().string().substr(0, kMaxKeptNameBytes) + ".partial-" + suffix.data();
  return (target.parent_path() / name).string();
}

// The mode of a new file that everybody may read and write, as far as the umask lets them.
unsigned usual_mode() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (!line.starts_with("Umask:")) continue;
    const unsigned long umask =
        std::strtoul(line.c_str() + std::string_view("Umask:").size(), nullptr, 8);
    return 0666U & ~static_cast<unsigned>(umask);
  }
  return kOwnerMode;
}

}  // namespace

OutputFile::OutputFile(std::string path, std::string target)
    : path_(std::move(path)), target_(std::move(target)) {}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const std::string& path, FileAccess access) {
  std::string target = path;
  std::error_code error;
  if (std::filesystem::is_symlink(path, error)) {
    target = std::filesystem::canonical(path, error).string();
    if (error) return io_error("cannot write", path, error.value());
  }
  struct stat old {};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) {
    return Error{ErrorKind::kUsage, "cannot write " + path + ": it is a folder"};
  }

  std::unique_ptr<OutputFile> file(new OutputFile(path, std::move(target)));
  if (access == FileAccess::kUsual) {
    file->mode_ = exists ? old.st_mode & 0777U : usual_mode();
  }
  const bool is_special = exists && !S_ISREG(old.st_mode);
  const Status opened = is_special ? file->open_special() : file->open_partial();
  if (!opened) return opened.error();
  return file;
}

Status OutputFile::open_partial() {
  for (int tries = 0; tries < kMaxNameTries; ++tries) {
    std::string name = partial_name(target_);
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    file_ = Descriptor(::open(name.c_str(), flags, kOwnerMode));
    if (file_.is_open()) {
      partial_ = std::move(name);
      return {};
    }
    if (errno != EEXIST) break;
  }
  return io_error("cannot write", path_, errno);
}

Status OutputFile::open_special() {
  file_ = Descriptor(::open(target_.c_str(), O_WRONLY | O_CLOEXEC));
  if (file_.is_open()) return {};
  return io_error("cannot write", path_, errno);
}

OutputFile::~OutputFile() {
  if (!partial_.empty() && placing_.leaves_something()) ::unlink(partial_.c_str());
}

Status OutputFile::write(std::string_view bytes) {
  size_ += bytes.size();
  if (partial_.empty()) return write_through(bytes);
  if (buffer_.size() + bytes.size() > kBufferBytes) {
    if (Status flushed = flush(); !flushed) return flushed;
  }
  if (bytes.size() > kBufferBytes) return write_through(bytes);
  buffer_ += bytes;
  return {};
}

Status OutputFile::flush() {
  Status status = write_through(buffer_);
  buffer_.clear();
  return status;
}

Status OutputFile::write_through(std::string_view bytes) {
  if (write_errno_ == 0) write_errno_ = write_all(file_.number(), bytes);
  const bool reader_left = write_errno_ == EPIPE;
  if (write_errno_ == 0 || reader_left) return {};
  return io_error("cannot write", path_, write_errno_);
}

Status OutputFile::prepare() {
  if (is_prepared_) return {};
  if (Status flushed = flush(); !flushed) return flushed;
  const bool is_kept =
      partial_.empty() || (::fsync(file_.number()) == 0 && ::fchmod(file_.number(), mode_) == 0);
  if (!is_kept) return io_error("cannot write", path_, errno);
  is_prepared_ = true;
  return {};
}

Status OutputFile::commit() {
  if (Status prepared = prepare(); !prepared || partial_.empty()) return prepared;
  return placing_.place(partial_, target_, path_);
}

}  // namespace crosswalk::base
