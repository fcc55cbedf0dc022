// Every form against every sort of scalar, as tables; and days that go there and back.
#include <gtest/gtest.h>

#include <cstdio>
#include <random>

#include "check/times.h"
#include "conversion/value_form.h"

namespace crosswalk::conversion {
namespace {

using json::Kind;

struct Case {
  Kind kind;
  const char* text;
  Change change;
  Kind new_kind;
  const char* new_text;
};

constexpr Kind kText = Kind::kString;
constexpr Kind kNumber = Kind::kNumber;
constexpr Change kNone = Change::kNone;
constexpr Change kForm = Change::kForm;
constexpr Change kLoss = Change::kLoss;
constexpr Change kNoMatch = Change::kNoMatch;

void expect_all(FormKind form, const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    std::string scratch;
    Scalar value{one.kind, one.text};
    EXPECT_EQ(bring_into(form, value, scratch), one.change) << one.text;
    if (one.change == kNoMatch) continue;  // nothing is written of it
    EXPECT_EQ(value.kind, one.new_kind) << one.text;
    EXPECT_EQ(value.text, one.new_text) << one.text;
  }
}

TEST(ValueFormCases, AnyFormLeavesEveryScalarAlone) {
  expect_all(FormKind::kAny, {{kText, "", kNone, kText, ""},
                              {kText, "7", kNone, kText, "7"},
                              {kNumber, "7.0", kNone, kNumber, "7.0"},
                              {Kind::kTrue, "true", kNone, Kind::kTrue, "true"},
                              {Kind::kFalse, "false", kNone, Kind::kFalse, "false"}});
}

TEST(ValueFormCases, ATextTakesTheCharactersOfEveryScalar) {
  expect_all(FormKind::kText, {{kText, "true", kNone, kText, "true"},
                               {kText, " 1 ", kNone, kText, " 1 "},
                               {kNumber, "1.50", kForm, kText, "1.50"},
                               {Kind::kTrue, "true", kForm, kText, "true"},
                               {Kind::kFalse, "false", kForm, kText, "false"}});
}

TEST(ValueFormCases, ANumberIsWhatJsonCallsOne) {
  expect_all(FormKind::kNumber, {{kNumber, "1.5", kNone, kNumber, "1.5"},
                                 {kText, "1.5", kForm, kNumber, "1.5"},
                                 {kText, "-0.0", kForm, kNumber, "-0.0"},
                                 {kText, "1E+2", kForm, kNumber, "1E+2"},
                                 {Kind::kTrue, "true", kForm, kNumber, "1"},
                                 {Kind::kFalse, "false", kForm, kNumber, "0"},
                                 {kText, "", kNoMatch, kText, ""},
                                 {kText, "true", kNoMatch, kText, ""},
                                 {kText, ".5", kNoMatch, kText, ""},
                                 {kText, "5.", kNoMatch, kText, ""},
                                 {kText, "0x1", kNoMatch, kText, ""},
                                 {kText, "Infinity", kNoMatch, kText, ""},
                                 {kText, "1 ", kNoMatch, kText, ""}});
}

TEST(ValueFormCases, AnIntegerHasNoFraction) {
  expect_all(FormKind::kInteger, {{kNumber, "12", kNone, kNumber, "12"},
                                  {kText, "-12", kForm, kNumber, "-12"},
                                  {kText, "0", kForm, kNumber, "0"},
                                  {Kind::kTrue, "true", kForm, kNumber, "1"},
                                  {kNumber, "1.5", kNoMatch, kNumber, ""},
                                  {kText, "-", kNoMatch, kText, ""},
                                  {kText, "01", kNoMatch, kText, ""},
                                  {kText, "", kNoMatch, kText, ""}});
}

TEST(ValueFormCases, AFlagIsOneOrZeroAndNoOtherSpellingOfThem) {
  expect_all(FormKind::kFlag, {{kNumber, "0", kNone, kNumber, "0"},
                               {kNumber, "1", kNone, kNumber, "1"},
                               {kText, "0", kForm, kNumber, "0"},
                               {kText, "1", kForm, kNumber, "1"},
                               {Kind::kTrue, "true", kForm, kNumber, "1"},
                               {Kind::kFalse, "false", kForm, kNumber, "0"},
                               {kNumber, "1.0", kNoMatch, kNumber, ""},
                               {kNumber, "-1", kNoMatch, kNumber, ""},
                               {kText, "01", kNoMatch, kText, ""},
                               {kText, "true", kNoMatch, kText, ""},
                               {kText, "", kNoMatch, kText, ""}});
}

TEST(ValueFormCases, ABooleanTakesItsWordsAndTheFlags) {
  expect_all(FormKind::kBoolean, {{Kind::kTrue, "true", kNone, Kind::kTrue, "true"},
                                  {Kind::kFalse, "false", kNone, Kind::kFalse, "false"},
                                  {kText, "true", kForm, Kind::kTrue, "true"},
                                  {kText, "false", kForm, Kind::kFalse, "false"},
                                  {kText, "0", kForm, Kind::kFalse, "false"},
                                  {kNumber, "1", kForm, Kind::kTrue, "true"},
                                  {kNumber, "2", kNoMatch, kNumber, ""},
                                  {kNumber, "1.0", kNoMatch, kNumber, ""},
                                  {kText, "TRUE", kNoMatch, kText, ""},
                                  {kText, "", kNoMatch, kText, ""}});
}

TEST(ValueFormCases, ADateLosesATimeOfDayAndNothingElse) {
  expect_all(FormKind::kDate, {{kText, "2024-02-29", kNone, kText, "2024-02-29"},
                               {kText, "2024-02-29T00:00:00Z", kForm, kText, "2024-02-29"},
                               {kText, "2024-02-29T00:00:00.000+09:30", kForm, kText, "2024-02-29"},
                               {kText, "2024-02-29T00:00:00-00:30", kForm, kText, "2024-02-29"},
                               {kText, "2024-02-29t00:00:00z", kForm, kText, "2024-02-29"},
                               {kText, "2024-02-29T00:00:00.001Z", kLoss, kText, "2024-02-29"},
                               {kText, "2024-02-29T09:00:00Z", kLoss, kText, "2024-02-29"},
                               {kText, "2024-02-29T00:01:00-05:00", kLoss, kText, "2024-02-29"},
                               {kText, "2023-02-29", kNoMatch, kText, ""},
                               {kText, "2023-02-29T00:00:00Z", kNoMatch, kText, ""},
                               {kText, "2024-02-29 00:00:00", kNoMatch, kText, ""},
                               {kText, "2024-02-29T00:00:00 (said)", kNoMatch, kText, ""},
                               {kText, "2024-02-29Tx", kNoMatch, kText, ""},
                               {kText, "2024-02-29T", kNoMatch, kText, ""},
                               {kText, "2024-2-9", kNoMatch, kText, ""},
                               {kText, "", kNoMatch, kText, ""}});
}

TEST(ValueFormCases, ADateTimeIsMadeOfADayOrOfSeconds) {
  expect_all(FormKind::kDateTime,
             {{kText, "2024-02-29T10:00:00Z", kNone, kText, "2024-02-29T10:00:00Z"},
              {kText, "2024-02-29T10:00:00+02:00", kNone, kText, "2024-02-29T10:00:00+02:00"},
              {kText, "2024-02-29", kForm, kText, "2024-02-29T00:00:00.000Z"},
              {kNumber, "0", kForm, kText, "1970-01-01T00:00:00Z"},
              {kNumber, "951827696", kForm, kText, "2000-02-29T12:34:56Z"},
              {kNumber, "4107542399", kForm, kText, "2100-02-28T23:59:59Z"},
              {kNumber, "4107542400", kForm, kText, "2100-03-01T00:00:00Z"},
              {kNumber, "253402300799", kForm, kText, "9999-12-31T23:59:59Z"},
              {kText, "0", kNoMatch, kText, ""},
              {kNumber, "1e3", kNoMatch, kNumber, ""},
              {kNumber, "2024", kForm, kText, "1970-01-01T00:33:44Z"},
              {kText, "2023-02-29", kNoMatch, kText, ""},
              {Kind::kTrue, "true", kNoMatch, Kind::kTrue, ""}});
}

TEST(ValueFormCases, SecondsAreMadeOfMomentsThatStateTheirOffset) {
  expect_all(FormKind::kUnix,
             {{kNumber, "5", kNone, kNumber, "5"},
              {kNumber, "-5", kNone, kNumber, "-5"},
              {kText, "5", kForm, kNumber, "5"},
              {kText, "1970-01-01T00:00:00Z", kForm, kNumber, "0"},
              {kText, "1970-01-01T00:00:00-01:00", kForm, kNumber, "3600"},
              {kText, "1969-12-31T23:59:59Z", kForm, kNumber, "-1"},
              {kText, "1900-03-01T00:00:00Z", kForm, kNumber, "-2203891200"},
              {kText, "2000-02-29T12:34:56.000+00:00", kForm, kNumber, "951827696"},
              {kText, "2000-02-29T12:34:56.900Z", kLoss, kNumber, "951827696"},
              {kText, "2000-02-29T12:34:56.001-01:00", kLoss, kNumber, "951831296"},
              {kText, "2000-02-29T12:34:56.0+09:09", kForm, kNumber, "951794756"},
              {kText, "2000-02-29", kNoMatch, kText, ""},
              {kNumber, "1.5", kNoMatch, kNumber, ""},
              {kText, "", kNoMatch, kText, ""}});
}

/// `text` in another form; it must be sayable there.
Scalar brought(FormKind form, const Scalar& value, std::string& scratch) {
  Scalar made = value;
  EXPECT_NE(bring_into(form, made, scratch), kNoMatch) << value.text;
  return made;
}

TEST(ValueFormCases, EveryDayComesBackFromAMomentAndFromSeconds) {
  constexpr std::int64_t kSecondsOfADay = 86400;
  std::mt19937 random(17);
  for (int i = 0; i < 3000; ++i) {
    const auto day = static_cast<std::int64_t>(random() % 2'932'896);
    const std::string seconds = std::to_string(day * kSecondsOfADay);
    std::string rooms[4];
    const Scalar moment = brought(FormKind::kDateTime, {kNumber, seconds}, rooms[0]);
    const Scalar date = brought(FormKind::kDate, moment, rooms[1]);
    EXPECT_EQ(check::parse_date(date.text), day) << date.text;
    const Scalar again = brought(FormKind::kDateTime, date, rooms[2]);
    EXPECT_EQ(brought(FormKind::kUnix, again, rooms[3]).text, seconds);
  }
}

TEST(ValueFormCases, NoZoneMovesADay) {
  for (int hour = -12; hour <= 14; ++hour) {
    char text[40];
    std::snprintf(text, sizeof text, "1990-12-31T00:00:00%c%02d:00", hour < 0 ? '-' : '+',
                  hour < 0 ? -hour : hour);
    std::string scratch;
    Scalar value{kText, text};
    EXPECT_EQ(bring_into(FormKind::kDate, value, scratch), kForm) << text;
    EXPECT_EQ(value.text, "1990-12-31") << text;
  }
}

// What has the form already stays as it is, so a second way through a form changes nothing.
TEST(ValueFormCases, AFormThatWasReachedIsKept) {
  const char* const texts[] = {"0", "1", "true", "1990-12-31", "1990-12-31T10:00:00Z", "7.5", "a"};
  for (const FormKind form :
       {FormKind::kText, FormKind::kNumber, FormKind::kInteger, FormKind::kBoolean, FormKind::kFlag,
        FormKind::kUnix, FormKind::kDate, FormKind::kDateTime}) {
    for (const char* const text : texts) {
      std::string first_room;
      std::string second_room;
      Scalar value{kText, text};
      if (bring_into(form, value, first_room) == kNoMatch) continue;
      const std::string once(value.text);
      EXPECT_EQ(bring_into(form, value, second_room), kNone) << text;
      EXPECT_EQ(value.text, once);
    }
  }
}

TEST(ValueFormCases, HoldSeveralValuesInAListOrBetweenSeparators) {
  ValueForm form;
  EXPECT_FALSE(form.holds_several());
  form.by = ",";
  EXPECT_TRUE(form.holds_several());
  form.by.clear();
  form.is_list = true;
  EXPECT_TRUE(form.holds_several());
}

}  // namespace
}  // namespace crosswalk::conversion
