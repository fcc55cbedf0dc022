// Decoding compressed bytes, piece by piece.
//
// A stream may hold several members (gzip) or frames (zstd) one after another; they are one text.
// Between two of them a stream may end; anywhere else its end means that something is missing.
//   gzip(a) gzip(b)          ->   ab
//   gzip(a) cut short        ->   what could be decoded, and is_between_members() is false
//   gzip(a) then other bytes ->   an error: they are not left out silently (zero bytes that fill
//                                 up a block are)
// Test: tests/compression/source_test.cc.
#ifndef CROSSWALK_COMPRESSION_DECODER_H
#define CROSSWALK_COMPRESSION_DECODER_H

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "compression/codec.h"
#include "crosswalk/result.h"

namespace crosswalk::compression {

/// Decodes one stream. Threads: one.
class Decoder {
 public:
  virtual ~Decoder() = default;
  /// Decodes from the front of `from`, which is moved past what was used, into `into`; returns how
  /// many bytes were made. Nothing made and nothing used: it needs more. Errors: kIo, with what is
  /// wrong and without a name.
  virtual Result<std::size_t> decode(std::string_view& from, std::span<char> into) = 0;
  /// True if the stream may end here.
  [[nodiscard]] virtual bool is_between_members() const = 0;
};

/// A decoder at the start of a stream; memory: under 1 MiB, for zstd as much as its frames ask for,
/// up to 128 MiB. Errors: kIo without memory. REQUIRES: codec is not kNone.
Result<std::unique_ptr<Decoder>> make_decoder(Codec codec);

}  // namespace crosswalk::compression

#endif  // CROSSWALK_COMPRESSION_DECODER_H
