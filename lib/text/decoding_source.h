// A source of another encoding, read as UTF-8, and the way back to its own bytes.
//
// Findings count bytes of the input as it was, and rejected records leave byte for byte, but only
// few of either occur. So nothing is noted of a character: the input is kept in stretches of some
// KiB, each with the decoder's state at its begin, and a place inside one is worked out when it is
// asked for, by decoding that stretch again. Stretches that nobody will ask for are released.
//   utf-16le  "i\0d\0"   ->   "id"; byte 1 of it is byte 2 of the input
// The last stretch asked for stays decoded, so neighbouring places cost a look-up each. Test:
// tests/text/decoding_source_test.cc.
#ifndef CROSSWALK_TEXT_DECODING_SOURCE_H
#define CROSSWALK_TEXT_DECODING_SOURCE_H

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/stream.h"
#include "text/decoder.h"

namespace crosswalk::text {

/// UTF-8 made of a source in another encoding.
/// Threads: one.
class DecodingSource final : public Source {
 public:
  /// `raw` must outlive it and is read in blocks of `block_bytes`.
  DecodingSource(Source& raw, Decoder decoder, std::size_t block_bytes);
  Result<std::size_t> read(std::span<char> into) override;
  [[nodiscard]] bool can_rewind() const override { return raw_.can_rewind(); }
  Status rewind() override;
  [[nodiscard]] std::string_view name() const override { return raw_.name(); }

  /// The offset in the source of the character at `offset` of the UTF-8. REQUIRES: it was read,
  /// or is the end of what was, and is not released. Cost: see above.
  std::uint64_t raw_offset(std::uint64_t offset);
  /// The source's bytes for those from `begin` to `end` of the UTF-8. REQUIRES: as raw_offset().
  std::string raw_bytes(std::uint64_t begin, std::uint64_t end);
  /// Nobody will ask for places strictly between `begin` and `end` of the UTF-8 any more.
  void release(std::uint64_t begin, std::uint64_t end);

 private:
  /// Some of the source, and what its UTF-8 begins with.
  struct Stretch {
    Decoder decoder;          // as it was before
    std::uint64_t begin = 0;  // in the UTF-8
    std::uint64_t raw_begin = 0;
    std::string raw;
  };

  Status decode_block();
  void keep(std::string_view raw);
  [[nodiscard]] std::deque<Stretch>::const_iterator stretch_at(std::uint64_t offset) const;

  Source& raw_;
  Decoder first_;  // as it is at the source's begin
  Decoder decoder_;
  std::string block_;
  std::string text_;  // decoded; from given_ on, not handed out
  std::size_t given_ = 0;
  std::uint64_t decoded_ = 0;  // bytes of UTF-8, text_ included
  std::uint64_t raw_bytes_ = 0;
  bool at_end_ = false;
  std::deque<Stretch> stretches_;
  std::uint64_t known_begin_ = 0;      // of the stretch that origins_ tell of
  std::vector<std::int64_t> origins_;  // by its UTF-8's bytes: in the source; empty = none known
};

}  // namespace crosswalk::text

#endif  // CROSSWALK_TEXT_DECODING_SOURCE_H
