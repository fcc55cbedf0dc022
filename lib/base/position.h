// Lines and columns, worked out late and from any piece of the input.
//
// An Extent says how far a stretch of bytes moves the place: bytes, line ends, and the code points
// after the last line end. Extents of neighbouring stretches add up in order ((a+b)+c == a+(b+c)),
// so each block is measured by itself, on any thread, and the place of a finding is its block's
// start advanced by the extent of the bytes before it.
//   "name\r\nZo\u00eb"   10 bytes, 1 line end, 3 columns
// Does not work: a CR LF pair cut between two stretches counts as two line ends; readers cut at
// record starts, so it never is. Test: tests/base/position_test.cc.
#ifndef CROSSWALK_BASE_POSITION_H
#define CROSSWALK_BASE_POSITION_H

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "crosswalk/finding.h"

namespace crosswalk::base {

/// How far a stretch of input moves the place.
struct Extent {
  std::uint64_t bytes = 0;
  std::uint64_t lines = 0;  ///< line ends: LF, CR LF as one, CR
  std::uint64_t columns =
      0;  ///< code points after the last line end; all of them where there is none

  friend bool operator==(const Extent&, const Extent&) = default;
};

/// Measures `bytes`. Ill-formed UTF-8: each byte that is not a continuation byte (10xxxxxx) is one
/// code point. Threads: pure. Cost: linear; vector code where the processor has AVX2.
Extent measure(std::string_view bytes);

/// measure() for a stretch that begins at the input's first byte: a byte order mark there (U+FEFF)
/// counts its 3 bytes but no column.
Extent measure_first(std::string_view bytes);

/// The same as measure(), byte by byte: its twin in tests.
Extent measure_plain(std::string_view bytes);

/// Counts the line ends before places in one stretch, asked in rising order.
/// Ownership: the bytes must outlive it. Threads: one. Cost: linear in the bytes, over all calls;
/// vector code where the processor has AVX2.
class LineEnds {
 public:
  explicit LineEnds(std::string_view bytes);
  /// Line ends that begin before `offset`. REQUIRES: it is no smaller than the last one.
  std::uint64_t before(std::size_t offset);

 private:
  void read_block();

  std::string_view bytes_;
  std::size_t block_ = 0;    // where the block at hand begins
  std::uint64_t ends_ = 0;   // in it, one bit each
  std::uint64_t lines_ = 0;  // before it
  std::uint64_t cr_before_ = 0;
};

/// The extent of two neighbouring stretches.
Extent operator+(const Extent& first, const Extent& second);

/// The place after `extent`, starting at `from`.
Position advance(const Position& from, const Extent& extent);

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_POSITION_H
