// Typed access to schema files, and where their first error stands.
#include "format/json_file.h"

#include <gtest/gtest.h>

#include <limits>

namespace crosswalk::format {
namespace {

TEST(JsonFile, SaysWhereTheTextStopsBeingJson) {
  const JsonFile file("{\"a\": 1,\n \"b\" 2}", "dir/f.json");
  ASSERT_TRUE(file.failed());
  EXPECT_EQ(file.error().kind, ErrorKind::kUsage);
  EXPECT_TRUE(file.error().message.starts_with("dir/f.json:2:6: this is not JSON"))
      << file.error().message;
}

TEST(JsonFile, RefusesTheSameNameTwiceBecauseOneOfThemWouldBeLost) {
  const JsonFile file(R"({"a": 1, "a": 2})", "f.json");
  ASSERT_TRUE(file.failed());
  EXPECT_EQ(file.error().message, "f.json:1:10: the same name twice in one object");
}

TEST(JsonFile, RefusesAnEmptyText) {
  EXPECT_TRUE(JsonFile("", "f.json").failed());
}

TEST(JsonFile, CountsColumnsInCharacters) {
  JsonFile file(R"({"żółć": 1})", "f.json");
  file.fail(file.members(0).front().value, "here");
  EXPECT_EQ(file.error().message, "f.json:1:10: here, at /\xC5\xBC\xC3\xB3\xC5\x82\xC4\x87");
}

TEST(JsonFile, RemembersTheFirstFailureOnly) {
  JsonFile file("[1, true]", "f.json");
  (void)file.string(1);
  (void)file.string(2);
  EXPECT_EQ(file.error().message, "f.json:1:2: wanted a text, found a number, at /0");
}

TEST(JsonFile, NamesWhatItFoundInsteadOfAText) {
  for (const auto& [text, found] : {std::pair{"null", "null"},
                                    {"true", "true or false"},
                                    {"false", "true or false"},
                                    {"[]", "a list"},
                                    {"{}", "an object"}}) {
    JsonFile file(text, "f.json");
    (void)file.string(0);
    EXPECT_EQ(file.error().message, std::string("f.json:1:1: wanted a text, found ") + found);
  }
}

TEST(JsonFile, GivesNeutralValuesAfterAFailure) {
  JsonFile file(R"(["x", 3, ["y"], {"a": 1}])", "f.json");
  file.fail(0, "broken");
  EXPECT_EQ(file.string(1), "");
  EXPECT_EQ(file.count(2), 0U);
  EXPECT_TRUE(file.strings(3).empty());
  EXPECT_TRUE(file.members(5).empty());
}

TEST(JsonFile, ReadsWholeNumbersInEitherSpelling) {
  for (const char* text : {"3", "3.0", "3.000", "0.03e2", "300E-2", "3e+0", "0.3e1"}) {
    JsonFile file(text, "f.json");
    EXPECT_EQ(file.count(0), 3U) << text;
    EXPECT_FALSE(file.failed()) << text;
  }
}

TEST(JsonFile, RefusesWhatIsNoCount) {
  for (const char* text : {"-1", "1.5", "-1e3", "1e-1", "1e-99999999999999999999", "\"1\""}) {
    JsonFile file(text, "f.json");
    (void)file.count(0);
    EXPECT_TRUE(file.failed()) << text;
  }
}

TEST(JsonFile, TakesACountLargerThanAnyForTheLargest) {
  for (const char* text : {"18446744073709551616", "1e20", "1e99999999999999999999"}) {
    JsonFile file(text, "f.json");
    EXPECT_EQ(file.count(0), std::numeric_limits<std::uint64_t>::max()) << text;
    EXPECT_FALSE(file.failed()) << text;
  }
  EXPECT_EQ(JsonFile("0e99999999999999999999", "f.json").count(0), 0U);
}

TEST(JsonFile, SaysThatATextIsNestedTooDeeply) {
  const JsonFile file(std::string(300, '['), "f.json");
  ASSERT_TRUE(file.failed());
  EXPECT_EQ(file.error().message, "f.json:1:257: nested deeper than 256 levels");
}

TEST(JsonFile, ReadsPastAByteOrderMark) {
  JsonFile file("\xEF\xBB\xBF[1]", "f.json");
  ASSERT_FALSE(file.failed());
  file.fail(1, "here");
  EXPECT_EQ(file.error().message, "f.json:1:2: here, at /0");
}

TEST(JsonFile, LaysFurtherTextsBehindTheFirst) {
  JsonFile file("[1]", "f.json");
  const TokenId second = file.add(R"({"a": "b"})", "g.json");
  ASSERT_FALSE(file.failed());
  EXPECT_EQ(file.string(*file.find(second, "a")), "b");
  EXPECT_EQ(file.raw(1), "1");
  EXPECT_EQ(file.add("{", "h.json"), 0U);
  EXPECT_TRUE(file.error().message.starts_with("h.json:1:2: this is not JSON"));
}

TEST(JsonFile, KeepsNumbersAsWritten) {
  JsonFile file("369.60", "f.json");
  EXPECT_EQ(file.number(0), "369.60");
}

TEST(JsonFile, NamesMembersWithEscapesResolved) {
  JsonFile file(R"({"a\u0062": ["x", "\n"]})", "f.json");
  const std::vector<Member> members = file.members(0);
  ASSERT_EQ(members.size(), 1U);
  EXPECT_EQ(members.front().name, "ab");
  EXPECT_EQ(file.strings(members.front().value), (std::vector<std::string>{"x", "\n"}));
}

TEST(JsonFile, FindsMembersOfObjectsOnly) {
  const JsonFile file(R"([{"a": 1}])", "f.json");
  EXPECT_FALSE(file.find(0, "a").has_value());
  EXPECT_TRUE(file.find(1, "a").has_value());
  EXPECT_FALSE(file.find(1, "b").has_value());
}

struct Seen {
  std::string order;
};

constexpr Word<Seen> kWords[] = {
    {"first", [](Seen& seen, TokenId) { seen.order += '1'; }},
    {"second", [](Seen& seen, TokenId) { seen.order += '2'; }},
};

TEST(Words, AreReadInTheOrderOfTheFile) {
  JsonFile file(R"({"second": 0, "first": 0})", "f.json");
  Seen seen;
  read_words(file, 0, "word", kWords, seen);
  EXPECT_EQ(seen.order, "21");
  EXPECT_FALSE(file.failed());
}

TEST(Words, SuggestTheNearestOneForAnUnknownOne) {
  JsonFile file(R"({"frist": 0})", "f.json");
  Seen seen;
  read_words(file, 0, "word", kWords, seen);
  EXPECT_EQ(file.error().message,
            "f.json:1:2: unknown word \"frist\" (did you mean first?), at /frist");
}

TEST(Words, SuggestNothingWhereNothingIsNear) {
  JsonFile file(R"({"zzzzzz": 0})", "f.json");
  Seen seen;
  read_words(file, 0, "word", kWords, seen);
  EXPECT_EQ(file.error().message, "f.json:1:2: unknown word \"zzzzzz\", at /zzzzzz");
}

TEST(Words, PassOverUnknownOnesInAnOpenVocabulary) {
  JsonFile file(R"({"frist": 0, "first": 0})", "f.json");
  Seen seen;
  read_words(file, 0, "word", kWords, seen, true);
  EXPECT_EQ(seen.order, "1");
  EXPECT_FALSE(file.failed());
}

TEST(Choices, StandForTheirValuesOrAreRefused) {
  constexpr Choice<int> kChoices[] = {{"one", 1}, {"two", 2}};
  JsonFile good(R"("two")", "f.json");
  EXPECT_EQ(read_choice(good, 0, "number", kChoices), 2);
  JsonFile bad(R"("tow")", "f.json");
  (void)read_choice(bad, 0, "number", kChoices);
  EXPECT_EQ(bad.error().message, "f.json:1:1: unknown number \"tow\" (did you mean two?)");
}

}  // namespace
}  // namespace crosswalk::format
