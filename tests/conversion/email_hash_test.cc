// Hashes of addresses.
#include "conversion/email_hash.h"

#include <gtest/gtest.h>

namespace crosswalk::conversion {
namespace {

std::optional<std::string> hash_of(std::string_view text) {
  static EmailHasher hasher;
  const auto hash = hasher.hash(text);
  return hash ? std::optional<std::string>(*hash) : std::nullopt;
}

TEST(EmailHash, IsThatOfTheTrimmedAddressInSmallLetters) {
  base::Sha256 digest;
  digest.update("ann@example.com");
  const std::string expected = digest.finish();
  for (const char* address : {"ann@example.com", " Ann@Example.COM\t", "\u00a0ANN@EXAMPLE.COM"}) {
    EXPECT_EQ(hash_of(address), expected) << address;
  }
}

TEST(EmailHash, KnowsLettersBeyondAscii) {
  EXPECT_EQ(hash_of("ZOË@ŁÓDŹ.PL"), hash_of("zoë@łódź.pl"));
  EXPECT_NE(hash_of("zoe@lodz.pl"), hash_of("zoë@łódź.pl"));
}

TEST(EmailHash, KeepsWhatIsAHashAlready) {
  const std::string small(64, 'a');
  const std::string capital(64, 'A');
  EXPECT_EQ(hash_of(small), small);
  EXPECT_EQ(hash_of(capital), capital);
  EXPECT_EQ(hash_of(std::string(63, 'a')), std::nullopt);
  EXPECT_EQ(hash_of(std::string(63, 'a') + 'g'), std::nullopt);
}

TEST(EmailHash, IsNoneOfWhatIsNoAddress) {
  for (const char* text : {"", "none", "@", "a@", "@b", "a@b@c", "a b@c.pl", "a@x.pl,b@x.pl",
                           "a@x.pl;b", "a\tb@c.pl", "a\rb@c.pl", "a\nb@c.pl"}) {
    EXPECT_EQ(hash_of(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace crosswalk::conversion
