// See jsonp.h.
#include "layout/jsonp.h"

#include <algorithm>

namespace crosswalk::layout {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool is_name_start(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '$';
}

// Where the name of a function that begins at `at` ends: names with full stops between them.
std::size_t skip_name(std::string_view text, std::size_t at) {
  while (at < text.size() && is_name_start(text[at])) {
    while (at < text.size() && (is_name_start(text[at]) || (text[at] >= '0' && text[at] <= '9'))) {
      ++at;
    }
    if (at + 1 < text.size() && text[at] == '.' && is_name_start(text[at + 1])) ++at;
  }
  return at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kBlanks, at), text.size());
}

JsonpCall broken(std::size_t offset, std::string_view expected) {
  JsonpCall call;
  call.fault = json::Fault{json::FaultKind::kSyntax, static_cast<std::uint32_t>(offset),
                           std::string(expected), false};
  return call;
}

}  // namespace

JsonpCall find_call(std::string_view text) {
  const std::size_t name = skip_blanks(text, 0);
  const std::size_t name_end = skip_name(text, name);
  if (name_end == name) return broken(name, "the name of a function");
  const std::size_t open = skip_blanks(text, name_end);
  if (open == text.size() || text[open] != '(') return broken(open, "(");
  const std::size_t close = text.find_last_not_of(" \t\r\n;");
  if (close <= open || text[close] != ')') return broken(text.size(), ")");
  JsonpCall call;
  call.begin = skip_blanks(text, open + 1);
  call.end = std::max(call.begin, text.find_last_not_of(kBlanks, close - 1) + 1);
  return call;
}

}  // namespace crosswalk::layout
