// Thin covers over write() and close(): partial writes are continued, interrupted ones repeated.
//
// close() is not looked at: what must be on the disk is synchronised before (base/output_file.h).
// Test: tests/base/descriptor_test.cc, through a pipe that takes less than is written at once.
#include "base/descriptor.h"

#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace crosswalk::base {

Descriptor::~Descriptor() {
  if (is_open()) ::close(number_);
}

Error io_error(std::string_view action, std::string_view path, int error_number) {
  std::string message(action);
  message += ' ';
  message += path;
  message += ": ";
  message += std::generic_category().message(error_number);
  return {ErrorKind::kIo, std::move(message)};
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

}  // namespace crosswalk::base
