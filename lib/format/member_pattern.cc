// See member_pattern.h.
#include "format/member_pattern.h"

#include <algorithm>
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

bool is_ascii(std::string_view text) {
  constexpr unsigned char kFirstBeyondAscii = 0x80;
  return std::ranges::all_of(
      text, [](char c) { return static_cast<unsigned char>(c) < kFirstBeyondAscii; });
}

// Engines differ in what stands behind a backslash, how often something may be repeated, looking
// behind, and odd classes of characters.
bool is_simple(std::string_view pattern) {
  constexpr std::string_view kOthers[] = {"\\", "{", "(?<", "[]", "[^]", "[:", "[.", "[="};
  return is_ascii(pattern) && std::ranges::none_of(kOthers, [&](std::string_view other) {
           return pattern.find(other) != std::string_view::npos;
         });
}

bool is_short_ascii(std::string_view name) {
  constexpr std::size_t kMostBytes = 256;
  return name.size() <= kMostBytes && is_ascii(name);
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
  const std::string_view beginning = fixed_beginning(pattern_);
  if (!name.starts_with(beginning)) return false;
  if (!beginning.empty() && beginning.size() + 1 == pattern_.size()) return true;
  if (is_simple(pattern_) && is_short_ascii(name)) {
    const std::regex* const engine = plain();
    return engine != nullptr && std::regex_search(name.begin(), name.end(), *engine);
  }
  const text::FallbackRegex* const engine = full();
  return engine != nullptr && engine->matches(name);
}

const std::regex* MemberPattern::plain() const {
  const std::lock_guard<std::mutex> lock(compiling_);
  if (!has_plain_) {
    try {
      constexpr auto kNeverSlow = std::regex_constants::__polynomial;
      plain_.emplace(pattern_, std::regex::ECMAScript | kNeverSlow);
    } catch (const std::regex_error&) {  // it matches nothing
    }
    has_plain_ = true;
  }
  return plain_ ? &*plain_ : nullptr;
}

const text::FallbackRegex* MemberPattern::full() const {
  const std::lock_guard<std::mutex> lock(compiling_);
  if (!has_full_) {
    auto compiled = text::FallbackRegex::compile(pattern_);
    if (compiled.ok()) full_ = std::move(compiled).value();
    has_full_ = true;
  }
  return full_.get();
}

}  // namespace crosswalk::format
