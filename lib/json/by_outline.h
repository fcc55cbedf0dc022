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

/// Things by the numbers of outlines. Those of one input are few and follow each other; where more
/// come, newer ones take the places of older ones.
/// Threads: one.
template <class Kept>
class ByOutline {
 public:
  /// What is kept of outline `number`, which is not 0; null if nothing is. Cost: constant.
  [[nodiscard]] Kept* find(std::uint64_t number) {
    if (entries_.empty()) return nullptr;
    auto& entry = entries_[number % kPlaces];
    return entry.first == number ? &entry.second : nullptr;
  }
  /// Keeps `kept`. REQUIRES: nothing is kept of this outline.
  Kept& add(std::uint64_t number, Kept kept) {
    if (entries_.empty()) entries_.resize(kPlaces);
    auto& entry = entries_[number % kPlaces];
    entry = {number, std::move(kept)};
    return entry.second;
  }

 private:
  static constexpr std::size_t kPlaces = 256;

  std::vector<std::pair<std::uint64_t, Kept>> entries_;  // by number, modulo their count; 0: none
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_BY_OUTLINE_H
