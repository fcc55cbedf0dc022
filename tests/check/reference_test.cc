// The reference engine: its verdicts, its limits, and that nothing leaves it.
#include "check/reference.h"

#include <gtest/gtest.h>

namespace crosswalk::check {
namespace {

ReferenceVerdict verdict(std::string_view schema, std::string_view record, std::string_view text) {
  auto engine = ReferenceEngine::compile(schema, record);
  EXPECT_TRUE(engine) << engine.error().message;
  std::vector<ReferenceFailure> failures;
  return engine ? engine.value()->check(text, failures) : ReferenceVerdict::kNotJudged;
}

TEST(Reference, JudgesByTheRoot) {
  EXPECT_EQ(verdict(R"({"type": "string"})", "", "\"a\""), ReferenceVerdict::kValid);
  EXPECT_EQ(verdict(R"({"type": "string"})", "", "1"), ReferenceVerdict::kInvalid);
}

TEST(Reference, JudgesByASchemaInsideTheFile) {
  constexpr const char* kSchema = R"({"type": "array", "definitions": {
      "a": {"properties": {"x": {"$ref": "#/definitions/b"}}}, "b": {"minimum": 2}}})";
  EXPECT_EQ(verdict(kSchema, "/definitions/a", R"({"x": 2})"), ReferenceVerdict::kValid);
  EXPECT_EQ(verdict(kSchema, "/definitions/a", R"({"x": 1})"), ReferenceVerdict::kInvalid);
}

TEST(Reference, TellsWhereItFailed) {
  auto engine =
      ReferenceEngine::compile(R"({"properties": {"a/b": {"items": {"type": "null"}}}})", "");
  ASSERT_TRUE(engine);
  std::vector<ReferenceFailure> failures;
  EXPECT_EQ(engine.value()->check(R"({"a/b": [null, 1]})", failures), ReferenceVerdict::kInvalid);
  ASSERT_FALSE(failures.empty());
  EXPECT_EQ(failures.front().pointer, "/a~1b/1");
}

TEST(Reference, RefusesASchemaThatItCannotUse) {
  EXPECT_FALSE(ReferenceEngine::compile("{", ""));
  EXPECT_FALSE(ReferenceEngine::compile(R"({"type": 1})", ""));
  EXPECT_FALSE(ReferenceEngine::compile(R"({"$ref": "http://localhost/x.json"})", ""));
}

TEST(Reference, JudgesNothingThatWouldEndTheProcess) {
  const std::string long_text = '"' + std::string(100'000, 'a') + '"';
  EXPECT_EQ(verdict(R"({"pattern": "^[a-z]*$"})", "", long_text), ReferenceVerdict::kNotJudged);
  EXPECT_EQ(verdict("{}", "", std::string(1000, '[') + std::string(1000, ']')),
            ReferenceVerdict::kNotJudged);
  EXPECT_EQ(verdict("{}", "", "{"), ReferenceVerdict::kNotJudged);
}

}  // namespace
}  // namespace crosswalk::check
