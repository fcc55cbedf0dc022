// What an envelope says of the records in it, whole or made of settings.
#include "check/envelope.h"

#include <algorithm>

#include "check_support.h"

namespace crosswalk::check {
namespace {

const std::string kSchema = R"({
  "required": ["mode", "list"],
  "properties": {"mode": {"enum": ["a", "b"]}, "size": {"type": "integer"},
    "list": {"minItems": 1, "items": {"title": "base", "type": "object"}}},
  "allOf": [
    {"if": {"properties": {"mode": {"const": "a"}}},
     "then": {"properties": {"list": {"items": {"title": "in a"}}}},
     "else": {"properties": {"list": {"items": {"title": "not in a"}}}}},
    {"dependencies": {"size": {"properties": {"list": {"items": {"title": "sized"}}}}}},
    {"if": {"properties": {"list": {"maxItems": 1}}},
     "then": {"properties": {"list": {"items": {"title": "alone"}}}}}]})";

const format::RecordPlace kPlace{"/list", {"list"}, true};

class EnvelopeTest : public ::testing::Test {
 protected:
  EnvelopeTest() : compiled_(compile(kSchema)) {}

  Envelope envelope(const std::string& text, bool is_whole) {
    text_ = text;
    std::vector<json::Fault> faults;
    json::parse(text_, {}, tape_, faults);
    return {text_, &tape_, is_whole};
  }

  /// Titles of the nodes that judge a record.
  std::vector<std::string> nodes(const std::string& text, bool is_whole = true) {
    std::vector<std::string> titles;
    const auto options = compiled_->options();
    for (const format::NodeId node :
         record_nodes(*compiled_->program, kPlace, envelope(text, is_whole), options))
      titles.push_back(compiled_->schema->nodes[node].title);
    return titles;
  }

  std::string findings(const std::string& text, bool is_whole = true) {
    Judged judged;
    check_envelope(*compiled_->program, kPlace, envelope(text, is_whole), compiled_->options(),
                   judged.findings);
    return rules_of(*compiled_, judged);
  }

  std::unique_ptr<Compiled> compiled_;
  std::string text_;
  json::Tape tape_;
};

using Titles = std::vector<std::string>;

TEST_F(EnvelopeTest, ChoosesTheNodesWhoseConditionsHold) {
  EXPECT_EQ(nodes(R"({"mode":"a","list":[1,2]})"), (Titles{"base", "in a"}));
  EXPECT_EQ(nodes(R"({"mode":"b","list":[1,2],"size":1})"), (Titles{"base", "not in a", "sized"}));
  EXPECT_EQ(nodes(R"({"list":[]})"), (Titles{"base", "in a", "alone"}));
}

TEST_F(EnvelopeTest, OfSettingsDecidesOnlyWhatIsSet) {
  EXPECT_EQ(nodes("{}", false), Titles{"base"});
  EXPECT_EQ(nodes(R"({"mode":"b"})", false), (Titles{"base", "not in a"}));
  EXPECT_EQ(nodes(R"({"size":1})", false), (Titles{"base", "sized"}));
}

TEST_F(EnvelopeTest, IsJudgedWithoutItsRecords) {
  EXPECT_EQ(findings(R"({"mode":"c","list":[1]})"), "schema.enum");
  EXPECT_EQ(findings(R"({"mode":"a","list":[]})"), "schema.min-items");
  EXPECT_EQ(findings(R"({"mode":"a","list":[1,"x"]})"), "");
  EXPECT_EQ(findings(R"({"list":[1]})"), "schema.required");
}

TEST_F(EnvelopeTest, OfSettingsMissesNothing) {
  EXPECT_EQ(findings("{}", false), "");
  EXPECT_EQ(findings(R"({"mode":"c","size":"x"})", false), "schema.enum schema.type");
}

TEST_F(EnvelopeTest, IsMadeOfSettingsTypedByTheSchema) {
  EXPECT_EQ(
      envelope_of_settings(*compiled_->program, {{"size", "7"}, {"mode", "7"}, {"else", "x"}}),
      R"({"size":7,"mode":"7"})");
  EXPECT_EQ(envelope_of_settings(*compiled_->program, {{"size", "x\""}}), R"({"size":"x\""})");
  EXPECT_EQ(envelope_of_settings(*compiled_->program, {}), "{}");
}

TEST_F(EnvelopeTest, HasAPlaceForItsRecords) {
  EXPECT_EQ(records_token(envelope(R"({"list":[]})", true), kPlace), 2U);
  EXPECT_EQ(records_token(envelope("{}", true), kPlace), std::nullopt);
  EXPECT_EQ(records_token(envelope("[]", true), kPlace), std::nullopt);
}

// A place deeper down, behind references and patterns, whose value is the record itself.
TEST(Envelope, LeadsToARecordInsideOfMembers) {
  const auto compiled =
      compile(R"({"allOf": [{"$ref": "#/definitions/root"}], "definitions": {"root": {
      "properties": {"body": {"properties": {"one": {"title": "by name"}},
                              "patternProperties": {"^o": {"title": "by pattern"}}}},
      "allOf": [{"properties": {"body": {"if": {"required": ["kind"]},
        "then": {"properties": {"one": {"title": "with kind"}}},
        "else": {"properties": {"one": {"title": "without kind"}}}}}}]}}})");
  ASSERT_EQ(compiled->error, "");
  const format::RecordPlace place{"/body/one", {"body", "one"}, false};
  const auto titles = [&](const std::string& text, bool is_whole) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    json::parse(text, {}, tape, faults);
    Titles found;
    for (const format::NodeId node :
         record_nodes(*compiled->program, place, {text, &tape, is_whole}, compiled->options()))
      found.push_back(compiled->schema->nodes[node].title);
    std::sort(found.begin(), found.end());
    return found;
  };
  EXPECT_EQ(titles(R"({"body":{"kind":1,"one":{}}})", true),
            (Titles{"by name", "by pattern", "with kind"}));
  EXPECT_EQ(titles(R"({"body":{"one":{}}})", true),
            (Titles{"by name", "by pattern", "without kind"}));
  EXPECT_EQ(titles(R"({"body":{}})", false), (Titles{"by name", "by pattern"}))
      << "what is not set decides nothing";
  EXPECT_EQ(titles("{}", true), (Titles{"by name", "by pattern"})) << "there is no body to ask";
}

TEST(Envelope, FindsTheRecordsOnlyBehindObjects) {
  const format::RecordPlace place{"/a/b", {"a", "b"}, true};
  for (const auto& [text, expected] :
       std::vector<std::pair<std::string, std::optional<std::uint32_t>>>{
           {R"({"a":{"b":[]}})", 4U},
           {R"({"x":1,"a":{"b":[]}})", 6U},
           {R"({"a":{"b":null}})", 4U},
           {R"({"a":{"c":[]}})", std::nullopt},
           {R"({"a":[{"b":[]}]})", std::nullopt},
           {R"({"a":"b"})", std::nullopt},
           {R"({"b":[]})", std::nullopt},
           {"null", std::nullopt}}) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    json::parse(text, {}, tape, faults);
    EXPECT_EQ(records_token({text, &tape, true}, place), expected) << text;
  }
}

}  // namespace
}  // namespace crosswalk::check
