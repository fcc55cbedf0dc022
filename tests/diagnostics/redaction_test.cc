// What may be said of names and values.
#include "diagnostics/redaction.h"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::diagnostics {
namespace {

TEST(SafeName, IsOneThatLooksLikeAName) {
  for (const char* name : {"customuid", "_x", "a.b-c_9", "Z"})
    EXPECT_TRUE(is_safe_name(name)) << name;
  EXPECT_TRUE(is_safe_name(std::string(64, 'a')));
}

TEST(SafeName, IsNotOneThatMayBeACustomer) {
  for (const char* name :
       {"", "9a", "Jan Kowalski", "jan@example.org", "-a", "+48600", "żółw", "a\x1b"}) {
    EXPECT_FALSE(is_safe_name(name)) << name;
  }
  EXPECT_FALSE(is_safe_name(std::string(65, 'a')));
}

TEST(NameOrShape, CountsCodePointsOfAnUnsafeName) {
  EXPECT_EQ(name_or_shape("num_visits"), "num_visits");
  EXPECT_EQ(name_or_shape("Jan Kowalski"), "name, 12 characters");
  EXPECT_EQ(name_or_shape("ż"), "name, 1 character");
}

TEST(ShapeWords, TellEveryKindWithoutItsValue) {
  EXPECT_EQ(shape_words({ShapeKind::kText, 12}), "text, 12 characters");
  EXPECT_EQ(shape_words({ShapeKind::kText, 1}), "text, 1 character");
  EXPECT_EQ(shape_words({ShapeKind::kNumber, 5}), "number, 5 digits");
  EXPECT_EQ(shape_words({ShapeKind::kBoolean, 0}), "true or false");
  EXPECT_EQ(shape_words({ShapeKind::kNull, 0}), "null");
  EXPECT_EQ(shape_words({ShapeKind::kEmpty, 0}), "empty");
  EXPECT_EQ(shape_words({ShapeKind::kArray, 3}), "array, 3 elements");
  EXPECT_EQ(shape_words({ShapeKind::kObject, 1}), "object, 1 member");
  EXPECT_EQ(shape_words({}), "a value");
}

TEST(RedactedPointer, KeepsNamesAndIndexesAndMasksTheRest) {
  EXPECT_EQ(redacted_pointer("/data/1/7"), "/data/1/7");
  EXPECT_EQ(redacted_pointer("/customers/jan@example.org/name"), "/customers/···/name");
  EXPECT_EQ(redacted_pointer("/phones/600700800"), "/phones/···");
  EXPECT_EQ(redacted_pointer("/a~1b"), "/···");
  EXPECT_EQ(redacted_pointer("/"), "/···");
  EXPECT_EQ(redacted_pointer(""), "");
}

}  // namespace
}  // namespace crosswalk::diagnostics
