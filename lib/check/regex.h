// A pattern, ready to match: as a shape, as fixed texts, as an automaton, by RE2, or by the engine
// for look-around.
//
// What is cheapest and says the same is taken. Before an engine runs, a text that lacks a byte
// which every match must hold is turned away by memchr: most cells have no `@`.
//   ^[0-9a-f]{64}$    shape
//   " ,|, |^ | $"     fixed texts, looked for only if the text holds a blank
//   [a-z]+@[a-z]+     automaton, asked only if the text holds an @; RE2 where it is not ASCII
//   ^a_(?!x$)         two patterns, one of which must not match (look_ahead.h)
//   (?<!a)b           other look-around: lib/text
// Test: tests/check/regex_test.cc.
#ifndef CROSSWALK_CHECK_REGEX_H
#define CROSSWALK_CHECK_REGEX_H

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "check/automaton.h"
#include "check/literals.h"
#include "check/shape.h"
#include "crosswalk/result.h"

namespace crosswalk::check {

/// A compiled ECMA-262 pattern, searched for anywhere in a text.
/// Threads: immutable; shared.
class Pattern {
 public:
  /// Errors: kUsage, what is wrong with the pattern.
  static Result<Pattern> compile(std::string_view ecma);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  /// True if a match stands somewhere in `text` (UTF-8). A look-around pattern that exceeds its
  /// engine's limits on a text does not match it. Cost: linear without look-around.
  [[nodiscard]] bool matches(std::string_view text) const;

  /// A byte without which no text matches, if one is known.
  [[nodiscard]] std::optional<char> required_byte() const { return required_byte_; }

  /// The fixed text at the beginning of every match's text; empty if there is none.
  [[nodiscard]] const std::string& start() const { return start_; }

 private:
  struct Engine;
  Pattern();
  static Result<Pattern> compile(const RegexNode& tree);
  [[nodiscard]] bool matches_outside(std::string_view text) const;

  std::optional<Shape> shape_;
  std::optional<Literals> literals_;
  std::optional<Automaton> automaton_;
  std::optional<char> required_byte_;
  std::string start_;
  std::unique_ptr<const Engine> engine_;
  std::unique_ptr<const Pattern> looked_for_;  // of a look-ahead; null: there is none
  bool must_match_ = false;                    // that one
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_REGEX_H
