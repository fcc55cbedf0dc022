// See sha256.h. nettle begins the next text itself when it has given a digest.
#include "base/sha256.h"

#include <nettle/sha2.h>

#include <array>

namespace crosswalk::base {

Sha256::Sha256() : context_(std::make_unique<sha256_ctx>()) {
  sha256_init(context_.get());
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  sha256_update(context_.get(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::finish() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(context_.get(), digest.size(), digest.data());
  static constexpr std::string_view kHexDigits = "0123456789abcdef";
  std::string hex(2 * digest.size(), '0');
  for (std::size_t i = 0; i < digest.size(); ++i) {
    hex[2 * i] = kHexDigits[digest[i] >> 4U];
    hex[2 * i + 1] = kHexDigits[digest[i] & 15U];
  }
  return hex;
}

}  // namespace crosswalk::base
