// Checks over several values: elements with the same key, times in order; and checks that stand in
// branches.
#include "check/run.h"

#include <random>
#include <set>

#include "check_support.h"

namespace crosswalk::check {
namespace {

/// `rule@offset` of each finding.
std::string places_on(const std::string& schema, std::string_view document) {
  const auto compiled = compile(schema);
  EXPECT_EQ(compiled->error, "");
  std::string places;
  for (const auto& finding : judge(*compiled, document).findings) {
    if (!places.empty()) places += ' ';
    places += compiled->rules.rule(finding.rule).name + '@' + std::to_string(finding.offset);
  }
  return places;
}

std::string with_checks(const std::string& checks) {
  return R"({"x-crosswalk": {"checks": [)" + checks + "]}}";
}

const std::string kDistinct = with_checks(
    R"({"unique": ["/n"], "rest": "different", "rule": "v.a"},
       {"unique": ["/n"], "rest": "equal", "rule": "v.b", "severity": "warning"})");

TEST(DistinctElements, TellsARepeatAtItsKey) {
  const std::string schema = with_checks(R"({"unique": ["/n"], "rule": "v.a"})");
  EXPECT_EQ(places_on(schema, R"([{"n":1},{"n":2},{"n":"1"},{"n":1}])"), "v.a@22 v.a@32");
  EXPECT_EQ(places_on(schema, R"([{"n":1},{"m":1},{"n":""},{"n":""},{"n":null},7])"), "");
}

TEST(DistinctElements, MayBeTheirOwnKeys) {
  const std::string schema =
      R"({"items": {"type": "string"}, )" +
      with_checks(R"({"unique": [""], "rule": "v.a", "severity": "warning"})").substr(1);
  EXPECT_EQ(places_on(schema, R"(["a","b","a"])"), "v.a@9");
  EXPECT_EQ(places_on(schema, R"(["a","b","",""])"), "");
}

TEST(DistinctElements, MayDifferInTheRestOrNot) {
  EXPECT_EQ(places_on(kDistinct, R"([{"n":1,"v":2},{"n":1,"v":3}])"), "v.a@20");
  EXPECT_EQ(places_on(kDistinct, R"([{"n":1,"v":2},{"v":2.0,"n":1}])"), "v.b@28");
}

TEST(DistinctElements, HaveKeysOfSeveralParts) {
  const std::string schema = with_checks(R"({"unique": ["/a", "/b/c"], "rule": "v.a"})");
  EXPECT_EQ(places_on(schema, R"([{"a":1,"b":{"c":23}},{"a":12,"b":{"c":3}}])"), "");
  EXPECT_EQ(places_on(schema, R"([{"a":1,"b":{"c":2}},{"b":{"c":2},"a":1}])"), "v.a@38");
}

TEST(DistinctElements, AreToldApartInListsOfAnyLength) {
  const std::string schema = with_checks(R"({"unique": ["/n", "/m"], "rule": "v.a"})");
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i) {
    std::string document = "[";
    std::string expected;
    std::set<std::string> seen;
    for (std::size_t left = random() % 40; left > 0; --left) {
      document += document.size() > 1 ? "," : "";
      // Names of one length with the same ends, and elements without a key.
      const std::string name = "long_name_" + std::to_string(random() % 500) + "_that_ends_alike";
      const std::size_t place = document.size() + std::string_view(R"({"n":)").size();
      const bool has_key = random() % 4 != 0;
      document += R"({"n":")" + name + (has_key ? R"(","m":1})" : R"("})");
      if (!has_key || seen.insert(name).second) continue;
      expected += (expected.empty() ? "v.a@" : " v.a@") + std::to_string(place);
    }
    EXPECT_EQ(places_on(schema, document + ']'), expected) << document;
  }
}

TEST(DistinctElements, NameTheLineOfTheFirst) {
  const auto compiled = compile(with_checks(R"({"unique": ["/n"], "rule": "v.a"})"));
  const Judged judged = judge(*compiled, "\n[\n{\"n\":1},\n{\"n\":1}]");
  ASSERT_EQ(judged.findings.size(), 1U);
  EXPECT_EQ(judged.findings[0].related_line, 3U);
  EXPECT_EQ(judged.findings[0].pointer, "/1/n");
}

TEST(Order, TellsTheSecondTimeIfItIsEarlier) {
  const std::string schema = with_checks(R"({"order": ["/from", "/in/to"], "rule": "v.a"})");
  EXPECT_EQ(places_on(schema, R"({"from":"2024-02-01","in":{"to":"2024-01-31"}})"), "v.a@32");
  EXPECT_EQ(places_on(schema, R"({"from":"2024-02-01","in":{"to":"2024-02-01"}})"), "");
  EXPECT_EQ(places_on(schema, R"({"from":"2024-02-01","in":{"to":"soon"}})"), "");
  EXPECT_EQ(places_on(schema, R"({"from":"2024-02-01","in":7})"), "");
}

TEST(Order, MayBeStrict) {
  const std::string schema =
      with_checks(R"({"order": ["/a", "/b"], "strict": true, "rule": "v.a"})");
  EXPECT_EQ(places_on(schema, R"({"a":"2024-02-01","b":"2024-02-01"})"), "v.a@22");
  EXPECT_EQ(places_on(schema, R"({"a":"2024-02-01T01:00:00+01:00","b":"2024-02-01T00:00:00Z"})"),
            "v.a@37");
}

TEST(Checks, InABranchCountWhereItHolds) {
  const std::string must = R"("x-crosswalk": {"checks": [{"must": false, "rule": "v.a"}]})";
  const std::string one = R"({"required": ["a"], )" + must + "}";
  const std::vector<std::string> schemas = {R"({"anyOf": [)" + one + R"(, {"required": ["b"]}]})",
                                            R"({"oneOf": [)" + one + R"(, {"required": ["b"]}]})",
                                            R"({"dependencies": {"a": )" + one + "}}",
                                            R"({"allOf": [{"anyOf": [)" + one + ", true]}]}",
                                            R"({"if": {"required": ["a"]}, "then": )" + one + "}"};
  for (const std::string& schema : schemas) {
    EXPECT_EQ(rules_on(schema, R"({"a": 1})"), "v.a") << schema;
    EXPECT_EQ(rules_on(schema, R"({"b": 1})"), "") << schema;
  }
}

TEST(Checks, InABranchCountForValuesInsideToo) {
  const std::string schema = R"({"oneOf": [
      {"required": ["a"], "properties": {"a": {"items": {"x-crosswalk": {"checks": [
        {"must": {"minimum": 5}, "rule": "v.a", "severity": "warning"}]}}}}},
      {"required": ["b"]}]})";
  EXPECT_EQ(places_on(schema, R"({"a":[7,3]})"), "v.a@8");
  EXPECT_EQ(places_on(schema, R"({"b":1})"), "");
  EXPECT_EQ(rules_on(schema, R"({"a":[3],"b":1})"), "schema.one-of");
}

TEST(Checks, OfARecursiveSchemaEnd) {
  const std::string schema = R"({"anyOf": [{"type": "null"}, {"properties": {"next": {"$ref": "#"}},
      "x-crosswalk": {"checks": [{"must": {"maxProperties": 0}, "rule": "v.a"}]}}]})";
  EXPECT_EQ(places_on(schema, R"({"next":{"next":null}})"), "v.a@8 v.a@0");
}

}  // namespace
}  // namespace crosswalk::check
