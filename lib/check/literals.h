// Patterns that are a few fixed texts, each anywhere or held to an end: searched without an engine.
//
//   " ,|, |^ | $"    a blank beside a comma or at an end: two searches and two looks at the ends
//   "a+|b"           not one of these: a text that repeats is not fixed
// Test: tests/check/literals_test.cc, held against RE2.
#ifndef CROSSWALK_CHECK_LITERALS_H
#define CROSSWALK_CHECK_LITERALS_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/regex_tree.h"

namespace crosswalk::check {

/// Alternatives of fixed ASCII texts.
/// Threads: immutable; shared.
class Literals {
 public:
  /// Nothing if the pattern is more than up to eight such alternatives.
  static std::optional<Literals> from(const RegexNode& tree);
  /// True if one of them stands in `text`. Cost: linear for each of them.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  struct Literal {
    std::string text;
    bool at_begin = false;
    bool at_end = false;
  };
  static std::optional<Literal> literal_of(const RegexNode& node);

  std::vector<Literal> literals_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_LITERALS_H
