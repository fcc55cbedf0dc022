// Laid out plans, held against the interpreter: what passes a plan has no finding, and what has
// none passes.
#include "check/scalar_plan.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "check/run.h"
#include "check_support.h"

namespace crosswalk::check {
namespace {

const ByteSet kAnyByte = ByteSet().set();

/// What the interpreter finds in a scalar of its own, without a document.
bool finds_nothing(const Compiled& compiled, const Value& value) {
  std::vector<diagnostics::RawFinding> findings;
  const RunOptions options = compiled.options();
  Run run(compiled.program->code(), options, findings);
  const Place cell;
  run.stand_at(&cell);
  run.judge(value, 0);
  return findings.empty();
}

bool passes(const Compiled& compiled, const Value& value, const ByteSet& present) {
  ScalarPlan plan;
  const Program::Code& code = compiled.program->code();
  EXPECT_TRUE(plan.add_node(code, 0, bit(value.kind), true));
  ScalarPlan twice = plan;
  twice.add_all(plan);
  const bool good = plan.passes(code, value, present, compiled.options().now_unix);
  EXPECT_EQ(twice.passes(code, value, present, compiled.options().now_unix), good);
  return good;
}

constexpr std::array kSchemas = {
    R"({"type":["string","null"],"minLength":2,"maxLength":5,"pattern":"^[a-z,@1]*$"})",
    R"({"type":["integer","boolean"],"minimum":0,"exclusiveMaximum":9,"multipleOf":3})",
    R"({"enum":["a","b",1,null],"not":{"const":"b"}})",
    R"({"not":{"type":"string","pattern":"@","minLength":3}})",
    R"({"allOf":[{"$ref":"#/definitions/word"}],"if":{"pattern":"^a"},"then":{"maxLength":2},
        "else":{"not":{"pattern":"@"}},
        "definitions":{"word":{"type":"string","x-crosswalk":{"checks":[
          {"must":{"not":{"const":"b"}},"rule":"v.a"}]}}}})",
    R"({"type":"string","x-crosswalk":{"as":"text","parts":{"by":",","item":{
        "not":{"pattern":"@"},"minLength":1,
        "x-crosswalk":{"checks":[{"must":{"maxLength":2},"rule":"v.b","severity":"warning"}]}}},
        "checks":[{"must":{"minLength":1},"rule":"v.c"}]}})",
    R"({"type":["integer","string"],"if":{"not":{"const":0}},"then":{"x-crosswalk":{"checks":[
          {"within":{"from":"1990-01-01","ahead_days":1},"rule":"v.a"}]}},
        "x-crosswalk":{"as":"unix"}})",
};

class Scalars {
 public:
  Value next() {
    switch (random_() % 8) {
      case 0:
        return {json::Kind::kNull, "null"};
      case 1:
        return {json::Kind::kTrue, "true"};
      case 2:
        return scalar(json::Kind::kNumber,
                      std::array{"0", "1", "3", "-3", "6.0", "1e1", "800000000"}[random_() % 7]);
      default:
        text_.clear();
        for (std::size_t left = random_() % 7; left > 0; --left) text_ += "ab,@ 1"[random_() % 6];
        return {json::Kind::kString, text_};
    }
  }

 private:
  std::mt19937 random_{5};
  std::string text_;
};

TEST(ScalarPlan, PassesWhatTheInterpreterFindsNothingIn) {
  for (const char* schema : kSchemas) {
    const auto compiled = compile(schema);
    ASSERT_EQ(compiled->error, "") << schema;
    Scalars scalars;
    std::array<int, 2> seen{};
    for (int i = 0; i < 3'000; ++i) {
      const Value value = scalars.next();
      const bool good = finds_nothing(*compiled, value);
      EXPECT_EQ(passes(*compiled, value, kAnyByte), good) << schema << ' ' << value.text;
      ++seen[good ? 1 : 0];
    }
    EXPECT_GT(std::min(seen[0], seen[1]), 20) << schema << " decides something";
  }
}

TEST(ScalarPlan, IsSparedTestsByBytesThatAreAbsent) {
  const auto compiled = compile(kSchemas[5]);
  ScalarPlan plan;
  const Program::Code& code = compiled->program->code();
  ASSERT_TRUE(plan.add_node(code, 0, kStringKind, true));
  ByteSet bytes;
  plan.add_bytes(bytes);
  EXPECT_EQ(bytes, ByteSet().set('@'));
  const Value address{json::Kind::kString, "a@"};
  EXPECT_FALSE(plan.passes(code, address, bytes, 0));
  EXPECT_TRUE(plan.passes(code, address, ByteSet(), 0))
      << "who says that there is no @ is believed";
}

TEST(ScalarPlan, RefusesWhatIsNoPlainAnd) {
  for (const char* schema : {R"({"anyOf":[{"minLength":1},{"type":"null"}]})",
                             R"({"oneOf":[{"minLength":1},{"maxLength":4}]})"}) {
    const auto compiled = compile(schema);
    ScalarPlan plan;
    EXPECT_FALSE(plan.add_node(compiled->program->code(), 0, kStringKind, true)) << schema;
  }
}

TEST(ScalarPlan, AsksOnceWhereOneFormatImpliesTheOther) {
  for (const char* schema :
       {R"({"format":"date-time","allOf":[{"format":"iso-date-time"}]})",
        R"({"format":"iso-date-time","allOf":[{"format":"date-time"}]})",
        R"({"format":"iso-date-time","allOf":[{"not":{"format":"date-time"}}]})"}) {
    const auto compiled = compile(schema);
    ASSERT_EQ(compiled->error, "") << schema;
    for (const char* text : {"2024-02-29T20:00:00Z", "2024-02-29T20:00:00", "2024-02-29", ""}) {
      const Value value{json::Kind::kString, text};
      EXPECT_EQ(passes(*compiled, value, kAnyByte), finds_nothing(*compiled, value))
          << schema << ' ' << text;
    }
  }
}

TEST(ScalarPlan, KnowsTheLongestTextThatMayPass) {
  const auto longest = [](const char* schema) {
    const auto compiled = compile(schema);
    ScalarPlan plan;
    EXPECT_TRUE(plan.add_node(compiled->program->code(), 0, kStringKind, true));
    return plan.longest_text(compiled->program->code());
  };
  EXPECT_EQ(longest(R"({"const":""})"), 0U);
  EXPECT_EQ(longest(R"({"enum":["a","abc",null],"minLength":1})"), 3U);
  EXPECT_EQ(longest(R"({"const":7})"), std::string_view::npos) << "7 may stand as 7.0";
  EXPECT_EQ(longest(R"({"not":{"const":"a"}})"), std::string_view::npos);
  EXPECT_EQ(longest(R"({"maxLength":2})"), std::string_view::npos);
}

}  // namespace
}  // namespace crosswalk::check
