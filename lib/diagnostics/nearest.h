// Did you mean: the known words nearest to a word that is not known.
//
// Nearness is the number of characters to insert, remove, replace or swap with a neighbour
// (restricted Damerau-Levenshtein distance), capitals counting half.
//   custome_date  ->  custom_date (one character too many)
//   xyz           ->  nothing: a third of the word may differ, not more
// Test: tests/diagnostics/nearest_test.cc.
#ifndef CROSSWALK_DIAGNOSTICS_NEAREST_H
#define CROSSWALK_DIAGNOSTICS_NEAREST_H

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::diagnostics {

/// The words of `known` that `word` is most likely a slip of, best first, equal ones in the order
/// of `known`; at most `at_most`, none if nothing is near.
/// Cost: length of `word` times the length of all of `known`; words over 128 bytes are near
/// nothing.
std::vector<std::string> nearest(std::string_view word, std::span<const std::string> known,
                                 std::size_t at_most = 3);

/// ` (did you mean a, b or c?)` for error messages; empty if there are no `suggestions`.
std::string did_you_mean(std::span<const std::string> suggestions);

}  // namespace crosswalk::diagnostics

#endif  // CROSSWALK_DIAGNOSTICS_NEAREST_H
