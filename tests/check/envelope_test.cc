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

}  // namespace
}  // namespace crosswalk::check
