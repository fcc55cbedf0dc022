// Escapes inside JSON strings: see escape.h. Test: tests/json/escape_test.cc.
#include "json/escape.h"

#include <string_view>

#include "json/scan.h"

namespace crosswalk::json {

namespace {

constexpr std::ptrdiff_t kUnicodeEscape = 6;

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The code unit of the \uXXXX at `p`.
bool read_unit(const char* p, const char* end, std::uint32_t& unit) {
  return end - p >= kUnicodeEscape && p[0] == '\\' && p[1] == 'u' && read_hex4(p + 2, end, unit);
}

}  // namespace

bool is_escape_letter(char c) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  return kLetters.find(c) != std::string_view::npos;
}

bool read_hex4(const char* p, const char* end, std::uint32_t& unit) {
  if (end - p < 4) return false;
  unit = 0;
  for (const char* const last = p + 4; p != last; ++p) {
    const int digit = hex_digit(*p);
    if (digit < 0) return false;
    unit = unit << 4U | static_cast<std::uint32_t>(digit);
  }
  return true;
}

const char* skip_escape(const char* p, const char* end) {
  if (end - p < 2) return nullptr;
  if (p[1] != 'u') return is_escape_letter(p[1]) ? p + 2 : nullptr;
  std::uint32_t unit = 0;
  if (!read_unit(p, end, unit)) return nullptr;
  if (unit < 0xD800 || unit >= 0xE000) return p + kUnicodeEscape;
  if (unit >= 0xDC00) return nullptr;
  p += kUnicodeEscape;
  const bool paired = read_unit(p, end, unit) && unit >= 0xDC00 && unit < 0xE000;
  return paired ? p + kUnicodeEscape : nullptr;
}

}  // namespace crosswalk::json
