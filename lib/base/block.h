// Sixteen bytes at once, without naming a processor: compilers turn this into vector code wherever
// there is some.
//
//   bytes == '"'   all bits set in each byte that is a quote
//   & first_bytes(3)   ... of the first three
// Test: tests/base/copy_test.cc; through its users, tests/json/writer_test.cc and
// tests/tabular/cell_writer_test.cc.
#ifndef CROSSWALK_BASE_BLOCK_H
#define CROSSWALK_BASE_BLOCK_H

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace crosswalk::base {

/// A vector of bytes. Comparing two gives all bits or none in each byte, as another type of vector:
/// reinterpret_cast<Block> makes it a Block again.
using Block __attribute__((vector_size(16))) = std::uint8_t;

/// All bits set in each of the first `count` bytes.
inline Block first_bytes(std::size_t count) {
  constexpr Block kPlaces = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  const auto reach = static_cast<std::uint8_t>(std::min(count, sizeof(Block)));
  return reinterpret_cast<Block>(kPlaces < reach);
}

/// True if no bit is set.
inline bool is_empty(Block block) {
  std::uint64_t halves[2];
  std::memcpy(halves, &block, sizeof halves);
  return (halves[0] | halves[1]) == 0;
}

/// One bit for each byte of a block whose bytes are all bits or none; that of the first is lowest.
inline std::uint32_t bits_of(Block bytes) {
#if defined(__SSE2__)
  return static_cast<std::uint32_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(bytes)));
#else
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < sizeof bytes; ++i) bits |= (bytes[i] & 1U) << i;
  return bits;
#endif
}

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_BLOCK_H
