// A pattern as a table of states: one step a byte, over texts of ASCII.
//
// A pattern is a set of places, each of which takes one byte, and says which places may come next.
// All places that a text can have come to are one state; which state follows on which byte is a
// table made once. The text's beginning and end are two bytes more, which `^` and `$` take.
//   ^$|^[^\s@]+@[^\s@]+$   places: begin end  begin text @ text end
//   x{1000}                no automaton: too many places, as with \b and look-around
//   "ż"                    it cannot tell: what is not ASCII is left to the engine
// Test: tests/check/automaton_test.cc, held against RE2.
#ifndef CROSSWALK_CHECK_AUTOMATON_H
#define CROSSWALK_CHECK_AUTOMATON_H

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "check/regex_tree.h"

namespace crosswalk::check {

/// A pattern that needs no engine for most texts. Threads: immutable; shared.
class Automaton {
 public:
  /// What searches as `tree` does, if few states are enough.
  static std::optional<Automaton> from(const RegexNode& tree);

  /// Whether a match stands somewhere in `text`; nothing if it holds more than ASCII. Cost: linear.
  [[nodiscard]] std::optional<bool> matches(std::string_view text) const {
    const std::uint16_t* const table = table_.data();
    std::size_t row = 0;
    unsigned seen = 0;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      seen |= byte;
      row = table[row + (byte & kLastAscii)];
    }
    if (seen > kLastAscii) return std::nullopt;
    return table[row + kAcceptsAtEnd] != 0;
  }

 private:
  class Builder;
  static constexpr std::size_t kLastAscii = 0x7F;
  static constexpr std::size_t kAcceptsAtEnd = 0x80;  // place in a row
  static constexpr std::size_t kRowSize = 0x81;

  /// A row a state: where the row of the state begins that follows on each ASCII byte, and whether
  /// the text may end here.
  std::vector<std::uint16_t> table_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_AUTOMATON_H
