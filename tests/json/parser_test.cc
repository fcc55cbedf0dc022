// Whole texts: what is accepted, what the tape holds, where faults are and which are mended.
#include "json/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace crosswalk::json {

bool operator==(const Fault& a, const Fault& b) {
  return a.kind == b.kind && a.offset == b.offset && a.mended == b.mended;
}

void PrintTo(const Fault& fault, std::ostream* out) {
  *out << "fault " << static_cast<int>(fault.kind) << " at " << fault.offset
       << (fault.mended ? " mended" : "") << ", expected " << fault.expected;
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Parsed {
  bool good = false;
  Tape tape;
  std::vector<Fault> faults;
};

Parsed read(std::string_view text, bool tolerant) {
  Parsed parsed;
  parsed.good = parse(text, {tolerant, 256}, parsed.tape, parsed.faults);
  return parsed;
}

Parsed strict(std::string_view text) {
  return read(text, false);
}
Parsed tolerant(std::string_view text) {
  return read(text, true);
}

// The tape written out again, one way only: what the text means to its users.
std::string written(std::string_view text, const Tape& tape, std::uint32_t index = 0) {
  const Token& token = tape.tokens[index];
  if (token.kind != Kind::kArray && token.kind != Kind::kObject) {
    std::string scratch;
    const bool is_text = token.kind == Kind::kString;
    return is_text ? '"' + std::string(string_value(text, token, scratch)) + '"'
                   : std::string(raw(text, token));
  }
  const bool object = token.kind == Kind::kObject;
  std::string out(object ? "{" : "[");
  std::uint32_t count = 0;
  for (std::uint32_t i = index + 1; i < token.next; i = tape.tokens[i].next) {
    if (count++ > 0) out += ',';
    if (object) out += std::string(raw(text, tape.tokens[i++])) + ':';
    out += written(text, tape, i);
  }
  EXPECT_EQ(count, token.count) << text;
  return out + (object ? '}' : ']');
}

std::string mended(std::string_view text) {
  const Parsed parsed = tolerant(text);
  EXPECT_TRUE(parsed.good) << text;
  return parsed.good ? written(text, parsed.tape) : "";
}

Fault unmended(FaultKind kind, std::uint32_t offset) {
  return {kind, offset, "", false};
}
Fault mend(FaultKind kind, std::uint32_t offset) {
  return {kind, offset, "", true};
}

TEST(Parser, PutsTokensOnTheTapeInOrder) {
  const std::string_view text = R"( {"a":[1,"x\n"],"b":null} )";
  const Parsed parsed = strict(text);
  ASSERT_TRUE(parsed.good);
  const std::vector<Token>& t = parsed.tape.tokens;
  ASSERT_EQ(t.size(), 7U);
  EXPECT_EQ(t[0].kind, Kind::kObject);
  EXPECT_EQ(t[0].count, 2U);
  EXPECT_EQ(t[0].next, 7U);
  EXPECT_EQ(raw(text, t[0]), R"({"a":[1,"x\n"],"b":null})");
  EXPECT_EQ(t[1].kind, Kind::kName);
  EXPECT_EQ(t[1].next, 2U);
  EXPECT_EQ(t[2].kind, Kind::kArray);
  EXPECT_EQ(t[2].count, 2U);
  EXPECT_EQ(t[2].next, 5U);
  EXPECT_FALSE(t[3].escaped);
  EXPECT_TRUE(t[4].escaped);
  EXPECT_EQ(raw(text, t[4]), R"("x\n")");
}

TEST(Parser, KeepsTheCharactersOfNumbers) {
  const std::string_view text = "[12345678901234567890123,1.0,-0,1e300,1E-5,369.60]";
  EXPECT_EQ(written(text, strict(text).tape), text);
}

TEST(Parser, TellsNumbersThatNoDoubleHoldsAndGoesOn) {
  const auto read = strict("[1e400,2,-1e-400]");
  EXPECT_FALSE(read.good);
  EXPECT_EQ(written("[1e400,2,-1e-400]", read.tape), "[1e400,2,-1e-400]");
  ASSERT_EQ(read.faults.size(), 2U);
  EXPECT_EQ(read.faults[0].kind, FaultKind::kNumberRange);
  EXPECT_EQ(read.faults[0].offset, 1U);
  EXPECT_EQ(read.faults[1].offset, 9U);
}

TEST(Parser, AcceptsEachKindAtTheRoot) {
  for (const char* text : {"1", "\"\"", "true", "false", "null", "[]", "{}", " \t\r\n1 \n"}) {
    EXPECT_TRUE(strict(text).good) << text;
  }
}

struct Stop {
  const char* text;
  std::uint32_t offset;
  FaultKind kind = FaultKind::kSyntax;
};

// Where RapidJSON and Python stop too (the latter but for what is unclosed and for literals).
TEST(Parser, StopsAtTheFirstByteThatDoesNotFit) {
  const Stop stops[] = {
      {"", 0},
      {"  ", 2},
      {"\xEF\xBB\xBF{}", 0},
      {"nul", 3},
      {"trux", 3},
      {"1 2", 2},
      {"[1 2]", 3},
      {"[1}", 2},
      {"{1:2}", 1},
      {"{\"a\" 1}", 5},
      {"{\"a\":}", 5},
      {"{\"a\":1 \"b\":2}", 7},
      {"{\"a\":1]", 6},
      {"{,}", 1},
      {"{\"a\":1,,\"b\":2}", 7},
      {"[1.]", 3},
      {"[.5]", 1},
      {"[+1]", 1},
      {"[-]", 2},
      {"[1e]", 3},
      {"[1e+]", 4},
      {"[0x10]", 2},
      {"[NaN]", 1},
      {"['a']", 1},
      {"[\"a\nb\"]", 3},
      {"[\"\\x\"]", 2},
      {"[\"\\u12g4\"]", 2},
      {"[1]//", 3},
      {"]", 0},
      {"[1, ,2]", 4, FaultKind::kElidedElement},
      {"[,1]", 1, FaultKind::kElidedElement},
      {"[1,,]", 3, FaultKind::kElidedElement},
      {"[1,]", 3, FaultKind::kTrailingComma},
      {"{\"a\":1, }", 8, FaultKind::kTrailingComma},
      {"[0123]", 2, FaultKind::kLeadingZero},
      {"[-01]", 3, FaultKind::kLeadingZero},
      {"[00]", 2, FaultKind::kLeadingZero},
      {"[1", 2, FaultKind::kUnclosed},
      {"[", 1, FaultKind::kUnclosed},
      {"{\"a\":{}", 7, FaultKind::kUnclosed},
      {"[1,", 3, FaultKind::kUnclosed},
      {"{\"a\":", 5, FaultKind::kUnclosed},
      {"{\"a\"", 4, FaultKind::kUnclosed},
      {"\"ab", 3, FaultKind::kUnclosed},
      {"[\"ab\\", 5, FaultKind::kUnclosed},
      {"200 OK\n{}", 4, FaultKind::kTextBeforeDocument},
      {" HTTP/1.1 200 OK\r\n{}", 1, FaultKind::kTextBeforeDocument},
      {"200\n[]", 4, FaultKind::kTextBeforeDocument},
      {"[\"a\":1]", 4, FaultKind::kMemberInArray},
  };
  for (const Stop& stop : stops) {
    const Parsed parsed = strict(stop.text);
    EXPECT_FALSE(parsed.good) << stop.text;
    EXPECT_THAT(parsed.faults, ElementsAre(unmended(stop.kind, stop.offset))) << stop.text;
  }
}

TEST(Parser, SaysWhatItWantedThere) {
  EXPECT_EQ(strict("[1 2]").faults.at(0).expected, "a comma or ]");
  EXPECT_EQ(strict("{\"a\":1 2}").faults.at(0).expected, "a comma or }");
  EXPECT_EQ(strict("{\"a\":{}").faults.at(0).expected, "}");
  EXPECT_EQ(strict(R"(["\q"])").faults.at(0).expected, R"(an escape such as \n)");
}

TEST(Parser, TellsFaultsThatDoNotStopItAndKeepsTheTapeWhole) {
  const std::string_view text = "{\"a\":\"\\ud800\",\"b\":\"x\x80\",\"a\":1}";
  const Parsed parsed = strict(text);
  EXPECT_FALSE(parsed.good);
  EXPECT_THAT(parsed.faults,
              ElementsAre(unmended(FaultKind::kLoneSurrogate, 6), unmended(FaultKind::kBadUtf8, 20),
                          unmended(FaultKind::kDuplicateKey, 23)));
  EXPECT_EQ(parsed.tape.tokens.at(0).count, 3U);
  EXPECT_EQ(parsed.tape.tokens.at(0).next, 7U);
}

TEST(Parser, LeavesATapeThatCanBeWalkedWhereItStops) {
  for (const std::string text : {R"({"a":{"b":1,"b":2,"c":)", R"({"a":{"b":1,"b")", R"({"a":[[1,)",
                                 R"({"x":[1,"y":{"a":)", "[", "{"}) {
    Tape tape;
    std::vector<Fault> faults;
    ASSERT_FALSE(parse(text, {}, tape, faults)) << text;
    EXPECT_EQ(tape.tokens[0].next, tape.tokens.size()) << text;
    for (std::uint32_t i = 0; i < tape.tokens.size(); ++i) pointer_to(text, tape, i);
  }
}

TEST(Parser, PointsToARepeatedNameInsideWhatIsNotClosed) {
  constexpr std::string_view kText = R"({"a":{"b":1,"b":2,"c":)";
  Tape tape;
  std::vector<Fault> faults;
  parse(kText, {}, tape, faults);
  ASSERT_EQ(faults.front().kind, FaultKind::kDuplicateKey);
  EXPECT_EQ(pointer_to(kText, tape, 5), "/a/b");
}

TEST(Parser, FindsLoneSurrogatesAndNoOthers) {
  EXPECT_TRUE(strict(R"(["\ud83d\ude00"])").good);
  EXPECT_TRUE(strict(R"(["\uD83D\uDE00"])").good);
  EXPECT_THAT(strict(R"(["\ude00"])").faults, ElementsAre(unmended(FaultKind::kLoneSurrogate, 2)));
  EXPECT_THAT(strict(R"(["\ud83dx"])").faults, ElementsAre(unmended(FaultKind::kLoneSurrogate, 2)));
  EXPECT_THAT(strict(R"(["\ud83d\u0041"])").faults,
              ElementsAre(unmended(FaultKind::kLoneSurrogate, 2)));
  EXPECT_THAT(strict(R"(["\ud83d\ud83d\ude00"])").faults,
              ElementsAre(unmended(FaultKind::kLoneSurrogate, 2)));
}

TEST(Parser, FindsTheFirstBadByteOfAString) {
  for (const char* bad : {"\x80", "\xC0\x80", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80",
                          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    EXPECT_THAT(strict("[\"\u00e9" + std::string(bad) + "\"]").faults,
                ElementsAre(unmended(FaultKind::kBadUtf8, 4)));
  }
  EXPECT_TRUE(strict("[\"\u00e9\u0800\uD7FF\uE000\U00010000\U0010FFFF\"]").good);
}

TEST(Parser, ComparesNamesAfterTheirEscapes) {
  EXPECT_THAT(strict(R"({"a":1,"\u0061":2})").faults,
              ElementsAre(unmended(FaultKind::kDuplicateKey, 7)));
  EXPECT_TRUE(strict(R"({"a":{"a":1},"b":[{"a":1},{"a":1}]})").good);
}

TEST(Parser, FindsRepeatedNamesInLargeObjects) {
  std::string text = "{";
  for (int i = 0; i < 100; ++i) text += "\"n" + std::to_string(i) + "\":0,";
  const auto second = static_cast<std::uint32_t>(text.size());
  text += "\"n42\":0,";
  const auto third = static_cast<std::uint32_t>(text.size());
  text += "\"n42\":0}";
  EXPECT_THAT(strict(text).faults, ElementsAre(unmended(FaultKind::kDuplicateKey, second),
                                               unmended(FaultKind::kDuplicateKey, third)));
}

TEST(Parser, StopsAtTheBracketThatIsTooDeep) {
  Tape tape;
  std::vector<Fault> faults;
  EXPECT_TRUE(parse("[[1]]", {false, 2}, tape, faults));
  EXPECT_FALSE(parse("[[[1]]]", {false, 2}, tape, faults));
  EXPECT_THAT(faults, ElementsAre(unmended(FaultKind::kDepth, 2)));
}

TEST(Parser, ReadsAnyDepthThatIsAllowed) {
  const std::size_t depth = 1000000;
  const std::string text = std::string(depth, '[') + std::string(depth, ']');
  Tape tape;
  std::vector<Fault> faults;
  EXPECT_TRUE(parse(text, {false, 1000000}, tape, faults));
  EXPECT_FALSE(parse(text, {true, 256}, tape, faults));
  EXPECT_THAT(faults, ElementsAre(unmended(FaultKind::kDepth, 256)));
}

TEST(Tolerant, LeavesGoodTextAlone) {
  const std::string_view text = R"({"a":[1,"x",[]],"b":{}})";
  const Parsed parsed = tolerant(text);
  EXPECT_TRUE(parsed.good);
  EXPECT_THAT(parsed.faults, IsEmpty());
  EXPECT_EQ(written(text, parsed.tape), text);
}

TEST(Tolerant, ReadsAsManyElementsAsCommasAndOne) {
  EXPECT_EQ(mended(R"([1,"a", ,])"), R"([1,"a","",""])");
  EXPECT_EQ(mended("[1, ,2]"), R"([1,"",2])");
  EXPECT_EQ(mended("[,1]"), R"(["",1])");
  EXPECT_EQ(mended("[,]"), R"(["",""])");
  EXPECT_EQ(mended("[1,,,2,,3]"), R"([1,"","",2,"",3])");
}

TEST(Tolerant, TellsEachStretchOfElidedElementsOnce) {
  EXPECT_THAT(tolerant("[1, , ,2, ,]").faults,
              ElementsAre(mend(FaultKind::kElidedElement, 4), mend(FaultKind::kElidedElement, 10)));
}

TEST(Tolerant, DropsTrailingCommas) {
  EXPECT_EQ(mended("[1,]"), "[1]");
  EXPECT_EQ(mended(R"({"a":[{"b":1,} , ],})"), R"({"a":[{"b":1}]})");
}

TEST(Tolerant, AddsClosersAtTheEndAndTellsItOnce) {
  const std::string_view text = "{\"a\":{\"b\":[1,{\"c\":\"x\"\n";
  EXPECT_EQ(mended(text), R"({"a":{"b":[1,{"c":"x"}]}})");
  EXPECT_THAT(tolerant(text).faults, ElementsAre(mend(FaultKind::kUnclosed, 22)));
}

TEST(Tolerant, MakesAStringOfANumberWithLeadingZeros) {
  EXPECT_EQ(mended(R"({"phone_number": [0123456789, -007.50]})"),
            R"({"phone_number":["0123456789","-007.50"]})");
}

TEST(Tolerant, ReadsPastAStatusLine) {
  EXPECT_EQ(mended("200 OK\r\n{\"a\":1}"), R"({"a":1})");
  EXPECT_EQ(mended("HTTP/2 404 Not Found\n\n[]"), "[]");
  EXPECT_EQ(mended("\n401 Unauthorized\n[]"), "[]");
  for (const char* text : {"2000 OK\n{}", "200 OK {}", "OK\n{}", "200 OK\n1", "200 OK"}) {
    EXPECT_FALSE(tolerant(text).good) << text;
  }
}

TEST(Tolerant, LiftsAMemberOutOfAnArray) {
  const std::string_view text = R"({"data":[{"id":1},"cursor":{"next":["x",{}]}],"status":200})";
  EXPECT_EQ(mended(text), R"({"data":[{"id":1}],"status":200,"cursor":{"next":["x",{}]}})");
  EXPECT_THAT(tolerant(text).faults, ElementsAre(mend(FaultKind::kMemberInArray, 26)));
  const Parsed parsed = tolerant(text);
  EXPECT_EQ(pointer_to(text, parsed.tape, member(text, parsed.tape, 0, "cursor")), "/cursor");
}

TEST(Tolerant, LiftsSeveralMembers) {
  EXPECT_EQ(mended(R"({"a":["b":1],"c":[[2,"d":[3]],4]})"),
            R"({"a":[],"c":[[2],4],"b":1,"d":[3]})");
}

TEST(Tolerant, DoesNotLiftWhereItWouldHaveToGuess) {
  EXPECT_THAT(tolerant(R"(["a":1])").faults, ElementsAre(unmended(FaultKind::kMemberInArray, 4)));
  EXPECT_FALSE(tolerant(R"({"a":["b":["c":1]]})").good);
  const Parsed repeated = tolerant(R"({"data":["cursor":1],"cursor":2})");
  EXPECT_FALSE(repeated.good);
  EXPECT_THAT(repeated.faults, ElementsAre(mend(FaultKind::kMemberInArray, 17),
                                           unmended(FaultKind::kDuplicateKey, 21)));
}

TEST(Tolerant, RefusesWhatWouldBeAGuess) {
  for (const char* text : {"", "[1 2]", "{\"a\":}", "{\"a\":1,,\"b\":2}", "[1,", "{\"a\"", "[\"a",
                           "[1}", "{,}", "[1]]", "[01.]", "{\"a\" 1}"}) {
    EXPECT_FALSE(tolerant(text).good) << text;
  }
}

}  // namespace
}  // namespace crosswalk::json
