// Which record of each repeated key is written, where the others are to be left out.
//
// The first is found on the way: a record is left out if one of its keys was kept. The last is
// known only at the end, so a first reading takes all keys down, and what is left out follows from
// them read backwards. Either way, of the records that share a key exactly one stays, also where
// records have several keys: what is left out holds none of its keys.
//   keys a, ab, b   first: keeps 1 and 3   last: keeps 1 and 3   (2 shares a key with each)
// Only records that would be written are given here: one with an error keeps no key.
// Test: tests/pipeline/key_choice_test.cc.
#ifndef CROSSWALK_PIPELINE_KEY_CHOICE_H
#define CROSSWALK_PIPELINE_KEY_CHOICE_H

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <utility>
#include <vector>

#include "check/key_set.h"

namespace crosswalk::pipeline {

/// Chooses of the records of one run.
/// Threads: one.
class KeyChoice {
 public:
  virtual ~KeyChoice() = default;
  /// True if the record with this number in the run and these keys is left out. Numbers rise.
  virtual bool leaves_out(std::uint64_t record, std::span<const check::RecordKey> keys) = 0;
  /// Bytes held once `more` keys were given.
  [[nodiscard]] virtual std::uint64_t memory_bytes(std::size_t more) const = 0;
};

/// Keeps what comes first, and remembers the keys that were kept.
class KeptKeys final : public KeyChoice {
 public:
  bool leaves_out(std::uint64_t record, std::span<const check::RecordKey> keys) override;
  [[nodiscard]] std::uint64_t memory_bytes(std::size_t more) const override;

 private:
  std::deque<check::KeySet> sets_;  // by `unique` check
};

/// Leaves nothing out, and takes all keys down: 32 bytes each.
class KeyRoll final : public KeyChoice {
 public:
  bool leaves_out(std::uint64_t record, std::span<const check::RecordKey> keys) override;
  [[nodiscard]] std::uint64_t memory_bytes(std::size_t more) const override;
  /// The records that are left out if the last of each key is kept, by number.
  [[nodiscard]] std::vector<std::uint64_t> all_but_last() const;

 private:
  struct Entry {
    std::uint64_t record = 0;
    std::uint32_t unique = 0;
    check::Key key;
  };
  std::vector<Entry> entries_;
};

/// Leaves the listed records out.
class ListedRecords final : public KeyChoice {
 public:
  /// REQUIRES: `records` rise.
  explicit ListedRecords(std::vector<std::uint64_t> records) : records_(std::move(records)) {}
  bool leaves_out(std::uint64_t record, std::span<const check::RecordKey> keys) override;
  [[nodiscard]] std::uint64_t memory_bytes(std::size_t more) const override;

 private:
  std::vector<std::uint64_t> records_;
  std::size_t next_ = 0;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_KEY_CHOICE_H
