// See glimpse.h.
#include "layout/glimpse.h"

namespace crosswalk::layout {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

/// From the first character that is no blank on.
std::string_view skip_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// Walks over the members of the object whose brace begins `text`, and calls `take` with each name
/// and the text behind its colon until it returns false. Returns the object's length, 0 if its end
/// was not seen.
template <class Take>
std::size_t each_member(std::string_view text, Take take) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return i + 1;
    if (c != '"') continue;
    const std::size_t begin = i + 1;
    while (++i < text.size() && text[i] != '"') i += text[i] == '\\' ? 1 : 0;
    const std::size_t next = text.find_first_not_of(kBlanks, i + 1);
    const bool is_name = depth == 1 && next < text.size() && text[next] == ':';
    if (is_name && !take(text.substr(begin, i - begin), text.substr(next + 1))) return 0;
  }
  return 0;
}

/// From the value of the member `name` on; empty if the object that begins `text` has none.
std::string_view member_value(std::string_view text, std::string_view name) {
  std::string_view value;
  each_member(text, [&](std::string_view member, std::string_view behind) {
    if (member == name) value = skip_blanks(behind);
    return member != name;
  });
  return value;
}

}  // namespace

ObjectGlimpse glimpse_object(std::string_view text) {
  ObjectGlimpse glimpse;
  const std::size_t brace = text.find('{');
  if (brace == std::string_view::npos) return glimpse;
  glimpse.bytes = each_member(text.substr(brace), [&](std::string_view name, std::string_view) {
    glimpse.members.emplace_back(name);
    return true;
  });
  return glimpse;
}

int count_object_lines(std::string_view text, std::size_t first_bytes) {
  const std::string_view object = text.substr(0, first_bytes);
  if (object.empty() || object.find_first_of("\r\n") != std::string_view::npos) return 0;
  const std::size_t next = text.find_first_not_of(" \t", first_bytes);
  if (next == std::string_view::npos) return 1;
  if (text[next] != '\r' && text[next] != '\n') return 0;
  const std::string_view second = skip_blanks(text.substr(next));
  if (second.empty()) return 1;
  return second.front() == '{' ? 2 : 0;
}

RecordGlimpse glimpse_record(std::string_view text, const format::RecordPlace& place) {
  for (const std::string& step : place.steps) {
    if (text.empty() || text.front() != '{') return {};
    text = member_value(text, step);
  }
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return {};
  const bool is_list = text.front() == '[';
  if (is_list != place.are_items) return {{}, true};
  if (is_list) text = skip_blanks(text.substr(1));
  if (text.empty() || text.front() == ']') return {};
  if (text.front() != '{') return {{}, true};
  return {text, false};
}

}  // namespace crosswalk::layout
