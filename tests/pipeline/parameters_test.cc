// What a schema says of a form's parameters, in the words of forms.
#include "pipeline/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/loader.h"
#include "json/parser.h"

namespace crosswalk::pipeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kFormat = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "t",
  "type": "object", "required": ["User", "Rows"], "additionalProperties": false,
  "properties": {"User": {"type": "string", "minLength": 2}, "mode": {"enum": ["a", "b"]},
                 "Rows": {"type": "array", "items": {}}},
  "x-crosswalk": {"records": "/Rows", "layouts": {"json": {}}}})";

class ParametersTest : public testing::Test {
 protected:
  ParametersTest() {
    auto loaded = format::load_definition(kFormat, "v/f", "f.json", rules_);
    EXPECT_TRUE(loaded.ok()) << loaded.error().message;
    definition_ = std::move(loaded).value();
    program_ = check::Program::compile(definition_.schema, rules_).value();
  }

  // Judges parameters of which each name and value stands at a byte of its own: 10, 20, 30, ...
  std::vector<std::string> told(const std::vector<std::pair<std::string, std::string>>& parameters,
                                std::vector<diagnostics::RawFinding> findings = {}) {
    record::Transcript transcript;
    transcript.json = "{";
    std::uint32_t at = 0;
    for (const auto& [name, value] : parameters) {
      if (at > 0) transcript.json += ',';
      transcript.mark({at += 10, 3});
      transcript.json += '"' + name + "\":";
      transcript.mark({at += 10, 3});
      transcript.json += value;
    }
    transcript.json += '}';
    json::Tape tape;
    std::vector<json::Fault> faults;
    json::parse(transcript.json, {}, tape, faults);
    RunSetup setup;
    setup.rules = &rules_;
    setup.policy = &policy_;
    setup.definition = &definition_;
    setup.program = program_.get();
    const std::size_t first = findings.size();
    is_good_ = check_parameters(setup, {transcript.json, &tape, true}, transcript, findings);
    std::vector<std::string> lines;
    for (std::size_t i = first; i < findings.size(); ++i) {
      lines.push_back(rules_.rule(findings[i].rule).name + " @" +
                      std::to_string(findings[i].offset) + ' ' + findings[i].field);
      hint_ = findings[i].hint;
      EXPECT_EQ(findings[i].pointer, "");
    }
    return lines;
  }

  diagnostics::RuleCatalog rules_;
  diagnostics::RulePolicy policy_;
  format::Definition definition_;
  std::unique_ptr<const check::Program> program_;
  bool is_good_ = false;
  std::string hint_;
};

TEST_F(ParametersTest, PassGoodParameters) {
  EXPECT_THAT(told({{"User", "\"ann\""}, {"Rows", "[]"}}), IsEmpty());
  EXPECT_TRUE(is_good_);
}

TEST_F(ParametersTest, AreToldWhereTheyStand) {
  EXPECT_THAT(told({{"User", "\"a\""}, {"Rows", "[]"}, {"mode", "\"c\""}}),
              ElementsAre("schema.min-length @20 User", "schema.enum @60 mode"));
  EXPECT_FALSE(is_good_);
}

TEST_F(ParametersTest, AreMissingOrUnknownInTheWordsOfForms) {
  EXPECT_THAT(told({{"User", "\"ann\""}, {"mod", "\"a\""}}),
              ElementsAre("form.unknown-param @30 mod", "form.missing-param @0 Rows"));
}

TEST_F(ParametersTest, InOtherCapitalsAreMissingWithAHint) {
  EXPECT_THAT(told({{"User", "\"ann\""}, {"rows", "\"\""}}),
              ElementsAre("form.missing-param @0 Rows"));
  EXPECT_EQ(hint_, "rows is there: write it Rows");
}

TEST_F(ParametersTest, AreNotJudgedWhereTheReaderComplained) {
  diagnostics::RawFinding damaged;
  damaged.rule = diagnostics::kFormBadPercent;
  damaged.offset = 21;
  EXPECT_THAT(told({{"User", "\"%\""}, {"Rows", "[]"}}, {damaged}), IsEmpty());
}

TEST_F(ParametersTest, FollowTheCaller) {
  policy_.set(rules_, "form.unknown-param", Severity::kOff);
  EXPECT_THAT(told({{"User", "\"ann\""}, {"Rows", "[]"}, {"mod", "\"a\""}}), IsEmpty());
}

}  // namespace
}  // namespace crosswalk::pipeline
