// The values of a record and their ways.
#include "conversion/source_walk.h"

#include <gtest/gtest.h>

#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

struct Walked {
  Mapping mapping;
  SourceWalk walk;
  std::vector<Arrival> arrivals;

  explicit Walked(std::string_view from)
      : mapping(
            Mapping::compile(format_called(from), format_called("aixon/customers"), {}).value()),
        walk(mapping) {}

  /// `column=value` of each arrival.
  std::vector<std::string> operator()(const std::string& text) {
    json::Tape tape;
    std::vector<json::Fault> faults;
    EXPECT_TRUE(json::parse(text, {}, tape, faults));
    walk.walk(text, tape, 0, arrivals);
    std::vector<std::string> told;
    for (const Arrival& one : arrivals) {
      const std::string_view value =
          one.token == 0 ? std::string_view() : json::raw(text, tape.tokens[one.token]);
      told.push_back(walk.routes()[one.route].column + '=' + std::string(value));
    }
    return told;
  }
};

using Texts = std::vector<std::string>;

TEST(SourceWalk, GoesDownTheMembersThatTheSchemaKnows) {
  Walked walked("primedata/profile");
  EXPECT_EQ(
      walked(
          R"({"trait":{"vip":true,"full_name":"A"},"profile_id":"p","identity":{"email":["x"]}})"),
      (Texts{"trait.vip=true", "trait.full_name=\"A\"", "profile_id=\"p\"",
             "identity.email=[\"x\"]"}));
}

TEST(SourceWalk, GivesAValueForEachPair) {
  Walked walked("expertsender/customers");
  EXPECT_EQ(
      walked(
          R"({"customAttributes":[{"name":"a","value":"1"},{"value":"2","name":"b"},{"name":"c"},{"value":"d"}],"consentsData":{"consents":[{"id":3,"value":"True"}]}})"),
      (Texts{"customAttributes.a=\"1\"", "customAttributes.b=\"2\"",
             "customAttributes.c=", "consents.3=\"True\""}));
}

TEST(SourceWalk, NamesWhatTheSchemaDoesNotKnow) {
  Walked walked("expertsender/customers");
  EXPECT_EQ(walked(R"({"shoe":42,"consentsData":{"x":{"y":1}}})"),
            (Texts{"shoe=42", "consentsData.x={\"y\":1}"}));
  EXPECT_EQ(walked.walk.routes()[walked.arrivals[0].route].entry, Route::kUnknown);
}

TEST(SourceWalk, PassesOverWhatIsNotOfTheShape) {
  Walked walked("expertsender/customers");
  EXPECT_EQ(walked(R"({"consentsData":null,"customAttributes":"none"})"), Texts{});
  EXPECT_EQ(walked("[1]"), Texts{});
}

TEST(SourceWalk, RemembersNames) {
  Walked walked("primedata/profile");
  walked(R"({"trait":{"a":1}})");
  const std::size_t known = walked.walk.routes().size();
  walked(R"({"trait":{"a":2}})");
  EXPECT_EQ(walked.walk.routes().size(), known);
}

}  // namespace
}  // namespace crosswalk::conversion
