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

TEST(Meaning, OfEachTypeIsTextWhereTextMayStand) {
  using format::As;
  const std::pair<const char*, As> types[] = {
      {R"("integer")", As::kNumber},           {R"("number")", As::kNumber},
      {R"("boolean")", As::kBoolean},          {R"("string")", As::kText},
      {R"(["null", "integer"])", As::kNumber}, {R"(["null", "boolean"])", As::kBoolean},
      {R"(["null", "string"])", As::kText},    {R"(["boolean", "string"])", As::kText}};
  for (const auto& [type, as] : types)
    EXPECT_EQ(meaning(std::string(R"({"type": )") + type + '}'), as) << type;
}

TEST(Meaning, OfEachWordIsItsOwn) {
  using format::As;
  const std::pair<const char*, As> words[] = {
      {"text", As::kText}, {"number", As::kNumber},     {"integer", As::kInteger},
      {"flag", As::kFlag}, {"boolean", As::kBoolean},   {"unix", As::kUnix},
      {"date", As::kDate}, {"date-time", As::kDateTime}};
  for (const auto& [word, as] : words) {
    EXPECT_EQ(meaning(std::string(R"({"x-crosswalk": {"as": ")") + word + "\"}}"), as) << word;
    EXPECT_EQ(meaning(std::string(R"({"allOf": [{"x-crosswalk": {"as": ")") + word + "\"}}]}"), as)
        << word;
  }
}

TEST(Meaning, OfPersonalDataIsTheFirstThatIsSaid) {
  const auto pii = [](const std::string& schema) {
    const auto compiled = compile(schema);
    const format::NodeId root[] = {0};
    return pii_of(compiled->program->code(), root);
  };
  EXPECT_EQ(pii("{}"), format::Pii::kNone);
  EXPECT_EQ(pii(R"({"x-crosswalk": {"pii": "email"}})"), format::Pii::kEmail);
  EXPECT_EQ(pii(R"({"allOf": [{}, {"x-crosswalk": {"pii": "phone"}}]})"), format::Pii::kPhone);
  EXPECT_EQ(pii(R"({"allOf": [{"$ref": "#/definitions/a"}],
                    "definitions": {"a": {"x-crosswalk": {"pii": "id"}}}})"),
            format::Pii::kId);
  EXPECT_EQ(pii(R"({"anyOf": [{"x-crosswalk": {"pii": "id"}}]})"), format::Pii::kNone)
      << "a branch may not hold";
}

}  // namespace
}  // namespace crosswalk::check
