// Regular expressions that need looking around, which RE2 refuses: ICU's engine, with limits.
//
// Patterns are those of JSON Schema (ECMA 262). ICU's dialect differs from it, and from RE2, in
// small ways, so a pattern is rewritten before it is compiled: \d and \w mean ASCII, $ is the very
// end of the text, and [ inside a class is a plain character.
//   ^(?!test)\w+$    matches "paid", not "testing"; and not "paid\n", which ICU alone would match
// The engine tries all ways (backtracking): a text that takes over the limit of time or memory
// counts as not matching.
//   ^(a+)+(?!b)$     on thirty a and an x: given up
// Test: tests/text/fallback_regex_test.cc.
#ifndef CROSSWALK_TEXT_FALLBACK_REGEX_H
#define CROSSWALK_TEXT_FALLBACK_REGEX_H

#include <memory>
#include <string_view>

#include "crosswalk/result.h"

namespace crosswalk::text {

/// A compiled pattern.
/// Threads: immutable; shared.
class FallbackRegex {
 public:
  /// Compiles `pattern`, well-formed UTF-8. Errors: kUsage, with ICU's name for what is
  /// wrong.
  static Result<std::unique_ptr<const FallbackRegex>> compile(std::string_view pattern);
  ~FallbackRegex();
  FallbackRegex(const FallbackRegex&) = delete;
  FallbackRegex& operator=(const FallbackRegex&) = delete;

  /// True if the pattern is found anywhere in `text`; false too where the engine gave up. Bytes
  /// that are no UTF-8 are read as U+FFFD. Threads: any number at once. Cost: an engine is set up
  /// for each call; up to about a second of work.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  struct Impl;
  explicit FallbackRegex(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_FALLBACK_REGEX_H
