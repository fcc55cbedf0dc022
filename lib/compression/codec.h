// The compressions that are read and written: gzip and zstd, told apart by content on the way in
// and by the ending of the name on the way out.
//
//   1f 8b 08 ...        kGzip        customers.csv.gz    kGzip, inner name customers.csv
//   28 b5 2f fd ...     kZstd        customers.csv       kNone
// A name says nothing of what is read: a plain text called x.gz is read as it is.
// Test: tests/compression/codec_test.cc.
#ifndef CROSSWALK_COMPRESSION_CODEC_H
#define CROSSWALK_COMPRESSION_CODEC_H

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crosswalk::compression {

enum class Codec : std::uint8_t { kNone, kGzip, kZstd };

/// So many first bytes tell the codec.
inline constexpr std::size_t kSignatureBytes = 4;

/// The codec of data that begin with `first`; shorter data have none.
Codec codec_of_content(std::string_view first);
/// The codec that the ending of a file's name asks for.
Codec codec_of_ending(std::string_view path);
/// `path` without that ending.
std::string_view without_codec_ending(std::string_view path);
/// `gzip`, `zstd`; empty for none.
std::string_view codec_name(Codec codec);

}  // namespace crosswalk::compression

#endif  // CROSSWALK_COMPRESSION_CODEC_H
