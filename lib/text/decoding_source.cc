// See decoding_source.h.
#include "text/decoding_source.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace crosswalk::text {
namespace {

constexpr std::size_t kStretchBytes = std::size_t{64} << 10U;

}  // namespace

DecodingSource::DecodingSource(Source& raw, Decoder decoder, std::size_t block_bytes)
    : raw_(raw),
      first_(std::move(decoder)),
      decoder_(first_.copy()),
      block_(std::min(block_bytes, kStretchBytes), '\0') {}

Result<std::size_t> DecodingSource::read(std::span<char> into) {
  while (given_ == text_.size() && !at_end_) {
    if (Status decoded = decode_block(); !decoded) return std::move(decoded).error();
  }
  const std::size_t count = text_.copy(into.data(), into.size(), given_);
  given_ += count;
  return count;
}

Status DecodingSource::rewind() {
  if (Status status = raw_.rewind(); !status) return status;
  decoder_ = first_.copy();
  text_.clear();
  given_ = 0;
  decoded_ = 0;
  raw_bytes_ = 0;
  at_end_ = false;
  stretches_.clear();
  origins_.clear();
  return {};
}

Status DecodingSource::decode_block() {
  const Result<std::size_t> count = raw_.read(block_);
  if (!count) return count.error();
  const std::string_view raw = std::string_view(block_).substr(0, count.value());
  at_end_ = raw.empty();
  keep(raw);
  text_.clear();
  given_ = 0;
  decoder_.decode(raw, at_end_, text_);
  decoded_ += text_.size();
  raw_bytes_ += raw.size();
  return {};
}

void DecodingSource::keep(std::string_view raw) {
  if (stretches_.empty() || stretches_.back().raw.size() + raw.size() > kStretchBytes)
    stretches_.push_back({decoder_.copy(), decoded_, raw_bytes_, {}});
  stretches_.back().raw += raw;
  if (stretches_.back().begin == known_begin_) origins_.clear();
}

// The last stretch that begins at or before `offset`.
std::deque<DecodingSource::Stretch>::const_iterator DecodingSource::stretch_at(
    std::uint64_t offset) const {
  const auto after = std::ranges::upper_bound(stretches_, offset, {}, &Stretch::begin);
  return after == stretches_.begin() ? after : std::prev(after);
}

std::uint64_t DecodingSource::raw_offset(std::uint64_t offset) {
  if (offset >= decoded_ || stretches_.empty()) return raw_bytes_;
  const auto stretch = stretch_at(offset);
  if (origins_.empty() || known_begin_ != stretch->begin) {
    std::string unused;
    origins_.clear();
    stretch->decoder.copy().decode_with_origins(
        stretch->raw, at_end_ && std::next(stretch) == stretches_.end(), unused, origins_);
    known_begin_ = stretch->begin;
  }
  const std::size_t at =
      std::min(static_cast<std::size_t>(offset - stretch->begin), origins_.size());
  if (at == origins_.size()) return stretch->raw_begin + stretch->raw.size();
  return stretch->raw_begin + static_cast<std::uint64_t>(origins_[at]);
}

std::string DecodingSource::raw_bytes(std::uint64_t begin, std::uint64_t end) {
  const std::uint64_t raw_begin = raw_offset(begin);
  const std::uint64_t raw_end = raw_offset(end);
  std::string bytes;
  for (const Stretch& stretch : stretches_) {
    const std::uint64_t from = std::max(raw_begin, stretch.raw_begin);
    const std::uint64_t to = std::min(raw_end, stretch.raw_begin + stretch.raw.size());
    if (from < to) bytes.append(stretch.raw, from - stretch.raw_begin, to - from);
  }
  return bytes;
}

void DecodingSource::release(std::uint64_t begin, std::uint64_t end) {
  const auto end_of = [&](std::size_t i) {
    return i + 1 < stretches_.size() ? stretches_[i + 1].begin : decoded_ + 1;
  };
  for (std::size_t i = 0; i < stretches_.size() && stretches_[i].begin < end;) {
    const bool is_inside = stretches_[i].begin > begin && end_of(i) < end;
    if (!is_inside) {
      ++i;
      continue;
    }
    if (stretches_[i].begin == known_begin_) origins_.clear();
    stretches_.erase(stretches_.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace crosswalk::text
