// Copying short texts one after the other: whole blocks are moved, and what was moved too much is
// overwritten by the next text.
//
// Most cells are shorter than a block, and a copy of a length known only at run time costs more in
// deciding than in moving.
//   `ab` into room for 2 + 16 bytes   ->   16 bytes moved, 2 counted
//   the last text of a buffer         ->   moved exactly, because nothing behind it may be read
// Test: tests/base/copy_test.cc.
#ifndef CROSSWALK_BASE_COPY_H
#define CROSSWALK_BASE_COPY_H

#include <cstddef>
#include <cstring>
#include <string_view>

namespace crosswalk::base {

/// Bytes that are moved at once: copy_text() may write so many, less one, behind the text.
inline constexpr std::ptrdiff_t kCopyBlock = 16;

/// Copies `text` to `to` and returns the place behind it. `readable_end`: the end of the memory
/// that `text` lies in, up to which bytes behind it may be read.
/// REQUIRES: room for text.size() + kCopyBlock bytes at `to`, which does not overlap `text`.
inline char* copy_text(char* to, std::string_view text, const char* readable_end) {
  const char* from = text.data();
  const char* const end = from + text.size();
  if (readable_end - end < kCopyBlock) {
    if (!text.empty()) std::memcpy(to, from, text.size());
    return to + text.size();
  }
  char* at = to;
  do {
    std::memcpy(at, from, kCopyBlock);
    at += kCopyBlock;
    from += kCopyBlock;
  } while (from < end);
  return to + text.size();
}

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_COPY_H
