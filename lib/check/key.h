// Keys of records: what must not come twice in an input.
//
// A key is 16 bytes whatever its text is, so the set of all keys has one kind of entry. Where keys
// are taken is the checkers' business; which rule a repeat breaks is said here, for whoever puts
// batches together.
// Test: tests/check/key_set_test.cc.
#ifndef CROSSWALK_CHECK_KEY_H
#define CROSSWALK_CHECK_KEY_H

#include <cstdint>
#include <string>

#include "diagnostics/rule.h"

namespace crosswalk::check {

/// A 16-byte key of a record: texts up to 15 bytes as themselves, longer ones as a keyed 128-bit
/// hash.
struct Key {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const Key&, const Key&) = default;
};

/// One key of one record, for the merge. `unique` is the index of the `unique` check.
struct RecordKey {
  Key key;
  std::uint32_t record = 0;  ///< index in the batch
  std::uint32_t offset = 0;  ///< of the key's cell or value
  std::uint32_t length = 0;
  std::uint32_t column = 0;  ///< tables only
  std::uint32_t unique = 0;
};

/// What a repeated key of one `unique` check breaks.
struct KeyRule {
  diagnostics::RuleId rule = 0;
  Severity severity = Severity::kError;  ///< in this run
  std::string pointer;                   ///< where the key stands in its record; empty for tables
  std::string field;                     ///< the member that holds it, raw; empty for tables
  bool is_of_target = false;  ///< of the record that is written: not told where an error of the
                              ///< source's own keys says it
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_KEY_H
