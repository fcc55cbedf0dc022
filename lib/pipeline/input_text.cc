// See input_text.h.
#include "pipeline/input_text.h"

#include <utility>

#include "text/encoding.h"

namespace crosswalk::pipeline {

Status InputText::open(const TextOptions& options) {
  constexpr std::size_t kLongestMark = 4;
  const auto start = peeked_.peek(kLongestMark);
  if (!start.ok()) return start.error();
  const std::string encoding =
      text::encoding_of_text(start.value(), options.stated, options.of_format);
  if (text::is_utf8(encoding)) return {};
  auto decoder = text::Decoder::open(encoding);
  if (!decoder) return Error{ErrorKind::kUsage, "unknown encoding \"" + encoding + '"'};
  encoding_ = encoding;
  is_told_by_mark_ = options.stated.empty() && encoding != options.of_format;
  decoded_.emplace(peeked_, *std::move(decoder), options.block_bytes);
  return {};
}

Source& InputText::source() {
  if (decoded_) return *decoded_;
  return peeked_;
}

}  // namespace crosswalk::pipeline
