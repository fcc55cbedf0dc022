// Random texts for property tests: the same on every run, rich in what makes trouble.
//
// A RandomText draws pieces from a list, so that rare bytes (quotes, CR, parts of UTF-8) are
// frequent.
//   RandomText random(7, {"a", ",", "\""});  random.next(20)   a text of up to 20 pieces
// A failing text is printed by the test that drew it; it is found again by its seed.
#ifndef CROSSWALK_TESTS_SUPPORT_RANDOM_TEXT_H
#define CROSSWALK_TESTS_SUPPORT_RANDOM_TEXT_H

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosswalk::tests {

/// Draws texts from pieces.
class RandomText {
 public:
  RandomText(unsigned seed, std::vector<std::string> pieces)
      : random_(seed), pieces_(std::move(pieces)) {}

  /// A number from 0 to below `bound`. REQUIRES: bound > 0.
  std::size_t below(std::size_t bound) { return random_() % bound; }

  /// A text of 0 to `max_pieces` pieces.
  std::string next(std::size_t max_pieces) {
    std::string text;
    for (std::size_t left = below(max_pieces + 1); left > 0; --left) {
      text += pieces_[below(pieces_.size())];
    }
    return text;
  }

 private:
  std::mt19937 random_;
  std::vector<std::string> pieces_;
};

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_RANDOM_TEXT_H
