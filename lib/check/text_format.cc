// One small test a format, and the table that names them.
//
//   uuid             8-4-4-4-12 hex digits of either case
//   relative-json-pointer   1/a, 0#   steps up, then a pointer or the mark for the own name
// Names of machines: check/host_format.h; URIs: check/uri_format.h; times: check/times.h.
// Test: tests/check/text_format_test.cc.
#include "check/text_format.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "check/ascii.h"
#include "check/host_format.h"
#include "check/regex_tree.h"
#include "check/times.h"
#include "check/uri_format.h"

namespace crosswalk::check {
namespace {

bool is_blank_or_control(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
}

bool is_iso_date_time(std::string_view text) {
  return is_date_time(text) || is_date_time(std::string(text) + 'Z');
}

/// Reads numbers with the units of `units`, each at most once and in that order; false if something
/// else stands there, or nothing.
bool is_run_of_units(std::string_view text, std::string_view units) {
  if (text.empty()) return false;
  while (!text.empty()) {
    const std::size_t digits = count_leading(text, is_digit);
    if (digits == 0 || digits == text.size()) return false;
    const std::size_t unit = units.find(text[digits]);
    if (unit == std::string_view::npos) return false;
    units.remove_prefix(unit + 1);
    text.remove_prefix(digits + 1);
  }
  return true;
}

bool is_duration(std::string_view text) {
  if (!text.starts_with('P')) return false;
  text.remove_prefix(1);
  if (text.ends_with('W')) return is_run_of_units(text, "W");
  const std::size_t mark = text.find('T');
  if (mark == std::string_view::npos) return is_run_of_units(text, "YMD");
  return (mark == 0 || is_run_of_units(text.substr(0, mark), "YMD")) &&
         is_run_of_units(text.substr(mark + 1), "HMS");
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

bool is_json_pointer(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() != '/') return false;
  for (std::size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1)) {
    if (at + 1 == text.size() || !is_in(text[at + 1], "01")) return false;
  }
  return true;
}

bool is_relative_json_pointer(std::string_view text) {
  const std::size_t digits = count_leading(text, is_digit);
  if (digits == 0 || (digits > 1 && text.front() == '0')) return false;
  const std::string_view rest = text.substr(digits);
  return rest == "#" || is_json_pointer(rest);
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
constexpr Entry kFormats[] = {
    {"date", is_date, "a date such as 2024-02-29"},
    {"time", is_time, "a time with offset such as 20:00:00Z"},
    {"date-time", is_date_time, "a date-time with offset such as 2024-02-29T20:00:00Z"},
    {"iso-date-time", is_iso_date_time, "a date-time such as 2024-02-29T20:00:00"},
    {"duration", is_duration, "a duration such as P1Y2M10DT2H30M"},
    {"email", is_email, "an e-mail address"},
    {"idn-email", is_email, "an e-mail address"},
    {"hostname", is_hostname, "a host name such as www.example.com"},
    {"idn-hostname", is_idn_hostname, "a host name such as www.example.com"},
    {"ipv4", is_ipv4, "an IPv4 address"},
    {"ipv6", is_ipv6, "an IPv6 address"},
    {"uri", is_uri, "a URI"},
    {"uri-reference", is_uri_reference, "a URI or a relative reference"},
    {"iri", is_iri, "an IRI"},
    {"iri-reference", is_iri_reference, "an IRI or a relative reference"},
    {"uri-template", is_uri_template, "a URI template"},
    {"uuid", is_uuid, "a UUID of 8-4-4-4-12 hex digits"},
    {"json-pointer", is_json_pointer, "a JSON pointer such as /a/0"},
    {"relative-json-pointer", is_relative_json_pointer, "a relative JSON pointer such as 1/a"},
    {"regex", is_regex, "a regular expression"},
};

}  // namespace

std::optional<TextFormat> text_format(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kFormats); ++i) {
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
