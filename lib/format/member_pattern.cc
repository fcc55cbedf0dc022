// See member_pattern.h.
#include "format/member_pattern.h"

#include <utility>

namespace crosswalk::format {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Outside of groups.
bool has_alternatives(std::string_view pattern) {
  int depth = 0;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '|' && depth == 0) {
      return true;
    } else {
      in_class = c == '[';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
  }
  return false;
}

}  // namespace

// What repeats a character may take it back.
std::string_view fixed_beginning(std::string_view pattern) {
  if (!pattern.starts_with('^') || has_alternatives(pattern)) return {};
  std::size_t end = 1;
  while (end < pattern.size() && is_plain(pattern[end])) ++end;
  const bool may_repeat =
      end < pattern.size() && std::string_view("?*{").find(pattern[end]) != std::string_view::npos;
  if (may_repeat && end > 1) --end;
  return pattern.substr(1, end - 1);
}

bool MemberPattern::matches(std::string_view name) const {
  if (!name.starts_with(fixed_beginning(pattern_))) return false;
  std::call_once(once_, [this] {
    auto compiled = text::FallbackRegex::compile(pattern_);
    if (compiled.ok()) compiled_ = std::move(compiled).value();
  });
  return compiled_ != nullptr && compiled_->matches(name);
}

}  // namespace crosswalk::format
