// What is left out of the comparison with valijson: each known fault, and nothing beside it.
#include "support/reference_faults.h"

#include <gtest/gtest.h>

namespace crosswalk::fuzz {
namespace {

bool holds_schema(std::string_view text) {
  return reference_should_agree_on_schema(Parsed(text));
}

bool holds_value(std::string_view text) {
  return reference_should_agree_on_value(Parsed(text));
}

TEST(ReferenceFaults, NumbersMayBePlainIntegersOnly) {
  EXPECT_TRUE(holds_value("[0, -7, 12345678901234]"));
  for (const char* number : {"1.0", "1e2", "-0", "9007199254740993"}) {
    EXPECT_FALSE(holds_value(number)) << number;
    EXPECT_FALSE(holds_schema(std::string("{\"maximum\":") + number + "}")) << number;
  }
}

TEST(ReferenceFaults, TextsMayNotHoldANul) {
  EXPECT_TRUE(holds_value(R"("a\n\u0001")"));
  EXPECT_FALSE(holds_value(R"({"a\u0000": 1})"));
}

TEST(ReferenceFaults, PatternsMayBePlainTextsOnly) {
  EXPECT_TRUE(holds_schema(R"({"pattern": "^abc$", "patternProperties": {"^a": {}, "b$": {}}})"));
  for (const char* pattern : {"a*", "[a]", "a$b", "a^", "\\\\d", "ł"}) {
    EXPECT_FALSE(holds_schema(std::string(R"({"pattern": ")") + pattern + "\"}")) << pattern;
    EXPECT_FALSE(holds_schema(std::string(R"({"patternProperties": {")") + pattern + "\": {}}}"))
        << pattern;
  }
}

TEST(ReferenceFaults, FormatsAndIdsAreLeftOutAtAnyDepth) {
  EXPECT_FALSE(holds_schema(R"({"items": {"format": "date"}})"));
  EXPECT_FALSE(holds_schema(R"({"$id": "http://x.example/"})"));
  EXPECT_TRUE(holds_schema(R"({"items": {"$ref": "#/definitions/a"}, "definitions": {"a": {}}})"));
}

}  // namespace
}  // namespace crosswalk::fuzz
