// A source whose first bytes have been looked at: the window is given out first, then the rest.
//
//   peek(4) of "abcdef" shows "abcd"; read() then gives a b c d e f
// Bytes that were given out are kept, so peek() works once, before reading. Test:
// tests/layout/peeked_source_test.cc.
#include <algorithm>

#include "layout/detect.h"

namespace crosswalk::layout {

Result<std::string_view> PeekedSource::peek(std::size_t max_bytes) {
  std::size_t filled = ahead_.size();
  ahead_.resize(std::max(filled, max_bytes));
  while (filled < ahead_.size() && !complete_) {
    Result<std::size_t> got = inner_.read(std::span(ahead_).subspan(filled));
    if (!got) return std::move(got).error();
    complete_ = got.value() == 0;
    filled += got.value();
  }
  ahead_.resize(filled);
  return std::string_view(ahead_);
}

Result<std::size_t> PeekedSource::read(std::span<char> into) {
  if (given_ == ahead_.size()) return inner_.read(into);
  const std::size_t count = ahead_.copy(into.data(), into.size(), given_);
  given_ += count;
  return count;
}

bool PeekedSource::can_rewind() const {
  return inner_.can_rewind();
}

Status PeekedSource::rewind() {
  ahead_.clear();
  given_ = 0;
  return inner_.rewind();
}

std::string_view PeekedSource::name() const {
  return inner_.name();
}

}  // namespace crosswalk::layout
