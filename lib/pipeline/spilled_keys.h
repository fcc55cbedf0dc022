// Keys that are too many for memory: they go to disk, and which of them came again is known at the
// end.
//
// Each key is kept with its place and sorted by key, then by record (base/disk_sorter.h). Equal
// keys are neighbours then: the first of them keeps the key, the others are repeats. Keys lie in a
// temporary file that has no name and is the user's alone: short ones as they are, long ones
// hashed (check/key.h).
//   a1 b2 a3 b4 a5   sorted a1 a3 a5 b2 b4   ->   repeats 3 and 5 of 1, and 4 of 2
// Test: tests/pipeline/spilled_keys_test.cc.
#ifndef CROSSWALK_PIPELINE_SPILLED_KEYS_H
#define CROSSWALK_PIPELINE_SPILLED_KEYS_H

#include <cstdint>
#include <tuple>

#include "base/disk_sorter.h"
#include "check/key.h"
#include "crosswalk/finding.h"

namespace crosswalk::pipeline {

/// A key of a record, with all that its finding would need.
struct SpilledKey {
  check::Key key;
  std::uint64_t record = 0;  ///< number in the run
  Position place;
  std::uint32_t length = 0;
  std::uint32_t column = 0;
  std::uint32_t unique = 0;
  bool is_of_valid = false;  ///< nothing else is wrong with its record

  /// True for keys that must not both be there.
  [[nodiscard]] bool repeats(const SpilledKey& other) const {
    return unique == other.unique && key == other.key;
  }
};

/// Keys together, and of equal ones the first in front.
struct ByKey {
  bool operator()(const SpilledKey& a, const SpilledKey& b) const {
    const auto order = [](const SpilledKey& key) {
      return std::tuple(key.unique, key.key.high, key.key.low, key.record, key.place.byte);
    };
    return order(a) < order(b);
  }
};

/// The keys of one run, all of them.
/// Threads: one.
class SpilledKeys {
 public:
  explicit SpilledKeys(std::uint64_t memory_bytes) : keys_(memory_bytes) {}
  /// Errors: kIo.
  Status put(const SpilledKey& key) { return keys_.put(key); }
  /// Calls `visit(first, repeat)`, which returns a Status, for every repeat of the records behind
  /// number `record`. Errors: kIo; those of `visit`.
  template <class Visit>
  Status visit_repeats_behind(std::uint64_t record, const Visit& visit) {
    SpilledKey first;  // of no record
    return keys_.visit([&](const SpilledKey& key) -> Status {
      if (first.record == 0 || !key.repeats(first)) {
        first = key;
        return {};
      }
      return key.record > record ? visit(first, key) : Status();
    });
  }

 private:
  base::DiskSorter<SpilledKey, ByKey> keys_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_SPILLED_KEYS_H
