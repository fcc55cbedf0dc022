// SHA-256 (FIPS 180-4) of a stream of bytes, as lower-case hex.
//
//   Sha256 hash;  hash.update("ab");  hash.update("c");  hash.finish()   is the digest of "abc"
// The work is OpenSSL's, which uses the processor's SHA instructions; its lookup of the algorithm
// is dear, so one object is meant to be used for many texts. Where OpenSSL refuses (a build without
// the algorithm), finish() says so: a wrong digest never leaves. Test: tests/base/sha256_test.cc.
#ifndef CROSSWALK_BASE_SHA256_H
#define CROSSWALK_BASE_SHA256_H

#include <memory>
#include <string>
#include <string_view>

#include "crosswalk/result.h"

struct evp_md_ctx_st;
struct evp_md_st;

namespace crosswalk::base {

/// Hashes texts, one after another.
/// Threads: one.
class Sha256 {
 public:
  Sha256();
  /// Adds bytes to the text.
  void update(std::string_view bytes);
  /// The digest of the text, 64 lower-case hex digits; the next text begins.
  /// Errors: kBug if OpenSSL cannot make SHA-256 digests.
  Result<std::string> finish();

 private:
  struct Free {
    void operator()(evp_md_st* algorithm) const;
    void operator()(evp_md_ctx_st* context) const;
  };
  void begin();

  std::unique_ptr<evp_md_st, Free> algorithm_;
  std::unique_ptr<evp_md_ctx_st, Free> context_;
  bool works_ = false;
};

}  // namespace crosswalk::base

#endif  // CROSSWALK_BASE_SHA256_H
