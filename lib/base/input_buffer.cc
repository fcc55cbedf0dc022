// The window over a Source: what is left moves to the front when room is needed, and the memory at
// least doubles when that is not enough.
//
// Each read() asks for at most one block, so a pipe is answered as its bytes come; several are made
// only while less than the bytes left over was added.
// Test: tests/base/input_buffer_test.cc.
#include "base/input_buffer.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace crosswalk::base {

InputBuffer::InputBuffer(Source& source, std::size_t block_bytes)
    : source_(source), block_bytes_(block_bytes) {}

Result<bool> InputBuffer::fill() {
  const std::size_t bytes_before = end_ - begin_;
  while (!at_end_ && end_ - begin_ < std::max<std::size_t>(1, 2 * bytes_before)) {
    make_room(block_bytes_);
    Result<std::size_t> count = source_.read({bytes_.get() + end_, block_bytes_});
    if (!count) return std::move(count).error();
    end_ += count.value();
    at_end_ = count.value() == 0;
  }
  return end_ - begin_ > bytes_before;
}

void InputBuffer::make_room(std::size_t count) {
  if (capacity_ - end_ >= count) return;
  const std::size_t held = end_ - begin_;
  if (held + count > capacity_) {
    capacity_ = std::max(2 * capacity_, held + count);
    auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
    std::copy_n(bytes_.get() + begin_, held, larger.get());
    bytes_ = std::move(larger);
  } else {
    std::memmove(bytes_.get(), bytes_.get() + begin_, held);
  }
  dropped_bytes_ += begin_;
  begin_ = 0;
  end_ = held;
}

}  // namespace crosswalk::base
