// How many columns of a terminal a text takes: see display_width.h.
#include "report/display_width.h"

#include <algorithm>
#include <array>

#include "diagnostics/display_text.h"

namespace crosswalk::report {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 14> kWide = {{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0x9FFF},
                                          {0xA000, 0xA4CF},
                                          {0xA960, 0xA97F},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF00, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1FAFF},
                                          {0x20000, 0x3FFFD}}};

constexpr std::array<Range, 6> kCombining = {{{0x0300, 0x036F},
                                              {0x1AB0, 0x1AFF},
                                              {0x1DC0, 0x1DFF},
                                              {0x20D0, 0x20FF},
                                              {0xFE00, 0xFE0F},
                                              {0xFE20, 0xFE2F}}};

template <std::size_t size>
bool holds(const std::array<Range, size>& ranges, char32_t value) {
  return std::ranges::any_of(
      ranges, [&](const Range& range) { return value >= range.first && value <= range.last; });
}

std::size_t width_of(char32_t value) {
  if (holds(kCombining, value)) return 0;
  return holds(kWide, value) ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text, std::size_t first, std::size_t count) {
  std::size_t width = 0;
  std::size_t index = 0;
  for (std::size_t at = 0; at < text.size() && (index < first || index - first < count); ++index) {
    const diagnostics::CodePoint point = diagnostics::code_point_at(text, at);
    if (index >= first) width += width_of(point.value);
    at += point.byte_count;
  }
  return width;
}

}  // namespace crosswalk::report
