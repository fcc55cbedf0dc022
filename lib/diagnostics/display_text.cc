// Text of an input made fit for a terminal: see display_text.h.
#include "diagnostics/display_text.h"

#include <algorithm>

namespace crosswalk::diagnostics {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kEllipsis = 0x2026;
constexpr char32_t kControlPictures = 0x2400;
constexpr char32_t kPictureOfDelete = 0x2421;

struct Lead {
  std::size_t byte_count = 1;
  char32_t bits = 0;
  char32_t smallest = 0;
};

// What a lead byte says; byte_count 1 for bytes that lead nothing.
Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07U, 0x10000};
  return {};
}

bool is_scalar(char32_t value) {
  return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

// Zero-width characters, direction marks, line separators, byte order mark, C1 controls.
bool is_invisible(char32_t value) {
  return (value >= 0x80 && value <= 0x9F) || value == 0xAD ||
         (value >= 0x200B && value <= 0x200F) || (value >= 0x2028 && value <= 0x202E) ||
         (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF || value == 0x061C ||
         (value >= 0xE0000 && value <= 0xE0FFF);
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const Lead lead = lead_of(first);
  if (lead.byte_count == 1 || text.size() - at < lead.byte_count) return {};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.byte_count; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80U) return {};
    value = value << 6U | (byte & 0x3FU);
  }
  if (value < lead.smallest || !is_scalar(value)) return {};
  return {value, lead.byte_count};
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).byte_count) ++count;
  return count;
}

void append_code_point(std::string& out, char32_t value) {
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | ((value >> shift) & 0x3FU));
  };
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0U | value >> 6U);
    tail(0);
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0U | value >> 12U);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | value >> 18U);
    tail(12);
    tail(6);
    tail(0);
  }
}

char32_t displayed(char32_t value) {
  if (value < 0x20) return kControlPictures + value;
  if (value == 0x7F) return kPictureOfDelete;
  return is_invisible(value) ? kReplacement : value;
}

std::string display_text(std::string_view text, std::size_t max_code_points) {
  std::string out;
  std::size_t shown = 0;
  for (std::size_t at = 0; at < text.size(); ++shown) {
    if (shown == max_code_points) {
      append_code_point(out, kEllipsis);
      break;
    }
    const CodePoint point = code_point_at(text, at);
    append_code_point(out, displayed(point.value));
    at += point.byte_count;
  }
  return out;
}

}  // namespace crosswalk::diagnostics
