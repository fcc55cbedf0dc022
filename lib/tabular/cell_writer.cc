// Writing cells in their canonical form: quotes only where the text could not be read back without.
//
// Most cells need none, so that is found out eight bytes at a time, or while they are copied.
//   x, "y"   becomes   "x, ""y"""
// The one empty cell of a one-column row looks like a blank line; its quotes are the business of
// who writes rows. Test: tests/tabular/cell_writer_test.cc, which reads back what was written.
#include "tabular/scanner.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/block.h"
#include "base/copy.h"

namespace crosswalk::tabular {

namespace {

constexpr std::size_t kWordBytes = 8;

// A byte in each of the eight places of a word.
constexpr std::uint64_t in_all_places(char byte) {
  return 0x0101010101010101U * static_cast<unsigned char>(byte);
}

// Not 0 if a byte of `word` is 0: only such a byte borrows into its high bit without having had it.
constexpr std::uint64_t zero_bytes(std::uint64_t word) {
  return (word - in_all_places('\x01')) & ~word & in_all_places('\x80');
}

bool word_holds_one_of(const char* text, const std::array<char, 4>& bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, kWordBytes);
  std::uint64_t found = 0;
  for (const char byte : bytes) found |= zero_bytes(word ^ in_all_places(byte));
  return found != 0;
}

using base::Block;

// All bits set in each of the first `count` bytes that stands only between quotes.
Block quoted_bytes(Block bytes, std::size_t count, const Dialect& dialect) {
  const auto equals = [bytes](char byte) {
    return reinterpret_cast<Block>(bytes == static_cast<std::uint8_t>(byte));
  };
  return (equals(dialect.delimiter) | equals(dialect.quote) | equals('\r') | equals('\n')) &
         base::first_bytes(count);
}

char* put_quoted(char* to, std::string_view text, char quote) {
  *to++ = quote;
  for (const char byte : text) {
    if (byte == quote) *to++ = quote;
    *to++ = byte;
  }
  *to++ = quote;
  return to;
}

}  // namespace

bool holds_one_of(std::string_view text, const std::array<char, 4>& bytes) {
  if (text.size() < kWordBytes) {
    return std::ranges::any_of(text, [&bytes](char byte) {
      return byte == bytes[0] || byte == bytes[1] || byte == bytes[2] || byte == bytes[3];
    });
  }
  const char* last = text.data() + text.size() - kWordBytes;  // overlaps the word before
  for (const char* word = text.data(); word < last; word += kWordBytes) {
    if (word_holds_one_of(word, bytes)) return true;
  }
  return word_holds_one_of(last, bytes);
}

bool needs_quotes(std::string_view text, const Dialect& dialect) {
  return dialect.quote != 0 && holds_one_of(text, {dialect.delimiter, dialect.quote, '\r', '\n'});
}

void append_cell(std::string& out, std::string_view text, const Dialect& dialect) {
  if (!needs_quotes(text, dialect)) {
    out += text;
    return;
  }
  out += dialect.quote;
  for (std::size_t quote; (quote = text.find(dialect.quote)) != std::string_view::npos;) {
    out += text.substr(0, quote + 1);
    out += dialect.quote;
    text.remove_prefix(quote + 1);
  }
  out += text;
  out += dialect.quote;
}

char* put_cell(char* to, std::string_view text, const Dialect& dialect, const char* readable_end) {
  const char* const end = text.data() + text.size();
  if (dialect.quote == 0 || readable_end - end < base::kCopyBlock) {
    if (needs_quotes(text, dialect)) return put_quoted(to, text, dialect.quote);
    return base::copy_text(to, text, readable_end);
  }
  Block found{};
  for (std::size_t at = 0; at < text.size(); at += sizeof found) {
    Block bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    std::memcpy(to + at, &bytes, sizeof bytes);
    found |= quoted_bytes(bytes, text.size() - at, dialect);
  }
  return base::is_empty(found) ? to + text.size() : put_quoted(to, text, dialect.quote);
}

}  // namespace crosswalk::tabular
