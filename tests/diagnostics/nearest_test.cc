// Did you mean: slips that must be found, and words that must not be offered.
#include "diagnostics/nearest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crosswalk::diagnostics {
namespace {

const std::vector<std::string> kKnown = {"custom_date", "customuid", "email", "num_visits"};

TEST(Nearest, FindsEverySingleSlip) {
  for (const char* slip : {"custom_dat", "custome_date", "cusstom_date", "custmo_date",
                           "Custom_Date", "custom-date", "ustom_date"}) {
    const auto found = nearest(slip, kKnown);
    ASSERT_FALSE(found.empty()) << slip;
    EXPECT_EQ(found.front(), "custom_date") << slip;
  }
}

TEST(Nearest, OffersNothingForAForeignWord) {
  EXPECT_TRUE(nearest("xyz", kKnown).empty());
  EXPECT_TRUE(nearest("", kKnown).empty());
  EXPECT_TRUE(nearest(std::string(1000, 'e'), kKnown).empty());
}

TEST(Nearest, PutsTheNearestFirstAndKeepsTheirOrderOtherwise) {
  const std::vector<std::string> known = {"abcdeX", "abcdeY", "abcdef"};
  EXPECT_EQ(nearest("abcdef", known), (std::vector<std::string>{"abcdef", "abcdeX", "abcdeY"}));
  EXPECT_EQ(nearest("abcdef", known, 1), (std::vector<std::string>{"abcdef"}));
}

TEST(Nearest, CountsACapitalLessThanAnotherLetter) {
  const std::vector<std::string> known = {"bbcd", "ABCD"};
  EXPECT_EQ(nearest("Abcd", known).front(), "bbcd");
  EXPECT_EQ(nearest("abcd", {{"xbcd", "Abcd"}}).front(), "Abcd");
}

TEST(DidYouMean, JoinsSuggestionsAsASentence) {
  EXPECT_EQ(did_you_mean({}), "");
  EXPECT_EQ(did_you_mean(std::vector<std::string>{"a"}), " (did you mean a?)");
  EXPECT_EQ(did_you_mean(std::vector<std::string>{"a", "b", "c"}), " (did you mean a, b or c?)");
}

}  // namespace
}  // namespace crosswalk::diagnostics
