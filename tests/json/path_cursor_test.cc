// The way to a token, from wherever the cursor stood before.
#include "json/path_cursor.h"

#include <gtest/gtest.h>

#include <random>

#include "json/parser.h"

namespace crosswalk::json {
namespace {

constexpr std::string_view kText =
    R"({"a": [1, {"b/~": [[], {}, [2]]}, "x"], "c": {}, "d": {"e": null, "f": [[{"g": 0}]]}})";

class PathCursorTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Fault> faults;
    ASSERT_TRUE(parse(kText, {}, tape_, faults));
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tape_.tokens.size()); }

  Tape tape_;
};

TEST_F(PathCursorTest, AgreesWithThePlainWayInTheOrderOfTheText) {
  PathCursor cursor(kText, tape_);
  for (std::uint32_t token = 0; token < size(); ++token) {
    cursor.move_to(token);
    EXPECT_EQ(cursor.pointer(), pointer_to(kText, tape_, token)) << token;
  }
}

TEST_F(PathCursorTest, AgreesWithThePlainWayInAnyOrder) {
  PathCursor cursor(kText, tape_);
  std::mt19937 random(1);
  for (int i = 0; i < 5000; ++i) {
    const auto token = static_cast<std::uint32_t>(random() % size());
    cursor.move_to(token);
    ASSERT_EQ(cursor.pointer(), pointer_to(kText, tape_, token)) << token;
  }
}

TEST_F(PathCursorTest, KnowsTheInnermostMember) {
  PathCursor cursor(kText, tape_);
  EXPECT_EQ(cursor.member(), "");
  cursor.move_to(3);
  EXPECT_EQ(cursor.pointer(), "/a/0");
  EXPECT_EQ(cursor.member(), "a");
  cursor.move_to(size() - 1);
  EXPECT_EQ(cursor.member(), "g");
  cursor.move_to(0);
  EXPECT_EQ(cursor.member(), "");
}

TEST(PathCursor, StaysAtALoneValue) {
  Tape tape;
  std::vector<Fault> faults;
  ASSERT_TRUE(parse("1", {}, tape, faults));
  PathCursor cursor("1", tape);
  cursor.move_to(0);
  EXPECT_EQ(cursor.pointer(), "");
}

}  // namespace
}  // namespace crosswalk::json
