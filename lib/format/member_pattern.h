// A pattern for names of members, compiled when it is first asked of a name that may match.
//
// Most names of a header are those of fields, or begin otherwise than the pattern says, so most
// runs never need the engine, whose first pattern costs some milliseconds.
//   ^goal_(a|b)_   asked of num_a: no match, nothing is compiled;   of goal_x: compiled
// A pattern that the engine refuses matches nothing: the schema's own rules have told it. Test:
// tests/format/member_pattern_test.cc, held against the engine.
#ifndef CROSSWALK_FORMAT_MEMBER_PATTERN_H
#define CROSSWALK_FORMAT_MEMBER_PATTERN_H

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "text/fallback_regex.h"

namespace crosswalk::format {

/// The letters, digits and `_` that every match of an ECMA-262 pattern begins a text with; empty if
/// it is not known. Cost: linear.
std::string_view fixed_beginning(std::string_view pattern);

/// See above. Threads: any number at once.
class MemberPattern {
 public:
  explicit MemberPattern(std::string pattern) : pattern_(std::move(pattern)) {}
  /// As text::FallbackRegex::matches().
  [[nodiscard]] bool matches(std::string_view name) const;

 private:
  std::string pattern_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const text::FallbackRegex> compiled_;
};

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_MEMBER_PATTERN_H
