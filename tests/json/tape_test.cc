// Walking a tape: values of strings, members by name, pointers.
#include "json/tape.h"

#include <gtest/gtest.h>

#include "json/parser.h"

namespace crosswalk::json {
namespace {

Tape tape_of(std::string_view text, bool tolerant = false) {
  Tape tape;
  std::vector<Fault> faults;
  EXPECT_TRUE(parse(text, {tolerant, 256}, tape, faults)) << text;
  return tape;
}

std::string value_of(std::string_view text, bool tolerant = false) {
  const Tape tape = tape_of(text, tolerant);
  std::string scratch;
  return std::string(string_value(text, tape.tokens.at(1), scratch));
}

TEST(Tape, GivesAStringWithoutItsQuotes) {
  EXPECT_EQ(value_of(R"(["abc"])"), "abc");
  EXPECT_EQ(value_of(R"([""])"), "");
}

TEST(Tape, ResolvesEscapes) {
  EXPECT_EQ(value_of(R"(["a\"\\\/\b\f\n\r\tz"])"), "a\"\\/\b\f\n\r\tz");
  EXPECT_EQ(value_of(R"(["\u00e9\ud83d\ude00"])"), "\u00e9\U0001F600");
}

TEST(Tape, GivesTheDigitsOfANumberThatBecameAString) {
  EXPECT_EQ(value_of("[0123456789]", true), "0123456789");
}

TEST(Tape, GivesNothingForAnElidedElement) {
  EXPECT_EQ(value_of(R"([,"a"])", true), "");
}

TEST(Tape, ViewsPlainStringsInTheText) {
  const std::string_view text = R"(["abc"])";
  const Tape tape = tape_of(text);
  std::string scratch;
  EXPECT_EQ(string_value(text, tape.tokens[1], scratch).data(), text.data() + 2);
}

TEST(Tape, FindsAMemberByName) {
  const std::string_view text = R"({"a":1,"b":{"a":2},"c":[3]})";
  const Tape tape = tape_of(text);
  EXPECT_EQ(raw(text, tape.tokens[member(text, tape, 0, "a")]), "1");
  EXPECT_EQ(raw(text, tape.tokens[member(text, tape, 0, "b")]), R"({"a":2})");
  EXPECT_EQ(raw(text, tape.tokens[member(text, tape, 0, "c")]), "[3]");
  const std::uint32_t b = member(text, tape, 0, "b");
  EXPECT_EQ(raw(text, tape.tokens[member(text, tape, b, "a")]), "2");
}

TEST(Tape, FindsAMemberWrittenWithEscapes) {
  const std::string_view text = R"({"\u0061":1})";
  EXPECT_EQ(member(text, tape_of(text), 0, "a"), 2U);
}

TEST(Tape, SaysZeroForAMemberThatIsNotThere) {
  const std::string_view text = R"({"a":1})";
  EXPECT_EQ(member(text, tape_of(text), 0, "b"), 0U);
}

TEST(Tape, TakesTheLastOfRepeatedMembers) {
  const std::string_view text = R"({"a":1,"a":2})";
  Tape tape;
  std::vector<Fault> faults;
  parse(text, {}, tape, faults);
  EXPECT_EQ(raw(text, tape.tokens[member(text, tape, 0, "a")]), "2");
}

TEST(Tape, PointsToEachToken) {
  const std::string_view text = R"({"data":[[1,"x"],{"a/b~":null}],"end":true})";
  const Tape tape = tape_of(text);
  std::vector<std::string> pointers;
  for (std::uint32_t i = 0; i < tape.tokens.size(); ++i) {
    pointers.push_back(pointer_to(text, tape, i));
  }
  const std::vector<std::string> expected = {
      "",        "/data",          "/data",          "/data/0", "/data/0/0", "/data/0/1",
      "/data/1", "/data/1/a~1b~0", "/data/1/a~1b~0", "/end",    "/end"};
  EXPECT_EQ(pointers, expected);
}

}  // namespace
}  // namespace crosswalk::json
