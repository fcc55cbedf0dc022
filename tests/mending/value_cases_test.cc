// Each mend as a table of what it makes of values and what it must not touch; and what all of them
// have in common.
#include <gtest/gtest.h>

#include "check/times.h"
#include "check/value.h"
#include "mending/value.h"

namespace crosswalk::mending {
namespace {

using format::RepairKind;
using json::Kind;

constexpr RepairKind kKinds[] = {
    RepairKind::kTable,     RepairKind::kLower, RepairKind::kRemoveBlanks, RepairKind::kNumber,
    RepairKind::kInteger,   RepairKind::kFlag,  RepairKind::kEmpty,        RepairKind::kDivide1000,
    RepairKind::kColonDate, RepairKind::kZone,  RepairKind::kRejoin,       RepairKind::kRenumber};

std::optional<Scalar> mended(RepairKind kind, const Scalar& value) {
  static const auto kZone = text::TimeZone::find("-03:30");
  const format::Repair repair{kind, {{"A", "b"}, {"b", "c"}, {"same", "same"}, {"", "none"}}};
  return mend(value, {&repair, "; ", &*kZone});
}

struct Case {
  const char* text;
  const char* meant;  ///< null: the mend has nothing to say
};

void expect_all(RepairKind kind, const std::vector<Case>& cases, Kind made = Kind::kString) {
  for (const auto& [text, meant] : cases) {
    const auto found = mended(kind, {Kind::kString, text});
    ASSERT_EQ(found.has_value(), meant != nullptr) << text;
    if (!found) continue;
    EXPECT_EQ(*found, (Scalar{made, meant})) << text;
  }
}

TEST(MendCases, ATableIsLookedUpOnce) {
  expect_all(
      RepairKind::kTable,
      {{"A", "b"}, {"b", "c"}, {"", "none"}, {"same", nullptr}, {"a", nullptr}, {"A ", nullptr}});
  EXPECT_EQ(mended(RepairKind::kTable, {Kind::kNumber, "b"}), (Scalar{Kind::kString, "c"}));
}

TEST(MendCases, SmallLettersAreThoseOfAsciiAlone) {
  expect_all(RepairKind::kLower, {{"ABYZ", "abyz"},
                                  {"@[`{", nullptr},
                                  {"aZ09", "az09"},
                                  {"ŻÓŁW", "ŻÓŁw"},
                                  {"ŻÓŁ", nullptr},
                                  {"", nullptr}});
}

TEST(MendCases, BlanksOfEverySortAreLeftOut) {
  expect_all(RepairKind::kRemoveBlanks, {{"1 2", "12"},
                                         {"\t1\v\f\r\n", "1"},
                                         {"\u00a01\u16802\u20003\u200a4", "1234"},
                                         {"\u2028\u2029\u202f\u205f\u3000\ufeff\u0085", ""},
                                         {"1\u200b2", nullptr},
                                         {"-", nullptr},
                                         {"\xC2", nullptr},
                                         {"", nullptr}});
}

TEST(MendCases, ANumberKeepsItsCharacters) {
  expect_all(RepairKind::kNumber,
             {{"0", "0"},
              {"-0.50", "-0.50"},
              {"1E5", "1E5"},
              {"01", nullptr},
              {"1.", nullptr},
              {"-", nullptr},
              {"1 ", nullptr},
              {"true", nullptr}},
             Kind::kNumber);
  EXPECT_EQ(mended(RepairKind::kNumber, {Kind::kNumber, "7"}), std::nullopt);
}

TEST(MendCases, AnIntegerLosesNothingButZeros) {
  expect_all(RepairKind::kInteger,
             {{"7", "7"},
              {"7.0", "7"},
              {"-7.000", "-7"},
              {"0.0", "0"},
              {"-0", "0"},
              {"7.01", nullptr},
              {"7e0", nullptr},
              {"7.0e1", nullptr},
              {"07.0", nullptr},
              {".0", nullptr}},
             Kind::kNumber);
  EXPECT_EQ(mended(RepairKind::kInteger, {Kind::kNumber, "7"}), std::nullopt);
  EXPECT_EQ(mended(RepairKind::kInteger, {Kind::kNumber, "7.5"}), std::nullopt);
}

TEST(MendCases, AFlagIsMadeOfItsWordsAndOfNumbers) {
  expect_all(RepairKind::kFlag,
             {{"true", "1"},
              {"FALSE", "0"},
              {"tRuE", "1"},
              {"1", "1"},
              {"0.0", "0"},
              {"7", "7"},
              {"t", nullptr},
              {" true", nullptr},
              {"", nullptr}},
             Kind::kNumber);
  EXPECT_EQ(mended(RepairKind::kFlag, {Kind::kFalse, "false"}), (Scalar{Kind::kNumber, "0"}));
  EXPECT_EQ(mended(RepairKind::kFlag, {Kind::kNumber, "1"}), std::nullopt);
}

TEST(MendCases, MillisecondsHaveMoreThanThreeDigitsAndNothingElse) {
  expect_all(RepairKind::kDivide1000, {{"1000", "1"},
                                       {"1514254499123", "1514254499"},
                                       {"999", nullptr},
                                       {"1000.0", nullptr},
                                       {"+1000", nullptr},
                                       {"1e9", nullptr},
                                       {"", nullptr}});
  EXPECT_EQ(mended(RepairKind::kDivide1000, {Kind::kNumber, "2000"}), (Scalar{Kind::kNumber, "2"}));
}

TEST(MendCases, OnlyTheColonsOfADateAreChanged) {
  expect_all(RepairKind::kColonDate, {{"2023:01:02", "2023-01-02"},
                                      {"2023:01:02T03:04:05Z", "2023-01-02T03:04:05Z"},
                                      {"2023:01:02 x:y", "2023-01-02 x:y"},
                                      {"2023-01-02", nullptr},
                                      {"2023:01-02", nullptr},
                                      {"2023:1:02", nullptr},
                                      {"023:01:02", nullptr},
                                      {"2023:01:0", nullptr},
                                      {"x023:01:02", nullptr}});
}

TEST(MendCases, PartsAreRejoinedAndBlanksInThemStay) {
  expect_all(RepairKind::kRejoin, {{"a,b", "a; b"},
                                   {"a,b; c,d", "a; b; c; d"},
                                   {",", "; "},
                                   {"a, b", "a;  b"},
                                   {"a; b", nullptr},
                                   {"a;b", nullptr},
                                   {"", nullptr}});
}

TEST(MendCases, NumbersOfColumnsAreNoValues) {
  for (const char* text : {"", "1", "a"})
    EXPECT_EQ(mended(RepairKind::kRenumber, {Kind::kString, text}), std::nullopt) << text;
  EXPECT_EQ(mended(RepairKind::kNone, {Kind::kString, "A"}), std::nullopt);
}

TEST(MendCases, NullIsWrittenAsAnEmptyTextAndNothingElseIs) {
  EXPECT_EQ(mended(RepairKind::kEmpty, {Kind::kNull, "null"}), (Scalar{Kind::kString, ""}));
  for (const Scalar& other : {Scalar{Kind::kString, "null"}, Scalar{Kind::kString, ""},
                              Scalar{Kind::kFalse, "false"}, Scalar{Kind::kNumber, "0"}})
    EXPECT_EQ(mended(RepairKind::kEmpty, other), std::nullopt);
}

// What a mend made needs no more of it, but for a table and a guess, which may go on.
TEST(MendCases, EachMendIsDoneAtOnce) {
  const char* const texts[] = {"",     "A",          "1 2",  "7",
                               "7.0",  "TRUE",       "a,b",  "2023:01:02T03:04:05",
                               "2000", "2023-01-02", "ŻA b", "2023-01-02T03:04"};
  for (const RepairKind kind : kKinds) {
    if (kind == RepairKind::kTable || kind == RepairKind::kDivide1000) continue;
    for (const char* text : texts) {
      const auto once = mended(kind, {Kind::kString, text});
      if (!once) continue;
      EXPECT_NE(*once, (Scalar{Kind::kString, text}));
      EXPECT_EQ(mended(kind, *once), std::nullopt) << text << " became " << once->text;
    }
  }
}

TEST(MendCases, AMadeValueIsOneThatTheCheckCouldTake) {
  EXPECT_TRUE(
      check::is_date_time(mended(RepairKind::kZone, {Kind::kString, "2023-01-02T03:04:05"})->text));
  EXPECT_EQ(mended(RepairKind::kZone, {Kind::kString, "2023-01-02T03:04:05"})->text,
            "2023-01-02T03:04:05-03:30");
  EXPECT_TRUE(check::is_date(mended(RepairKind::kColonDate, {Kind::kString, "2024:02:29"})->text));
  EXPECT_TRUE(check::is_integer(mended(RepairKind::kInteger, {Kind::kString, "5.0"})->text));
}

TEST(MendCases, EachHasItsOwnWordsAndOneGuesses) {
  std::vector<std::string_view> words;
  for (const RepairKind kind : kKinds) {
    const std::string_view said = describe(kind);
    EXPECT_FALSE(said.empty());
    for (const std::string_view other : words) EXPECT_NE(said, other);
    words.push_back(said);
    EXPECT_EQ(is_unsafe(kind), kind == RepairKind::kDivide1000);
  }
  EXPECT_FALSE(is_unsafe(RepairKind::kNone));
}

}  // namespace
}  // namespace crosswalk::mending
