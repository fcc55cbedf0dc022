// Scalars from one form to another.
#include "conversion/value_form.h"

#include <gtest/gtest.h>

#include "format/loader.h"
#include "support/mapping.h"

namespace crosswalk::conversion {
namespace {

using json::Kind;

struct Brought {
  Change change;
  Kind kind;
  std::string text;

  friend bool operator==(const Brought&, const Brought&) = default;
};

Brought brought(FormKind form, Kind kind, std::string_view text) {
  std::string scratch;
  Scalar value{kind, text};
  const Change change = bring_into(form, value, scratch);
  return {change, value.kind, std::string(value.text)};
}

Brought text_as(FormKind form, std::string_view text) {
  return brought(form, Kind::kString, text);
}

TEST(ValueForm, KeepsTheCharactersOfNumbersInTexts) {
  for (const char* number : {"369.60", "1e5", "12345678901234567890123", "-0"}) {
    EXPECT_EQ(brought(FormKind::kText, Kind::kNumber, number),
              (Brought{Change::kForm, Kind::kString, number}));
    EXPECT_EQ(text_as(FormKind::kNumber, number), (Brought{Change::kForm, Kind::kNumber, number}));
  }
  EXPECT_EQ(text_as(FormKind::kText, "007"), (Brought{Change::kNone, Kind::kString, "007"}));
}

TEST(ValueForm, RefusesWhatIsNoNumber) {
  for (const char* text : {"007", "1,5", "+5", "many", " 1"}) {
    EXPECT_EQ(text_as(FormKind::kNumber, text).change, Change::kNoMatch) << text;
  }
  EXPECT_EQ(text_as(FormKind::kInteger, "1.0").change, Change::kNoMatch);
  EXPECT_EQ(text_as(FormKind::kFlag, "2").change, Change::kNoMatch);
}

TEST(ValueForm, MakesFlagsOfBooleansAndBack) {
  EXPECT_EQ(brought(FormKind::kFlag, Kind::kTrue, "true"),
            (Brought{Change::kForm, Kind::kNumber, "1"}));
  EXPECT_EQ(brought(FormKind::kFlag, Kind::kFalse, "false"),
            (Brought{Change::kForm, Kind::kNumber, "0"}));
  EXPECT_EQ(brought(FormKind::kBoolean, Kind::kFalse, "false").change, Change::kNone);
  for (const char* text : {"true", "1"}) {
    EXPECT_EQ(text_as(FormKind::kBoolean, text), (Brought{Change::kForm, Kind::kTrue, "true"}));
  }
  EXPECT_EQ(text_as(FormKind::kBoolean, "false"), (Brought{Change::kForm, Kind::kFalse, "false"}));
  EXPECT_EQ(brought(FormKind::kBoolean, Kind::kNumber, "0"),
            (Brought{Change::kForm, Kind::kFalse, "false"}));
  EXPECT_EQ(text_as(FormKind::kBoolean, "yes").change, Change::kNoMatch);
}

TEST(ValueForm, MakesDaysOfMomentsAsTheyAreWritten) {
  EXPECT_EQ(text_as(FormKind::kDate, "1990-12-31T00:00:00Z"),
            (Brought{Change::kForm, Kind::kString, "1990-12-31"}));
  EXPECT_EQ(text_as(FormKind::kDate, "1990-12-31T00:00:00.000-11:00"),
            (Brought{Change::kForm, Kind::kString, "1990-12-31"}));
  EXPECT_EQ(text_as(FormKind::kDate, "1990-12-31T00:00:01Z"),
            (Brought{Change::kLoss, Kind::kString, "1990-12-31"}));
  EXPECT_EQ(text_as(FormKind::kDate, "1990-12-31t00:00z"),
            (Brought{Change::kForm, Kind::kString, "1990-12-31"}));
  EXPECT_EQ(text_as(FormKind::kDate, "1990-12-31T00:00:00"),
            (Brought{Change::kForm, Kind::kString, "1990-12-31"}));
  EXPECT_EQ(text_as(FormKind::kDate, "1990-02-30").change, Change::kNoMatch);
  EXPECT_EQ(text_as(FormKind::kDate, "31.12.1990").change, Change::kNoMatch);
}

TEST(ValueForm, MakesMomentsOfDays) {
  EXPECT_EQ(text_as(FormKind::kDateTime, "1990-12-31"),
            (Brought{Change::kForm, Kind::kString, "1990-12-31T00:00:00.000Z"}));
  EXPECT_EQ(text_as(FormKind::kDateTime, "2024-02-06T10:00:00").change, Change::kNone);
  EXPECT_EQ(text_as(FormKind::kDateTime, "2023:01:01T20:00:00Z").change, Change::kNoMatch);
}

TEST(ValueForm, CountsSecondsThereAndBack) {
  for (const char* seconds : {"0", "1512011429", "951782400", "253402300799"}) {
    const Brought moment = brought(FormKind::kDateTime, Kind::kNumber, seconds);
    EXPECT_EQ(moment.change, Change::kForm);
    EXPECT_EQ(text_as(FormKind::kUnix, moment.text),
              (Brought{Change::kForm, Kind::kNumber, seconds}));
  }
  EXPECT_EQ(brought(FormKind::kDateTime, Kind::kNumber, "1512011429").text, "2017-11-30T03:10:29Z");
}

TEST(ValueForm, MakesNoMomentOfSecondsThatNoCalendarHolds) {
  for (const char* seconds : {"-1", "253402300800", "1.5"}) {
    EXPECT_EQ(brought(FormKind::kDateTime, Kind::kNumber, seconds),
              (Brought{Change::kNoMatch, Kind::kNumber, seconds}));
  }
}

TEST(ValueForm, NeverGuessesAZoneAndTellsOfFractions) {
  EXPECT_EQ(text_as(FormKind::kUnix, "2024-02-06T10:00:00").change, Change::kNoMatch);
  EXPECT_EQ(text_as(FormKind::kUnix, "2024-02-06T10:00:00.5Z").change, Change::kLoss);
  EXPECT_EQ(text_as(FormKind::kUnix, "2024-02-06T10:00:00.000Z").change, Change::kForm);
}

ValueForm form_in(std::string_view format, std::string_view column) {
  const format::Definition& definition = format_called(format);
  const format::FieldTable table(format::fields_of(definition));
  return form_of(definition.schema, *table.find(column)->field);
}

/// The form of a member `a` that is described so.
FormKind kind_of_member(const std::string& node) {
  diagnostics::RuleCatalog rules;
  const auto definition = format::load_definition(
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club", "type": "object",
          "properties": {"a": )" +
          node + R"(}, "x-crosswalk": {"records": "", "layouts": {"ndjson": {}}}})",
      "club/members", "f.json", rules);
  const format::FieldTable table(format::fields_of(definition.value()));
  return form_of(definition.value().schema, *table.find("a")->field).kind;
}

TEST(ValueForm, IsWhatTheMemberSaysElseItsFormatElseItsEnumElseItsType) {
  EXPECT_EQ(kind_of_member(R"({"format": "date", "x-crosswalk": {"as": "integer"}})"),
            FormKind::kInteger);
  EXPECT_EQ(kind_of_member(R"({"x-crosswalk": {"as": "boolean"}})"), FormKind::kBoolean);
  EXPECT_EQ(kind_of_member(R"({"type": "string", "format": "date"})"), FormKind::kDate);
  EXPECT_EQ(kind_of_member(R"({"type": "string", "format": "date-time"})"), FormKind::kDateTime);
  EXPECT_EQ(kind_of_member(R"({"type": "string", "format": "iso-date-time"})"),
            FormKind::kDateTime);
  EXPECT_EQ(kind_of_member(R"({"type": "string", "format": "uuid"})"), FormKind::kText);
  EXPECT_EQ(kind_of_member(R"({"enum": ["a", 1]})"), FormKind::kText);
  EXPECT_EQ(kind_of_member(R"({"type": ["integer", "null"]})"), FormKind::kInteger);
  EXPECT_EQ(kind_of_member(R"({"type": "boolean"})"), FormKind::kBoolean);
  EXPECT_EQ(kind_of_member("{}"), FormKind::kAny);
}

TEST(ValueForm, IsToldByTheSchema) {
  EXPECT_EQ(form_in("aixon/customers", "num_x").kind, FormKind::kNumber);
  EXPECT_EQ(form_in("aixon/customers", "emailsha256").by, ",");
  EXPECT_EQ(form_in("expertsender/customers", "dateOfBirth").kind, FormKind::kDateTime);
  EXPECT_EQ(form_in("expertsender/customers", "gender").texts.size(), 3U);
  EXPECT_EQ(form_in("expertsender/customers", "email").kind, FormKind::kText);
  EXPECT_TRUE(form_in("primedata/profile", "identity.email").is_list);
  EXPECT_EQ(form_in("primedata/profile", "trait.city").kind, FormKind::kAny);
}

}  // namespace
}  // namespace crosswalk::conversion
