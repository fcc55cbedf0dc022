// Several values: lists, texts of parts, joined texts, several fields for one place, and families.
#include <gtest/gtest.h>

#include <random>

#include "support/club_format.h"
#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

using Texts = std::vector<std::string>;
using tests::club_of;
using tests::member_of_club;

constexpr const char* kText = R"("type": "string")";
constexpr const char* kList = R"("type": "array", "items": {"type": "string"})";

format::Definition list_of(const std::string& place) {
  return club_of(member_of_club("l", kList, "\"is\": [\"" + place + "\"]"));
}
format::Definition parts_of(const std::string& place, const std::string& by) {
  return club_of(member_of_club(
      "p", kText,
      "\"is\": [\"" + place + "\"], \"parts\": {\"by\": \"" + by + "\", \"item\": {}}"));
}
format::Definition text_of(const std::string& place) {
  return club_of(member_of_club("t", kText, "\"is\": [\"" + place + "\"]"));
}

TEST(MapperLists, AListGoesIntoATextOfPartsAndBack) {
  const auto list = list_of("/phones");
  for (const std::string by : {",", ";", "|,|", " / "}) {
    const auto parts = parts_of("/phones", by);
    Converter there(list, parts);
    Converter back(parts, list);
    EXPECT_EQ(there(R"({"l":["1","2","3"]})"), R"({"p":"1)" + by + "2" + by + R"(3"})");
    EXPECT_EQ(back(there.record.text), R"({"l":["1","2","3"]})");
    EXPECT_EQ(there(R"({"l":["1"]})"), R"({"p":"1"})");
    EXPECT_EQ(back(there.record.text), R"({"l":["1"]})");
    EXPECT_EQ(there.faults(), Texts{});
  }
}

TEST(MapperLists, BlanksAroundPartsAreNoPartOfThem) {
  const auto parts = parts_of("/phones", ",");
  const auto list = list_of("/phones");
  Converter convert(parts, list);
  EXPECT_EQ(convert(R"({"p":" 1 , 2,,3 ,"})"), R"({"l":["1","2","3"]})");
  EXPECT_EQ(convert(R"({"p":" , "})"), R"({})") << "no part is left";
  const auto others = parts_of("/phones", ";");
  EXPECT_EQ(Converter(parts, others)(R"({"p":"1, 2"})"), R"({"p":"1;2"})");
}

TEST(MapperLists, TheSamePartsStayATextAsItStands) {
  const auto parts = parts_of("/phones", ",");
  Converter convert(parts, parts);
  EXPECT_EQ(convert(R"({"p":" 1 , 2"})"), R"({"p":" 1 , 2"})");
  EXPECT_EQ(convert.loss("p").loss, LossClass::kLossless);
}

TEST(MapperLists, APartThatHoldsWhatStandsBetweenPartsIsToldOf) {
  const auto list = list_of("/phones");
  const auto parts = parts_of("/phones", ",");
  Converter convert(list, parts);
  convert(R"({"l":["1,5","2"]})");
  EXPECT_EQ(convert.faults(), Texts{"value-unmapped l"});
  convert(R"({"l":["1,5","2,5"]})");
  EXPECT_EQ(convert.faults(), (Texts{"value-unmapped l", "value-unmapped l"}));
  convert(R"({"l":["1;5","2"]})");
  EXPECT_EQ(convert.faults(), Texts{});
  convert(R"({"l":["1,5"]})");
  EXPECT_EQ(convert.faults(), Texts{"value-unmapped l"}) << "one value would come back as two";
  EXPECT_EQ(Converter(parts, parts)(R"({"p":"1,5"})"), R"({"p":"1,5"})");
}

TEST(MapperLists, OneValueOfSeveralStaysWhereOnlyOneMayStand) {
  const auto text = text_of("/phones");
  const auto list = list_of("/phones");
  Converter convert(list, text);
  EXPECT_EQ(convert(R"({"l":["1","2"]})"), R"({"t":"1"})");
  EXPECT_EQ(convert.faults(), Texts{"lossy l"});
  EXPECT_EQ(convert(R"({"l":["3"]})"), R"({"t":"3"})");
  EXPECT_EQ(convert(R"({"l":["","4"]})"), R"({"t":"4"})");
  EXPECT_EQ(convert.loss("l").lost, 1U);
  EXPECT_EQ(convert.loss("l").records, 3U);
  EXPECT_EQ(Converter(text, list)(R"({"t":"1"})"), R"({"l":["1"]})");
}

TEST(MapperLists, SeveralValuesOfAnAttributeMayShareAText) {
  const auto text = text_of("/attributes/a");
  const auto list = list_of("/attributes/a");
  Converter convert(list, text);
  EXPECT_EQ(convert(R"({"l":["1","2"]})"), R"({"t":"1,2"})");
  EXPECT_EQ(convert.faults(), Texts{});
  convert(R"({"l":["1,2"]})");
  EXPECT_EQ(convert.faults(), Texts{"value-unmapped l"});
  EXPECT_EQ(convert.loss("l").reason, "several values become one text or the first of them");
}

TEST(MapperLists, SeveralTextsMakeOneWithABlankBetweenThem) {
  const auto from = club_of(member_of_club("l", kText, R"("is": ["/last_name"])") + ',' +
                            member_of_club("m", kText, R"("is": ["/attributes/middle"])") + ',' +
                            member_of_club("f", kText, R"("is": ["/first_name"])"));
  const auto to = club_of(
      member_of_club("n", kText, R"("is": [["/first_name", "/attributes/middle", "/last_name"]])"));
  Converter convert(from, to);
  struct Join {
    const char* from;
    const char* to;
  };
  for (const auto& [record, joined] :
       {Join{R"({"l":"Lee","m":"B.","f":"Ann"})", R"({"n":"Ann B. Lee"})"},
        Join{R"({"l":"Lee","f":"Ann"})", R"({"n":"Ann Lee"})"},
        Join{R"({"m":"B."})", R"({"n":"B."})"},
        Join{R"({"m":"B.","l":"","f":null})", R"({"n":"B."})"}}) {
    EXPECT_EQ(convert(record), joined);
    EXPECT_EQ(convert.faults(), Texts{}) << record;
  }
  EXPECT_EQ(convert.loss("m").normalised, 3U);
  EXPECT_EQ(convert.loss("l").normalised, 2U);
  Converter back(to, from);
  EXPECT_EQ(back(R"({"n":"Ann Lee"})"), "{}") << "it is written and never read";
  EXPECT_EQ(back.faults(), Texts{"lossy n"});
}

TEST(MapperLists, TheBestPlaceThatTheRecordHasIsWritten) {
  const auto from = club_of(member_of_club("whole", kText, R"("is": ["/full_name"])") + ',' +
                            member_of_club("f", kText, R"("is": ["/first_name"])"));
  const auto to = club_of(member_of_club("n", kText, R"("is": ["/full_name", "/first_name"])"));
  Converter convert(from, to);
  EXPECT_EQ(convert(R"({"f":"Ann"})"), R"({"n":"Ann"})");
  EXPECT_EQ(convert(R"({"whole":"","f":"Ann"})"), R"({"n":"Ann"})") << "an empty text is none";
  EXPECT_EQ(convert.faults(), Texts{});
  EXPECT_EQ(convert(R"({"f":"Ann","whole":"Ann Lee"})"), R"({"n":"Ann Lee"})");
  EXPECT_EQ(convert.faults(), Texts{"lossy f"}) << "it was passed over";
  EXPECT_EQ(convert.loss("f").lost, 1U);
  EXPECT_EQ(convert.loss("whole").lost, 0U);
}

TEST(MapperLists, ASecondFieldForOneTextIsLost) {
  const auto from = club_of(member_of_club("a", kText, R"("is": ["/phones"])") + ',' +
                            member_of_club("b", kText, R"("is": ["/phones"])"));
  const auto text = text_of("/phones");
  Converter one(from, text);
  EXPECT_EQ(one(R"({"a":"1","b":"2"})"), R"({"t":"1"})");
  EXPECT_EQ(one.faults(), Texts{"lossy b"});
  const auto list = list_of("/phones");
  Converter both(from, list);
  EXPECT_EQ(both(R"({"a":"1","b":"2"})"), R"({"l":["1","2"]})");
  EXPECT_EQ(both.faults(), Texts{});
}

TEST(MapperLists, AValueGoesToTheFamilyOfItsKind) {
  const auto from = club_of(R"("x": {"type": "object", "additionalProperties": {
      "x-crosswalk": {"is": ["/attributes/*"]}}})");
  const format::Definition& to = format_called("aixon/customers");
  MappingOptions options;
  options.settings = {{"customuid", "1"}};
  Converter convert(from, to, std::move(options));
  struct Kinds {
    const char* value;
    const char* member;
  };
  for (const auto& [value, member] :
       {Kinds{"\"a\"", R"("txt_k":"a")"}, Kinds{"7.5", R"("num_k":7.5)"},
        Kinds{R"(["a","b"])", R"("attr_k":"a,b")"}, Kinds{"\"7\"", R"("txt_k":"7")"}}) {
    const std::string text = convert(R"({"x":{"k":)" + std::string(value) + "}}");
    EXPECT_NE(text.find(member), std::string::npos) << text;
  }
}

TEST(MapperLists, ATextIsHashedPartByPart) {
  const auto from = parts_of("/emails", ";");
  const auto to = club_of(R"("h": {"type": "string", "x-crosswalk": {"is": ["/email_hashes"],
      "hash": "/emails", "parts": {"by": ",", "item": {}}}})");
  Converter convert(from, to);
  const std::string test = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b";
  const std::string ann = "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476";
  EXPECT_EQ(convert(R"({"p":"Test@Example.com ; ann@example.com"})"),
            R"({"h":")" + test + ',' + ann + "\"}");
  EXPECT_EQ(convert(R"({"p":"none;ann@example.com"})"), R"({"h":")" + ann + "\"}");
  EXPECT_EQ(convert.faults(), Texts{"not-an-email p"});
  EXPECT_EQ(convert.loss("p").loss, LossClass::kOneWay);
  EXPECT_EQ(convert.loss("p").reason, "only its hash is written");
}

// What a mapper remembers of records that are alike changes nothing: each is made as the first.
TEST(MapperLists, EveryRecordIsMadeAsIfItWereTheFirst) {
  const auto from = club_of(member_of_club("a", kText, R"("is": ["/phones"])") + ',' +
                            member_of_club("b", kList, R"("is": ["/phones"])") + ',' +
                            member_of_club("n", R"("type": "number")", R"("is": ["/reward"])") +
                            R"(, "x": {"type": "object", "additionalProperties": {
                                "x-crosswalk": {"is": ["/attributes/*"]}}})");
  const auto to = club_of(member_of_club("p", kText, R"("is": ["/phones"])") + ',' +
                          member_of_club("r", kText, R"("is": ["/reward", "/attributes/r"])") +
                          R"(, "y": {"type": "object", "additionalProperties": {
                              "x-crosswalk": {"is": ["/attributes/*"]}}})");
  static const Texts kValues = {"null", "\"\"",      "\"v\"", "7",           "[]",
                                "[1]",  "[\"w\",2]", "true",  "\"\\u017c\"", "{\"q\":1}"};
  std::mt19937 random(31);
  Converter warm(from, to);
  for (int i = 0; i < 1500; ++i) {
    const auto value = [&] { return kValues[random() % kValues.size()]; };
    std::string record = R"({"z":0)";
    if (random() % 2 == 0) record += R"(,"a":)" + value();
    if (random() % 2 == 0) record += R"(,"b":["1",)" + value() + ']';
    if (random() % 2 == 0) record += R"(,"n":)" + std::to_string(random() % 9);
    if (random() % 2 == 0) record += R"(,"x":{"r":)" + value() + R"(,"k":)" + value() + '}';
    record += '}';
    Converter cold(from, to);
    const std::string expected = cold(record);
    ASSERT_EQ(warm(record), expected) << record;
    EXPECT_EQ(warm.record.tape.tokens.size(), cold.record.tape.tokens.size());
    EXPECT_EQ(warm.record.origins.size(), cold.record.origins.size());
  }
}

}  // namespace
}  // namespace crosswalk::conversion
