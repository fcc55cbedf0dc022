// See markup.h.
#include "report/markup.h"

#include "diagnostics/display_text.h"

namespace crosswalk::report {
namespace {

// What displayed() leaves is fit for XML 1.0, but for U+FFFE and U+FFFF.
char32_t allowed(char32_t point) {
  return point == 0xFFFE || point == 0xFFFF ? 0xFFFD : diagnostics::displayed(point);
}

void append_escaped(std::string& out, char32_t point) {
  switch (point) {
    case U'&':
      out += "&amp;";
      return;
    case U'<':
      out += "&lt;";
      return;
    case U'>':
      out += "&gt;";
      return;
    case U'"':
      out += "&quot;";
      return;
    default:
      diagnostics::append_code_point(out, point);
  }
}

}  // namespace

std::string markup(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const diagnostics::CodePoint point = diagnostics::code_point_at(text, at);
    append_escaped(out, allowed(point.value));
    at += point.byte_count;
  }
  return out;
}

}  // namespace crosswalk::report
