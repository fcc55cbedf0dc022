// The line of the input that a finding stands in, cut to what fits beside it, with the place
// marked.
//
// Data is masked, and what gives the line its shape stays: delimiters, quotes, brackets, colons and
// blanks.
//   1001,Jan Kowalski,"a,b"   ->   ····,··· ········,"·,·"
// A long run of masked characters is shortened, so that the shape of a wide row stays in sight:
//   0f8fad5b-d9cb-469f-a165-70867728950e,12   ->   ····…····,··
// Of a line that holds names (a header), safe names stay readable; a quoted one is judged as a
// whole. A line longer than the window is cut around the mark, with an ellipsis where something is
// left out. A mark that ends on a later line is cut at the line's end.
// Test: tests/diagnostics/excerpt_test.cc.
#ifndef CROSSWALK_DIAGNOSTICS_EXCERPT_H
#define CROSSWALK_DIAGNOSTICS_EXCERPT_H

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "crosswalk/finding.h"

namespace crosswalk::diagnostics {

/// What of a line is readable; control characters and the like never are.
enum class Reveal : std::uint8_t {
  kStructure,  ///< everything but data
  kNames,      ///< and safe names, where names stand
  kAll,        ///< and data
};

/// Where names stand in a stretch of input. What else is there may be data.
struct Names {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::string_view> known;  ///< names of members that are none of the input's own
};

/// A stretch of input and the bytes to mark in it.
struct Marked {
  std::string_view bytes;    ///< any stretch that holds the marked line, or its part
  std::size_t offset = 0;    ///< first marked byte; clamped to the end of `bytes`
  std::size_t length = 0;    ///< marked bytes; 0 = one character
  std::uint64_t column = 1;  ///< 1-based column of `offset`: tells whether the line began earlier
  Names names = {};          ///< for kNames
};

/// Cost: linear in the line up to some thousand code points, plus for kNames in the bytes of the
/// line before it.
Excerpt make_excerpt(const Marked& marked, Reveal reveal);

}  // namespace crosswalk::diagnostics

#endif  // CROSSWALK_DIAGNOSTICS_EXCERPT_H
