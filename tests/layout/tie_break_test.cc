// Formats with the same names, and documents that only one of them takes.
#include "layout/tie_break.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/temp_folder.h"

namespace crosswalk::layout {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

std::string format_with(std::string_view message, std::string_view layouts) {
  return R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Answer",
      "type": "object", "required": ["message"], "properties": {"message": )" +
         std::string(message) + R"(}, "x-crosswalk": {)" + std::string(layouts) + "}}";
}

constexpr std::string_view kJson = R"("layouts": {"json": {}})";
constexpr std::string_view kLines = R"("records": "", "layouts": {"json": {}, "ndjson": {}})";
constexpr std::string_view kTexts = R"({"type": "array", "items": {"type": "string"}})";

/// Two formats with one member of the same name.
class TieBreak : public testing::Test {
 protected:
  void load(std::string_view one, std::string_view other, std::string_view layouts = kJson) {
    std::filesystem::create_directory(folder_.path("club"));
    tests::write_file(folder_.path("club/one.schema.json"), format_with(one, layouts));
    tests::write_file(folder_.path("club/other.schema.json"), format_with(other, layouts));
    const Status added = library_.add_folder(folder_.path("club"));
    ASSERT_TRUE(added.ok()) << added.error().message;
  }

  /// Names of those with the best score.
  std::vector<std::string> best(std::string_view text, bool complete = true) {
    candidates_ = detect(text, complete, library_);
    std::vector<std::string> names;
    for (const Candidate& candidate : candidates_) {
      if (candidate.score == candidates_.front().score) names.push_back(candidate.definition->name);
    }
    return names;
  }

  tests::TempFolder folder_;
  format::Library library_;
  std::vector<Candidate> candidates_;
};

TEST_F(TieBreak, ChoosesTheFormatThatTakesTheDocument) {
  load(kTexts, R"({"type": "object"})");
  EXPECT_THAT(best(R"({"message": []})"), ElementsAre("club/one"));
  EXPECT_THAT(candidates_.front().evidence, Contains("its rules find least wrong with it"));
  EXPECT_THAT(best(R"({"message": {}})"), ElementsAre("club/other"));
}

TEST_F(TieBreak, WeighsOneErrorNearTheRootMoreThanManyBelow) {
  load(kTexts, R"({"type": "object"})");
  EXPECT_THAT(best(R"({"message": [1, 2, 3]})"), ElementsAre("club/one"));
}

TEST_F(TieBreak, LeavesWhatBothTakeAndWhatNeitherTakes) {
  load(kTexts, R"({"type": "object"})");
  EXPECT_THAT(best(R"({"message": 7})"), ElementsAre("club/one", "club/other"));
  EXPECT_THAT(candidates_.front().evidence, Not(Contains("its rules find least wrong with it")));
}

TEST_F(TieBreak, LooksAtNothingThatIsBrokenOrNotWhole) {
  load(kTexts, R"({"type": "object"})");
  EXPECT_THAT(best(R"({"message": [} )"), ElementsAre("club/one", "club/other"));
  EXPECT_THAT(best(R"({"message": ["a"]})", false), ElementsAre("club/one", "club/other"));
}

TEST_F(TieBreak, LooksAtTheFirstRecordOfListsAndLines) {
  load(kTexts, R"({"type": "integer"})", kLines);
  EXPECT_THAT(best(R"([{"message": 7}, {"message": []}])"), ElementsAre("club/other"));
  EXPECT_THAT(best("{\"message\": 7}\n{\"message\": []}\n"), ElementsAre("club/other"));
}

}  // namespace
}  // namespace crosswalk::layout
