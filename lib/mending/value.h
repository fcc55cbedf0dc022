// The mends that a check may name: a value, and the one that is meant by it.
//
// A mend changes the way a value is written, never what it says; `divide-1000` guesses that, and so
// counts as unsafe. Whether the result is right is not asked here: the check that failed is asked
// again (lib/pipeline/repairing_checker.h).
//   remove-blanks on "0123 456"          ->  "0123456"
//   flag on true                         ->  the number 1
//   number on "12,5"                     ->  nothing: that is no number
// Test: tests/mending/value_test.cc.
#ifndef CROSSWALK_MENDING_VALUE_H
#define CROSSWALK_MENDING_VALUE_H

#include <optional>
#include <string>
#include <string_view>

#include "format/schema.h"
#include "json/tape.h"
#include "text/time_zone.h"

namespace crosswalk::mending {

/// A scalar: its kind, and its characters (decoded, if it is a string).
struct Scalar {
  json::Kind kind = json::Kind::kString;
  std::string text;

  friend bool operator==(const Scalar&, const Scalar&) = default;
};

/// What a mend needs besides the value.
struct MendContext {
  const format::Repair* repair = nullptr;  ///< not null
  std::string_view by;                     ///< kRejoin: what stands between parts
  const text::TimeZone* zone = nullptr;  ///< kZone: of date-times that state none; null = not given
};

/// The value that is meant by `value`; nothing if the mend has nothing to say of it.
/// Threads: pure. Cost: linear.
std::optional<Scalar> mend(const Scalar& value, const MendContext& context);

/// What a mend did, for the finding: "written in small letters".
std::string_view describe(format::RepairKind kind);

/// True for mends that guess: they are made only where that is asked for.
bool is_unsafe(format::RepairKind kind);

}  // namespace crosswalk::mending

#endif  // CROSSWALK_MENDING_VALUE_H
