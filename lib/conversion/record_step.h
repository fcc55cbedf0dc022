// What is done to a record between reading and writing: the place of a mapping between two formats.
//
// A run that stays within one format has no step. One that leads to another format has one: it
// takes each good record as its source's schema describes it and gives the record as the target's
// schema does; the writer sees only that.
//   reader -> checker -> [step] -> record writer -> frame
// A step sees a record alone, never its neighbours, so batches stay independent of each other.
// Test: whoever implements one; how a run uses it: tests/pipeline/tape_writer_test.cc.
#ifndef CROSSWALK_CONVERSION_RECORD_STEP_H
#define CROSSWALK_CONVERSION_RECORD_STEP_H

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "check/key.h"
#include "conversion/record_view.h"
#include "diagnostics/raw_finding.h"

namespace crosswalk::conversion {

/// Turns records of one schema into records of another.
/// Threads: one step per thread.
class RecordStep {
 public:
  virtual ~RecordStep() = default;
  /// The record that takes the place of `record`; it dies at the next call. Nothing: it cannot be
  /// made, and a finding of severity error says why. Findings are appended with offsets in
  /// `record.text` and final severities.
  virtual std::optional<RecordView> apply(const RecordView& record,
                                          std::vector<diagnostics::RawFinding>& findings) = 0;
  /// The offset in the record given last of what became the byte at `offset` of the record made of
  /// it; 0 if it has no counterpart.
  [[nodiscard]] virtual std::uint32_t origin_of(std::uint32_t offset) const = 0;
  /// From here on the columns that a table of the record made last would have are known.
  virtual void know_columns() {}
  /// True if a table of what is made of `record`, if anything is, surely needs no columns but known
  /// ones; found out without making it.
  virtual bool has_known_columns(const RecordView& /*record*/) { return false; }
  /// The same of the record that `text` is, or of none if it cannot be read, before it is parsed.
  virtual bool has_known_shape(std::string_view /*text*/) { return false; }
  /// The same of each record that has members of `record`, with values of the same kinds.
  virtual bool has_known_kinds(const RecordView& /*record*/) { return false; }
  /// True if no record that may come has other columns than known ones.
  [[nodiscard]] virtual bool knows_all_columns() const { return false; }
  /// The keys of the record made last that no other may have, each at the value in the record given
  /// last that it was made of; `record` is not set, `unique` counts key_rules().
  [[nodiscard]] virtual std::span<const check::RecordKey> keys() const { return {}; }
  /// What a repeat of them breaks; pointers are those of the record given.
  [[nodiscard]] virtual std::vector<check::KeyRule> key_rules() const { return {}; }
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_RECORD_STEP_H
