// An input that is read from its start twice, through one window.
//
// Some formats say at their end what their records mean, so they are looked through once before
// the first record is read. A short input is held between the two passes; a longer one is let go
// and read again, a pipe from what was kept of it (base/spooled_source.h).
//   a file of 5 MB:  blocks pass by, let go from 1 MiB on;   rewound;   read as any other
//   a pipe of 5 MB:  held, and nothing is read again
// Test: tests/base/reread_input_test.cc.
#ifndef CROSSWALK_BASE_REREAD_INPUT_H
#define CROSSWALK_BASE_REREAD_INPUT_H

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>

#include "base/input_buffer.h"
#include "base/spooled_source.h"

namespace crosswalk::base {

/// The window of the pass at hand.
/// Ownership: the source must outlive it. Threads: one.
class RereadInput {
 public:
  /// Reads `block_bytes` at once. Holds at most `most_held` bytes of a source that cannot be
  /// rewound, and less of one that can.
  RereadInput(Source& source, std::size_t block_bytes, std::uint64_t most_held);

  /// From now on all is held, whatever the source.
  void hold_all() { most_held_ = std::numeric_limits<std::uint64_t>::max(); }
  [[nodiscard]] std::string_view name() const { return source_->name(); }
  /// What is read and not consumed. Of the first pass: from the input's start, or from where it was
  /// let go last.
  [[nodiscard]] InputBuffer& buffer() { return *buffer_; }
  [[nodiscard]] const InputBuffer& buffer() const { return *buffer_; }
  /// True while the buffer holds all that was read.
  [[nodiscard]] bool is_held() const { return is_held_; }
  /// True if the buffer holds more than it is worth.
  [[nodiscard]] bool is_long() const { return buffer_->view().size() > most_held_; }
  /// Drops what the buffer holds; `consumed` is what was consumed of it before. Views die. Errors:
  /// kIo.
  Status let_go(std::string_view consumed);
  /// Begins the second pass of an input that is not held: the buffer is empty, and its source at
  /// the input's first byte. Errors: kIo.
  Status start_again();

 private:
  Source* source_;
  std::size_t block_bytes_;
  std::uint64_t most_held_;
  std::unique_ptr<SpooledSource> spool_;
  std::optional<InputBuffer> buffer_;
  bool is_held_ = true;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_REREAD_INPUT_H
