// File descriptors of POSIX: owned, written whole, and their failures in words.
//
//   Error of "cannot open", "customers.csv", ENOENT: `cannot open customers.csv: No such file or
//   directory`
// Calls that a signal interrupts are made again. Waiting for a descriptor that would block is not
// done: such a write fails with EAGAIN. Test: tests/base/descriptor_test.cc.
#ifndef CROSSWALK_BASE_DESCRIPTOR_H
#define CROSSWALK_BASE_DESCRIPTOR_H

#include <string_view>
#include <utility>

#include "crosswalk/result.h"

namespace crosswalk::base {

/// An open file descriptor, closed at the end. -1: none.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

/// `action path: reason`, kind kIo. `error_number` is an errno.
Error io_error(std::string_view action, std::string_view path, int error_number);

/// Writes all of `bytes`; 0, or the errno of what kept it from that.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_DESCRIPTOR_H
