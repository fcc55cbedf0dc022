// Text and tape, built together.
#include "json/record_builder.h"

#include <gtest/gtest.h>

#include "json/parser.h"
#include "json/writer.h"

namespace crosswalk::json {
namespace {

/// True if the tape is the one that parsing the text gives.
void expect_is_tape_of(const Tape& tape, const std::string& text) {
  Tape parsed;
  std::vector<Fault> faults;
  ASSERT_TRUE(parse(text, {}, parsed, faults)) << text;
  ASSERT_EQ(tape.tokens.size(), parsed.tokens.size()) << text;
  for (std::size_t i = 0; i < parsed.tokens.size(); ++i) {
    const Token& built = tape.tokens[i];
    const Token& read = parsed.tokens[i];
    EXPECT_EQ(std::tie(built.kind, built.escaped, built.begin, built.end, built.next, built.count),
              std::tie(read.kind, read.escaped, read.begin, read.end, read.next, read.count))
        << text << " token " << i;
  }
}

struct Built {
  std::string text;
  Tape tape;
  RecordBuilder builder;
  Built() { builder.begin(text, tape); }
};

TEST(RecordBuilder, BuildsWhatParsingTheTextWouldGive) {
  Built b;
  b.builder.open(Kind::kObject);
  b.builder.name("a\"b");
  b.builder.string("line\nend");
  b.builder.name("list");
  b.builder.open(Kind::kArray);
  b.builder.raw(Kind::kNumber, "369.60");
  b.builder.string("x");
  b.builder.open(Kind::kObject);
  b.builder.name("n");
  b.builder.raw(Kind::kNull, "null");
  b.builder.close();
  b.builder.close();
  b.builder.name("t");
  b.builder.raw(Kind::kTrue, "true");
  b.builder.close();
  EXPECT_EQ(b.text, R"({"a\"b":"line\nend","list":[369.60,"x",{"n":null}],"t":true})");
  expect_is_tape_of(b.tape, b.text);
}

TEST(RecordBuilder, TakesNamesMadeReady) {
  std::string text;
  Tape tape;
  RecordBuilder builder;
  builder.begin(text, tape);
  builder.open(Kind::kObject);
  builder.name(ReadyName("a"));
  builder.raw(Kind::kNumber, "1");
  builder.name(ReadyName("b\""));
  builder.string("x");
  builder.close();
  EXPECT_EQ(text, R"({"a":1,"b\"":"x"})");
  expect_is_tape_of(tape, text);
}

TEST(RecordBuilder, OpensPairsMadeReady) {
  Built b;
  const ReadyPair text("name", "vip\"", false, "value", 7);
  const ReadyPair number("id", "3", true, "value", 0);
  b.builder.open(Kind::kArray);
  for (const ReadyPair* pair : {&text, &number, &text}) {
    b.builder.open(*pair);
    b.builder.string("x");
    b.builder.close();
  }
  b.builder.close();
  EXPECT_EQ(b.text,
            R"([{"name":"vip\"","value":"x"},{"id":3,"value":"x"},{"name":"vip\"","value":"x"}])");
  expect_is_tape_of(b.tape, b.text);
  EXPECT_EQ(b.tape.tokens[3].known_text, 7);
  EXPECT_EQ(b.tape.tokens[8].known_text, 0);
  EXPECT_EQ(b.tape.tokens[13].known_text, 7);
}

TEST(RecordBuilder, TakesTextsOfEveryLength) {
  for (std::size_t size = 0; size < 200; ++size) {
    for (std::size_t quote = 0; quote <= size; quote += 1 + size / 8) {
      std::string characters(size, 'a');
      if (quote < size) characters[quote] = '"';
      Built b;
      b.builder.open(Kind::kObject);
      b.builder.name(characters);
      b.builder.string(characters);
      b.builder.close();
      std::string expected;
      append_string(expected, characters);
      EXPECT_EQ(b.text, "{" + expected + ":" + expected + "}");
      expect_is_tape_of(b.tape, b.text);
    }
  }
}

TEST(RecordBuilder, TakesEmptyContainersBack) {
  Built b;
  b.builder.open(Kind::kObject);
  b.builder.name("a");
  b.builder.open(Kind::kObject);
  b.builder.name("b");
  b.builder.open(Kind::kArray);
  b.builder.close_or_drop();
  b.builder.close_or_drop();
  b.builder.name("c");
  b.builder.raw(Kind::kNumber, "1");
  b.builder.name("d");
  b.builder.open(Kind::kArray);
  b.builder.close_or_drop();
  b.builder.close();
  EXPECT_EQ(b.text, R"({"c":1})");
  expect_is_tape_of(b.tape, b.text);
}

TEST(RecordBuilder, KeepsContainersThatHoldSomething) {
  Built b;
  b.builder.open(Kind::kObject);
  b.builder.name("a");
  b.builder.open(Kind::kObject);
  b.builder.name("x");
  b.builder.string("");
  b.builder.close_or_drop();
  b.builder.close();
  EXPECT_EQ(b.text, R"({"a":{"x":""}})");
  expect_is_tape_of(b.tape, b.text);
}

TEST(RecordBuilder, CopiesValuesOfOtherTexts) {
  for (const char* json : {R"({"a":[1,{"b":[]},"c\u0041"],"d":{}})", "[]", "1e5", "\"\"", "null",
                           R"([[[1],2],{"x":{"y":false}}])"}) {
    const std::string text(json);
    Tape tape;
    std::vector<Fault> faults;
    ASSERT_TRUE(parse(text, {}, tape, faults));
    Built b;
    b.builder.open(Kind::kArray);
    b.builder.copy(text, tape, 0);
    b.builder.copy(text, tape, 0);
    b.builder.close();
    expect_is_tape_of(b.tape, b.text);
  }
}

TEST(RecordBuilder, BeginsAnew) {
  Built b;
  b.builder.open(Kind::kObject);
  b.builder.name("unfinished");
  b.builder.begin(b.text, b.tape);
  b.builder.open(Kind::kObject);
  b.builder.close();
  EXPECT_EQ(b.text, "{}");
  expect_is_tape_of(b.tape, b.text);
}

}  // namespace
}  // namespace crosswalk::json
