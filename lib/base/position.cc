// Measuring a stretch: line ends and, behind the last one, code points.
//
// 64 bytes at a time become three bit masks: LF, CR, and bytes that begin a code point. A CR LF
// pair is an LF bit whose neighbour below is a CR bit (carried over from the block before), so the
// line ends are the LFs and CRs less the pairs, and the columns are the begun code points above the
// highest line end.
//   "a\r\nb"   LF 0100, CR 0010: 2 ends less 1 pair
// Stretches shorter than a block, and processors without AVX2, go byte by byte.
// Test: tests/base/position_test.cc, held against measure_plain() at every length and cut.
#include "base/position.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "base/machine.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace crosswalk::base {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// Adds bytes one by one. `previous` is the byte before them.
Extent measure_bytes(std::string_view bytes, char previous, Extent extent) {
  for (const char byte : bytes) {
    if (byte == '\n' || byte == '\r') {
      const bool ends_pair = byte == '\n' && previous == '\r';
      if (!ends_pair) ++extent.lines;
      extent.columns = 0;
    } else if (begins_code_point(byte)) {
      ++extent.columns;
    }
    previous = byte;
  }
  extent.bytes += bytes.size();
  return extent;
}

constexpr std::size_t kBlockBytes = 64;

std::uint64_t count_bits(std::uint64_t mask) {
  return static_cast<std::uint64_t>(std::popcount(mask));
}

// Faster than count_bits() where the processor may not be asked to count: a block has few line
// ends.
std::uint64_t count_few_bits(std::uint64_t mask) {
  std::uint64_t count = 0;
  for (; mask != 0; mask &= mask - 1) ++count;
  return count;
}

struct Masks {
  std::uint64_t lf = 0;
  std::uint64_t cr = 0;
  std::uint64_t begins = 0;
};

Masks read_masks_plain(std::string_view block) {
  Masks masks;
  for (std::size_t i = 0; i < block.size(); ++i) {
    masks.lf |= std::uint64_t{block[i] == '\n'} << i;
    masks.cr |= std::uint64_t{block[i] == '\r'} << i;
    masks.begins |= std::uint64_t{begins_code_point(block[i])} << i;
  }
  return masks;
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) Masks read_masks(const char* block) {
  const auto masks_of_half = [](const char* half) __attribute__((target("avx2"))) {
    const auto bits = [](__m256i equal) __attribute__((target("avx2"))) {
      return std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(equal))};
    };
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(half));
    return Masks{bits(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n'))),
                 bits(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r'))),
                 bits(_mm256_cmpgt_epi8(bytes, _mm256_set1_epi8(-65)))};
  };
  const Masks low = masks_of_half(block);
  const Masks high = masks_of_half(block + 32);
  return {low.lf | high.lf << 32U, low.cr | high.cr << 32U, low.begins | high.begins << 32U};
}

// Adds a block. `cr_before` is 1 if the byte before it is a CR, and then tells it of its last byte.
__attribute__((target("avx2,popcnt"))) void add_block(const Masks& masks, std::uint64_t& cr_before,
                                                      Extent& extent) {
  const std::uint64_t ends = masks.lf | masks.cr;
  std::uint64_t begins = masks.begins;
  if (ends != 0) {
    const std::uint64_t pairs = masks.lf & (masks.cr << 1U | cr_before);
    const auto last_end = static_cast<unsigned>(63 - std::countl_zero(ends));
    begins &= ~std::uint64_t{0} << last_end << 1U;
    extent.lines += count_bits(ends) - count_bits(pairs);
    extent.columns = 0;
  }
  cr_before = masks.cr >> 63U;
  extent.columns += count_bits(begins);
}

// The bytes behind the last whole block are read once more with those before them, which are then
// shifted out.
__attribute__((target("avx2,popcnt"))) Extent measure_avx2(std::string_view bytes) {
  if (bytes.size() < kBlockBytes) return measure_bytes(bytes, '\0', {});
  Extent extent;
  std::uint64_t cr_before = 0;
  const std::size_t rest = bytes.size() % kBlockBytes;
  const std::size_t whole_bytes = bytes.size() - rest;
  for (std::size_t pos = 0; pos < whole_bytes; pos += kBlockBytes) {
    add_block(read_masks(bytes.data() + pos), cr_before, extent);
  }
  if (rest != 0) {
    const Masks last = read_masks(bytes.data() + bytes.size() - kBlockBytes);
    const std::size_t read = kBlockBytes - rest;
    add_block({last.lf >> read, last.cr >> read, last.begins >> read}, cr_before, extent);
  }
  extent.bytes = bytes.size();
  return extent;
}

bool has_vectors() {
  return vector_unit() == VectorUnit::kAvx2;
}
#endif

Masks read_whole_block(std::string_view block) {
#if defined(__x86_64__)
  if (has_vectors()) return read_masks(block.data());
#endif
  return read_masks_plain(block);
}

}  // namespace

Extent measure(std::string_view bytes) {
#if defined(__x86_64__)
  if (has_vectors()) return measure_avx2(bytes);
#endif
  return measure_plain(bytes);
}

LineEnds::LineEnds(std::string_view bytes) : bytes_(bytes) {
  read_block();
}

std::uint64_t LineEnds::before(std::size_t offset) {
  while (offset - block_ >= kBlockBytes) {
    lines_ += count_few_bits(ends_);
    block_ += kBlockBytes;
    read_block();
  }
  const std::uint64_t below = (std::uint64_t{1} << (offset - block_)) - 1;
  return lines_ + count_few_bits(ends_ & below);
}

// A pair ends its line at the CR.
void LineEnds::read_block() {
  const std::string_view block = bytes_.substr(std::min(block_, bytes_.size()), kBlockBytes);
  const Masks masks =
      block.size() == kBlockBytes ? read_whole_block(block) : read_masks_plain(block);
  ends_ = (masks.lf | masks.cr) & ~(masks.lf & (masks.cr << 1U | cr_before_));
  cr_before_ = masks.cr >> 63U;
}

Extent measure_plain(std::string_view bytes) {
  return measure_bytes(bytes, '\0', {});
}

Extent measure_first(std::string_view bytes) {
  if (!bytes.starts_with(kByteOrderMark)) return measure(bytes);
  const Extent mark{kByteOrderMark.size(), 0, 0};
  return mark + measure(bytes.substr(kByteOrderMark.size()));
}

Extent operator+(const Extent& first, const Extent& second) {
  return {first.bytes + second.bytes, first.lines + second.lines,
          second.lines == 0 ? first.columns + second.columns : second.columns};
}

Position advance(const Position& from, const Extent& extent) {
  return {from.byte + extent.bytes, from.line + extent.lines,
          extent.lines == 0 ? from.column + extent.columns : 1 + extent.columns};
}

}  // namespace crosswalk::base
