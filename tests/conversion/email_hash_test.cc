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

// Digests that were worked out elsewhere: what vendors compare ours with.
TEST(EmailHash, IsTheDigestThatOthersWorkOut) {
  struct Known {
    const char* address;
    const char* hash;
  };
  for (const auto& [address, hash] :
       {Known{"test@example.com",
              "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"},
        {"  TEST@Example.com\n",
         "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"},
        {"Ann@Example.COM", "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476"},
        {"a+b@x.pl", "b5bdc388f846d54bf8c4c65a3524a85eb7be2d92ea8d24092d2b876966196915"},
        {"1@2", "a7cc881e8bafd9441bf2b96dc55dee596c6ac139744a3343bac3f16bb4b80915"},
        {"ŻÓŁĆ@Łódź.PL", "9c6cbd1f7da5359f4da756ed2b1edd169028f7c9b680db999dacbf7d6622a7cd"}}) {
    EXPECT_EQ(hash_of(address), hash) << address;
  }
}

// No country's own rules: a Turkish capital I has a dot above its small letter, and is no plain i;
// a sigma at the end of a word is written as the last letter of one.
TEST(EmailHash, FollowsUnicodeAndNoCountry) {
  EXPECT_EQ(hash_of("İ@X.PL"), "3f08fefa7ba66c8f3684d341038c36adfb265230bd3503448e338188509c4d8b");
  EXPECT_EQ(hash_of("I@X.PL"), hash_of("i@x.pl"));
  EXPECT_NE(hash_of("I@X.PL"), hash_of("ı@x.pl"));
  EXPECT_EQ(hash_of("ΟΔΟΣ@X.GR"),
            "e05b3807d39b5dce8afc7b806033602694c55c121af1c5a6eb4094bd641e1469");
  EXPECT_EQ(hash_of("\u212A@X.PL"), hash_of("k@x.pl")) << "the sign of Kelvin";
  EXPECT_EQ(hash_of("ẞ@X.DE"), "e5b44b0db4ee7527c8752033265ebaf32a8ecb293858191166625a0c7a8982ed");
}

TEST(EmailHash, IsNotThatOfALongerOrAnEarlierAddress) {
  const auto first = hash_of("a@x.pl");
  EXPECT_NE(hash_of("aa@x.pl"), first);
  EXPECT_EQ(hash_of("none"), std::nullopt);
  EXPECT_EQ(hash_of("a@x.pl"), first);
}

TEST(EmailHash, TrimsAHashThatStandsAlready) {
  const std::string hash = "0123456789abcdefABCDEF" + std::string(42, '9');
  EXPECT_EQ(hash_of(" " + hash + "\t"), hash);
  EXPECT_EQ(hash_of(hash + "0"), std::nullopt) << "65 digits";
}

TEST(EmailHash, IsNoneOfWhatIsNoAddress) {
  for (const char* text : {"", "none", "@", "a@", "@b", "a@b@c", "a b@c.pl", "a@x.pl,b@x.pl",
                           "a@x.pl;b", "a\tb@c.pl", "a\rb@c.pl", "a\nb@c.pl"}) {
    EXPECT_EQ(hash_of(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace crosswalk::conversion
