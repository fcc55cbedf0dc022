// See percent.h.
#include "text/percent.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace crosswalk::text {
namespace {

constexpr std::size_t kEscapeBytes = 3;

// The value of a hexadecimal digit; negative for other bytes.
int digit_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

bool is_escape(std::string_view encoded, std::size_t at) {
  return at + kEscapeBytes <= encoded.size() && encoded[at] == '%' &&
         digit_value(encoded[at + 1]) >= 0 && digit_value(encoded[at + 2]) >= 0;
}

std::size_t bytes_at(std::string_view encoded, std::size_t at) {
  return is_escape(encoded, at) ? kEscapeBytes : 1;
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

void append_decoded(std::string& out, std::string_view encoded) {
  for (std::size_t at = 0; at < encoded.size(); at += bytes_at(encoded, at)) {
    if (is_escape(encoded, at)) {
      out += static_cast<char>(digit_value(encoded[at + 1]) * 16 + digit_value(encoded[at + 2]));
    } else {
      out += encoded[at] == '+' ? ' ' : encoded[at];
    }
  }
}

bool is_encoded(std::string_view encoded) {
  return encoded.find_first_of("%+") != std::string_view::npos;
}

std::optional<std::size_t> first_broken_escape(std::string_view encoded) {
  for (std::size_t at = encoded.find('%'); at < encoded.size(); at = encoded.find('%', at + 1)) {
    if (!is_escape(encoded, at)) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> first_bad_encoded(std::string_view encoded) {
  std::string decoded;
  append_decoded(decoded, encoded);
  const std::optional<std::size_t> bad = first_bad(decoded);
  if (!bad) return std::nullopt;
  return EncodedOffsets(encoded).at(*bad);
}

std::size_t whole_escapes(std::string_view encoded) {
  const std::size_t tail = std::min(encoded.size(), kEscapeBytes - 1);
  const std::size_t cut = encoded.find('%', encoded.size() - tail);
  return std::min(cut, encoded.size());
}

std::size_t EncodedOffsets::at(std::size_t decoded) {
  for (; decoded_at_ < decoded && encoded_at_ < encoded_.size(); ++decoded_at_) {
    encoded_at_ += bytes_at(encoded_, encoded_at_);
  }
  return encoded_at_;
}

}  // namespace crosswalk::text
