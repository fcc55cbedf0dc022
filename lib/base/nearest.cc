// Nearness of names by dynamic programming over three rows of the table of prefixes.
//
// Cell j of a row is the number of slips between the first i bytes of one name and the first j
// bytes of the other; a swap of neighbours looks two rows back. Test: tests/base/nearest_test.cc.
#include "base/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace crosswalk::base {
namespace {

constexpr std::size_t kMaxNameBytes = 64;
constexpr std::size_t kMaxSlips = 3;
constexpr std::size_t kMaxSuggestions = 3;

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return to_lower(c); });
  return lower;
}

bool is_swap(std::string_view a, std::size_t i, std::string_view b, std::size_t j) {
  return i >= 2 && j >= 2 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

}  // namespace

std::size_t slip_count(std::string_view a, std::string_view b) {
  const std::string lower_a = to_lower(a);
  const std::string lower_b = to_lower(b);
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t wrong = lower_a[i - 1] == lower_b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + wrong});
      if (is_swap(lower_a, i, lower_b, j)) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

std::vector<std::string> nearest(std::string_view word, std::span<const std::string_view> names) {
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view name : names) {
    const std::size_t longer = std::max(word.size(), name.size());
    if (longer > kMaxNameBytes) continue;
    const std::size_t slips = slip_count(word, name);
    if (slips <= std::min(longer / 3, kMaxSlips)) near.emplace_back(slips, name);
  }
  std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string_view>::first);

  std::vector<std::string> best;
  for (const auto& [slips, name] : near) {
    if (best.size() == kMaxSuggestions) break;
    best.emplace_back(name);
  }
  return best;
}

std::string did_you_mean(std::span<const std::string> suggestions) {
  if (suggestions.empty()) return {};
  std::string text = " (did you mean ";
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    if (i > 0) text += i + 1 == suggestions.size() ? " or " : ", ";
    text += suggestions[i];
  }
  return text + "?)";
}

}  // namespace crosswalk::base
