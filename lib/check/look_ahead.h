// A look-ahead taken out of its pattern, so that no engine for look-around is needed.
//
// Where what stands before it is one of a few fixed texts, none of which begins with another, a
// text can come to the look-ahead at one place only. The pattern is then two: all of it without the
// look-ahead, and the beginning with what is looked for.
//   ^(a|b)_(?!x$)\w+   ->   ^(a|b)_\w+  matches, and  ^(a|b)_x$  does not
//   ^a*(?!b), ^(a|ab)(?!b), (?!b)a, look-behind: left as they are
// Test: tests/check/look_ahead_test.cc, held against the engine.
#ifndef CROSSWALK_CHECK_LOOK_AHEAD_H
#define CROSSWALK_CHECK_LOOK_AHEAD_H

#include <optional>

#include "check/regex_tree.h"

namespace crosswalk::check {

/// Two patterns for one. A text matches the one that they were made of if it matches `without`, and
/// matches `looked_for` or not, as `must_match` says.
struct LookAhead {
  RegexNode without;
  RegexNode looked_for;
  bool must_match = false;
};

/// Nothing if the pattern is not of this form. Cost: linear.
std::optional<LookAhead> take_look_ahead(const RegexNode& tree);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_LOOK_AHEAD_H
