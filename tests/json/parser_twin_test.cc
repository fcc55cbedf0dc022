// Strict reading held against RapidJSON (iterative, UTF-8 validated) and simdjson. What they are
// known to treat otherwise stands in json_twins.h.
#include <gtest/gtest.h>

#include "json/json_twins.h"
#include "json/random_json.h"

namespace crosswalk::json {
namespace {

std::vector<Fault> faults_of(std::string_view text) {
  Tape tape;
  std::vector<Fault> faults;
  const bool good = parse(text, {}, tape, faults);
  EXPECT_EQ(good, faults.empty()) << text;
  return faults;
}

void expect_agreement(std::string_view text) {
  const std::vector<Fault> faults = faults_of(text);
  EXPECT_TRUE(simdjson_agrees(text, faults)) << text;
  EXPECT_TRUE(rapidjson_agrees(text, faults)) << text;
}

TEST(ParserTwin, AgreesOnTextsThatTryTheGrammar) {
  for (const char* text : {
           "",
           " ",
           "1",
           "-",
           "--1",
           "+1",
           "01",
           "-01",
           "0",
           "-0",
           "0.0",
           "0.",
           ".0",
           "1e1",
           "1E+1",
           "1e",
           "1e-",
           "1.5e3.2",
           "0x1",
           "1 ",
           "1 1",
           "true",
           "True",
           "tru",
           "truee",
           "null",
           "nul",
           "false",
           "NaN",
           "Infinity",
           "\"\"",
           "\"",
           "\"a",
           "'a'",
           "\"\\\"",
           "\"\\n\"",
           "\"\\a\"",
           "\"\\u0041\"",
           "\"\\u004\"",
           "\"\\u00G1\"",
           "\"\\uD83D\\uDE00\"",
           "\"\\uD83D\"",
           "\"\\uD83Dx\"",
           "\"\\uD83D\\u0041\"",
           "\"\\uDE00\"",
           "\"\t\"",
           "\"\n\"",
           "\"\x01\"",
           "\"\x1F\"",
           "\"\x7F\"",
           "\"\xC3\xA9\"",
           "\"\xC3\"",
           "\"\xC0\xAF\"",
           "\"\xE0\x80\xAF\"",
           "\"\xF0\x80\x80\xAF\"",
           "\"\xED\xA0\x80\"",
           "\"\xEF\xBF\xBF\"",
           "\"\xF4\x8F\xBF\xBF\"",
           "\"\xF4\x90\x80\x80\"",
           "\"\xFE\"",
           "\"\x80\"",
           "\xC3\xA9",
           "[]",
           "[",
           "]",
           "[]]",
           "[[]",
           "[1]",
           "[1,2]",
           "[1,]",
           "[,1]",
           "[1,,2]",
           "[1 2]",
           "[1:2]",
           "[1}",
           "{}",
           "{",
           "}",
           "{\"a\":1}",
           "{\"a\":1,}",
           "{,\"a\":1}",
           "{\"a\":1,,\"b\":2}",
           "{\"a\"}",
           "{\"a\":}",
           "{\"a\" 1}",
           "{a:1}",
           "{1:1}",
           "{\"a\":1 \"b\":2}",
           "{\"a\":1]",
           "{\"a\":1,\"a\":2}",
           "{\"\":0}",
           "[\"a\":1]",
           "[1]x",
           "[1]\n",
           "\t[\r\n1\n] ",
           "\f[1]",
           "\v[1]",
           "[1]//c",
           "/**/[1]",
           "200 OK\n{}",
       }) {
    expect_agreement(text);
  }
}

TEST(ParserTwin, AgreesOnDeepNesting) {
  for (const std::size_t depth : {1U, 2U, 100U, 256U}) {
    expect_agreement(std::string(depth, '[') + std::string(depth, ']'));
    expect_agreement(std::string(depth, '[') + std::string(depth - 1, ']'));
    expect_agreement(std::string(depth - 1, '[') + std::string(depth, ']'));
  }
}

TEST(ParserTwin, AgreesOnRandomTexts) {
  RandomJson random(101);
  int good = 0;
  int broken = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random.value(4);
    expect_agreement(text);
    const std::string mutated = random.mutated(text);
    if (!may_hold_a_huge_number(mutated)) expect_agreement(mutated);
    ++(faults_of(mutated).empty() ? good : broken);
  }
  EXPECT_GT(good, 1000);
  EXPECT_GT(broken, 5000);
}

TEST(ParserTwin, DiffersOnlyWhereItIsKnownTo) {
  EXPECT_FALSE(faults_of("\"\\uDE00\"").empty());
  EXPECT_TRUE(rapidjson_accepts("\"\\uDE00\""));
  const char* const digits = "12345678901234567890123";
  EXPECT_TRUE(faults_of(digits).empty());
  EXPECT_FALSE(simdjson_accepts(digits));
  EXPECT_FALSE(faults_of("1e-400").empty());
  EXPECT_TRUE(rapidjson_accepts("1e-400"));
  EXPECT_FALSE(faults_of("\xEF\xBB\xBF[]").empty());
  EXPECT_TRUE(rapidjson_accepts("\xEF\xBB\xBF[]"));
  const std::string_view nul("[]\0x", 4);
  EXPECT_FALSE(faults_of(nul).empty());
  EXPECT_TRUE(rapidjson_accepts(nul));
}

// The value of a token as RapidJSON has it.
void expect_same_value(std::string_view text, const Tape& tape, std::uint32_t index,
                       const rapidjson::Value& value) {
  const Token& token = tape.tokens[index];
  std::string scratch;
  if (value.IsArray()) {
    ASSERT_EQ(token.kind, Kind::kArray);
    ASSERT_EQ(token.count, value.Size());
    std::uint32_t i = index + 1;
    for (const rapidjson::Value& element : value.GetArray()) {
      expect_same_value(text, tape, i, element);
      i = tape.tokens[i].next;
    }
  } else if (value.IsObject()) {
    ASSERT_EQ(token.kind, Kind::kObject);
    ASSERT_EQ(token.count, value.MemberCount());
    std::uint32_t i = index + 1;
    for (const auto& entry : value.GetObject()) {
      EXPECT_EQ(string_value(text, tape.tokens[i], scratch), entry.name.GetString());
      expect_same_value(text, tape, i + 1, entry.value);
      i = tape.tokens[i + 1].next;
    }
  } else if (value.IsString()) {
    ASSERT_TRUE(token.kind == Kind::kString || token.kind == Kind::kNumber);
    const bool quoted = token.kind == Kind::kString;
    EXPECT_EQ(quoted ? string_value(text, token, scratch) : raw(text, token), value.GetString());
  } else {
    EXPECT_EQ(raw(text, token), value.IsNull() ? "null" : value.IsTrue() ? "true" : "false");
  }
}

TEST(ParserTwin, HoldsTheValuesThatRapidJsonHolds) {
  RandomJson random(103);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.value(5);
    rapidjson::Document document;
    document.Parse<rapidjson::kParseNumbersAsStringsFlag>(text.c_str());
    Tape tape;
    std::vector<Fault> faults;
    parse(text, {}, tape, faults);
    expect_same_value(text, tape, 0, document);
    EXPECT_EQ(tape.tokens[0].next, tape.tokens.size());
  }
}

}  // namespace
}  // namespace crosswalk::json
