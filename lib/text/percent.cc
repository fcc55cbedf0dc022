// See percent.h.
#include "text/percent.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/block.h"
#include "text/utf8.h"

namespace crosswalk::text {

using base::Block;

namespace {

constexpr std::size_t kEscapeBytes = 3;

// By byte: the value of hexadecimal digits; negative for others.
constexpr std::array<signed char, 256> kDigits = [] {
  std::array<signed char, 256> digits{};
  digits.fill(-1);
  for (int value = 0; value < 16; ++value) {
    digits[static_cast<unsigned char>("0123456789ABCDEF"[value])] = static_cast<signed char>(value);
    digits[static_cast<unsigned char>("0123456789abcdef"[value])] = static_cast<signed char>(value);
  }
  return digits;
}();

int digit_value(char digit) {
  return kDigits[static_cast<unsigned char>(digit)];
}

// The byte that the escape at `at` stands for; negative if none is there.
int escaped_byte(std::string_view encoded, std::size_t at) {
  if (encoded.size() - at < kEscapeBytes || encoded[at] != '%') return -1;
  const int high = digit_value(encoded[at + 1]);
  const int low = digit_value(encoded[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

constexpr bool stands_for_itself(unsigned char c) {
  const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return is_letter || (c >= '0' && c <= '9') || c == '*' || c == '-' || c == '.' || c == '_';
}

// By byte: what is written of those that stand for themselves or are a blank; 0 for others.
constexpr std::array<char, 256> kPlain = [] {
  std::array<char, 256> plain{};
  for (std::size_t c = 0; c < plain.size(); ++c) {
    if (stands_for_itself(static_cast<unsigned char>(c))) plain[c] = static_cast<char>(c);
  }
  plain[' '] = '+';
  return plain;
}();

bool is_sign(char c) {
  return c == '%' || c == '+';
}

// Copies what stands for itself to `to` and moves that behind it; returns how many bytes there are
// up to the first sign. May write a block behind them.
std::size_t copy_plain(char*& to, std::string_view encoded) {
  std::size_t at = 0;
  for (; encoded.size() - at >= sizeof(Block); at += sizeof(Block)) {
    Block bytes;
    std::memcpy(&bytes, encoded.data() + at, sizeof bytes);
    std::memcpy(to, &bytes, sizeof bytes);
    const auto signs = (bytes == '%') | (bytes == '+');
    const std::uint32_t bits = base::bits_of(reinterpret_cast<Block>(signs));
    const auto plain = bits == 0 ? sizeof(Block) : static_cast<std::size_t>(std::countr_zero(bits));
    to += plain;
    if (bits != 0) return at + plain;
  }
  for (; at < encoded.size() && !is_sign(encoded[at]); ++at) *to++ = encoded[at];
  return at;
}

// Puts what `encoded` stands for behind the first `begin` bytes of `out`, in place of what is
// there; `note` is told where an escape's byte stands. To grow a text costs more than to write over
// it.
template <class Note>
bool decode(std::string& out, std::size_t begin, std::string_view encoded, const Note& note) {
  out.resize(begin + encoded.size() + sizeof(Block));
  char* const first = out.data() + begin;
  char* to = first;
  bool is_good = true;
  for (std::size_t at = 0;;) {
    at += copy_plain(to, encoded.substr(at));
    if (at == encoded.size()) break;
    for (int byte = escaped_byte(encoded, at); byte >= 0; byte = escaped_byte(encoded, at)) {
      note(static_cast<std::size_t>(to - first));
      *to++ = static_cast<char>(byte);
      at += kEscapeBytes;
    }
    if (at == encoded.size() || !is_sign(encoded[at])) continue;
    is_good &= encoded[at] == '+';
    *to++ = encoded[at] == '+' ? ' ' : '%';
    ++at;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return is_good;
}

}  // namespace

void append_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const std::size_t begin = out.size();
  out.resize(begin + kEscapeBytes * text.size());
  char* at = out.data() + begin;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain[byte] != 0) {
      *at++ = kPlain[byte];
    } else {
      *at++ = '%';
      *at++ = kHex[byte >> 4U];
      *at++ = kHex[byte & 15U];
    }
  }
  out.resize(static_cast<std::size_t>(at - out.data()));
}

bool append_decoded(std::string& out, std::string_view encoded) {
  return decode(out, out.size(), encoded, [](std::size_t) {});
}

bool assign_decoded(std::string& out, std::string_view encoded, Escapes& escapes) {
  escapes.clear();
  return decode(out, 0, encoded,
                [&](std::size_t at) { escapes.push_back(static_cast<std::uint32_t>(at)); });
}

bool is_encoded(std::string_view encoded) {
  return std::ranges::any_of(encoded, is_sign);
}

std::optional<std::size_t> first_broken_escape(std::string_view encoded) {
  for (std::size_t at = encoded.find('%'); at < encoded.size(); at = encoded.find('%', at + 1)) {
    if (escaped_byte(encoded, at) < 0) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> first_bad_encoded(std::string_view encoded) {
  std::string decoded;
  Escapes escapes;
  assign_decoded(decoded, encoded, escapes);
  const std::optional<std::size_t> bad = first_bad(decoded);
  if (!bad) return std::nullopt;
  return EncodedOffsets(escapes).at(*bad);
}

std::size_t whole_escapes(std::string_view encoded) {
  const std::size_t tail = std::min(encoded.size(), kEscapeBytes - 1);
  const std::size_t cut = encoded.find('%', encoded.size() - tail);
  return std::min(cut, encoded.size());
}

}  // namespace crosswalk::text
