// See codec.h. Signatures: RFC 1952, section 2.3.1 (with the only method there is, 8); RFC 8878,
// section 3.1.1, and 3.1.2 for frames to be skipped, which may come first.
#include "compression/codec.h"

#include <array>
#include <utility>

namespace crosswalk::compression {
namespace {

constexpr std::array<std::pair<std::string_view, Codec>, 2> kEndings{
    {{".gz", Codec::kGzip}, {".zst", Codec::kZstd}}};

bool is_skippable_frame(std::string_view first) {
  return (static_cast<unsigned char>(first[0]) & 0xF0U) == 0x50U &&
         first.substr(1) == "\x2a\x4d\x18";
}

}  // namespace

Codec codec_of_content(std::string_view first) {
  if (first.size() < kSignatureBytes) return Codec::kNone;
  first = first.substr(0, kSignatureBytes);
  if (first.starts_with("\x1f\x8b\x08")) return Codec::kGzip;
  if (first == "\x28\xb5\x2f\xfd" || is_skippable_frame(first)) return Codec::kZstd;
  return Codec::kNone;
}

Codec codec_of_ending(std::string_view path) {
  for (const auto& [ending, codec] : kEndings)
    if (path.ends_with(ending)) return codec;
  return Codec::kNone;
}

std::string_view without_codec_ending(std::string_view path) {
  for (const auto& [ending, codec] : kEndings)
    if (path.ends_with(ending)) return path.substr(0, path.size() - ending.size());
  return path;
}

std::string_view codec_name(Codec codec) {
  switch (codec) {
    case Codec::kNone:
      return "";
    case Codec::kGzip:
      return "gzip";
    case Codec::kZstd:
      return "zstd";
  }
  return "";
}

}  // namespace crosswalk::compression
