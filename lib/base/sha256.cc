// SHA-256 through OpenSSL's EVP interface: the algorithm is fetched once an object, and each text
// reuses the context.
//
// Any refusal of OpenSSL is remembered until finish(), so callers have one place to look.
// Does not work: a process whose OpenSSL configuration takes SHA-256 away; finish() is then an
// error. Test: tests/base/sha256_test.cc, with the examples of FIPS 180-4.
#include "base/sha256.h"

#include <openssl/evp.h>

#include <array>

namespace crosswalk::base {

void Sha256::Free::operator()(evp_md_st* algorithm) const {
  EVP_MD_free(algorithm);
}
void Sha256::Free::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {
  begin();
}

void Sha256::begin() {
  works_ =
      algorithm_ && context_ && EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr) == 1;
}

void Sha256::update(std::string_view bytes) {
  works_ = works_ && EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1;
}

Result<std::string> Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  works_ = works_ && EVP_DigestFinal_ex(context_.get(), digest.data(), &size) == 1;
  if (!works_) return Error{ErrorKind::kBug, "OpenSSL cannot make SHA-256 digests"};
  begin();

  static constexpr std::string_view kHexDigits = "0123456789abcdef";
  std::string hex(std::size_t{2} * size, '0');
  for (unsigned int i = 0; i < size; ++i) {
    hex[2 * i] = kHexDigits[digest[i] >> 4U];
    hex[2 * i + 1] = kHexDigits[digest[i] & 15U];
  }
  return hex;
}

}  // namespace crosswalk::base
