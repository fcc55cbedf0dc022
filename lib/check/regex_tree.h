// A schema's `pattern` (an ECMA-262 regular expression) as a tree, from which every matcher is
// made.
//
// Regex engines differ in small things: `$` before a final line end, what `\s` and `.` cover, `\u`
// escapes, how names of groups are written. So a pattern is read here once, by the rules of
// ECMA-262 with the `u` flag, into sets of code points, repeats and alternatives; the tree becomes
// a shape (check/shape.h), or a text that says the same to RE2 and to ICU (to_engine_text).
//   ^\d{2}|x$   ->  alternatives( sequence(begin, repeat(set 0-9, 2..2)), sequence(set x, end) )
//   a\Z         ->  refused: ECMA-262 knows no escape \Z
// Does not work: flags, and case-insensitive matching; draft-07 has none.
// Test: tests/check/regex_tree_test.cc.
#ifndef CROSSWALK_CHECK_REGEX_TREE_H
#define CROSSWALK_CHECK_REGEX_TREE_H

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crosswalk/result.h"

namespace crosswalk::check {

/// A set of code points: ranges, both ends included, and Unicode properties such as `\p{L}`.
struct CodeSet {
  std::vector<std::pair<char32_t, char32_t>> ranges;  ///< sorted and apart after normalise()
  std::vector<std::string> properties;                ///< as written: `\p{L}`
  bool negated = false;                               ///< only with properties, else resolved

  void add(char32_t first, char32_t last) { ranges.emplace_back(first, last); }
  /// Sorts and joins ranges.
  void normalise();
  /// The complement.
  void invert();
  /// The only code point in the set, if there is just one.
  [[nodiscard]] std::optional<char32_t> single() const;
};

/// One part of a regular expression.
struct RegexNode {
  enum class Kind : std::uint8_t {
    kSet,           ///< one code point of `set`
    kSequence,      ///< `children` one after another; none: the empty text
    kAlternatives,  ///< one of `children`
    kRepeat,        ///< `children[0]`, `min` to `max` times
    kGroup,         ///< `children[0]`, remembered for back-references
    kBegin,
    kEnd,
    kWordBoundary,
    kNotWordBoundary,
    kLook,          ///< `children[0]` must stand, or not stand, here; `opener` is `(?=` or the like
    kBackReference  ///< the text of group number `min`
  };
  static constexpr std::uint32_t kNoLimit = std::numeric_limits<std::uint32_t>::max();

  Kind kind = Kind::kSequence;
  CodeSet set;
  std::vector<RegexNode> children;
  std::uint32_t min = 0;
  std::uint32_t max = 0;
  std::string opener;
};

/// Reads a pattern. Errors: kUsage, "what is wrong at which character". Cost: linear; nesting is
/// limited to 100 groups.
Result<RegexNode> parse_regex(std::string_view pattern);

/// True if the tree has look-around or back-references, which RE2 refuses.
bool needs_backtracking(const RegexNode& node);

/// How many code points and marks the pattern has once its repeats are written out: 6 for
/// `(ab?){3}`; a repeat without limit counts its least number. Saturates.
std::uint64_t written_out_size(const RegexNode& node);

/// The tree as a pattern that RE2, or ICU where RE2 refuses it, reads as it is meant: anchors are
/// \A and \z, every character that is no ASCII letter or digit is \x{...}, words are of ASCII.
std::string to_engine_text(const RegexNode& node);

/// An ASCII byte that every match holds, if there is one; letters and digits only where nothing
/// rarer is there. Texts without it need not be matched.
std::optional<char> required_byte(const RegexNode& node);

/// The fixed text that every match starts with at the text's beginning: `txt_` for `^txt_.+`.
std::string fixed_start(const RegexNode& node);

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_REGEX_TREE_H
