// The walk over good records, held against the interpreter: what it calls clean, nothing is found
// in; and it does call nearly all good records clean.
#include "check/record_test.h"

#include <random>

#include "check_support.h"

namespace crosswalk::check {
namespace {

/// What both say of a document.
struct Verdicts {
  bool is_clean = false;
  std::string told;  ///< rules that the interpreter tells
};

Verdicts verdicts(const Compiled& compiled, std::string_view document, bool nfc = false) {
  json::Tape tape;
  std::vector<json::Fault> faults;
  EXPECT_TRUE(json::parse(document, {}, tape, faults)) << document;
  RunOptions options = compiled.options();
  options.nfc = nfc;
  Judged judged;
  Run run(compiled.program->code(), options, judged.findings);
  run.read_from(document, tape);
  std::string scratch;
  run.judge(value_at(document, tape, 0, scratch), 0);
  run.judge_texts(0, compiled.rules);
  Verdicts verdicts;
  verdicts.told = rules_of(compiled, judged);
  auto test = RecordTest::lay_out(compiled.program->code(), {0}, 0, options);
  EXPECT_TRUE(test);
  run.read_from(document, tape);
  const std::size_t before = judged.findings.size();
  verdicts.is_clean = test && test->is_clean(document, tape, run);
  EXPECT_EQ(judged.findings.size(), before) << "a test leaves no findings";
  return verdicts;
}

/// Expects both to find nothing in `document`, or both something.
void expect_same(const std::string& schema, std::string_view document, bool good) {
  const auto compiled = compile(schema);
  ASSERT_EQ(compiled->error, "");
  const Verdicts both = verdicts(*compiled, document);
  EXPECT_EQ(both.told.empty(), good) << schema << ' ' << document << ' ' << both.told;
  EXPECT_EQ(both.is_clean, good) << schema << ' ' << document;
}

constexpr const char* kRecord = R"({
  "type": "object",
  "required": ["id", "kind"],
  "additionalProperties": false,
  "properties": {
    "id": {"allOf": [{"$ref": "#/definitions/key"}], "x-crosswalk": {"pii": "id"}},
    "kind": {"enum": ["a", "b"]},
    "count": {"type": "integer", "minimum": 1},
    "day": {"type": "string", "format": "date",
            "x-crosswalk": {"as": "date", "checks": [
              {"within": {"from": "1900-01-01", "ahead_days": 1}, "rule": "v.a"}]}},
    "tags": {"type": "array", "items": {"type": "string", "maxLength": 3}, "maxItems": 2},
    "inner": {"type": ["object", "null"], "required": ["x"], "properties": {"x": {}},
              "x-crosswalk": {"checks": [
                {"must": {"not": {"required": ["y"]}}, "rule": "v.b", "severity": "warning"}]}},
    "either": {"anyOf": [{"type": "null"}, {"type": "string", "minLength": 2}]},
    "parts": {"type": "string", "x-crosswalk": {"as": "text", "parts": {"by": ";", "item": {
      "maxLength": 2,
      "x-crosswalk": {"checks": [{"must": {"not": {"const": "-"}}, "rule": "v.d"}]}}}}}
  },
  "x-crosswalk": {"checks": [{"must": {"$ref": "#/definitions/tidy"}, "rule": "v.e",
                              "severity": "warning"}]},
  "propertyNames": {"maxLength": 8},
  "patternProperties": {"^n_": {"type": "number"}, "_x$": {"minimum": 5}},
  "if": {"properties": {"kind": {"const": "b"}}},
  "then": {"required": ["count"]},
  "definitions": {"tidy": {"propertyNames": {"not": {"pattern": "z"}}},
                  "key": {"type": "string", "minLength": 1,
                          "x-crosswalk": {"checks": [
                            {"must": {"not": {"const": "0"}}, "rule": "v.c", "severity": "warning"}]}}}})";

std::string with(const std::string& members) {
  return R"({"id":"7","kind":"a")" + (members.empty() ? "" : "," + members) + '}';
}

TEST(RecordTest, IsCleanWhereNothingIsFound) {
  for (const char* members :
       {"", R"("count":3,"day":"2001-02-03")", R"("tags":[])",
        R"("tags":["a","ż\u00f3c"],"inner":{"x":[{}]})", R"("either":null,"n_a":1.5)",
        R"("either":"ab","n_y":-7)", R"("c\u006funt":3)", R"("parts":"")", R"("parts":"a;bc; d ")"})
    expect_same(kRecord, with(members), true);
  expect_same(kRecord, R"({"kind":"b","count":1,"id":"x"})", true);
}

TEST(RecordTest, DoubtsWhereSomethingIsFound) {
  for (const char* members :
       {R"("count":0)", R"("count":1.5)", R"("day":"2001-02-30")", R"("day":"1800-01-01")",
        R"("tags":["long"])", R"("tags":[1])", R"("tags":["","",""])", R"("inner":{})",
        R"("inner":{"x":1,"y":2})", R"("inner":null)", R"("either":"a")", R"("n_a":"1")",
        R"("other":1)", R"("a_x":4)", R"("n_too_long":1)", R"("inner":{"x":"Pawe?czyk"})",
        R"("parts":"a;bcd")", R"("parts":"a;-")", R"("n_z":1)"})
    expect_same(kRecord, with(members), false);
  expect_same(kRecord, R"({"id":"7"})", false);
  expect_same(kRecord, R"({"id":"0","kind":"a"})", false);
  expect_same(kRecord, R"({"id":" 7","kind":"a"})", false);
  expect_same(kRecord, R"({"id":"4.86E+10","kind":"a"})", false);
  expect_same(kRecord, R"({"id":"7","kind":"b"})", false);
  expect_same(kRecord, "[]", false);
}

TEST(RecordTest, LeavesNamesOfSeveralFamiliesToTheInterpreter) {
  const auto compiled = compile(kRecord);
  const Verdicts both = verdicts(*compiled, with(R"("n_x":7)"));
  EXPECT_EQ(both.told, "");
  EXPECT_FALSE(both.is_clean);
}

TEST(RecordTest, AsksForNfcUnlessTextsAreMadeSo) {
  const auto compiled = compile(kRecord);
  const std::string decomposed = "{\"id\":\"e\xCC\x81\",\"kind\":\"a\"}";
  EXPECT_FALSE(verdicts(*compiled, decomposed).is_clean);
  EXPECT_TRUE(verdicts(*compiled, decomposed, true).is_clean);
}

TEST(RecordTest, FollowsSchemasThatReferToThemselves) {
  const std::string tree = R"({"type":"object","properties":{
    "leaf":{"type":"number"},"next":{"$ref":"#"},"all":{"items":{"$ref":"#"}}}})";
  expect_same(tree, R"({"next":{"all":[{"leaf":1},{"next":{"leaf":2}}]}})", true);
  expect_same(tree, R"({"next":{"all":[{"leaf":1},{"next":{"leaf":"2"}}]}})", false);
}

/// Values of all kinds, for a schema with few names.
class Documents {
 public:
  std::string value(int depth) {
    switch (random_() % (depth > 0 ? 8 : 6)) {
      case 0:
        return std::to_string(random_() % 9);
      case 1:
        return random_() % 2 == 0 ? "null" : "true";
      case 6:
        return '[' + value(depth - 1) + ',' + value(depth - 1) + ']';
      case 7:
        return object(depth - 1);
      default:
        return std::array{
            R"("a")", R"("b")", R"("2001-02-03")", R"("7")", R"(" 7")", R"("-;b")"}[random_() % 6];
    }
  }
  std::string object(int depth) {
    static constexpr std::array kNames = {"id",     "kind", "count", "day", "tags",  "inner",
                                          "either", "n_a",  "x",     "b_x", "parts", "n_z"};
    std::string text = "{";
    for (const char* name : kNames) {
      if (random_() % 3 == 0) continue;
      text += (text.size() > 1 ? ",\"" : "\"") + std::string(name) + "\":" + value(depth);
    }
    return text + '}';
  }

 private:
  std::mt19937 random_{11};
};

TEST(RecordTest, NeverCallsCleanWhatTheInterpreterFindsSomethingIn) {
  const auto compiled = compile(kRecord);
  Documents documents;
  for (int i = 0; i < 20'000; ++i) {
    const std::string document = documents.object(2);
    const Verdicts both = verdicts(*compiled, document);
    EXPECT_TRUE(!both.is_clean || both.told.empty()) << document << ' ' << both.told;
  }
}

}  // namespace
}  // namespace crosswalk::check
