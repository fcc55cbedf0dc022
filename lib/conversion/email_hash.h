// The hash of an e-mail address, for formats that take nothing else.
//
//   " Ann@Example.COM "   the SHA-256 of ann@example.com, in small hexadecimal digits
//   64 hexadecimal digits   are a hash already and stay as they are
//   "none"                  is no address, and has no hash
// Test: tests/conversion/email_hash_test.cc.
#ifndef CROSSWALK_CONVERSION_EMAIL_HASH_H
#define CROSSWALK_CONVERSION_EMAIL_HASH_H

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/sha256.h"

namespace crosswalk::conversion {

/// Hashes addresses.
/// Threads: one.
class EmailHasher {
 public:
  /// The hash of the address `text`; nothing if it is none. Ownership: a view of `text` or of the
  /// hasher, until the next call. Cost: linear; no allocation once warm.
  std::optional<std::string_view> hash(std::string_view text);

 private:
  base::Sha256 digest_;
  std::string address_;  // in small letters
  std::array<char, base::Sha256::kDigits> hash_{};
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_CONVERSION_EMAIL_HASH_H
