// The line of the input that a finding stands in: see excerpt.h.
#include "diagnostics/excerpt.h"

#include <algorithm>
#include <string>
#include <vector>

#include "diagnostics/display_text.h"
#include "diagnostics/redaction.h"

namespace crosswalk::diagnostics {
namespace {

constexpr std::size_t kWindow = 72;        // characters shown
constexpr std::size_t kWindowBefore = 32;  // of them before the mark, where the line is longer
constexpr std::size_t kReach = 1024;       // code points looked at before and after the mark
constexpr std::size_t kMaskRun = 4;        // masked characters kept at either end of a long run
constexpr char32_t kEllipsis = 0x2026;
constexpr char32_t kTabArrow = 0x2192;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
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

// The first byte of the line, or a byte within reach.
std::size_t near_line_begin(std::string_view bytes, std::size_t at) {
  const std::size_t low = step_back(bytes, at, 0, kReach);
  while (at > low && !is_line_end(bytes[at - 1])) --at;
  return at;
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

bool may_be_shown(std::string_view text, Span place, const Names& names) {
  const bool is_in_names = place.begin >= names.begin && place.end <= names.end;
  return (is_in_names && is_safe_name(text)) || std::ranges::count(names.known, text) > 0;
}

// The names of the line that holds `bytes[at]`, as far as `end`, that may be shown: whole quoted
// texts, or what stands between delimiters.
std::vector<Span> safe_names(std::string_view bytes, std::size_t at, std::size_t end,
                             const Names& where) {
  while (at > 0 && !is_line_end(bytes[at - 1])) --at;
  if (at == 0 && bytes.starts_with(kByteOrderMark)) at = kByteOrderMark.size();
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
    const Span place{begin, stop};
    if (may_be_shown(without_blanks(bytes.substr(begin, stop - begin)), place, where))
      names.push_back(place);
    at = is_quoted ? stop + 1 : stop;
  }
  return names;
}

bool is_structure(char32_t value) {
  return value < 0x80 && kStructure.find(static_cast<char>(value)) != std::string_view::npos;
}

// Runs of masked characters say nothing by their length: long ones are shortened in the middle.
std::u32string shorten(const std::u32string& glyphs) {
  std::u32string out;
  for (std::size_t at = 0; at < glyphs.size();) {
    const std::size_t end = std::min(glyphs.find_first_not_of(glyphs[at], at), glyphs.size());
    const bool is_long = glyphs[at] == kMask && end - at > 2 * kMaskRun + 1;
    out.append(is_long ? kMaskRun : end - at, glyphs[at]);
    if (is_long) out.append(1, kEllipsis).append(kMaskRun, kMask);
    at = end;
  }
  return out;
}

// The characters that stand for the bytes from `at` to `end`.
std::u32string glyphs_of(std::string_view bytes, Span span, Reveal reveal,
                         const std::vector<Span>& names) {
  std::u32string glyphs;
  auto name = names.begin();
  for (std::size_t at = span.begin; at < span.end;) {
    const CodePoint point = code_point_at(bytes, at);
    while (name != names.end() && name->end <= at) ++name;
    const bool is_in_name = name != names.end() && name->begin <= at;
    const bool is_readable = reveal == Reveal::kAll || is_in_name || is_structure(point.value);
    const char32_t shown = point.value == '\t' ? kTabArrow : displayed(point.value);
    glyphs += is_readable ? shown : kMask;
    at += point.byte_count;
  }
  return shorten(glyphs);
}

// Adds what of the three stretches fits the window, with an ellipsis at a cut end.
Excerpt assemble(std::u32string before, std::u32string mark, std::u32string after, bool cut_before,
                 bool cut_after) {
  const std::size_t others = std::min(mark.size() + after.size(), kWindow);
  const std::size_t most_before = std::max(kWindowBefore, kWindow - others);
  if (before.size() > most_before) {
    before.erase(0, before.size() - most_before);
    cut_before = true;
  }
  if (mark.size() > kWindow - before.size()) cut_after = true;
  mark.resize(std::min(mark.size(), kWindow - before.size()));
  const std::size_t most_after = kWindow - before.size() - mark.size();
  if (after.size() > most_after) cut_after = true;
  after.resize(std::min(after.size(), most_after));

  Excerpt excerpt;
  if (cut_before) before.insert(0, 1, kEllipsis);
  excerpt.mark_begin = static_cast<std::uint32_t>(before.size());
  excerpt.mark_length = static_cast<std::uint32_t>(std::max<std::size_t>(mark.size(), 1));
  if (cut_after) after += kEllipsis;
  for (const char32_t glyph : before + mark + after) append_code_point(excerpt.text, glyph);
  return excerpt;
}

}  // namespace

Excerpt make_excerpt(const Marked& marked, Reveal reveal) {
  const std::string_view bytes = marked.bytes;
  const std::size_t mark_begin = std::min(marked.offset, bytes.size());
  const std::size_t one_more = step_on(bytes, mark_begin, 1);
  const std::size_t within_reach = step_on(bytes, mark_begin, kReach);
  const std::size_t mark_end =
      std::max(one_more, std::min(within_reach, mark_begin + marked.length));
  const std::size_t begin = near_line_begin(bytes, mark_begin);
  const std::size_t end = step_on(bytes, mark_end, kReach);

  std::vector<Span> names;
  if (reveal == Reveal::kNames) names = safe_names(bytes, begin, end, marked.names);
  const bool cut_before =
      marked.column > count_code_points(bytes.substr(begin, mark_begin - begin)) + 1;
  const bool cut_after = end < bytes.size() && !is_line_end(bytes[end]);
  return assemble(glyphs_of(bytes, {begin, mark_begin}, reveal, names),
                  glyphs_of(bytes, {mark_begin, mark_end}, reveal, names),
                  glyphs_of(bytes, {mark_end, end}, reveal, names), cut_before, cut_after);
}

}  // namespace crosswalk::diagnostics
