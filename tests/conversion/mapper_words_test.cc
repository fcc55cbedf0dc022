// What each word of a mapping does to a record: tables of values, characters left out, values of
// the target's own, and what is missing.
#include <gtest/gtest.h>

#include "support/club_format.h"
#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

using Texts = std::vector<std::string>;
using tests::club_of;
using tests::member_of_club;

format::Definition plain_text(const std::string& name, const std::string& place,
                              const tests::ClubWords& words = {}) {
  return club_of(member_of_club(name, R"("type": "string")", "\"is\": [\"" + place + "\"]"), words);
}

struct Turn {
  const char* from;
  const char* to;
  Texts faults;
};

void expect_all(Converter& convert, const std::vector<Turn>& turns) {
  for (const Turn& turn : turns) {
    EXPECT_EQ(convert(turn.from), turn.to);
    EXPECT_EQ(convert.faults(), turn.faults) << turn.from;
  }
}

const format::Definition& sexes() {
  static const format::Definition club = club_of(member_of_club("sex", R"("enum": ["f", "m", "-"])",
                                                                R"("is": ["/gender"],
              "values": {"f": "female", "m": "male", "-": ["unknown", "other"]})"));
  return club;
}

const format::Definition& words_for_sexes() {
  static const format::Definition club =
      club_of(member_of_club("g", R"("enum": ["W", "M", "D", "?"])",
                             R"("is": ["/gender"],
              "values": {"W": "female", "M": "male", "D": "other", "?": "unknown"})"));
  return club;
}

TEST(MapperWords, TablesLeadFromOneVendorsWordsToTheOthers) {
  Converter convert(sexes(), words_for_sexes());
  expect_all(convert, {{R"({"sex":"f"})", R"({"g":"W"})", {}},
                       {R"({"sex":"m"})", R"({"g":"M"})", {}},
                       {R"({"sex":"-"})", R"({"g":"?"})", {}}});
  EXPECT_EQ(convert.loss("sex").lost, 0U);
  EXPECT_EQ(convert.loss("sex").records, 3U);
}

TEST(MapperWords, OfSeveralCanonicalNamesTheFirstComesBackAndTheOthersAreLost) {
  Converter convert(words_for_sexes(), sexes());
  expect_all(convert, {{R"({"g":"?"})", R"({"sex":"-"})", {}},
                       {R"({"g":"D"})", R"({"sex":"-"})", {"lossy g"}},
                       {R"({"g":"D"})", R"({"sex":"-"})", {}}});
  EXPECT_EQ(convert.loss("g").lost, 2U);
  EXPECT_EQ(convert.loss("g").loss, LossClass::kLossy);
  EXPECT_EQ(convert.loss("g").reason, "not all of its values have a place");
}

TEST(MapperWords, ATextThatAnEnumDoesNotNameIsUnmappedOnEitherSide) {
  Converter convert(sexes(), words_for_sexes());
  expect_all(convert, {{R"({"sex":"x"})", "{}", {"value-unmapped sex"}},
                       {R"({"sex":"W"})", "{}", {"value-unmapped sex"}},
                       {R"({"sex":"female"})", "{}", {"value-unmapped sex"}}});
  const auto any = plain_text("any", "/gender");
  Converter into(any, words_for_sexes());
  expect_all(into, {{R"({"any":"female"})", R"({"g":"W"})", {}},
                    {R"({"any":"W"})", R"({"g":"W"})", {}},
                    {R"({"any":"w"})", "{}", {"value-unmapped any"}}});
}

TEST(MapperWords, ATextThatNoTableNamesStaysWhereAnyTextMayStand) {
  const auto open = club_of(member_of_club("sex", R"("type": "string")",
                                           R"("is": ["/gender"], "values": {"f": "female"})"));
  const auto any = plain_text("any", "/gender");
  Converter convert(open, any);
  expect_all(convert, {{R"({"sex":"f"})", R"({"any":"female"})", {}},
                       {R"({"sex":"q"})", R"({"any":"q"})", {}}});
  Converter back(any, open);
  expect_all(back, {{R"({"any":"female"})", R"({"sex":"f"})", {}},
                    {R"({"any":"male"})", R"({"sex":"male"})", {}}});
}

TEST(MapperWords, SeveralTextsOfOneNameHaveNoWayBack) {
  const auto loose = club_of(member_of_club("sex", R"("type": "string")",
                                            R"("is": ["/gender"], "one_way": true,
                      "values": {"F": "female", "W": "female", "M": "male"})"));
  Converter convert(loose, sexes());
  expect_all(convert,
             {{R"({"sex":"F"})", R"({"sex":"f"})", {}}, {R"({"sex":"W"})", R"({"sex":"f"})", {}}});
  EXPECT_EQ(convert.loss("sex").loss, LossClass::kOneWay);
  EXPECT_EQ(convert.loss("sex").reason, "several of its values are called the same");
  Converter back(sexes(), loose);
  EXPECT_EQ(back(R"({"sex":"f"})"), R"({"sex":"F"})") << "the first of them is written";
  EXPECT_EQ(back.loss("sex").loss, LossClass::kOneWay);
}

TEST(MapperWords, UnwantedCharactersAreLeftOutWhereAFieldIsWritten) {
  const auto from = plain_text("tel", "/phones");
  const auto to = club_of(member_of_club("phone", R"("type": "string")",
                                         R"("is": ["/phones"], "remove": " -\u00a0ż")"));
  Converter convert(from, to);
  expect_all(convert, {{R"({"tel":"12 34-56\u00a07"})", R"({"phone":"1234567"})", {}},
                       {R"({"tel":"ż1źż"})", R"({"phone":"1ź"})", {}},
                       {R"({"tel":"1234"})", R"({"phone":"1234"})", {}}});
  EXPECT_EQ(convert.loss("tel").normalised, 2U);
  EXPECT_EQ(convert.loss("tel").records, 3U);
  EXPECT_EQ(Converter(to, from)(R"({"phone":"1 2"})"), R"({"tel":"1 2"})")
      << "not where it is read";
}

TEST(MapperWords, ANumberLosesNothingOnItsWayIntoATextAndBack) {
  const auto text = plain_text("t", "/attributes/n");
  const auto number =
      club_of(member_of_club("n", R"("type": "number")", R"("is": ["/attributes/n"])"));
  Converter there(number, text);
  Converter back(text, number);
  for (const char* digits : {"0", "-1", "1.50", "1e5", "12345678901234567890123456789"}) {
    const std::string as_number = std::string(R"({"n":)") + digits + '}';
    const std::string as_text = std::string(R"({"t":")") + digits + "\"}";
    EXPECT_EQ(there(as_number), as_text);
    EXPECT_EQ(back(as_text), as_number);
  }
  EXPECT_EQ(there.loss("n").loss, LossClass::kNormalised);
  EXPECT_EQ(there.loss("n").reason, "the form of the values changes");
  EXPECT_EQ(there.loss("n").normalised, 5U);
  expect_all(back, {{R"({"t":"1,5"})", "{}", {"value-unmapped t"}},
                    {R"({"t":"many"})", "{}", {"value-unmapped t"}}});
}

TEST(MapperWords, ARequiredFieldIsItsSettingElseItsConstantElseItsDefault) {
  const auto from = plain_text("f", "/first_name");
  const std::string fields = R"("a": {"type": "string", "const": "one"},
      "b": {"type": "integer", "default": 2}, "c": {"type": "string"},
      "d": {"type": "integer"}, "e": {"type": "string", "const": "not required"})";
  const auto to = club_of(fields, {.required = R"("a", "b", "c", "d")"});
  Converter bare(from, to);
  EXPECT_EQ(bare("{}"), R"({"a":"one","b":2})");
  EXPECT_EQ(bare.faults(), (Texts{"required-missing c", "required-missing d"}));
  EXPECT_EQ(bare.report().unfed, (Texts{"c", "d"}));
  MappingOptions options;
  options.settings = {{"b", "7"}, {"c", "x\"y"}, {"d", "12"}, {"e", "asked"}, {"zz", "none"}};
  Converter told(from, to, std::move(options));
  EXPECT_EQ(told("{}"), R"({"a":"one","b":7,"c":"x\"y","d":12})");
  EXPECT_EQ(told.faults(), Texts{});
  EXPECT_EQ(told.report().unfed, Texts{});
}

TEST(MapperWords, AValueOfTheRecordBeatsWhatTheTargetHasOfItsOwn) {
  const auto from = plain_text("f", "/first_name");
  const auto to = club_of(
      R"("n": {"type": "string", "default": "nobody", "x-crosswalk": {"is": ["/first_name"]}})",
      {.required = R"("n")"});
  Converter convert(from, to);
  expect_all(convert, {{R"({"f":"Ann"})", R"({"n":"Ann"})", {}},
                       {R"({"f":""})", R"({"n":"nobody"})", {}},
                       {R"({"f":null})", R"({"n":"nobody"})", {}},
                       {"{}", R"({"n":"nobody"})", {}}});
}

TEST(MapperWords, WhatTheSourceWritesUntoldIsNoLoss) {
  const auto from = club_of(R"("kind": {"type": "string", "const": "member"},
                               "size": {"type": "integer", "default": 3})");
  const auto to = plain_text("f", "/first_name");
  Converter convert(from, to);
  expect_all(convert, {{R"({"kind":"member","size":3})", "{}", {}},
                       {R"({"kind":"guest","size":4})", "{}", {"lossy kind", "lossy size"}}});
  EXPECT_EQ(convert.loss("kind").records, 2U);
  EXPECT_EQ(convert.loss("kind").lost, 1U);
  EXPECT_EQ(convert.loss("kind").reason,
            "club/members has no field for it, where it is not what is written without it");
}

TEST(MapperWords, AReadOnlyFieldIsReadAndNeverWritten) {
  const auto seen = club_of(R"("n": {"type": "string", "readOnly": true,
                                     "x-crosswalk": {"is": ["/first_name"]}})");
  const auto plain = plain_text("f", "/first_name");
  EXPECT_EQ(Converter(seen, plain)(R"({"n":"Ann"})"), R"({"f":"Ann"})");
  Converter into(plain, seen);
  expect_all(into, {{R"({"f":"Ann"})", "{}", {"lossy f"}}});
  Converter within(seen, seen);
  expect_all(within, {{R"({"n":"Ann"})", "{}", {}}});
  EXPECT_EQ(within.loss("n").loss, LossClass::kReadOnly);
  EXPECT_EQ(within.loss("n").reason, "club/members works it out itself");
}

TEST(MapperWords, AMemberThatTheSchemaDoesNotKnowIsLostByItsName) {
  const auto from = plain_text("f", "/first_name");
  const auto to = plain_text("n", "/first_name");
  Converter convert(from, to);
  expect_all(convert,
             {{R"({"f":"Ann","x":1,"y":{"z":2}})", R"({"n":"Ann"})", {"lossy x", "lossy y"}},
              {R"({"x":2,"y":{"q":1}})", "{}", {}},
              {R"({"x":null})", "{}", {}}});
  EXPECT_EQ(convert.loss("x").lost, 2U);
  EXPECT_EQ(convert.loss("x").reason, "club/members does not know it");
  EXPECT_FALSE(convert.loss("x").is_known_name);
  EXPECT_TRUE(convert.loss("f").is_known_name);
}

TEST(MapperWords, ADroppedColumnIsToldOfByNoFault) {
  for (const char* drop : {"x.*", "x.a"}) {
    MappingOptions options;
    options.drop = {drop};
    const auto from = club_of(R"("x": {"type": "object", "additionalProperties": {
        "x-crosswalk": {"is": ["/attributes/*"]}}})");
    const auto to = club_of(R"("y": {"type": "object", "additionalProperties": {
        "x-crosswalk": {"is": ["/attributes/*"]}}})");
    Converter convert(from, to, std::move(options));
    const bool is_all = std::string_view(drop) == "x.*";
    EXPECT_EQ(convert(R"({"x":{"a":"1","b":"2"}})"), is_all ? "{}" : R"({"y":{"b":"2"}})");
    EXPECT_EQ(convert.faults(), Texts{});
    EXPECT_TRUE(convert.loss("x.a").is_dropped);
    EXPECT_EQ(convert.loss("x.b").is_dropped, is_all);
    EXPECT_EQ(convert.loss("x.a").lost, 1U);
    EXPECT_EQ(convert.loss("x.b").lost, is_all ? 1U : 0U);
  }
}

}  // namespace
}  // namespace crosswalk::conversion
