// Names with a star.
#include "conversion/star_name.h"

#include <gtest/gtest.h>

namespace crosswalk::conversion {
namespace {

TEST(StarName, SaysWhatTheStarStandsFor) {
  EXPECT_EQ(star_in("txt_*", "txt_city"), "city");
  EXPECT_EQ(star_in("*", "city"), "city");
  EXPECT_EQ(star_in("goal_*_timestamp", "goal_a_timestamp"), "a");
  EXPECT_EQ(star_in("city", "city"), "");
}

TEST(StarName, StandsForSomething) {
  EXPECT_EQ(star_in("txt_*", "txt_"), std::nullopt);
  EXPECT_EQ(star_in("a*a", "aa"), std::nullopt);
  EXPECT_EQ(star_in("a*ba", "aba"), std::nullopt) << "both ends cannot share a character";
  EXPECT_EQ(star_in("txt_*", "num_x"), std::nullopt);
  EXPECT_EQ(star_in("city", "town"), std::nullopt);
}

TEST(StarName, GoesIntoAnotherName) {
  for (const char* pattern : {"/attributes/*", "x_*_y", "*"}) {
    EXPECT_EQ(star_in(pattern, with_star(pattern, "name*s")), "name*s") << pattern;
  }
  EXPECT_EQ(with_star("/emails", "x"), "/emails");
}

TEST(StarName, FitsWhatItMakesOfAnyStar) {
  for (const char* pattern : {"*", "a*", "*a", "a*b", "ab*ba", "/x/*", "goal_*_timestamp"}) {
    for (const char* star : {"x", "ab", "a*b", "_", "/", "ż", "timestamp"}) {
      const std::string name = with_star(pattern, star);
      EXPECT_EQ(star_in(pattern, name), star) << name;
      EXPECT_EQ(name.size(), literal_size(pattern) + std::string_view(star).size());
    }
    EXPECT_EQ(star_in(pattern, with_star(pattern, "")), std::nullopt) << pattern;
  }
}

TEST(StarName, HasAStarOrIsAName) {
  EXPECT_TRUE(has_star("*"));
  EXPECT_TRUE(has_star("a*"));
  EXPECT_FALSE(has_star(""));
  EXPECT_FALSE(has_star("a"));
  EXPECT_EQ(star_in("", ""), "");
  EXPECT_EQ(star_in("", "a"), std::nullopt);
  EXPECT_EQ(star_in("a", "ab"), std::nullopt);
  EXPECT_EQ(star_in("a*", "ba"), std::nullopt);
  EXPECT_EQ(star_in("*a", "ab"), std::nullopt);
}

TEST(StarName, FitsBetterTheMoreItSays) {
  EXPECT_GT(literal_size("goal_*_timestamp"), literal_size("goal_*"));
  EXPECT_EQ(literal_size("*"), 0U);
  EXPECT_EQ(literal_size("city"), 4U);
}

}  // namespace
}  // namespace crosswalk::conversion
