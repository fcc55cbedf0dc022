// Streams for tests: sources that are cut, silent or broken, sinks that keep or fail, compressing
// in one call.
#ifndef CROSSWALK_TESTS_SUPPORT_COMPRESSED_H
#define CROSSWALK_TESTS_SUPPORT_COMPRESSED_H

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "compression/encoder.h"
#include "crosswalk/stream.h"

namespace crosswalk::tests {

/// Gives `cut` bytes at once; fails once `fails_at` bytes were given.
class CutSource final : public Source {
 public:
  CutSource(std::string bytes, std::size_t cut, bool is_file = true,
            std::size_t fails_at = std::string::npos)
      : bytes_(std::move(bytes)), cut_(cut), is_file_(is_file), fails_at_(fails_at) {}

  Result<std::size_t> read(std::span<char> into) override {
    if (given_ >= fails_at_) return Error{ErrorKind::kIo, "the disk is gone"};
    const std::size_t count = bytes_.copy(into.data(), std::min(cut_, into.size()), given_);
    given_ += count;
    return count;
  }
  [[nodiscard]] bool can_rewind() const override { return is_file_; }
  Status rewind() override {
    given_ = 0;
    return {};
  }
  [[nodiscard]] std::string_view name() const override { return "input"; }

 private:
  std::string bytes_;
  std::size_t cut_;
  bool is_file_;
  std::size_t fails_at_;
  std::size_t given_ = 0;
};

/// Keeps what it gets; fails once it has more than `room` bytes.
class KeptBytes final : public Sink {
 public:
  explicit KeptBytes(std::size_t room = std::string::npos) : room_(room) {}
  Status write(std::string_view bytes) override {
    text += bytes;
    if (text.size() > room_) return Error{ErrorKind::kIo, "the disk is full"};
    return {};
  }
  std::string text;

 private:
  std::size_t room_;
};

/// `text` as one gzip member or zstd frame, written `cut` bytes at once.
inline std::string compressed(compression::Codec codec, std::string_view text,
                              std::size_t cut = std::string::npos) {
  KeptBytes kept;
  auto encoder = compression::make_encoder(codec, kept).value();
  for (; !text.empty(); text.remove_prefix(std::min(cut, text.size())))
    if (!encoder->write(text.substr(0, cut)).ok()) return {};
  return encoder->finish().ok() ? kept.text : std::string();
}

/// All that a source gives, asked for `cut` bytes at once; `<error>` and its words at the end if it
/// fails.
inline std::string read_all(Source& source, std::size_t cut = 4096) {
  std::string text;
  std::string block(cut, '\0');
  for (;;) {
    const Result<std::size_t> count = source.read(block);
    if (!count.ok()) return text + "<error>" + count.error().message;
    if (count.value() == 0) return text;
    text.append(block, 0, count.value());
  }
}

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_COMPRESSED_H
