// See row_skipper.h.
#include "layout/row_skipper.h"

#include <bit>
#include <cstring>

#include "base/block.h"

namespace crosswalk::layout {

namespace {

using base::Block;

constexpr std::size_t kBlockBytes = 64;

/// The bytes of a block that matter, one bit each.
struct Marks {
  std::uint64_t quotes = 0;
  std::uint64_t backslashes = 0;
  std::uint64_t openers = 0;
  std::uint64_t closers = 0;
};

// A bracket and a brace differ in one bit alone.
Marks marks_of(const char* bytes) {
  constexpr std::uint8_t kBetweenBraces = '[' ^ '{';
  Marks marks;
  for (std::size_t at = 0; at < kBlockBytes; at += sizeof(Block)) {
    Block part;
    std::memcpy(&part, bytes + at, sizeof part);
    const Block braces = part | kBetweenBraces;
    const auto bits_where = [at](auto equal) {
      return std::uint64_t{base::bits_of(reinterpret_cast<Block>(equal))} << at;
    };
    marks.quotes |= bits_where(part == '"');
    marks.backslashes |= bits_where(part == '\\');
    marks.openers |= bits_where(braces == '{');
    marks.closers |= bits_where(braces == '}');
  }
  return marks;
}

// Each bit is set if the number of set bits up to it is odd.
std::uint64_t odd_counts(std::uint64_t bits) {
  for (unsigned by = 1; by < kBlockBytes; by *= 2) bits ^= bits << by;
  return bits;
}

}  // namespace

std::optional<std::size_t> RowSkipper::skip(std::string_view piece) {
  std::size_t begin = 0;
  for (; piece.size() - begin >= kBlockBytes; begin += kBlockBytes) {
    if (const std::size_t end = skip_block(piece.substr(begin, kBlockBytes)); end != 0)
      return begin + end;
  }
  const auto end = skip_plain(piece.substr(begin));
  return end ? std::optional(begin + *end) : std::nullopt;
}

// As skip(), but 0 if the row goes on: an optional would be put together in memory for each block.
std::size_t RowSkipper::skip_block(std::string_view block) {
  const Marks marks = marks_of(block.data());
  if (escaped_ || marks.backslashes != 0) return skip_plain(block).value_or(0);
  const std::uint64_t texts = odd_counts(marks.quotes) ^ (in_string_ ? ~std::uint64_t{0} : 0);
  std::uint64_t brackets = (marks.openers | marks.closers) & ~texts;
  for (; brackets != 0; brackets &= brackets - 1) {
    const std::uint64_t bracket = brackets & (~brackets + 1);
    depth_ += (marks.openers & bracket) != 0 ? 1U : std::size_t{0} - 1;
    if (depth_ == 0) return static_cast<std::size_t>(std::countr_zero(bracket)) + 1;
  }
  in_string_ = texts >> (kBlockBytes - 1) != 0;
  return 0;
}

std::optional<std::size_t> RowSkipper::skip_plain(std::string_view piece) {
  for (std::size_t i = 0; i < piece.size(); ++i) {
    take(piece[i]);
    if (depth_ == 0) return i + 1;
  }
  return std::nullopt;
}

void RowSkipper::take(char c) {
  if (escaped_) {
    escaped_ = false;
  } else if (in_string_) {
    escaped_ = c == '\\';
    in_string_ = c != '"';
  } else if (c == '"') {
    in_string_ = true;
  } else if (c == '[' || c == '{') {
    ++depth_;
  } else if (c == ']' || c == '}') {
    --depth_;
  }
}

}  // namespace crosswalk::layout
