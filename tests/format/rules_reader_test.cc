// The words of rules.
#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::format {
namespace {

std::string rules_error(std::string_view text) {
  diagnostics::RuleCatalog rules;
  const Status loaded = load_rules(text, "r.json", rules);
  return loaded ? std::string() : loaded.error().message;
}

TEST(Rules, GetTheirWords) {
  diagnostics::RuleCatalog rules;
  const Status loaded = load_rules(
      R"({"club.age": {"severity": "warning", "once": true, "message": "{shape} is no age", "hint": "ask",
        "expected": "a number", "meaning": "Ages.", "why": "Counted.", "try": "validate --from a/b",
        "beside": {"b.csv": "age\n"}, "example": "x", "mended": "7", "cure": "Mend it."}})",
      "r.json", rules);
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  const diagnostics::Rule& rule = rules.rule(rules.find("club.age"));
  EXPECT_EQ(rule.severity, Severity::kWarning);
  EXPECT_TRUE(rule.once);
  EXPECT_EQ(rule.message, "{shape} is no age");
  EXPECT_EQ(rule.hint, "ask");
  EXPECT_EQ(rule.expected, "a number");
  EXPECT_EQ(rule.meaning, "Ages.");
  EXPECT_EQ(rule.example, "x");
  EXPECT_EQ(rule.why, "Counted.");
  EXPECT_EQ(rule.source, "");
  EXPECT_EQ(rule.command, "validate --from a/b");
  ASSERT_EQ(rule.beside.size(), 1U);
  EXPECT_EQ(rule.beside[0], (std::pair<std::string, std::string>("b.csv", "age\n")));
  EXPECT_EQ(rule.mended, "7");
  EXPECT_EQ(rule.cure, "Mend it.");
}

TEST(Rules, NameThePageAndLineThatTheyComeFrom) {
  diagnostics::RuleCatalog rules;
  const Status loaded = load_rules(
      R"({"club.age": {"severity": "info", "message": "m", "meaning": "M", "line": 14},
          "source": {"page": "Members API", "url": "https://club.example/api"}})",
      "r.json", rules);
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ(rules.find("source"), diagnostics::RuleCatalog::kNoRule);
  const diagnostics::Rule& rule = rules.rule(rules.find("club.age"));
  EXPECT_EQ(rule.source, "Members API, line 14");
  EXPECT_EQ(rule.url, "https://club.example/api");
}

TEST(Rules, RefuseALineOfNoPage) {
  EXPECT_EQ(rules_error(R"({"a.b": {"line": 3}})"),
            "r.json:1:18: a line of no page: the file has no \"source\", at /a.b/line");
  EXPECT_EQ(rules_error(R"({"source": {"pgae": "x"}})"),
            "r.json:1:13: unknown word of a source \"pgae\" (did you mean page?), at /source/pgae");
}

TEST(Rules, NeedSeverityMessageAndMeaning) {
  EXPECT_EQ(rules_error(R"({"a.b": {"message": "m", "meaning": "M"}})"),
            "r.json:1:2: a rule without severity, at /a.b");
  EXPECT_EQ(rules_error(R"({"a.b": {"severity": "info", "meaning": "M"}})"),
            "r.json:1:2: a rule without message, at /a.b");
  EXPECT_EQ(rules_error(R"({"a.b": {"severity": "info", "message": "m"}})"),
            "r.json:1:2: a rule without meaning, at /a.b");
}

TEST(Rules, RefuseUnknownWords) {
  EXPECT_EQ(
      rules_error(R"({"a.b": {"mesage": "m"}})"),
      "r.json:1:10: unknown word of a rule \"mesage\" (did you mean message?), at /a.b/mesage");
  EXPECT_EQ(rules_error(R"({"a.b": {"severity": "off"}})"),
            "r.json:1:22: unknown severity \"off\", at /a.b/severity");
}

TEST(Rules, RefuseTemplateWordsThatNothingFills) {
  EXPECT_EQ(rules_error(R"({"a.b": {"message": "row has {fuond} cells"}})"),
            "r.json:1:21: unknown word {fuond} in a message, at /a.b/message");
  EXPECT_EQ(rules_error(R"({"a.b": {"hint": "{value}"}})"),
            "r.json:1:18: unknown word {value} in a message, at /a.b/hint");
}

TEST(Rules, LeaveOtherBracesAlone) {
  EXPECT_EQ(
      rules_error(R"({"a.b": {"severity": "info", "message": "a { or } or {}", "meaning": "M"}})"),
      "");
}

TEST(Rules, AreAnObjectOfObjects) {
  EXPECT_EQ(rules_error("[]"), "r.json:1:1: wanted an object, found a list");
  EXPECT_EQ(rules_error(R"({"a.b": "m"})"), "r.json:1:9: wanted an object, found a text, at /a.b");
}

TEST(Rules, OfTheCoreAllHaveWordsAndTheirSeverity) {
  const diagnostics::RuleCatalog bare;
  diagnostics::RuleCatalog rules;
  const Status loaded = load_rules(project_file("schemas/core/rules.json"), "core", rules);
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_GE(rules.size(), bare.size());  // formats of several vendors share some more
  for (diagnostics::RuleId id = 0; id < bare.size(); ++id) {
    EXPECT_FALSE(rules.rule(id).message.empty()) << bare.rule(id).name;
    EXPECT_EQ(rules.rule(id).severity, bare.rule(id).severity) << bare.rule(id).name;
  }
}

}  // namespace
}  // namespace crosswalk::format
