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

namespace {

// A buffer that grew beyond this for one record is given back when little of it is in use.
constexpr std::size_t kKeptCapacity = std::size_t{4} << 20U;
constexpr std::size_t kSpareFactor = 8;

}  // namespace

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

void InputBuffer::consume(std::size_t count) {
  begin_ += count;
  const std::size_t needed = kSpareFactor * (end_ - begin_ + block_bytes_);
  if (capacity_ > kKeptCapacity && capacity_ > needed) move_to(needed);
}

void InputBuffer::make_room(std::size_t count) {
  if (capacity_ - end_ >= count) return;
  const std::size_t held = end_ - begin_;
  if (held + count > capacity_) {
    move_to(std::max(2 * capacity_, held + count));
  } else {
    std::memmove(bytes_.get(), bytes_.get() + begin_, held);
    dropped_bytes_ += begin_;
    begin_ = 0;
    end_ = held;
  }
}

void InputBuffer::move_to(std::size_t capacity) {
  const std::size_t held = end_ - begin_;
  auto moved = std::make_unique_for_overwrite<char[]>(capacity);
  std::copy_n(bytes_.get() + begin_, held, moved.get());
  bytes_ = std::move(moved);
  capacity_ = capacity;
  dropped_bytes_ += begin_;
  begin_ = 0;
  end_ = held;
}

}  // namespace crosswalk::base
