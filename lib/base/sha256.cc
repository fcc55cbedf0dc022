// See sha256.h. nettle begins the next text itself when it has given a digest.
#include "base/sha256.h"

#include <nettle/sha2.h>

#include <array>
#include <cstring>

namespace crosswalk::base {
namespace {

using HexByte = std::array<char, 2>;

constexpr std::array<HexByte, 256> kHexBytes = [] {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<HexByte, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = {kDigits[i >> 4U], kDigits[i & 15U]};
  return bytes;
}();

}  // namespace

Sha256::Sha256() : context_(std::make_unique<sha256_ctx>()) {
  sha256_init(context_.get());
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  sha256_update(context_.get(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

void Sha256::finish(std::span<char, kDigits> hex) {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  static_assert(2 * digest.size() == kDigits);
  sha256_digest(context_.get(), digest.size(), digest.data());
  for (std::size_t i = 0; i < digest.size(); ++i)
    std::memcpy(hex.data() + 2 * i, kHexBytes[digest[i]].data(), sizeof(HexByte));
}

std::string Sha256::finish() {
  std::string hex(kDigits, '0');
  finish(std::span<char, kDigits>(hex));
  return hex;
}

}  // namespace crosswalk::base
