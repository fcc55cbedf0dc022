// The values of an enum.
#include "check/choice.h"

#include <algorithm>

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

Choice choice_of(const std::string& values) {
  const auto compiled = compile(R"({"enum": )" + values + '}');
  EXPECT_EQ(compiled->error, "") << values;
  Choice choice = make_choice(*compiled->schema, compiled->schema->nodes[0].enumeration);
  choice.numbers.clear();  // views of the schema
  return choice;
}

TEST(Choice, KnowsTheKindsOfItsValues) {
  using json::Kind;
  const std::pair<const char*, KindBits> kinds[] = {
      {"[null]", bit(Kind::kNull)}, {"[true]", bit(Kind::kTrue)},  {"[false]", bit(Kind::kFalse)},
      {"[1, 2.5]", kNumberKind},    {R"(["", "a"])", kStringKind}, {"[[], [1]]", kArrayKind},
      {"[{}]", kObjectKind}};
  for (const auto& [values, kind] : kinds) EXPECT_EQ(choice_of(values).kinds, kind) << values;
}

TEST(Choice, MeasuresItsLongestTextInBytes) {
  EXPECT_EQ(choice_of("[1]").longest_text, 0U);
  EXPECT_EQ(choice_of(R"([""])").longest_text, 0U);
  EXPECT_EQ(choice_of(R"(["a", "\u017c\u017c", "abc"])").longest_text, 4U);
}

TEST(Choice, HoldsContainersByWhatTheyMean) {
  EXPECT_EQ(choice_of(R"([{"b": 1, "a": [2.0]}])").containers,
            choice_of(R"([{"a": [2], "b": 1e0}])").containers);
  const auto sorted = choice_of(R"([[3], [1], {"a": 1}, [2]])").containers;
  EXPECT_EQ(sorted.size(), 4U);
  EXPECT_TRUE(std::is_sorted(sorted.begin(), sorted.end()));
}

TEST(Choice, TakesAliasesOfTheAnnotationAndOfRepairs) {
  const auto compiled = compile(R"({"enum": ["a", "b"], "x-crosswalk": {"aliases": {"x": "a"},
      "checks": [{"on": "enum", "rule": "v.a", "repair": {"y": "b"}}]}})");
  ASSERT_EQ(compiled->error, "");
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(aliases_of(compiled->schema->nodes[0].annotation), (Pairs{{"x", "a"}, {"y", "b"}}));
}

}  // namespace
}  // namespace crosswalk::check
