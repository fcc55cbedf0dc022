// Writing to standard output, standard error and report files: see terminal.h.
#include "terminal.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "report/message.h"

namespace crosswalk::cli {

Status DescriptorSink::write(std::string_view bytes) {
  while (!bytes.empty() && !reader_left_ && !has_failed_) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      reader_left_ = true;
    } else if (errno != EINTR) {
      has_failed_ = true;
      return Error{ErrorKind::kIo, "cannot write to " + name_ + ": " + std::strerror(errno)};
    }
  }
  return {};
}

bool DescriptorSink::is_terminal() const {
  return ::isatty(descriptor_) == 1;
}

Status print(std::string_view text) {
  return DescriptorSink(STDOUT_FILENO, "standard output").write(text);
}

std::string complaint(std::string_view who, std::string_view what) {
  const std::string name = who.empty() ? "crosswalk" : "crosswalk " + std::string(who);
  return report::message_line(name, what);
}

void complain(std::string_view who, std::string_view what) {
  write_to_standard_error(complaint(who, what));
}

// Where standard error cannot be written there is nobody left to tell.
void write_to_standard_error(std::string_view text) {
  (void)DescriptorSink(STDERR_FILENO, "standard error").write(text);
}

void complain_of_memory() {
  constexpr std::string_view kMessage = "crosswalk: out of memory\n";
  (void)!::write(STDERR_FILENO, kMessage.data(), kMessage.size());
}

}  // namespace crosswalk::cli
