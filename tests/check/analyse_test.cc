// What an instruction can refuse is known when the schema is compiled.
#include "check/analyse.h"

#include "check_support.h"

namespace crosswalk::check {
namespace {

using json::Kind;

// The mask that the first plain instruction of the root applies to.
KindBits applies_of(const std::string& schema) {
  const auto compiled = compile(schema);
  EXPECT_EQ(compiled->error, "");
  return compiled->program ? compiled->program->code().plain(0).front().applies : KindBits{0};
}

TEST(Analyse, LetsATypeTestOnlyKindsThatItRefuses) {
  EXPECT_EQ(applies_of(R"({"type": ["string", "number"]})") & (kStringKind | kNumberKind), 0);
  EXPECT_NE(applies_of(R"({"type": "string"})") & kNumberKind, 0);
  EXPECT_NE(applies_of(R"({"type": "integer"})") & kNumberKind, 0);
}

TEST(Analyse, TurnsTheMasksRoundForNot) {
  EXPECT_EQ(applies_of(R"({"not": {"type": "null"}})"), bit(Kind::kNull));
  EXPECT_EQ(applies_of(R"({"not": {"type": "string", "pattern": "@"}})"), kStringKind);
  EXPECT_EQ(applies_of(R"({"not": {"enum": ["", null]}})"), kStringKind | bit(Kind::kNull));
  EXPECT_EQ(applies_of(R"({"not": {"not": {"maxLength": 2}}})"), kStringKind);
  EXPECT_EQ(applies_of(R"({"not": true})"), kAnyKind);
  EXPECT_EQ(applies_of(R"({"not": false})"), 0);
}

TEST(Analyse, FusesNotAndASingleTest) {
  const auto compiled = compile(R"({"not": {"type": "string", "pattern": "@"}})");
  ASSERT_TRUE(compiled->program);
  const Instruction& fused = compiled->program->code().plain(0).front();
  EXPECT_EQ(fused.op, Op::kPattern);
  EXPECT_TRUE(fused.negated);
  EXPECT_EQ(rules_on(R"({"not": {"type": "string", "pattern": "@"}})", R"("a@b")"), "schema.not");
  EXPECT_EQ(rules_on(R"({"not": {"type": "string", "pattern": "@"}})", R"("ab")"), "");
  EXPECT_EQ(rules_on(R"({"not": {"not": {"pattern": "@"}}})", R"("ab")"), "schema.not");
}

TEST(Analyse, LeavesNotAloneAroundSeveralTests) {
  const auto compiled = compile(R"({"not": {"pattern": "@", "maxLength": 3}})");
  ASSERT_TRUE(compiled->program);
  EXPECT_EQ(compiled->program->code().plain(0).front().op, Op::kNot);
}

TEST(Analyse, HandsTheMasksThroughCombinations) {
  EXPECT_EQ(applies_of(R"({"allOf": [{"maxLength": 2}]})"), kStringKind);
  EXPECT_EQ(applies_of(R"({"if": {"const": 1}, "then": {"maxLength": 2}, "else": {"minimum": 1}})"),
            kStringKind | kNumberKind);
}

TEST(Analyse, KnowsWhichKindsReachExtraChecks) {
  const auto compiled =
      compile(R"({"if": {"not": {"const": 0}}, "then": {"x-crosswalk": {"checks": [
      {"within": {"from": "1990-01-01", "ahead_days": 1}, "rule": "v.a"}]}},
      "x-crosswalk": {"checks": [{"must": {"not": {"type": "null"}}, "rule": "v.b"}]}})");
  ASSERT_TRUE(compiled->program);
  EXPECT_EQ(compiled->program->code().nodes[0].extras,
            kStringKind | kNumberKind | bit(Kind::kNull));
}

TEST(Analyse, RefusesARingOnTheSameValue) {
  EXPECT_EQ(compile("{\"allOf\": [\n  {\"$ref\": \"#\"}]}")->error,
            "test.json:1:1: this schema leads back to itself on the same value");
  EXPECT_NE(compile(R"({"definitions": {"a": {"$ref": "#/definitions/b"},
      "b": {"$ref": "#/definitions/a"}}})")
                ->error,
            "");
  EXPECT_NE(compile(R"({"x-crosswalk": {"parts": {"by": ",", "item": {"$ref": "#"}}}})")->error,
            "");
}

TEST(Analyse, TakesARingThatGoesDownTheValue) {
  const std::string schema =
      R"({"properties": {"next": {"$ref": "#"}}, "additionalProperties": false})";
  EXPECT_EQ(rules_on(schema, R"({"next": {"next": {"nxt": 1}}})"), "schema.unknown-field");
}

// `count` definitions, each of which leads to the next by way of `link`; the root leads to the
// first.
std::string chain(int count, const std::string& link) {
  const auto ref = [](int i) { return R"({"$ref": "#/definitions/d)" + std::to_string(i) + "\"}"; };
  const auto linked = [&](int i) {
    std::string text = link;
    for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at)) {
      text.replace(at, 1, ref(i));
    }
    return text;
  };
  std::string text = "{\"definitions\": {";
  for (int i = 0; i < count; ++i) {
    text += "\"d" + std::to_string(i) + "\": " + (i + 1 < count ? linked(i + 1) : "{}") + ",\n";
  }
  return text + "\"end\": {}}, \"allOf\": [" + ref(0) + "]}";
}

TEST(Analyse, RefusesSchemasThatAskTooMuchOfOneValue) {
  for (const char* link : {R"({"allOf": [@, @]})", R"({"anyOf": [@, @]})",
                           R"({"if": @, "then": @})", R"({"dependencies": {"a": @, "b": @}})"}) {
    EXPECT_EQ(compile(chain(10, link))->error, "") << link;
    EXPECT_NE(compile(chain(40, link))->error.find("asks more than 100,000 schemas of one value"),
              std::string::npos)
        << link;
  }
}

TEST(Analyse, RefusesSchemasThatLeadOnTooLong) {
  EXPECT_EQ(compile(chain(400, R"({"allOf": [@]})"))->error, "");
  EXPECT_NE(compile(chain(20'000, R"({"allOf": [@]})"))->error.find("more than 500 schemas lead"),
            std::string::npos);
}

TEST(Analyse, LetsReferencesAloneLeadOnAsLongAsTheyLike) {
  EXPECT_EQ(compile(chain(20'000, "@"))->error, "");
}

TEST(Analyse, KnowsWhatKindsABranchLetsPass) {
  const auto compiled = compile(R"({"anyOf": [{"type": "integer"}, {"type": "null"}]})");
  ASSERT_TRUE(compiled->program);
  EXPECT_EQ(compiled->program->code().nodes[0].can_pass, kNumberKind | bit(Kind::kNull));
}

}  // namespace
}  // namespace crosswalk::check
