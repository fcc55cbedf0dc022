// What mutators draw from: the same seed gives the same changes.
//
//   Dice dice(7);  dice.below(3)   0, 1 or 2
#ifndef CROSSWALK_FUZZ_MUTATORS_DICE_H
#define CROSSWALK_FUZZ_MUTATORS_DICE_H

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace crosswalk::fuzz {

/// A source of chance.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  /// A number under `bound`, which is at least 1.
  std::size_t below(std::size_t bound) { return random_() % bound; }
  template <class List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937 random_;
};

/// Texts that make trouble in cells and strings: numbers of odd spelling, times, marks of
/// spreadsheets, letters of several bytes, separators.
inline constexpr std::string_view kSpices[] = {
    "",
    " ",
    "0",
    "1",
    "-0",
    "007",
    "1.0",
    "1e400",
    "12345678901234567890",
    "1,5",
    "true",
    "null",
    "T",
    "2024-02-29",
    "2023-02-29",
    "2024-02-06T10:00:00Z",
    "2024:02:06T10:00:00",
    "1707213600",
    "1707213600000",
    "a@b.example",
    "A@B.Example",
    "+48123456789",
    "=1+1",
    "a,b",
    "a|b",
    "a;b",
    "%41",
    "100%",
    "\xC5\xBC",
    "e\xCC\x81",
    "\xF0\x9F\x98\x80",
    "\xEF\xBB\xBF",
    "\xC3",
    "x/y~z",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"};

}  // namespace crosswalk::fuzz

#endif  // CROSSWALK_FUZZ_MUTATORS_DICE_H
