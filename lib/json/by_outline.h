// What is kept of outlines (outlines.h) by those who ask the same of all records that have one.
//
//   add(7) = the plan made for a record of outline 7   ->   find(7) for the records after it
// Test: tests/json/outlines_test.cc.
#ifndef CROSSWALK_JSON_BY_OUTLINE_H
#define CROSSWALK_JSON_BY_OUTLINE_H

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace crosswalk::json {

/// Things by the numbers of outlines. Those of one input are few; where more come, the oldest go.
/// Threads: one.
template <class Kept>
class ByOutline {
 public:
  /// What is kept of outline `number`; null if nothing is. Cost: constant while outlines repeat.
  [[nodiscard]] Kept* find(std::uint64_t number) {
    if (last_ < entries_.size() && entries_[last_].first == number) return &entries_[last_].second;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].first != number) continue;
      last_ = i;
      return &entries_[i].second;
    }
    return nullptr;
  }
  /// Keeps `kept`. REQUIRES: nothing is kept of this outline.
  Kept& add(std::uint64_t number, Kept kept) {
    constexpr std::size_t kMost = 64;
    last_ = entries_.size() < kMost ? entries_.size() : next_++ % kMost;
    if (last_ == entries_.size()) entries_.emplace_back();
    entries_[last_] = {number, std::move(kept)};
    return entries_[last_].second;
  }

 private:
  std::vector<std::pair<std::uint64_t, Kept>> entries_;
  std::size_t last_ = 0;  // asked for
  std::size_t next_ = 0;  // to go
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_BY_OUTLINE_H
