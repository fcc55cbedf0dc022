// SHA-256 (FIPS 180-4) of a stream of bytes, as lower-case hex.
//
//   Sha256 hash;  hash.update("ab");  hash.update("c");  hash.finish()   is the digest of "abc"
// The work is nettle's, which uses the processor's SHA instructions. Beginning a text costs
// nothing, so one object serves any number of short ones.
// Does not work: as a keyed hash, or for anything that must resist guessing a short text.
// Test: tests/base/sha256_test.cc.
#ifndef CROSSWALK_BASE_SHA256_H
#define CROSSWALK_BASE_SHA256_H

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sha256_ctx;

namespace crosswalk::base {

/// Hashes texts, one after another.
/// Threads: one.
class Sha256 {
 public:
  static constexpr std::size_t kDigits = 64;  ///< of a digest in hex

  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  /// Adds bytes to the text.
  void update(std::string_view bytes);
  /// Writes the digest of the text in lower-case hex; the next text begins.
  void finish(std::span<char, kDigits> hex);
  /// The same as a text of its own.
  std::string finish();

 private:
  std::unique_ptr<sha256_ctx> context_;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_SHA256_H
