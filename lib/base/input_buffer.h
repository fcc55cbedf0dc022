// The unread part of a Source as one contiguous stretch.
//
// Readers look at view(), consume() the whole records in it, and fill() when what is left is no
// whole record. A fill adds at least as many bytes as are left, so a record that is searched again
// from its start after each fill costs linear time altogether, whatever the block size.
//   block of 4 bytes, record of 9:  view() holds 4, 8, then 16 bytes (or up to the end)
// A record that never ends makes the buffer grow without end: readers stop at max_record_bytes.
// Test: tests/base/input_buffer_test.cc.
#ifndef CROSSWALK_BASE_INPUT_BUFFER_H
#define CROSSWALK_BASE_INPUT_BUFFER_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "crosswalk/result.h"
#include "crosswalk/stream.h"

namespace crosswalk::base {

/// A growing window over a Source.
/// Ownership: the source must outlive it. Threads: one.
class InputBuffer {
 public:
  /// Reads `block_bytes` at once. REQUIRES: block_bytes > 0.
  InputBuffer(Source& source, std::size_t block_bytes);

  /// Adds bytes to the end of view(): at least one, and at least as many as it holds, unless the
  /// input ends before. False if none were left. Views die. Errors: kIo. Cost: amortised linear in
  /// the bytes added.
  Result<bool> fill();
  /// The bytes read and not consumed; they stay where they are until the next fill() or consume().
  [[nodiscard]] std::string_view view() const { return {bytes_.get() + begin_, end_ - begin_}; }
  /// Drops the first `count` bytes of view(), and the memory that a very long record needed. Views
  /// die. REQUIRES: count <= view().size().
  void consume(std::size_t count);
  /// True once the source has ended: view() is all that is left.
  [[nodiscard]] bool at_end() const { return at_end_; }
  /// The input's offset of view()'s first byte.
  [[nodiscard]] std::uint64_t offset() const { return dropped_bytes_ + begin_; }
  /// Bytes of memory held.
  [[nodiscard]] std::size_t capacity() const { return capacity_; }

 private:
  void make_room(std::size_t count);
  void move_to(std::size_t capacity);

  Source& source_;
  std::size_t block_bytes_;
  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t dropped_bytes_ = 0;  // of the input, before bytes_[0]
  bool at_end_ = false;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_INPUT_BUFFER_H
