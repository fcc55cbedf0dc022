// The values of an enum.
#include "check/choice.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

TEST(Choice, SortsValuesByWhatTheyAre) {
  const auto compiled = compile(R"({"enum": ["b", 1, {"y":2,"x":1.0}, "long", null, "a"]})");
  ASSERT_EQ(compiled->error, "");
  const Choice choice = make_choice(*compiled->schema, compiled->schema->nodes[0].enumeration);
  EXPECT_EQ(choice.texts, (std::vector<std::string>{"a", "b", "long"}));
  EXPECT_EQ(choice.longest_text, 4U);
  ASSERT_EQ(choice.numbers.size(), 1U);
  EXPECT_EQ(choice.numbers[0].small, 1);
  ASSERT_EQ(choice.containers.size(), 1U);
  EXPECT_EQ(choice.containers[0].find("1.0"), std::string::npos);
  EXPECT_EQ(choice.kinds, kStringKind | kNumberKind | kObjectKind | bit(json::Kind::kNull));
}

}  // namespace
}  // namespace crosswalk::check
