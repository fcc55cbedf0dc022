// A pattern for names of members, compiled when it is first asked of a name that may match.
//
// Most names of a header are those of fields, or begin otherwise than the pattern says, and many
// patterns say no more than how names begin, so most runs need no engine. ASCII is left to the
// standard library's, in its way that takes no longer for hostile patterns; what is written with
// backslashes, or asked of other letters, to ICU's. That one costs some milliseconds at its first
// pattern, and it breaks down if memory runs out while it compiles.
//   ^txt_                     asked of txt_city: a match;   of num_a: none; nothing is compiled
//   ^goal_(a|b)_(?!(.*_)?x$)  asked of goal_a_b: the standard library's
//   ^ż                   ICU's
// A pattern that its engine refuses matches nothing: the schema's own rules have told it. Test:
// tests/format/member_pattern_test.cc, held against ICU.
#ifndef CROSSWALK_FORMAT_MEMBER_PATTERN_H
#define CROSSWALK_FORMAT_MEMBER_PATTERN_H

#include <memory>
#include <mutex>
#include <optional>
#include <regex>
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
  // The engines; null if they refuse the pattern.
  [[nodiscard]] const std::regex* plain() const;
  [[nodiscard]] const text::FallbackRegex* full() const;

  std::string pattern_;
  mutable std::mutex compiling_;  // what is compiled does not change any more
  mutable bool has_plain_ = false;
  mutable bool has_full_ = false;
  mutable std::optional<std::regex> plain_;
  mutable std::unique_ptr<const text::FallbackRegex> full_;
};

}  // namespace crosswalk::format

#endif  // CROSSWALK_FORMAT_MEMBER_PATTERN_H
