// Any bytes, read as compressed ones if they say so; and compressed and read again.
//
// What must hold: what is not compressed comes as it is; damage ends reading with kIo, never with
// bytes that were not there; what was compressed comes back; where the bytes are cut changes
// nothing; several streams one after another are one text.
//   1F 8B 08 and nonsense   an error
// A bomb costs time here as it does anywhere, so reading stops after some megabytes.
// The choices are the codec, and where the bytes are cut.
#include <string>

#include "compression/codec.h"
#include "crosswalk/stream.h"
#include "support/bytes.h"
#include "support/compressed.h"
#include "support/require.h"

namespace {

using namespace crosswalk;
using compression::Codec;
using fuzz::require;

constexpr std::size_t kMostBytes = std::size_t{4} << 20U;

struct Reading {
  std::string text;
  bool is_good = false;
  friend bool operator==(const Reading&, const Reading&) = default;
};

Reading read(const std::string& bytes, std::size_t cut, std::size_t into_bytes) {
  auto source = decompressing(std::make_unique<tests::CutSource>(bytes, cut, true));
  Reading reading;
  if (!source.ok()) {
    require(source.error().kind == ErrorKind::kIo);
    return reading;
  }
  std::string into(into_bytes, '\0');
  while (reading.text.size() < kMostBytes) {
    const auto count = source.value()->read(into);
    if (!count.ok()) {
      require(count.error().kind == ErrorKind::kIo);
      return reading;
    }
    if (count.value() == 0) break;
    reading.text.append(into, 0, count.value());
  }
  reading.is_good = true;
  return reading;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const std::string text(bytes.text());
  const Codec codec = bytes.flag() ? Codec::kZstd : Codec::kGzip;
  const std::size_t cut = bytes.block_bytes();
  const Reading whole = read(text, fuzz::kLargeBlock, 1U << 16U);
  const Reading pieces = read(text, cut, 1U << 16U);
  require(whole.is_good == pieces.is_good);
  if (whole.is_good && whole.text.size() < kMostBytes) require(whole == pieces);
  if (compression::codec_of_content(text) == Codec::kNone) require(whole.text == text);
  const std::string packed = tests::compressed(codec, text);
  require(read(packed, cut, 100) == Reading{text, true});
  require(read(packed + packed, cut, 1U << 16U) == Reading{text + text, true});
  const std::string damaged = packed.substr(0, cut % packed.size());
  if (damaged.size() >= compression::kSignatureBytes) require(!read(damaged, 7, 100).is_good);
  return 0;
}
