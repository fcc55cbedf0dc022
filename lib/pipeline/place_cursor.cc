// See place_cursor.h. The byte order mark itself is at the start, like the byte after it.
#include "pipeline/place_cursor.h"

#include <algorithm>

#include "base/position.h"

namespace crosswalk::pipeline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

PlaceCursor::PlaceCursor(const Position& start, std::string_view bytes)
    : bytes_(bytes), first_(start) {
  if (start.byte == 0 && bytes.starts_with(kByteOrderMark)) {
    first_offset_ = kByteOrderMark.size();
    first_.byte = first_offset_;
  }
  last_ = first_;
  last_offset_ = first_offset_;
}

Position PlaceCursor::at(std::size_t offset) {
  offset = std::min(offset, bytes_.size());
  if (offset < first_offset_) return {offset, first_.line, first_.column};
  if (offset < last_offset_) {
    last_ = first_;
    last_offset_ = first_offset_;
  }
  last_ = base::advance(last_, base::measure(bytes_.substr(last_offset_, offset - last_offset_)));
  last_offset_ = offset;
  return last_;
}

}  // namespace crosswalk::pipeline
