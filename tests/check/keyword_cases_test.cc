// Every keyword against every kind of value: what it refuses, by which rule, and what it lets pass
// because it asks nothing of that kind.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "check_support.h"

namespace crosswalk::check {
namespace {

// One value of each kind, more where a keyword tells them apart.
const std::vector<std::string> kValues = {
    "null",    "true", "false", "0",     "1.5", "-7",         R"("")",
    R"("ab")", "[]",   "[1]",   "[1,1]", "{}",  R"({"a":1})", R"({"a":1,"b":2})"};

struct Case {
  std::string keywords;
  const char* rule;
  std::vector<std::string> refused;  // all other values pass
};

void expect_refused(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    const auto compiled = compile("{" + one.keywords + '}');
    ASSERT_EQ(compiled->error, "") << one.keywords;
    for (const std::string& value : kValues) {
      const Judged judged = judge(*compiled, value);
      const bool is_refused =
          std::find(one.refused.begin(), one.refused.end(), value) != one.refused.end();
      EXPECT_EQ(rules_of(*compiled, judged), is_refused ? one.rule : "")
          << one.keywords << " on " << value;
      EXPECT_EQ(judged.good, !is_refused) << one.keywords << " on " << value;
    }
    for (const std::string& value : one.refused)
      EXPECT_NE(std::find(kValues.begin(), kValues.end(), value), kValues.end()) << value;
  }
}

// All values but these.
std::vector<std::string> all_but(const std::vector<std::string>& left_out) {
  std::vector<std::string> values;
  for (const std::string& value : kValues) {
    if (std::find(left_out.begin(), left_out.end(), value) == left_out.end())
      values.push_back(value);
  }
  return values;
}

TEST(KeywordCases, TypeRefusesTheOtherKinds) {
  expect_refused({
      {R"("type": "null")", "schema.type", all_but({"null"})},
      {R"("type": "boolean")", "schema.type", all_but({"true", "false"})},
      {R"("type": "number")", "schema.type", all_but({"0", "1.5", "-7"})},
      {R"("type": "integer")", "schema.type", all_but({"0", "-7"})},
      {R"("type": "string")", "schema.type", all_but({R"("")", R"("ab")"})},
      {R"("type": "array")", "schema.type", all_but({"[]", "[1]", "[1,1]"})},
      {R"("type": "object")", "schema.type", all_but({"{}", R"({"a":1})", R"({"a":1,"b":2})"})},
      {R"("type": ["integer", "null"])", "schema.type", all_but({"0", "-7", "null"})},
      {R"("type": ["integer", "number"])", "schema.type", all_but({"0", "1.5", "-7"})},
      {R"("type": ["null","boolean","number","string","array","object"])", "schema.type", {}},
  });
}

TEST(KeywordCases, ConstAndEnumRefuseAllButTheirValues) {
  for (const std::string& value : kValues) {
    expect_refused({{"\"const\": " + value, "schema.const", all_but({value})},
                    {"\"enum\": [" + value + ", \"x\"]", "schema.enum", all_but({value})}});
  }
  expect_refused({
      {R"("const": "a")", "schema.const", kValues},
      {R"("enum": [[1,2], {"a":2}, "AB", 7, "null"])", "schema.enum", kValues},
      {R"("enum": [0.0, 15e-1, -7.00, {"b":2.0,"a":1e0}])", "schema.enum",
       all_but({"0", "1.5", "-7", R"({"a":1,"b":2})"})},
  });
}

TEST(KeywordCases, SizesAreAskedOfTheirKindAlone) {
  expect_refused({
      {R"("minLength": 0)", "schema.min-length", {}},
      {R"("minLength": 1)", "schema.min-length", {R"("")"}},
      {R"("minLength": 2)", "schema.min-length", {R"("")"}},
      {R"("minLength": 3)", "schema.min-length", {R"("")", R"("ab")"}},
      {R"("maxLength": 0)", "schema.max-length", {R"("ab")"}},
      {R"("maxLength": 1)", "schema.max-length", {R"("ab")"}},
      {R"("maxLength": 2)", "schema.max-length", {}},
      {R"("minItems": 0)", "schema.min-items", {}},
      {R"("minItems": 1)", "schema.min-items", {"[]"}},
      {R"("minItems": 2)", "schema.min-items", {"[]", "[1]"}},
      {R"("minItems": 3)", "schema.min-items", {"[]", "[1]", "[1,1]"}},
      {R"("maxItems": 0)", "schema.max-items", {"[1]", "[1,1]"}},
      {R"("maxItems": 1)", "schema.max-items", {"[1,1]"}},
      {R"("maxItems": 2)", "schema.max-items", {}},
      {R"("minProperties": 1)", "schema.min-properties", {"{}"}},
      {R"("minProperties": 2)", "schema.min-properties", {"{}", R"({"a":1})"}},
      {R"("maxProperties": 0)", "schema.max-properties", {R"({"a":1})", R"({"a":1,"b":2})"}},
      {R"("maxProperties": 1)", "schema.max-properties", {R"({"a":1,"b":2})"}},
      {R"("maxProperties": 2)", "schema.max-properties", {}},
      {R"("uniqueItems": true)", "schema.unique-items", {"[1,1]"}},
      {R"("uniqueItems": false)", "schema.unique-items", {}},
  });
}

TEST(KeywordCases, BoundsAreAskedOfNumbersAlone) {
  expect_refused({
      {R"("minimum": 0)", "schema.range", {"-7"}},
      {R"("minimum": 1.5)", "schema.range", {"0", "-7"}},
      {R"("minimum": 1.51)", "schema.range", {"0", "1.5", "-7"}},
      {R"("minimum": -7)", "schema.range", {}},
      {R"("maximum": 1.5)", "schema.range", {}},
      {R"("maximum": 1.49)", "schema.range", {"1.5"}},
      {R"("maximum": -7)", "schema.range", {"0", "1.5"}},
      {R"("exclusiveMinimum": -7)", "schema.range", {"-7"}},
      {R"("exclusiveMinimum": -7.1)", "schema.range", {}},
      {R"("exclusiveMaximum": 1.5)", "schema.range", {"1.5"}},
      {R"("exclusiveMaximum": 1.6)", "schema.range", {}},
      {R"("multipleOf": 1.5)", "schema.multiple-of", {"-7"}},
      {R"("multipleOf": 7)", "schema.multiple-of", {"1.5"}},
      {R"("multipleOf": 0.5)", "schema.multiple-of", {}},
      {R"("multipleOf": 100)", "schema.multiple-of", {"1.5", "-7"}},
  });
}

TEST(KeywordCases, FormsAreAskedOfTextsAlone) {
  expect_refused({
      {R"("pattern": "^a")", "schema.pattern", {R"("")"}},
      {R"("pattern": "^$")", "schema.pattern", {R"("ab")"}},
      {R"("pattern": "[0-9]")", "schema.pattern", {R"("")", R"("ab")"}},
      {R"("format": "date")", "schema.format", {R"("")", R"("ab")"}},
      {R"("format": "hostname")", "schema.format", {R"("")"}},
      {R"("format": "uri-reference")", "schema.format", {}},
      {R"("x-crosswalk": {"as": "flag"})", "schema.type", {"1.5", "-7"}},
      {R"("x-crosswalk": {"as": "integer"})", "schema.type", {"1.5"}},
      {R"("x-crosswalk": {"as": "unix"})", "schema.type", {"1.5"}},
      {R"("x-crosswalk": {"as": "number"})", "schema.type", {}},
  });
}

TEST(KeywordCases, ElementsAreAskedOfArraysAlone) {
  expect_refused({
      {R"("items": {"type": "integer"})", "", {}},
      {R"("items": {"maximum": 1})", "", {}},
      {R"("items": [true])", "", {}},
      {R"("items": [{"const": 1}], "additionalItems": {"const": 1})", "", {}},
      {R"("contains": {"const": 1})", "schema.contains", {"[]"}},
      {R"("contains": {"const": 2})", "schema.contains", {"[]", "[1]", "[1,1]"}},
      {R"("contains": true)", "schema.contains", {"[]"}},
      {R"("contains": false)", "schema.contains", {"[]", "[1]", "[1,1]"}},
      {R"("items": [true], "additionalItems": false)", "schema.false", {"[1,1]"}},
      {R"("additionalItems": false)", "", {}},
      {R"("items": [{"const": 2}])", "schema.const", {"[1]", "[1,1]"}},
      {R"("items": [true, {"const": 2}])", "schema.const", {"[1,1]"}},
  });
}

TEST(KeywordCases, MembersAreAskedOfObjectsAlone) {
  const std::string one = R"({"a":1})";
  const std::string two = R"({"a":1,"b":2})";
  expect_refused({
      {R"("required": ["a"])", "schema.required", {"{}"}},
      {R"("required": ["b"])", "schema.required", {"{}", one}},
      {R"("required": [])", "", {}},
      {R"("properties": {"a": {"const": 2}})", "schema.const", {one, two}},
      {R"("properties": {"b": {"const": 1}})", "schema.const", {two}},
      {R"("properties": {"a": false})", "schema.false", {one, two}},
      {R"("properties": {"c": false})", "", {}},
      {R"("patternProperties": {"^b": {"const": 1}})", "schema.const", {two}},
      {R"("properties": {"a": true}, "additionalProperties": false)",
       "schema.unknown-field",
       {two}},
      {R"("properties": {"a": true}, "additionalProperties": {"const": 1})", "schema.const", {two}},
      {R"("patternProperties": {"^[ab]$": true}, "additionalProperties": false)", "", {}},
      {R"("propertyNames": {"const": "a"})", "schema.property-names", {two}},
      {R"("propertyNames": {"maxLength": 1})", "", {}},
      {R"("dependencies": {"a": ["b"]})", "schema.dependency", {one}},
      {R"("dependencies": {"b": ["a"]})", "", {}},
      {R"("dependencies": {"a": {"minProperties": 2}})", "schema.min-properties", {one}},
      {R"("dependencies": {"b": false})", "schema.false", {two}},
  });
}

TEST(KeywordCases, CombinationsTurnWhatTheirSchemasSay) {
  const std::vector<std::string> numbers = {"0", "1.5", "-7"};
  expect_refused({
      {R"("not": {"type": "number"})", "schema.not", numbers},
      {R"("not": {})", "schema.not", kValues},
      {R"("not": false)", "schema.not", {}},
      {R"("not": {"not": {"type": "number"}})", "schema.not", all_but(numbers)},
      {R"("not": {"type": "number", "minimum": 0})", "schema.not", {"0", "1.5"}},
      {R"("not": {"minimum": 0})", "schema.not", all_but({"-7"})},
      {R"("allOf": [{"minimum": 0}, {"maximum": 1}])", "schema.range", {"1.5", "-7"}},
      {R"("anyOf": [{"minimum": 0}, {"maximum": -7}])", "", {}},
      {R"("anyOf": [{"type": "number"}, {"type": "integer"}])", "schema.any-of", all_but(numbers)},
      {R"("oneOf": [{"type": "number"}, {"type": "integer"}])", "schema.one-of", all_but({"1.5"})},
      {R"("oneOf": [true, {"type": "number"}])", "schema.one-of", numbers},
      {R"("if": {"type": "number"}, "then": {"const": 0})", "schema.const", {"1.5", "-7"}},
      {R"("if": {"type": "number"}, "else": {"const": 0})", "schema.const", all_but(numbers)},
      {R"("if": {"type": "number"}, "then": false)", "schema.if", numbers},
      {R"("if": {"type": "number"}, "else": false)", "schema.if", all_but(numbers)},
      {R"("if": false, "then": false)", "", {}},
      {R"("if": true, "else": false)", "", {}},
  });
}

// A check of its own names the failure; what passes is the same.
TEST(KeywordCases, MustRefusesWhatItsSchemaRefuses) {
  const auto must = [](const std::string& schema) {
    return R"("x-crosswalk": {"checks": [{"must": )" + schema + R"(, "rule": "v.a"}]})";
  };
  for (const auto& [schema, refused] : std::map<std::string, std::vector<std::string>>{
           {R"({"type": "number"})", all_but({"0", "1.5", "-7"})},
           {R"({"minimum": 0})", {"-7"}},
           {R"({"not": {"type": "array"}})", {"[]", "[1]", "[1,1]"}},
           {R"({"minItems": 2})", {"[]", "[1]"}},
           {R"({"required": ["b"]})", {"{}", R"({"a":1})"}},
           {R"({"maxLength": 1})", {R"("ab")"}},
           {"true", {}}}) {
    const auto compiled = compile("{" + must(schema) + '}');
    ASSERT_EQ(compiled->error, "") << schema;
    for (const std::string& value : kValues) {
      const Judged judged = judge(*compiled, value);
      const bool is_refused = std::find(refused.begin(), refused.end(), value) != refused.end();
      EXPECT_EQ(rules_of(*compiled, judged), is_refused ? "v.a" : "") << schema << value;
      EXPECT_TRUE(judged.good) << "no plain keyword failed: " << schema << value;
    }
  }
}

}  // namespace
}  // namespace crosswalk::check
