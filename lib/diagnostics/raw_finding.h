// A finding before words: plain numbers relative to its batch, cheap to make, to sort and to throw
// away.
//
// Batches carry raw findings; the merge (lib/pipeline) gives them their place and number in the
// input, counts them, and only those that will be handed out become a Finding with words
// (diagnostics/render.h).
#ifndef CROSSWALK_DIAGNOSTICS_RAW_FINDING_H
#define CROSSWALK_DIAGNOSTICS_RAW_FINDING_H

#include <cstdint>
#include <string>

#include "crosswalk/finding.h"
#include "diagnostics/rule.h"

namespace crosswalk::diagnostics {

/// What kind of value was found; said instead of the value ("text, 12 characters").
enum class ShapeKind : std::uint8_t {
  kNone,
  kText,
  kNumber,
  kBoolean,
  kNull,
  kEmpty,
  kArray,
  kObject
};

/// A value told by its shape.
struct Shape {
  ShapeKind kind = ShapeKind::kNone;
  std::uint32_t size =
      0;  ///< code points of a text, digits of a number, elements or members of a container
};

inline constexpr std::uint32_t kNoRecord = 0xFFFFFFFFU;
inline constexpr std::int32_t kNoColumn = -1;

/// A finding relative to the batch (or head) that it was made in.
struct RawFinding {
  RuleId rule = 0;
  Severity severity = Severity::kError;  ///< after the rule policy; never kOff
  bool repair = false;                   ///< tolerant reading mended it
  bool file_level = false;           ///< uniqueness, once per column: told after the file's records
  std::uint32_t offset = 0;          ///< of the place, in the batch's bytes
  std::uint32_t length = 0;          ///< bytes to mark; 0 = one character
  std::uint32_t record = kNoRecord;  ///< index in the batch
  std::int32_t column = kNoColumn;   ///< index of the table's column
  std::uint32_t part = 0;            ///< 1-based part of a multi-value cell; 0 = the whole cell
  std::uint64_t found = 0;           ///< {found} in the message
  std::uint64_t wanted = 0;          ///< {wanted} in the message
  Shape shape;                       ///< {shape} in the message
  std::string expected;              ///< {expected}; empty = none
  std::string name;     ///< {name}: a column or member name, raw; printed only if it is safe to
  std::string hint;     ///< beats the rule's own hint; empty = the rule's
  std::string pointer;  ///< of documents only; tables derive theirs from record and column
  std::string field;    ///< of documents, and of columns that are missing; raw; else from column
  std::uint64_t related_record = 0;  ///< 1-based number in the file; 0 = none
  std::uint64_t related_line = 0;    ///< 1-based; 0 = none
};

/// The order of findings inside a batch: by byte, column, rule name, then part.
/// File-level findings come after all others, in the same order; the merge sees to that.
/// REQUIRES: both are of the same batch or head, and their rules stand in `rules`.
bool comes_before(const RawFinding& a, const RawFinding& b, const RuleCatalog& rules);

}  // namespace crosswalk::diagnostics

#endif  // CROSSWALK_DIAGNOSTICS_RAW_FINDING_H
