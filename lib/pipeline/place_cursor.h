// Places in a stretch of input, asked for in rising order.
//
// A stretch (a head or a batch) knows the place of its first byte. The place of a later byte is
// that one advanced over the bytes between (base/position.h); the cursor goes on from the last
// place asked for, so all findings of a stretch together cost one pass over it. A place before the
// last one starts the pass again: right, but slow. A byte order mark at the start of the input has
// no column. Test: tests/pipeline/place_cursor_test.cc.
#ifndef CROSSWALK_PIPELINE_PLACE_CURSOR_H
#define CROSSWALK_PIPELINE_PLACE_CURSOR_H

#include <cstddef>
#include <string_view>

#include "crosswalk/finding.h"

namespace crosswalk::pipeline {

/// Places in one stretch.
/// Threads: one.
class PlaceCursor {
 public:
  /// `bytes` begin at `start` and must outlive the cursor.
  PlaceCursor(const Position& start, std::string_view bytes);
  /// The place of the byte at `offset`; offsets beyond the end give the end.
  Position at(std::size_t offset);
  /// The place after the last byte.
  Position end() { return at(bytes_.size()); }

 private:
  std::string_view bytes_;
  Position first_;                // of the byte at first_offset_
  std::size_t first_offset_ = 0;  // 3 after a byte order mark
  Position last_;
  std::size_t last_offset_ = 0;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_PLACE_CURSOR_H
