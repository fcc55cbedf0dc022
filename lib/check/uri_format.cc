// The components are cut off from both ends, then each is held against its characters.
//
//   a:b    scheme a, path b
//   1a:b   no reference at all: 1a is no scheme, and a first segment may hold no colon
// Test: tests/check/uri_format_test.cc and the public suite.
#include "check/uri_format.h"

#include <algorithm>
#include <optional>

#include "check/ascii.h"
#include "check/host_format.h"
#include "text/utf8.h"

namespace crosswalk::check {
namespace {

enum class Alphabet : std::uint8_t { kAscii, kUnicode };

bool is_percent_triple(std::string_view text) {
  return text.size() >= 3 && text[0] == '%' && is_hex(text[1]) && is_hex(text[2]);
}

/// True if `text` holds nothing but unreserved characters, triples such as %20, and those of
/// `extra`.
bool is_component(std::string_view text, Alphabet alphabet, std::string_view extra) {
  while (!text.empty()) {
    const char c = text.front();
    const bool is_taken = is_unreserved(c) || is_in(c, extra) ||
                          (alphabet == Alphabet::kUnicode && is_beyond_ascii(c));
    if (!is_taken && !is_percent_triple(text)) return false;
    text.remove_prefix(is_taken ? 1 : 3);
  }
  return true;
}

constexpr std::string_view kInHost = "!$&'()*+,;=";
constexpr std::string_view kInUser = "!$&'()*+,;=:";
constexpr std::string_view kInPath = "!$&'()*+,;=:@/";
constexpr std::string_view kInQuery = "!$&'()*+,;=:@/?";

/// Cuts off what stands from the first `mark` on; nothing if there is none.
std::optional<std::string_view> cut_from(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(at + 1);
  text = text.substr(0, at);
  return rest;
}

bool is_scheme(std::string_view text) {
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || is_in(c, "+-."); };
  return !text.empty() && is_letter(text.front()) && holds_only(text, fits);
}

bool is_future_address(std::string_view text) {
  if (text.empty() || !is_in(text.front(), "vV")) return false;
  const std::size_t digits = count_leading(text.substr(1), is_hex);
  const std::string_view rest = text.substr(1 + digits);
  const auto fits = [](char c) { return is_unreserved(c) || is_sub_delimiter(c) || c == ':'; };
  return digits > 0 && rest.size() > 1 && rest.front() == '.' && holds_only(rest.substr(1), fits);
}

/// `user@host:port`, each but the host may be left out.
bool is_authority(std::string_view text, Alphabet alphabet) {
  if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
    if (!is_component(text.substr(0, at), alphabet, kInUser)) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view after = text;
  if (text.starts_with('[')) {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) return false;
    const std::string_view address = text.substr(1, close - 1);
    if (!is_ipv6(address) && !is_future_address(address)) return false;
    after = text.substr(close + 1);
  } else {
    const std::size_t colon = std::min(text.find(':'), text.size());
    if (!is_component(text.substr(0, colon), alphabet, kInHost)) return false;
    after = text.substr(colon);
  }
  return after.empty() || (after.front() == ':' && holds_only(after.substr(1), is_digit));
}

bool is_path(std::string_view text, Alphabet alphabet, bool has_scheme) {
  const std::string_view first = text.substr(0, text.find('/'));
  if (!has_scheme && first.find(':') != std::string_view::npos) return false;
  return is_component(text, alphabet, kInPath);
}

bool is_reference(std::string_view text, Alphabet alphabet, bool needs_scheme) {
  if (alphabet == Alphabet::kUnicode && !text::valid(text)) return false;
  const auto fragment = cut_from(text, '#');
  const auto query = cut_from(text, '?');
  if (!is_component(fragment.value_or(""), alphabet, kInQuery) ||
      !is_component(query.value_or(""), alphabet, kInQuery)) {
    return false;
  }
  const std::size_t colon = text.find(':');
  const bool has_scheme = colon != std::string_view::npos && is_scheme(text.substr(0, colon));
  if (needs_scheme && !has_scheme) return false;
  if (has_scheme) text.remove_prefix(colon + 1);
  if (!text.starts_with("//")) return is_path(text, alphabet, has_scheme);
  const std::size_t path = std::min(text.find('/', 2), text.size());
  return is_authority(text.substr(2, path - 2), alphabet) &&
         is_component(text.substr(path), alphabet, kInPath);
}

/// `name`, `name:3` or `name*`.
bool is_variable(std::string_view text) {
  if (text.ends_with('*')) {
    text.remove_suffix(1);
  } else if (const auto length = cut_from(text, ':')) {
    const bool is_length = !length->empty() && length->size() <= 4 && length->front() != '0' &&
                           holds_only(*length, is_digit);
    if (!is_length) return false;
  }
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  while (!text.empty()) {
    const bool is_taken = is_letter(text[0]) || is_digit(text[0]) || text[0] == '_' ||
                          (text[0] == '.' && text[1] != '.');
    if (!is_taken && !is_percent_triple(text)) return false;
    text.remove_prefix(is_taken ? 1 : 3);
  }
  return true;
}

/// What stands between braces: perhaps an operator, then variables between commas.
bool is_expression(std::string_view text) {
  if (!text.empty() && is_in(text.front(), "+#./;?&=,!@|")) text.remove_prefix(1);
  for (;;) {
    const auto rest = cut_from(text, ',');
    if (!is_variable(text)) return false;
    if (!rest) return true;
    text = *rest;
  }
}

bool is_literal(char c) {
  return is_beyond_ascii(c) || (c > ' ' && c != 0x7F && !is_in(c, "\"'%<>\\^`{|}"));
}

}  // namespace

bool is_uri(std::string_view text) {
  return is_reference(text, Alphabet::kAscii, true);
}
bool is_uri_reference(std::string_view text) {
  return is_reference(text, Alphabet::kAscii, false);
}
bool is_iri(std::string_view text) {
  return is_reference(text, Alphabet::kUnicode, true);
}
bool is_iri_reference(std::string_view text) {
  return is_reference(text, Alphabet::kUnicode, false);
}

bool is_uri_template(std::string_view text) {
  while (!text.empty()) {
    if (text.front() == '{') {
      const std::size_t close = text.find('}');
      if (close == std::string_view::npos || !is_expression(text.substr(1, close - 1)))
        return false;
      text.remove_prefix(close + 1);
    } else if (is_percent_triple(text)) {
      text.remove_prefix(3);
    } else {
      if (!is_literal(text.front())) return false;
      text.remove_prefix(1);
    }
  }
  return true;
}

}  // namespace crosswalk::check
