// SHA-256 (FIPS 180-4) of a stream of bytes, as lower-case hex.
//
//   Sha256 hash;  hash.update("ab");  hash.update("c");  hash.finish()   is the digest of "abc"
// The work is nettle's, which uses the processor's SHA instructions. Beginning a text costs
// nothing, so one object serves any number of short ones.
// Does not work: as a keyed hash, or for anything that must resist guessing a short text.
// Test: tests/base/sha256_test.cc.
#ifndef CROSSWALK_BASE_SHA256_H
#define CROSSWALK_BASE_SHA256_H

#include <memory>
#include <string>
#include <string_view>

struct sha256_ctx;

namespace crosswalk::base {

/// Hashes texts, one after another.
/// Threads: one.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  /// Adds bytes to the text.
  void update(std::string_view bytes);
  /// The digest of the text, 64 lower-case hex digits; the next text begins.
  std::string finish();

 private:
  std::unique_ptr<sha256_ctx> context_;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_SHA256_H
