// Did you mean: see nearest.h. Distances are counted in halves, so that a capital costs one and
// any other slip two.
#include "diagnostics/nearest.h"

#include <algorithm>
#include <array>
#include <utility>

namespace crosswalk::diagnostics {
namespace {

constexpr std::size_t kMaxWordBytes = 128;
constexpr unsigned kSlip = 2;
constexpr unsigned kCapital = 1;

using Row = std::array<unsigned, kMaxWordBytes + 1>;

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

unsigned replace_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCapital : kSlip;
}

// REQUIRES: both words have at most kMaxWordBytes bytes.
unsigned distance(std::string_view a, std::string_view b) {
  Row before_last{};
  Row last{};
  Row current{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<unsigned>(j) * kSlip;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = static_cast<unsigned>(i) * kSlip;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] = std::min({last[j] + kSlip, current[j - 1] + kSlip,
                             last[j - 1] + replace_cost(a[i - 1], b[j - 1])});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) current[j] = std::min(current[j], before_last[j - 2] + kSlip);
    }
    before_last = last;
    last = current;
  }
  return last[b.size()];
}

// A third of the longer word may differ, one slip always.
unsigned most_allowed(std::string_view a, std::string_view b) {
  const auto longer = static_cast<unsigned>(std::max(a.size(), b.size()));
  return std::max(kSlip, longer / 3 * kSlip);
}

}  // namespace

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> known,
                                 std::size_t at_most) {
  std::vector<std::pair<unsigned, const std::string*>> found;
  if (word.size() > kMaxWordBytes) return {};
  for (const std::string& candidate : known) {
    if (candidate.size() > kMaxWordBytes) continue;
    const unsigned slips = distance(word, candidate);
    if (slips <= most_allowed(word, candidate)) found.emplace_back(slips, &candidate);
  }
  std::ranges::stable_sort(found, {}, [](const auto& entry) { return entry.first; });
  std::vector<std::string> best;
  for (std::size_t i = 0; i < std::min(at_most, found.size()); ++i) {
    best.push_back(*found[i].second);
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

}  // namespace crosswalk::diagnostics
