// Shapes of records, held against the parser: what fits has the same members.
#include "conversion/record_shape.h"

#include <gtest/gtest.h>

#include "json/parser.h"
#include "support/random_text.h"

namespace crosswalk::conversion {
namespace {

const std::vector<std::string> kFixed{"name"};

/// A text and its tape.
struct Parsed {
  explicit Parsed(std::string json, bool tolerant = false) : text(std::move(json)) {
    std::vector<json::Fault> faults;
    is_good = json::parse(text, {tolerant, 100}, tape, faults) && (tolerant || faults.empty());
  }
  [[nodiscard]] RecordView view() const { return {text, &tape}; }

  std::string text;
  json::Tape tape;
  bool is_good = false;
};

bool fits(const std::string& first, const std::string& second) {
  return RecordShape(Parsed(first).view(), kFixed).fits(second);
}

// Brackets, names, literals and values that are fixed, one after the other.
std::string skeleton_of(const Parsed& parsed) {
  std::string skeleton;
  std::string scratch;
  bool is_fixed = false;
  for (const json::Token& token : parsed.tape.tokens) {
    skeleton += std::to_string(static_cast<int>(token.kind)) + ':' + std::to_string(token.next);
    const bool is_name = token.kind == json::Kind::kName;
    if (is_name || is_fixed) skeleton += json::string_value(parsed.text, token, scratch);
    skeleton += ' ';
    is_fixed = is_name && json::string_value(parsed.text, token, scratch) == kFixed.front();
  }
  return skeleton;
}

TEST(RecordShape, FitsRecordsWithOtherTextsAndNumbers) {
  const std::string first = R"({"id":1,"who":{"nick":"Ann","tags":["a",2]}})";
  EXPECT_TRUE(fits(first, first));
  EXPECT_TRUE(fits(first, R"({"id":-2.5e+7,"who":{"nick":"","tags":["\"\\\u00fc",0]}})"));
  EXPECT_TRUE(fits(first, R"({"id":3,"who":{"nick":"{\",\\","tags":["a long text: [], {}",2]}})"));
}

TEST(RecordShape, FitsNoRecordWithOtherMembersOrKinds) {
  const std::string first = R"({"id":1,"nick":"Ann","is":true})";
  for (const char* const other :
       {R"({"id":1,"nick":"Ann"})", R"({"nick":"Ann","id":1,"is":true})",
        R"({"id":1,"nick":"Ann","is":false})", R"({"id":1,"nick":null,"is":true})",
        R"({"id":"1","nick":"Ann","is":true})", R"({"id":1,"nick":"Ann","is":true,"x":1})",
        R"({"id":1,"nick":["Ann"],"is":true})", R"({"id":1,"nick":"Ann","is":true} )", "", "{"})
    EXPECT_FALSE(fits(first, other)) << other;
}

TEST(RecordShape, TakesValuesOfFixedMembersForNames) {
  const std::string first = R"({"x":[{"name":"vip","value":"1"},{"name":7,"value":"2"}]})";
  EXPECT_TRUE(fits(first, R"({"x":[{"name":"vip","value":"3"},{"name":7,"value":""}]})"));
  EXPECT_FALSE(fits(first, R"({"x":[{"name":"old","value":"1"},{"name":7,"value":"2"}]})"));
  EXPECT_FALSE(fits(first, R"({"x":[{"name":"vip","value":"1"},{"name":8,"value":"2"}]})"));
}

TEST(RecordShape, FitsOnlyWhatTheParserReadsAlike) {
  const std::string first =
      R"({"id":1,"who":{"name":"Ann","n\u0069ck":"B"},"tags":["a",-2,null,[]],"x":true,"y":""})";
  tests::RandomText random(5, {"\"", "\\", ",", ":", "{", "}", "[", "]", "1", "-", "e", "a", "\n",
                               " ", "'", "\"a\":1,", "null", "\"name\":"});
  int fitting = 0;
  for (const bool tolerant : {false, true}) {
    const Parsed known(first, tolerant);
    const RecordShape shape(known.view(), kFixed);
    for (int i = 0; i < 30'000; ++i) {
      std::string text = first;
      for (std::size_t edits = random.below(3); edits > 0; --edits)
        text.replace(random.below(text.size()), random.below(3), random.next(2));
      if (!shape.fits(text)) continue;
      const Parsed other(text, tolerant);
      fitting += text != first ? 1 : 0;
      if (!other.is_good) continue;
      EXPECT_EQ(skeleton_of(other), skeleton_of(known)) << text;
    }
  }
  EXPECT_GT(fitting, 500);
}

TEST(RecordShapes, KnowTheFirstOnes) {
  RecordShapes shapes({});
  const auto record = [](int members) {
    std::string text = "{";
    for (int i = 0; i < members; ++i) text += "\"" + std::to_string(i) + "\":\"\",";
    return text + "\"\":0}";
  };
  for (int members = 0; members < 100; ++members) shapes.add(Parsed(record(members)).view());
  for (int round = 0; round < 2; ++round) {
    for (const int members : {0, 1, 7, 15}) EXPECT_TRUE(shapes.fit(record(members))) << members;
    EXPECT_FALSE(shapes.fit(record(99)));
  }
}

}  // namespace
}  // namespace crosswalk::conversion
