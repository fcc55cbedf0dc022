// Texts read by the outlines of those before them, held against the plain parser.
#include "json/outlines.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "json/by_outline.h"
#include "json/fast_reader.h"
#include "json/parser.h"
#include "json/random_json.h"

namespace crosswalk::json {
namespace {

/// What the number of an outline stands for.
std::string outline_of(std::string_view text, const Tape& tape) {
  std::string outline;
  for (const Token& token : tape.tokens) {
    outline += std::to_string(static_cast<int>(token.kind)) + ' ' + std::to_string(token.next);
    if (token.kind == Kind::kName) outline += raw(text, token);
    outline += '\n';
  }
  return outline;
}

auto parts_of(const Tape& tape) {
  std::vector<std::tuple<Kind, bool, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>>
      parts;
  for (const Token& t : tape.tokens)
    parts.emplace_back(t.kind, t.escaped, t.begin, t.end, t.next, t.count);
  return parts;
}

/// One fast reader for many texts; each tape is the plain one, and each number means one outline.
class Reading {
 public:
  /// Returns the number of the outline; 0 if the text has none.
  std::uint64_t read(std::string_view text, std::uint32_t max_depth = 256) {
    Tape plain;
    Tape fast;
    std::vector<Fault> plain_faults;
    std::vector<Fault> fast_faults;
    const ParseOptions options{false, max_depth};
    const bool is_good = parse(text, options, plain, plain_faults);
    EXPECT_EQ(reader_.parse(text, options, fast, fast_faults), is_good) << text;
    EXPECT_EQ(parts_of(fast), parts_of(plain)) << text;
    EXPECT_TRUE(is_good || fast.outline == 0) << text;
    if (fast.outline == 0) return 0;
    const auto [known, is_new] = outlines_.emplace(fast.outline, outline_of(text, plain));
    EXPECT_EQ(known->second, outline_of(text, plain)) << text;
    return fast.outline;
  }
  [[nodiscard]] std::size_t count() const { return outlines_.size(); }

 private:
  FastReader reader_;
  std::map<std::uint64_t, std::string> outlines_;
};

TEST(Outlines, TextsThatDifferInValuesHaveOne) {
  Reading reading;
  const std::uint64_t first = reading.read(R"({"id":"7","tags":[1,true],"more":{}})");
  EXPECT_NE(first, 0U);
  EXPECT_EQ(reading.read(R"({"id":"8","tags":[2,true],"more":{}})"), first);
  EXPECT_EQ(reading.read(R"({"id":"a\"b\u00e9","tags":[-1e5,true],"more":{}})"), first);
  EXPECT_EQ(reading.read(R"({"id":"","tags":[0,true],"more":{}})"), first);
  for (const char* other :
       {R"({"id":"7","tags":[1,false],"more":{}})", R"({"id":"7","tags":[1],"more":{}})",
        R"({"id":"7","tags":[1,true],"more":[]})", R"({"id":7,"tags":[1,true],"more":{}})",
        R"({"ID":"7","tags":[1,true],"more":{}})", R"({"id":"7","tags":[1,true]})",
        R"({"id":"7","tags":[1,true],"more":{},"x":1})", R"({"id":"7", "tags":[1,true],"more":{}})",
        R"({"tags":[1,true],"id":"7","more":{}})"})
    EXPECT_NE(reading.read(other), first) << other;
}

TEST(Outlines, WhatIsFaultyFollowsNone) {
  Reading reading;
  const std::uint64_t first = reading.read(R"({"a":"x","b":[1,2]})");
  for (const char* faulty :
       {R"({"a":"x","b":[1,2]} x)", R"({"a":"x","b":[1,2])", R"({"a":"x" "b":[1,2]})",
        R"({"a":"x","b":[1,02]})", R"({"a":"\q","b":[1,2]})", R"({"a":"x","b":[1 2]})",
        R"({"a" "x","b":[1,2]})", R"({"a":"x","b":[1,2]]})", R"({"a":"x"x,"b":[1,2]})",
        R"({"a":"x","b":[1,1e999]})", R"({"a":"x","a":[1,2]})", "{\"a\":\"\x80\",\"b\":[1,2]}"})
    EXPECT_EQ(reading.read(faulty), 0U) << faulty;
  EXPECT_EQ(reading.read(R"({"a":"y","b":[3,4]})"), first);
}

TEST(Outlines, DepthIsLimitedForEachText) {
  Reading reading;
  const std::string deep = R"({"a":{"b":{"c":1}}})";
  EXPECT_NE(reading.read(deep), 0U);
  EXPECT_EQ(reading.read(deep, 2), 0U);
}

TEST(Outlines, BlanksBelongToThem) {
  Reading reading;
  const std::uint64_t first = reading.read(" { \"id\" :\t\"a\" ,\"tags\": [ -1e5 ,true] } \n");
  EXPECT_EQ(reading.read(" { \"id\" :\t\"b c\" ,\"tags\": [ 17.25 ,true] } \n"), first);
}

TEST(Outlines, LongRecordsHaveNone) {
  Reading reading;
  EXPECT_EQ(reading.read("{\"a\":" + std::string(70'000, ' ') + "1}"), 0U);
  std::string many = "[1";
  for (int i = 0; i < 1'000; ++i) many += ",2";
  EXPECT_EQ(reading.read(many + ']'), 0U);
}

// Members that may be missing, in records that are now and then broken.
std::string record(RandomJson& random) {
  std::string text = "{";
  const auto member = [&](const char* name, const std::string& value) {
    if (random.below(6) == 0) return;
    text += (text.size() > 1 ? ",\"" : "\"") + std::string(name) + "\":" + value;
  };
  member("id", "\"" + std::to_string(random.below(1000)) + "\"");
  member("name", random.below(9) == 0 ? "null" : R"("Ann \"A\" B")");
  member("tags", random.below(2) == 0 ? R"(["x"])" : R"(["x","y\n"])");
  member("body", random.below(3) == 0 ? "{}" : R"({"type":"a","at":{"x":1.5}})");
  member("last", std::to_string(random.below(50)));
  text += '}';
  return random.below(20) == 0 ? random.mutated(text) : text;
}

TEST(Outlines, TapesAreThoseOfThePlainParser) {
  Reading reading;
  RandomJson random(17);
  int numbered = 0;
  for (int i = 0; i < 30'000; ++i) numbered += reading.read(record(random)) != 0 ? 1 : 0;
  EXPECT_GT(numbered, 8'000);
  EXPECT_GT(reading.count(), 20U);
}

TEST(Outlines, RecordsThatAreAllDifferentAreLeftAlone) {
  Reading reading;
  for (int i = 0; i < 5'000; ++i) {
    const std::string text = "{\"n" + std::to_string(i) + "\":1}";
    reading.read(text);
  }
  EXPECT_LT(reading.count(), 100U);
}

TEST(Outlines, NumbersAreNeverGivenTwice) {
  Reading one;
  Reading other;
  EXPECT_NE(one.read(R"({"a":1})"), other.read(R"({"a":1})"));
}

TEST(ByOutline, KeepsWhatWasAddedLast) {
  ByOutline<std::string> kept;
  EXPECT_EQ(kept.find(1), nullptr);
  for (std::uint64_t number = 1; number <= 600; ++number) {
    EXPECT_EQ(kept.find(number), nullptr) << number;
    kept.add(number, std::to_string(number));
    for (std::uint64_t other = number; other > 0 && other + 256 > number; --other) {
      ASSERT_NE(kept.find(other), nullptr) << other;
      EXPECT_EQ(*kept.find(other), std::to_string(other));
    }
  }
  EXPECT_EQ(kept.find(344), nullptr);
}

}  // namespace
}  // namespace crosswalk::json
