// Sources: a file or pipe read with read(2), and a stretch of memory.
//
// A regular file can be read again from where it was when it was opened (standard input may come
// with an offset); a pipe cannot. Folders are refused at once, with the words that reading one
// would end in. A read that a signal interrupts is made again unless the caller's flag says that
// the signal meant to end the run; else Control-C would wait for the next bytes of a silent pipe.
//   open_file("gone.csv")   ->   cannot open gone.csv: No such file or directory
// Test: tests/base/files_test.cc.
#include "crosswalk/stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/descriptor.h"
#include "base/guard.h"

namespace crosswalk {
namespace {

class FileSource final : public Source {
 public:
  FileSource(int number, base::Descriptor owned, std::string name, const std::atomic<bool>* cancel)
      : number_(number), owned_(std::move(owned)), name_(std::move(name)), cancel_(cancel) {}

  // Finds out what kind of file this is. Errors: kIo for folders.
  Status inspect() {
    struct stat facts {};
    if (::fstat(number_, &facts) != 0) return base::io_error("cannot open", name_, errno);
    if (S_ISDIR(facts.st_mode)) return base::io_error("cannot read", name_, EISDIR);
    if (S_ISREG(facts.st_mode)) start_ = ::lseek(number_, 0, SEEK_CUR);
    return {};
  }

  Result<std::size_t> read(std::span<char> into) override {
    for (;;) {
      const ssize_t count = ::read(number_, into.data(), into.size());
      if (count >= 0) return static_cast<std::size_t>(count);
      const bool tries_again = errno == EINTR && (cancel_ == nullptr || !cancel_->load());
      if (!tries_again) return base::io_error("cannot read", name_, errno);
    }
  }

  [[nodiscard]] bool can_rewind() const override { return start_ >= 0; }

  Status rewind() override {
    if (::lseek(number_, start_, SEEK_SET) >= 0) return {};
    return base::io_error("cannot read", name_, errno);
  }

  [[nodiscard]] std::string_view name() const override { return name_; }

 private:
  int number_;
  base::Descriptor owned_;  // not open for standard input, which stays open
  std::string name_;
  const std::atomic<bool>* cancel_;
  off_t start_ = -1;  // where reading began; -1 if there is no way back
};

class MemorySource final : public Source {
 public:
  MemorySource(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {}

  Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = bytes_.copy(into.data(), into.size(), read_count_);
    read_count_ += count;
    return count;
  }

  [[nodiscard]] bool can_rewind() const override { return true; }

  Status rewind() override {
    read_count_ = 0;
    return {};
  }

  [[nodiscard]] std::string_view name() const override { return name_; }

 private:
  std::string_view bytes_;
  std::string name_;
  std::size_t read_count_ = 0;
};

}  // namespace

Result<std::unique_ptr<Source>> open_file(const std::string& path,
                                          const std::atomic<bool>* cancel) {
  return base::guarded([&]() -> Result<std::unique_ptr<Source>> {
    const bool is_stdin = path == "-";
    base::Descriptor owned(is_stdin ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!is_stdin && !owned.is_open()) return base::io_error("cannot open", path, errno);
    const int number = is_stdin ? STDIN_FILENO : owned.number();
    auto source = std::make_unique<FileSource>(number, std::move(owned), path, cancel);
    const Status status = source->inspect();
    if (!status) return status.error();
    return std::unique_ptr<Source>(std::move(source));
  });
}

std::unique_ptr<Source> memory_source(std::string_view bytes, std::string name) {
  return std::make_unique<MemorySource>(bytes, std::move(name));
}

}  // namespace crosswalk
