// Did you mean: the known names nearest to one that is not known.
//
// Nearness is the number of slips between two names: a character too many, too few or wrong, or two
// neighbours swapped; capital letters count as small ones. A name is near if that is at most a
// third of the longer name's length, and never more than 3.
//   custmouid  ->  customuid (1)          id  ->  nothing: too short to guess from
// Bytes are compared, so a slip in a letter outside ASCII counts as up to 4.
// Test: tests/base/nearest_test.cc.
#ifndef CROSSWALK_BASE_NEAREST_H
#define CROSSWALK_BASE_NEAREST_H

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::base {

/// The slips between two names (optimal string alignment distance), ASCII case aside.
/// Cost: the product of the lengths.
std::size_t slip_count(std::string_view a, std::string_view b);

/// Up to three of `names` that are near to `word`, nearest first, equals in the order given.
/// Cost: a word or name of over 64 bytes is near to nothing, so linear in the number of names.
std::vector<std::string> nearest(std::string_view word, std::span<const std::string_view> names);

/// ` (did you mean a, b or c?)`, to end a message; empty if there are no `suggestions`.
std::string did_you_mean(std::span<const std::string> suggestions);

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_NEAREST_H
