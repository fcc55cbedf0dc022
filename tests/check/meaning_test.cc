// The meaning of a field, from `as` or from its type.
#include "check/meaning.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

format::As meaning(const std::string& schema) {
  const auto compiled = compile(schema);
  const format::NodeId root[] = {0};
  return meaning_of(compiled->program->code(), root);
}

TEST(Meaning, IsWhatAsSays) {
  EXPECT_EQ(meaning(R"({"type": "string", "x-crosswalk": {"as": "date"}})"), format::As::kDate);
}

TEST(Meaning, IsThatOfTheTypeWithoutIt) {
  EXPECT_EQ(meaning(R"({"type": "integer"})"), format::As::kNumber);
  EXPECT_EQ(meaning(R"({"type": ["number", "string"]})"), format::As::kText);
  EXPECT_EQ(meaning(R"({"type": ["boolean", "null"]})"), format::As::kBoolean);
  EXPECT_EQ(meaning("{}"), format::As::kText);
}

TEST(Meaning, IsLookedForBehindReferences) {
  EXPECT_EQ(meaning(R"({"allOf": [{"minimum": 1}, {"$ref": "#/definitions/n"}],
                        "definitions": {"n": {"type": "number"}}})"),
            format::As::kNumber);
}

}  // namespace
}  // namespace crosswalk::check
