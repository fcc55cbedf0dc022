// See nfc.h.
#include "text/nfc.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <cstring>

#include "base/block.h"
#include "text/icu_memory.h"

namespace crosswalk::text {
namespace {

constexpr std::uint8_t kFirstDoubtful = 0xCC;  // begins U+0300

const icu::Normalizer2* normalizer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = icu::Normalizer2::getNFCInstance(status);
  check_memory(status);
  return U_SUCCESS(status) ? found : nullptr;
}

icu::StringPiece piece_of(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

bool may_not_be_nfc(std::string_view text) {
  using base::Block;
  Block found = {};
  while (text.size() >= sizeof(Block)) {
    Block block;
    std::memcpy(&block, text.data(), sizeof block);
    found |= reinterpret_cast<Block>(block >= kFirstDoubtful);
    text.remove_prefix(sizeof block);
  }
  return !base::is_empty(found) || std::ranges::any_of(text, [](char c) {
    return static_cast<std::uint8_t>(c) >= kFirstDoubtful;
  });
}

bool is_nfc(std::string_view text) {
  if (!may_not_be_nfc(text)) return true;
  const icu::Normalizer2* form = normalizer();
  UErrorCode status = U_ZERO_ERROR;
  const bool is_normal = form == nullptr || form->isNormalizedUTF8(piece_of(text), status) != 0;
  check_memory(status);
  return is_normal;
}

std::string nfc(std::string_view text) {
  const icu::Normalizer2* form = normalizer();
  if (form == nullptr || !may_not_be_nfc(text)) return std::string(text);
  std::string normalised;
  icu::StringByteSink<std::string> sink(&normalised);
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, piece_of(text), sink, nullptr, status);
  check_memory(status);
  return U_SUCCESS(status) ? normalised : std::string(text);
}

}  // namespace crosswalk::text
