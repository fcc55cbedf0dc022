// Each kind of name is split at its separators, and the pieces are judged one by one.
//
//   xn--4gbwdl.xn--wgbh1c   a hostname in ASCII that stands for letters of another script
// Test: tests/check/host_format_test.cc and the public suite.
#include "check/host_format.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "check/ascii.h"
#include "text/idn.h"

namespace crosswalk::check {
namespace {

constexpr std::size_t kMaxHostname = 253;
constexpr std::size_t kMaxLabel = 63;

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t end = text.find(by);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

bool is_ipv4_number(std::string_view text) {
  if (text.empty() || text.size() > 3 || !holds_only(text, is_digit)) return false;
  if (text.size() > 1 && text[0] == '0') return false;
  return text.size() < 3 || text <= "255";
}

// Groups of 16 bits that a side of `::` states; nothing if one is not well formed. An ipv4 may
// stand last and counts as two.
std::optional<std::size_t> ipv6_groups(std::string_view text, bool ipv4_allowed) {
  if (text.empty()) return 0;
  const auto groups = split(text, ':');
  std::size_t count = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string_view group = groups[i];
    if (ipv4_allowed && i + 1 == groups.size() && is_ipv4(group)) return count + 2;
    if (group.empty() || group.size() > 4 || !holds_only(group, is_hex)) return std::nullopt;
    ++count;
  }
  return count;
}

bool is_label(std::string_view label) {
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '-'; };
  return !label.empty() && label.size() <= kMaxLabel && holds_only(label, fits) &&
         label.front() != '-' && label.back() != '-';
}

bool is_punycode(std::string_view label) {
  return label.size() > 4 && (label[0] == 'x' || label[0] == 'X') &&
         (label[1] == 'n' || label[1] == 'N') && label.substr(2, 2) == "--";
}

}  // namespace

bool is_ipv4(std::string_view text) {
  const auto numbers = split(text, '.');
  return numbers.size() == 4 && std::all_of(numbers.begin(), numbers.end(), is_ipv4_number);
}

bool is_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) return ipv6_groups(text, true) == 8;
  const auto before = ipv6_groups(text.substr(0, gap), false);
  const auto after = ipv6_groups(text.substr(gap + 2), true);
  return before && after && *before + *after < 8;
}

bool is_hostname(std::string_view text) {
  if (text.size() > kMaxHostname) return false;
  const auto labels = split(text, '.');
  if (!std::all_of(labels.begin(), labels.end(), is_label)) return false;
  return std::none_of(labels.begin(), labels.end(), is_punycode) || text::is_idn_hostname(text);
}

bool is_idn_hostname(std::string_view text) {
  return text::is_idn_hostname(text);
}

}  // namespace crosswalk::check
