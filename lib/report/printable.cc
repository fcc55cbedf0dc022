// Texts fit for the strings of a report: see printable.h.
#include "report/printable.h"

#include <fmt/format.h>

#include "diagnostics/display_text.h"

namespace crosswalk::report {
namespace {

bool is_unreserved(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const diagnostics::CodePoint point = diagnostics::code_point_at(text, at);
    const bool is_escaped_by_json = point.value < 0x20;
    diagnostics::append_code_point(
        out, is_escaped_by_json ? point.value : diagnostics::displayed(point.value));
    at += point.byte_count;
  }
  return out;
}

std::string uri_of(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (is_unreserved(c)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace crosswalk::report
