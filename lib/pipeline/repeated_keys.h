// Keys that must be unique over the whole run, and those that came again.
//
// The first record with a key keeps it; each later one waits here, in 64 bytes, until the records
// of its input are told, as uniqueness is a rule of the file. That is no more than a new key costs
// in the set, so memory is bounded by the keys either way. The first thousand repeats of an input
// also keep the bytes around them, for excerpts and values; others are told without.
//   a  b  a   ->   waits: record 3, first seen in record 1
// Keys are compared over all inputs of a run, so a repeat may be of another file than its first.
// Test: tests/pipeline/repeated_keys_test.cc.
#ifndef CROSSWALK_PIPELINE_REPEATED_KEYS_H
#define CROSSWALK_PIPELINE_REPEATED_KEYS_H

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/key_set.h"
#include "pipeline/finding_log.h"
#include "pipeline/input_context.h"

namespace crosswalk::pipeline {

/// The keys of one run.
/// Threads: one.
class RepeatedKeys {
 public:
  /// The keys of another input follow; its records are numbered from 1 again.
  void begin_input(std::string file, std::uint64_t records_before);
  /// Takes the key of `record` (1-based number in its input), which stands in `line`. Where it was
  /// seen first if it came before, with the record's number in the run. Amortised constant time.
  std::optional<check::FirstSeen> take(const check::RecordKey& key, std::uint64_t record,
                                       std::uint64_t line);
  /// Tells that take() follows soon for `key`: its memory is brought near.
  void expect(const check::RecordKey& key) const {
    if (key.unique < sets_.size()) sets_[key.unique].expect(key.key);
  }
  /// Lets a repeat, of which take() returned `first`, wait until tell().
  void wait(const check::RecordKey& key, const check::FirstSeen& first, std::uint64_t record,
            const Position& place);
  /// Keeps the bytes around the repeat that was given to wait() last, if there is room.
  /// `key.offset` is in `bytes`.
  void keep_bytes(const check::RecordKey& key, std::string_view bytes);
  /// Tells every waiting repeat of the current input in the order of findings, and forgets them.
  /// `rules`: by check. True if one was an error.
  bool tell(const std::vector<check::KeyRule>& rules, const InputContext& input, FindingLog& log);

 private:
  struct Repeat {
    Position place;
    std::uint64_t record = 0;
    check::FirstSeen first;  // its record is counted over the run
    std::uint32_t length = 0;
    std::uint32_t column = 0;
    std::uint32_t unique = 0;
    std::uint32_t surroundings = 0;  // number in surroundings_, from 1; 0 = none
  };
  struct Surroundings {
    std::string bytes;
    std::uint32_t offset = 0;
  };
  struct Input {
    std::string file;
    std::uint64_t records_before = 0;
  };

  void tell_one(const Repeat& repeat, const check::KeyRule& rule, const InputContext& input,
                FindingLog& log) const;
  [[nodiscard]] const Input& input_of(std::uint64_t record_in_run) const;

  std::deque<check::KeySet> sets_;  // by `unique` check
  std::vector<Input> inputs_;
  std::vector<Repeat> repeats_;
  std::vector<Surroundings> surroundings_;
};

}  // namespace crosswalk::pipeline

#endif  // CROSSWALK_PIPELINE_REPEATED_KEYS_H
