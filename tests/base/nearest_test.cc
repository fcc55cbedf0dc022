// Did you mean: slips that people make are found, and nothing is guessed from thin air.
#include "base/nearest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/random_text.h"

namespace crosswalk::base {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string_view> kNames = {"customuid", "email",   "emailsha256",
                                              "gender",    "num_age", "id"};

TEST(Nearest, CountsSlips) {
  EXPECT_EQ(slip_count("email", "email"), 0U);
  EXPECT_EQ(slip_count("email", "EMail"), 0U);
  EXPECT_EQ(slip_count("email", "emails"), 1U);
  EXPECT_EQ(slip_count("email", "mail"), 1U);
  EXPECT_EQ(slip_count("email", "emajl"), 1U);
  EXPECT_EQ(slip_count("email", "emial"), 1U);
  EXPECT_EQ(slip_count("", "abc"), 3U);
  EXPECT_EQ(slip_count("kitten", "sitting"), 3U);
}

TEST(Nearest, CountsSlipsTheSameBothWays) {
  tests::RandomText random(4, {"a", "b", "c"});
  for (int round = 0; round < 2000; ++round) {
    const std::string a = random.next(8);
    const std::string b = random.next(8);
    const std::size_t longer = std::max(a.size(), b.size());
    const std::size_t shorter = std::min(a.size(), b.size());
    EXPECT_EQ(slip_count(a, b), slip_count(b, a));
    EXPECT_LE(slip_count(a, b), longer);
    EXPECT_GE(slip_count(a, b), longer - shorter);
  }
}

TEST(Nearest, FindsWhatWasMeant) {
  EXPECT_THAT(nearest("custmouid", kNames), ElementsAre("customuid"));
  EXPECT_THAT(nearest("Gender", kNames), ElementsAre("gender"));
  EXPECT_THAT(nearest("email_sha256", kNames), ElementsAre("emailsha256"));
}

TEST(Nearest, GuessesNothingFromThinAir) {
  EXPECT_THAT(nearest("xy", kNames), IsEmpty());
  EXPECT_THAT(nearest("", kNames), IsEmpty());
  EXPECT_THAT(nearest("birthday", kNames), IsEmpty());
}

TEST(Nearest, GivesTheBestThreeInOrder) {
  const std::vector<std::string_view> names = {"abcdxy", "abcdex", "abcdez", "abcdef", "abcdeg"};
  EXPECT_THAT(nearest("abcdef", names), ElementsAre("abcdef", "abcdex", "abcdez"));
}

TEST(Nearest, TakesNoTimeForHugeNames) {
  const std::string huge(1000000, 'a');
  EXPECT_THAT(nearest(huge, std::vector<std::string_view>{huge}), IsEmpty());
}

TEST(DidYouMean, JoinsSuggestionsAsASentence) {
  EXPECT_EQ(did_you_mean({}), "");
  EXPECT_EQ(did_you_mean(std::vector<std::string>{"a"}), " (did you mean a?)");
  EXPECT_EQ(did_you_mean(std::vector<std::string>{"a", "b", "c"}), " (did you mean a, b or c?)");
}

}  // namespace
}  // namespace crosswalk::base
