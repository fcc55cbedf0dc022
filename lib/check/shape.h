// A shape: a whole text told as byte classes with counts, matched without a regex engine.
//
// Most patterns of data are such: 64 hex digits, five groups of a UUID, digits or nothing. Each
// step is a 256-entry table and a count. A fixed count is one branch-free loop over the bytes, and
// over blocks of 16 where the class is few ranges.
//   ^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$   ->  hex*8 - hex*4 - hex*4 - hex*4 -
//   hex*12
//   ^([0-9]+)?$                                            ->  digit*0..
//   [A-F]                                                  ->  anywhere: one of A-F
//   ^[0-9]*5$   no shape: the first step would eat the 5, and a shape never goes back
// Test: tests/check/shape_test.cc, held against RE2.
#ifndef CROSSWALK_CHECK_SHAPE_H
#define CROSSWALK_CHECK_SHAPE_H

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "check/regex_tree.h"

namespace crosswalk::check {

/// A pattern that needs no engine. Threads: immutable; shared.
class Shape {
 public:
  /// The shape that matches what `tree` matches, if there is one.
  static std::optional<Shape> from(const RegexNode& tree);

  /// True if `text` (UTF-8) matches. Cost: linear, about a cycle a byte.
  [[nodiscard]] bool matches(std::string_view text) const;

  /// The byte that a text need only hold somewhere to match, if the shape is no more than that.
  [[nodiscard]] std::optional<char> lone_byte() const { return lone_byte_; }

 private:
  using ByteClass = std::array<std::uint8_t, 256>;
  struct Range {
    std::uint8_t first = 0;
    std::uint8_t width = 0;
  };
  struct Step {
    ByteClass holds{};  // 1 for each byte of the class
    std::uint32_t min = 1;
    std::uint32_t max = 1;
    std::vector<Range> ranges;  // the class again, if it is few ranges: for whole blocks
  };
  static std::optional<ByteClass> byte_class(const CodeSet& set);
  static bool append_steps(const RegexNode& node, std::vector<Step>& steps);
  static bool append_repeat(const RegexNode& node, std::vector<Step>& steps);
  static bool append_choice(const RegexNode& node, std::vector<Step>& steps);
  static void join_equal_neighbours(std::vector<Step>& steps);
  static std::vector<Range> few_ranges(const ByteClass& holds);
  static bool all_hold(const Step& step, const unsigned char* at, std::size_t count);
  static bool some_hold(const Step& step, std::string_view text);
  static bool never_goes_back(const std::vector<Step>& steps);

  bool whole_ = true;              // false: one byte of steps_[0] anywhere in the text
  std::optional<char> lone_byte_;  // the only byte of that class, if it has one
  std::vector<Step> steps_;
};

}  // namespace crosswalk::check

#endif  // CROSSWALK_CHECK_SHAPE_H
