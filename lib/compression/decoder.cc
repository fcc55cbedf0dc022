// See decoder.h. The libraries keep their own state; what is added is what stands between members.
#include "compression/decoder.h"

#include <isa-l/igzip_lib.h>
#include <zstd.h>
#include <zstd_errors.h>
#include <algorithm>

#include <string>
#include <utility>

namespace crosswalk::compression {
namespace {

class GzipDecoder final : public Decoder {
 public:
  GzipDecoder() { start(); }

  Result<std::size_t> decode(std::string_view& from, std::span<char> into) override {
    if (is_between_ && !open_member(from)) return std::size_t{0};
    state_.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(from.data()));
    state_.avail_in = static_cast<std::uint32_t>(from.size());
    state_.next_out = reinterpret_cast<std::uint8_t*>(into.data());
    state_.avail_out = static_cast<std::uint32_t>(into.size());
    const int failure = isal_inflate(&state_);
    // What is left is only said by a call that went well: after a failure it can be more than was
    // given.
    if (failure == ISAL_INCORRECT_CHECKSUM)
      return Error{ErrorKind::kIo, "the checksum of the gzip data is wrong"};
    if (failure != ISAL_DECOMP_OK) return Error{ErrorKind::kIo, "the gzip data are damaged"};
    from.remove_prefix(from.size() - state_.avail_in);
    is_between_ = state_.block_state == ISAL_BLOCK_FINISH;
    return into.size() - state_.avail_out;
  }
  [[nodiscard]] bool is_between_members() const override { return is_between_; }

 private:
  void start() {
    isal_inflate_init(&state_);
    state_.crc_flag = ISAL_GZIP;
  }
  /// Passes over what fills a block up; true if a member begins behind it.
  bool open_member(std::string_view& from) {
    from.remove_prefix(std::min(from.find_first_not_of('\0'), from.size()));
    if (from.empty()) return false;
    start();
    return true;
  }

  inflate_state state_;
  bool is_between_ = false;
};

class ZstdDecoder final : public Decoder {
 public:
  explicit ZstdDecoder(ZSTD_DStream* stream) : stream_(stream, &ZSTD_freeDStream) {}

  Result<std::size_t> decode(std::string_view& from, std::span<char> into) override {
    if (from.empty() && is_between_) return std::size_t{0};
    ZSTD_inBuffer in{from.data(), from.size(), 0};
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    const std::size_t hint = ZSTD_decompressStream(stream_.get(), &out, &in);
    if (ZSTD_getErrorCode(hint) == ZSTD_error_memory_allocation)
      return Error{ErrorKind::kIo, "out of memory"};
    if (ZSTD_isError(hint) != 0)
      return Error{ErrorKind::kIo,
                   std::string("the zstd data are damaged: ") + ZSTD_getErrorName(hint)};
    from.remove_prefix(in.pos);
    is_between_ = hint == 0;
    return out.pos;
  }
  [[nodiscard]] bool is_between_members() const override { return is_between_; }

 private:
  std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream_;
  bool is_between_ = false;
};

}  // namespace

Result<std::unique_ptr<Decoder>> make_decoder(Codec codec) {
  if (codec == Codec::kGzip) return std::unique_ptr<Decoder>(std::make_unique<GzipDecoder>());
  ZSTD_DStream* const stream = ZSTD_createDStream();
  if (stream == nullptr) return Error{ErrorKind::kIo, "out of memory"};
  return std::unique_ptr<Decoder>(std::make_unique<ZstdDecoder>(stream));
}

}  // namespace crosswalk::compression
