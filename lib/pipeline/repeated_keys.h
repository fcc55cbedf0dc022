// Keys that must be unique over the whole run, and those that came again.
//
// The first record with a key keeps it; each later one waits here until the records of its input
// are told, as uniqueness is a rule of the file. The first thousand repeats of an input also keep
// the bytes around them, for excerpts and values; others are told without.
//   a  b  a   ->   waits: record 3, first seen in record 1
// Keys are compared over all inputs of a run, so a repeat may be of another file than its first.
// Memory is limited: keys beyond the limit go to disk (spilled_keys.h), as repeats that wait do.
// From then on a repeat is not known when its record is read, but when repeats are told: the
// findings are the same, without excerpts. Runs that have to know at once have all repeats listed
// instead, by a reading of their own over all inputs; where inputs cannot be read again they end
// with an error.
// Test: tests/pipeline/repeated_keys_test.cc.
#ifndef CROSSWALK_PIPELINE_REPEATED_KEYS_H
#define CROSSWALK_PIPELINE_REPEATED_KEYS_H

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk_sorter.h"
#include "check/key_set.h"
#include "pipeline/finding_log.h"
#include "pipeline/input_context.h"
#include "pipeline/spilled_keys.h"

namespace crosswalk::pipeline {

/// A key that came again, of a run that was read before.
struct ListedRepeat {
  std::uint64_t record = 0;  ///< number in the run
  std::uint32_t unique = 0;
  check::FirstSeen first;  ///< its record is counted over the run
};

/// Lists all repeats of the run, by record. Errors: kIo.
using RepeatLister = std::function<Result<std::vector<ListedRepeat>>()>;

/// How much memory keys may take.
struct KeyMemory {
  std::uint64_t limit_bytes = UINT64_MAX;
  std::string why_in_memory;  ///< why keys cannot go to disk; empty = they can
  RepeatLister list = {};     ///< in place of keys that cannot; empty = nobody does
};

/// The error of a run whose keys are too many for its memory, and why they stay there.
Error too_many_keys(std::uint64_t limit_bytes, const std::string& why_in_memory);

/// The keys of one run.
/// Threads: one.
class RepeatedKeys {
 public:
  /// Call before anything else.
  void limit(KeyMemory memory) { memory_ = std::move(memory); }
  /// From here on repeats are not told, but listed in `into`, by record. Call before anything else.
  void list_to(std::vector<ListedRepeat>& into) { list_ = &into; }
  /// The keys of `input` follow; its records are numbered from 1 again. `rules`: what repeats
  /// break, by check.
  void begin_input(const InputContext& input, std::uint64_t records_before,
                   std::vector<check::KeyRule> rules);
  /// Makes room for `count` keys: if they are too many for memory, all go to disk, or their repeats
  /// are listed. Errors: kIo, also of what was put before.
  Status make_room(std::size_t count);
  /// True once keys are on disk: put() takes the place of take() and wait().
  [[nodiscard]] bool are_on_disk() const { return spilled_.has_value(); }
  /// Puts the key of `record` (1-based number in its input). `is_of_valid`: nothing else is wrong
  /// with the record.
  void put(const check::RecordKey& key, std::uint64_t record, const Position& place,
           bool is_of_valid);
  /// Takes the key of `record` (1-based number in its input), which stands in `line`. Where it was
  /// seen first if it came before, with the record's number in the run. Amortised constant time.
  std::optional<check::FirstSeen> take(const check::RecordKey& key, std::uint64_t record,
                                       std::uint64_t line);
  /// Tells that take() follows soon for `key`: its memory is brought near.
  void expect(const check::RecordKey& key) const {
    if (key.unique < sets_.size()) sets_[key.unique].expect(key.key);
  }
  /// Lets a repeat, of which take() returned `first`, wait until tell(). `bytes`, in which
  /// `key.offset` is, are kept around it while there is room; empty: they are not wanted.
  void wait(const check::RecordKey& key, const check::FirstSeen& first, std::uint64_t record,
            const Position& place, std::string_view bytes);
  /// Tells every repeat of the current input in the order of findings, and forgets them. How many
  /// records that put() was told are valid break a rule of severity error. Errors: kIo.
  Result<std::uint64_t> tell(const InputContext& input, FindingLog& log);

 private:
  struct Repeat {
    Position place;
    std::uint64_t record = 0;
    check::FirstSeen first;  // its record is counted over the run
    std::uint32_t length = 0;
    std::uint32_t column = 0;
    std::uint32_t unique = 0;
    std::uint32_t surroundings = 0;  // number in surroundings_, from 1; 0 = none
    bool is_of_valid = false;        // see SpilledKey
  };
  /// By byte, column and name of the rule.
  struct InOrderOfFindings {
    std::vector<std::uint32_t> ranks;  // of the rules' names, by check
    bool operator()(const Repeat& a, const Repeat& b) const;
  };
  struct Surroundings {
    std::string bytes;
    std::uint32_t offset = 0;
  };
  struct Input {
    std::string file;
    std::uint64_t records_before = 0;
  };

  Status do_without_keys();
  void spill();
  [[nodiscard]] std::optional<check::FirstSeen> listed(std::uint64_t record_in_run,
                                                       std::uint32_t unique) const;
  void note(const Status& status);
  Status add_spilled_repeats();
  Result<std::uint64_t> list_repeats();
  void forget_repeats();
  bool tell_record(std::span<const Repeat> repeats, const InputContext& input,
                   FindingLog& log) const;
  void tell_one(const Repeat& repeat, const InputContext& input, FindingLog& log) const;
  [[nodiscard]] const Input& input_of(std::uint64_t record_in_run) const;

  std::deque<check::KeySet> sets_;  // by `unique` check
  std::vector<Input> inputs_;
  std::vector<check::KeyRule> rules_;  // by check
  InOrderOfFindings order_;
  std::optional<base::DiskSorter<Repeat, InOrderOfFindings>> repeats_;
  std::vector<Surroundings> surroundings_;
  KeyMemory memory_;
  std::optional<SpilledKeys> spilled_;
  std::optional<std::vector<ListedRepeat>> listed_;  // in place of all keys
  std::vector<ListedRepeat>* list_ = nullptr;        // not null: repeats go there
  Status failure_;                                   // the first one
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_REPEATED_KEYS_H
