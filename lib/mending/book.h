// Which rule's findings a format can mend, and how.
//
// Checks name their repairs; a finding names its rule. Where several checks report one rule, the
// first repair that the format names for it is tried: whether it helps is proved at each value, so
// one that does not fit changes nothing.
//   {"on": "enum", "rule": "club.size", "repair": {"large": "L"}}   ->   club.size: by a table
// Test: tests/mending/book_test.cc.
#ifndef CROSSWALK_MENDING_BOOK_H
#define CROSSWALK_MENDING_BOOK_H

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/rule.h"
#include "format/definition.h"
#include "mending/value.h"
#include "text/time_zone.h"

namespace crosswalk::mending {

/// What a run may mend.
struct Wishes {
  /// What is mended: what is asked for by an option of its own (`reads_past`, `zone`) or, where the
  /// input is written back as it should be, everything.
  enum class Scope : std::uint8_t { kAsked, kEverything };

  Scope scope = Scope::kEverything;
  bool unsafe = false;                      ///< kEverything: mends that guess, too
  bool reads_past = false;                  ///< kAsked: what tolerant reading reads past
  std::optional<text::TimeZone> zone = {};  ///< of date-times that state none; nothing: not known
};

/// The repairs of one format and layout.
/// Threads: immutable.
class Book {
 public:
  /// `definition` must outlive it; `layout` is one of its own.
  Book(const format::Definition& definition, const format::Layout& layout,
       const diagnostics::RuleCatalog& rules, Wishes wishes);
  /// How findings of `rule` are mended; nothing if they are not, or not under these wishes.
  [[nodiscard]] std::optional<MendContext> find(diagnostics::RuleId rule) const;
  /// True if there is anything to mend.
  [[nodiscard]] bool has_repairs() const;
  [[nodiscard]] bool mends_everything() const {
    return wishes_.scope == Wishes::Scope::kEverything;
  }
  /// What would have to be wished for so that findings of `rule` are mended; empty if nothing would
  /// help.
  [[nodiscard]] std::string_view missing_wish(diagnostics::RuleId rule) const;

 private:
  struct Entry {
    const format::Repair* repair = nullptr;
    std::string by;
  };
  [[nodiscard]] bool is_asked(format::RepairKind kind) const;

  std::map<diagnostics::RuleId, Entry> entries_;
  Wishes wishes_;
};

}  // namespace crosswalk::mending

#endif  // CROSSWALK_MENDING_BOOK_H
