// Hashes of addresses.
#include "conversion/email_hash.h"

#include <gtest/gtest.h>

namespace crosswalk::conversion {
namespace {

TEST(EmailHash, IsThatOfTheTrimmedAddressInSmallLetters) {
  EmailHasher hasher;
  base::Sha256 digest;
  digest.update("ann@example.com");
  const std::string expected = digest.finish();
  for (const char* address : {"ann@example.com", " Ann@Example.COM\t", "\u00a0ANN@EXAMPLE.COM"}) {
    EXPECT_EQ(hasher.hash(address), expected) << address;
  }
}

TEST(EmailHash, KnowsLettersBeyondAscii) {
  EmailHasher hasher;
  EXPECT_EQ(hasher.hash("ZOË@ŁÓDŹ.PL"), hasher.hash("zoë@łódź.pl"));
  EXPECT_NE(hasher.hash("zoe@lodz.pl"), hasher.hash("zoë@łódź.pl"));
}

TEST(EmailHash, KeepsWhatIsAHashAlready) {
  EmailHasher hasher;
  const std::string small(64, 'a');
  const std::string capital(64, 'A');
  EXPECT_EQ(hasher.hash(small), small);
  EXPECT_EQ(hasher.hash(capital), capital);
  EXPECT_EQ(hasher.hash(std::string(63, 'a')), std::nullopt);
  EXPECT_EQ(hasher.hash(std::string(63, 'a') + 'g'), std::nullopt);
}

TEST(EmailHash, IsNoneOfWhatIsNoAddress) {
  EmailHasher hasher;
  for (const char* text : {"", "none", "@", "a@", "@b", "a@b@c", "a b@c.pl", "a@x.pl,b@x.pl",
                           "a@x.pl;b", "a\tb@c.pl", "a\rb@c.pl", "a\nb@c.pl"}) {
    EXPECT_EQ(hasher.hash(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace crosswalk::conversion
