// See splice.h. Offsets of the mended text are found by walking the edits: there are few.
#include "mending/splice.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace crosswalk::mending {
namespace {

std::uint32_t size_of(const Edit& edit) {
  return static_cast<std::uint32_t>(edit.text.size());
}

bool lies_inside(const Edit& inner, const Edit& outer) {
  const bool is_put_in_behind = inner.begin == outer.end && outer.begin != outer.end;
  return outer.begin <= inner.begin && inner.end <= outer.end && !is_put_in_behind;
}

}  // namespace

bool Splice::add(Edit edit) {
  const auto after = std::ranges::upper_bound(edits_, edit.begin, {}, &Edit::begin);
  const bool overlaps_before = after != edits_.begin() && std::prev(after)->end > edit.begin;
  const bool overlaps_after = after != edits_.end() && after->begin < edit.end;
  if (overlaps_before || overlaps_after) return false;
  edits_.insert(after, std::move(edit));
  return true;
}

bool Splice::replace(Edit edit) {
  std::vector<Edit> before = edits_;
  std::erase_if(edits_, [&](const Edit& old) { return lies_inside(old, edit); });
  const auto place = std::ranges::lower_bound(edits_, edit.begin, {}, &Edit::begin);
  const bool overlaps_before = place != edits_.begin() && std::prev(place)->end > edit.begin;
  const bool overlaps_after = place != edits_.end() && place->begin < edit.end;
  if (overlaps_before || overlaps_after) {
    edits_ = std::move(before);
    return false;
  }
  edits_.insert(place, std::move(edit));
  return true;
}

std::string Splice::apply(std::string_view text) const {
  std::string mended;
  std::size_t taken = 0;
  for (const Edit& edit : edits_) {
    mended += text.substr(taken, edit.begin - taken);
    mended += edit.text;
    taken = edit.end;
  }
  return mended += text.substr(taken);
}

std::uint32_t Splice::begin_in_mended(std::uint32_t offset) const {
  std::uint32_t at = offset;
  for (const Edit& edit : edits_) {
    if (edit.begin >= offset) break;
    const std::uint32_t taken = std::min(edit.end, offset) - edit.begin;
    at += (edit.end <= offset ? size_of(edit) : 0) - taken;
  }
  return at;
}

std::uint32_t Splice::end_in_mended(std::uint32_t offset) const {
  std::uint32_t at = offset;
  for (const Edit& edit : edits_) {
    const bool is_put_in = edit.begin == edit.end;
    if (is_put_in ? edit.begin > offset : edit.begin >= offset) break;
    at += size_of(edit) - (std::min(edit.end, offset) - edit.begin);
  }
  return at;
}

std::uint32_t Splice::begin_in_text(std::uint32_t offset) const {
  std::uint32_t at = offset;  // of the text, as if no further edit came
  for (const Edit& edit : edits_) {
    if (at < edit.begin) break;
    if (at < edit.begin + size_of(edit)) return edit.begin;
    at += edit.end - edit.begin - size_of(edit);
  }
  return at;
}

std::uint32_t Splice::end_in_text(std::uint32_t offset) const {
  std::uint32_t at = offset;
  for (const Edit& edit : edits_) {
    if (at <= edit.begin) break;
    if (at <= edit.begin + size_of(edit)) return edit.end;
    at += edit.end - edit.begin - size_of(edit);
  }
  return at;
}

}  // namespace crosswalk::mending
