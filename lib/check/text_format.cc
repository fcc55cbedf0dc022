// One small test a format, and the table that names them.
//
//   ipv6   ::ffff:10.0.0.1   eight groups, some left out at ::, the last two may be an ipv4
//   uri    mailto:a@b        a scheme, a colon, and no character that a URI must escape
// Test: tests/check/text_format_test.cc.
#include "check/text_format.h"

#include <algorithm>
#include <array>
#include <vector>

#include "check/regex_tree.h"
#include "check/times.h"

namespace crosswalk::check {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_blank_or_control(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t end = text.find(by);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

bool is_date(std::string_view text) {
  return parse_date(text).has_value();
}
bool is_time(std::string_view text) {
  return parse_time(text).has_value();
}
bool is_date_time(std::string_view text) {
  return parse_date_time(text).has_value();
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && at == text.rfind('@') &&
         std::none_of(text.begin(), text.end(), is_blank_or_control) &&
         text.find("\xC2\xA0") == std::string_view::npos;
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? text[i] != '-' : !is_hex(text[i])) return false;
  }
  return true;
}

bool is_ipv4_number(std::string_view text) {
  if (text.empty() || text.size() > 3 || !std::all_of(text.begin(), text.end(), is_digit)) {
    return false;
  }
  if (text.size() > 1 && text[0] == '0') return false;
  return text.size() < 3 || text <= "255";
}

bool is_ipv4(std::string_view text) {
  const auto numbers = split(text, '.');
  return numbers.size() == 4 && std::all_of(numbers.begin(), numbers.end(), is_ipv4_number);
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
    const bool hex = std::all_of(group.begin(), group.end(), is_hex);
    if (group.empty() || group.size() > 4 || !hex) return std::nullopt;
    ++count;
  }
  return count;
}

bool is_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) return ipv6_groups(text, true) == 8;
  const auto before = ipv6_groups(text.substr(0, gap), false);
  const auto after = ipv6_groups(text.substr(gap + 2), true);
  return before && after && *before + *after < 8;
}

bool is_uri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text[0])) return false;
  const auto in_scheme = [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  };
  if (!std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), in_scheme)) {
    return false;
  }
  for (std::size_t i = colon; i < text.size(); ++i) {
    const char c = text[i];
    const bool must_be_escaped = is_blank_or_control(c) || static_cast<unsigned char>(c) >= 0x80 ||
                                 std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
    if (must_be_escaped) return false;
    if (c == '%' && (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2]))) {
      return false;
    }
  }
  return true;
}

bool is_regex(std::string_view text) {
  return parse_regex(text).ok();
}

struct Entry {
  std::string_view name;
  bool (*test)(std::string_view);
  std::string_view words;
};

// In the order of TextFormat.
constexpr std::array<Entry, 9> kFormats = {{
    {"date", is_date, "a date such as 2024-02-29"},
    {"time", is_time, "a time with offset such as 20:00:00Z"},
    {"date-time", is_date_time, "a date-time with offset such as 2024-02-29T20:00:00Z"},
    {"email", is_email, "an e-mail address"},
    {"uuid", is_uuid, "a UUID of 8-4-4-4-12 hex digits"},
    {"ipv4", is_ipv4, "an IPv4 address"},
    {"ipv6", is_ipv6, "an IPv6 address"},
    {"uri", is_uri, "a URI"},
    {"regex", is_regex, "a regular expression"},
}};

}  // namespace

std::optional<TextFormat> text_format(std::string_view name) {
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if (kFormats[i].name == name) return static_cast<TextFormat>(i);
  }
  return std::nullopt;
}

bool has_format(TextFormat format, std::string_view text) {
  return kFormats[static_cast<std::size_t>(format)].test(text);
}

std::string_view describe(TextFormat format) {
  return kFormats[static_cast<std::size_t>(format)].words;
}

}  // namespace crosswalk::check
