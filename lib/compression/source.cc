// See source.h. decompressing() is the public door: it looks at the first bytes and gives a source
// that is not compressed back as it came, if that can be read from its start again.
#include "compression/source.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/guard.h"
#include "compression/decoder.h"
#include "compression/read_ahead.h"

namespace crosswalk {
namespace compression {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10U;

/// Reads until `into` is full or the source ends; returns how many.
Result<std::size_t> read_full(Source& source, std::span<char> into) {
  std::size_t count = 0;
  while (count < into.size()) {
    const Result<std::size_t> got = source.read(into.subspan(count));
    if (!got.ok()) return got.error();
    if (got.value() == 0) break;
    count += got.value();
  }
  return count;
}

/// A stream whose first bytes have been taken: they come first.
class PrefixedSource final : public Source {
 public:
  PrefixedSource(std::string first, std::unique_ptr<Source> rest)
      : first_(std::move(first)), rest_(std::move(rest)) {}

  Result<std::size_t> read(std::span<char> into) override {
    if (given_ == first_.size()) return rest_->read(into);
    const std::size_t count = first_.copy(into.data(), into.size(), given_);
    given_ += count;
    return count;
  }
  [[nodiscard]] std::string_view name() const override { return rest_->name(); }

 private:
  std::string first_;
  std::size_t given_ = 0;
  std::unique_ptr<Source> rest_;
};

class DecodedSource final : public Source {
 public:
  DecodedSource(std::unique_ptr<Source> inner, Codec codec, std::unique_ptr<Decoder> decoder)
      : inner_(std::move(inner)), codec_(codec), decoder_(std::move(decoder)) {}

  Result<std::size_t> read(std::span<char> into) override {
    for (;;) {
      const std::size_t had = rest_.size();
      Result<std::size_t> made = decoder_->decode(rest_, into);
      if (!made.ok()) return named(made.error().message);
      if (made.value() > 0) return made;
      if (rest_.size() < had && !rest_.empty()) continue;
      const Result<bool> has_more = fill();
      if (!has_more.ok()) return has_more.error();
      if (has_more.value()) continue;
      if (decoder_->is_between_members()) return std::size_t{0};
      return named("the " + std::string(codec_name(codec_)) + " data end early");
    }
  }
  [[nodiscard]] bool can_rewind() const override { return inner_->can_rewind(); }
  Status rewind() override {
    auto decoder = make_decoder(codec_);
    if (!decoder.ok()) return decoder.error();
    decoder_ = std::move(decoder).value();
    rest_ = {};
    return inner_->rewind();
  }
  [[nodiscard]] std::string_view name() const override { return inner_->name(); }

 private:
  [[nodiscard]] Error named(const std::string& what) const {
    return {ErrorKind::kIo, std::string(inner_->name()) + ": " + what};
  }
  /// Puts more bytes behind those that were not used; false at the end.
  Result<bool> fill() {
    block_.erase(block_.begin(), block_.end() - static_cast<std::ptrdiff_t>(rest_.size()));
    const std::size_t kept = block_.size();
    block_.resize(kept + kBlockBytes);
    const Result<std::size_t> got = inner_->read(std::span(block_).subspan(kept));
    if (!got.ok()) return got.error();
    block_.resize(kept + got.value());
    rest_ = {block_.data(), block_.size()};
    return got.value() > 0;
  }

  std::unique_ptr<Source> inner_;
  Codec codec_;
  std::unique_ptr<Decoder> decoder_;
  std::vector<char> block_;
  std::string_view rest_;  // what the decoder has not used yet: the end of block_
};

}  // namespace

Result<std::unique_ptr<Source>> decoded(std::unique_ptr<Source> inner, Codec codec) {
  auto decoder = make_decoder(codec);
  if (!decoder.ok()) return decoder.error();
  return std::unique_ptr<Source>(
      std::make_unique<DecodedSource>(std::move(inner), codec, std::move(decoder).value()));
}

namespace {

Result<std::unique_ptr<Source>> decoded_by_content(std::unique_ptr<Source> source) {
  std::array<char, kSignatureBytes> first{};
  const Result<std::size_t> count = read_full(*source, first);
  if (!count.ok()) return count.error();
  const std::string_view signature(first.data(), count.value());
  const Codec codec = codec_of_content(signature);
  const bool is_file = source->can_rewind();
  if (is_file) {
    if (Status status = source->rewind(); !status.ok()) return status.error();
  } else {
    source = std::make_unique<PrefixedSource>(std::string(signature), std::move(source));
  }
  if (codec == Codec::kNone) return source;
  auto text = decoded(std::move(source), codec);
  if (!text.ok() || !is_file) return text;
  return read_ahead(std::move(text).value());
}

}  // namespace

}  // namespace compression

Result<std::unique_ptr<Source>> decompressing(std::unique_ptr<Source> source) {
  return base::guarded([&] { return compression::decoded_by_content(std::move(source)); });
}

}  // namespace crosswalk
