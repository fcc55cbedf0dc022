// SHA-256 against the examples of FIPS 180-4, and in pieces.
#include "base/sha256.h"

#include <gtest/gtest.h>

namespace crosswalk::base {
namespace {

constexpr std::string_view kOfAbc =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view kOfNothing =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

std::string digest_of(std::string_view text) {
  Sha256 hash;
  hash.update(text);
  return hash.finish();
}

TEST(Sha256, HashesTheExamplesOfTheStandard) {
  EXPECT_EQ(digest_of("abc"), kOfAbc);
  EXPECT_EQ(digest_of(""), kOfNothing);
  EXPECT_EQ(digest_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(digest_of(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, HashesTextsOneAfterAnother) {
  Sha256 hash;
  hash.update("a");
  hash.update("");
  hash.update("bc");
  EXPECT_EQ(hash.finish(), kOfAbc);
  EXPECT_EQ(hash.finish(), kOfNothing);
  hash.update("abc");
  EXPECT_EQ(hash.finish(), kOfAbc);
}

}  // namespace
}  // namespace crosswalk::base
