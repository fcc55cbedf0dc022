// The line of the input that a finding stands in: see excerpt.h.
#include "diagnostics/excerpt.h"

#include <algorithm>
#include <string>
#include <vector>

#include "diagnostics/display_text.h"
#include "diagnostics/redaction.h"

namespace crosswalk::diagnostics {
namespace {

constexpr std::size_t kWindow = 72;        // code points of the line shown
constexpr std::size_t kWindowBefore = 32;  // of them before the mark, where the line is longer
constexpr char32_t kEllipsis = 0x2026;
constexpr char32_t kTabArrow = 0x2192;
constexpr std::string_view kStructure = " \t\",;|:[]{}";
constexpr std::string_view kNameEnds = "\r\n\t\",;|[]{}";

bool is_line_end(char letter) {
  return letter == '\n' || letter == '\r';
}

bool is_continuation(char letter) {
  return (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U;
}

// Steps back over up to `max_code_points`, stopping at `low`.
std::size_t step_back(std::string_view bytes, std::size_t at, std::size_t low,
                      std::size_t max_code_points) {
  for (; at > low && max_code_points > 0; --max_code_points) {
    --at;
    while (at > low && is_continuation(bytes[at])) --at;
  }
  return at;
}

std::size_t step_on(std::string_view bytes, std::size_t at, std::size_t max_code_points) {
  for (; at < bytes.size() && !is_line_end(bytes[at]) && max_code_points > 0; --max_code_points) {
    at += code_point_at(bytes, at).byte_count;
  }
  return at;
}

// The first byte of the line, looking back no further than the window needs.
std::size_t near_line_begin(std::string_view bytes, std::size_t at) {
  const std::size_t low = step_back(bytes, at, 0, kWindow);
  while (at > low && !is_line_end(bytes[at - 1])) --at;
  return at;
}

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_before = false;
  bool cut_after = false;
};

Window choose_window(const Marked& marked) {
  const std::string_view bytes = marked.bytes;
  Window window;
  window.begin = near_line_begin(bytes, marked.offset);
  window.end = step_on(bytes, window.begin, kWindow);
  const bool fits = window.end == bytes.size() || is_line_end(bytes[window.end]);
  if (!fits) {
    window.begin = step_back(bytes, marked.offset, window.begin, kWindowBefore);
    window.end = step_on(bytes, window.begin, kWindow);
  }
  const std::size_t before =
      count_code_points(bytes.substr(window.begin, marked.offset - window.begin));
  window.cut_before = marked.column > before + 1;
  window.cut_after = window.end < bytes.size() && !is_line_end(bytes[window.end]);
  return window;
}

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The safe names of the line that holds `bytes[at]`, as far as `end`: whole quoted texts, or what
// stands between delimiters.
std::vector<Span> safe_names(std::string_view bytes, std::size_t at, std::size_t end) {
  while (at > 0 && !is_line_end(bytes[at - 1])) --at;
  std::vector<Span> names;
  while (at < end) {
    const bool is_quoted = bytes[at] == '"';
    if (!is_quoted && kNameEnds.find(bytes[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    const std::size_t begin = is_quoted ? at + 1 : at;
    const std::size_t stop = std::min(
        is_quoted ? bytes.find('"', begin) : bytes.find_first_of(kNameEnds, begin), bytes.size());
    if (is_safe_name(without_blanks(bytes.substr(begin, stop - begin)))) {
      names.push_back({begin, stop});
    }
    at = is_quoted ? stop + 1 : stop;
  }
  return names;
}

bool is_structure(char32_t value) {
  return value < 0x80 && kStructure.find(static_cast<char>(value)) != std::string_view::npos;
}

// Appends the bytes of `window` as they may be shown.
void append_line(std::string& out, std::string_view bytes, const Window& window, Reveal reveal) {
  std::vector<Span> names;
  if (reveal == Reveal::kNames) names = safe_names(bytes, window.begin, window.end);
  auto name = names.begin();
  for (std::size_t at = window.begin; at < window.end;) {
    const CodePoint point = code_point_at(bytes, at);
    while (name != names.end() && name->end <= at) ++name;
    const bool is_in_name = name != names.end() && name->begin <= at;
    const bool is_readable = reveal == Reveal::kAll || is_in_name || is_structure(point.value);
    const char32_t shown = point.value == '\t' ? kTabArrow : displayed(point.value);
    append_code_point(out, is_readable ? shown : kMask);
    at += point.byte_count;
  }
}

}  // namespace

Excerpt make_excerpt(const Marked& marked, Reveal reveal) {
  Marked clamped = marked;
  clamped.offset = std::min(marked.offset, marked.bytes.size());
  const std::string_view bytes = clamped.bytes;
  const Window window = choose_window(clamped);

  Excerpt excerpt;
  if (window.cut_before) append_code_point(excerpt.text, kEllipsis);
  append_line(excerpt.text, bytes, window, reveal);
  if (window.cut_after) append_code_point(excerpt.text, kEllipsis);

  const std::size_t before =
      count_code_points(bytes.substr(window.begin, clamped.offset - window.begin));
  const std::size_t mark_end = std::clamp(clamped.offset + clamped.length, clamped.offset,
                                          std::max(window.end, clamped.offset));
  const std::size_t inside =
      count_code_points(bytes.substr(clamped.offset, mark_end - clamped.offset));
  excerpt.mark_begin = static_cast<std::uint32_t>(before + (window.cut_before ? 1 : 0));
  excerpt.mark_length = static_cast<std::uint32_t>(std::max<std::size_t>(inside, 1));
  return excerpt;
}

}  // namespace crosswalk::diagnostics
