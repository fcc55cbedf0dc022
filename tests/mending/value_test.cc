// Each mend: what it makes of values, and which it leaves alone.
#include "mending/value.h"

#include <gtest/gtest.h>

namespace crosswalk::mending {
namespace {

using format::RepairKind;
using json::Kind;

/// The text that a mend makes of one; "-" if it has nothing to say.
std::string mended(RepairKind kind, const Scalar& value, std::string_view by = "|,|",
                   const char* zone_name = "+02:00") {
  format::Repair repair;
  repair.kind = kind;
  repair.table = {{"|", "pipe"}, {"large", "L"}};
  const auto zone = text::TimeZone::find(zone_name);
  const auto meant = mend(value, {&repair, by, zone ? &*zone : nullptr});
  return meant ? meant->text : "-";
}

std::string of_text(RepairKind kind, std::string_view text) {
  return mended(kind, {Kind::kString, std::string(text)});
}

TEST(Mend, TakesTheMeantValueFromATable) {
  EXPECT_EQ(of_text(RepairKind::kTable, "|"), "pipe");
  EXPECT_EQ(of_text(RepairKind::kTable, "huge"), "-");
}

TEST(Mend, WritesSmallLettersOfAscii) {
  EXPECT_EQ(of_text(RepairKind::kLower, "ABÉ1"), "abÉ1");
  EXPECT_EQ(of_text(RepairKind::kLower, "ab1"), "-") << "nothing to mend";
}

TEST(Mend, LeavesBlanksOfAnyKindOut) {
  EXPECT_EQ(of_text(RepairKind::kRemoveBlanks, " 01\t2\u00A03\u20094\u30005 "), "012345");
  EXPECT_EQ(of_text(RepairKind::kRemoveBlanks, "é1"), "-");
}

TEST(Mend, WritesNumbersWithoutQuotes) {
  EXPECT_EQ(of_text(RepairKind::kNumber, "-12.50"), "-12.50");
  for (const char* const text : {"", "007", "1,5", "+5", " 5", "5 ", ".5", "NaN"})
    EXPECT_EQ(of_text(RepairKind::kNumber, text), "-") << text;
}

TEST(Mend, MakesANumberOfANumberInAText) {
  format::Repair repair;
  repair.kind = RepairKind::kNumber;
  EXPECT_EQ(mend({Kind::kString, "5"}, {&repair, {}, nullptr}), (Scalar{Kind::kNumber, "5"}));
}

TEST(Mend, LeavesAFractionOfZerosOut) {
  EXPECT_EQ(mended(RepairKind::kInteger, {Kind::kNumber, "1514254499.0"}), "1514254499");
  EXPECT_EQ(mended(RepairKind::kInteger, {Kind::kNumber, "-0.00"}), "0");
  for (const char* const text : {"1.5", "1e3", "x", "", "1."})
    EXPECT_EQ(of_text(RepairKind::kInteger, text), "-") << text;
}

TEST(Mend, WritesFlagsAsOneOrZero) {
  EXPECT_EQ(mended(RepairKind::kFlag, {Kind::kTrue, "true"}), "1");
  EXPECT_EQ(of_text(RepairKind::kFlag, "FALSE"), "0");
  EXPECT_EQ(mended(RepairKind::kFlag, {Kind::kNumber, "1.0"}), "1");
  EXPECT_EQ(of_text(RepairKind::kFlag, "yes"), "-") << "a word that the format does not say";
}

TEST(Mend, WritesNullAsAnEmptyText) {
  format::Repair repair;
  repair.kind = RepairKind::kEmpty;
  EXPECT_EQ(mend({Kind::kNull, "null"}, {&repair, {}, nullptr}), (Scalar{Kind::kString, ""}));
  EXPECT_EQ(mend({Kind::kNumber, "0"}, {&repair, {}, nullptr}), std::nullopt);
}

TEST(Mend, TakesMillisecondsForSeconds) {
  EXPECT_EQ(mended(RepairKind::kDivide1000, {Kind::kNumber, "1514254499123"}), "1514254499");
  EXPECT_EQ(of_text(RepairKind::kDivide1000, "-1514254499123"), "-");
  EXPECT_EQ(of_text(RepairKind::kDivide1000, "999"), "-");
}

TEST(Mend, WritesColonDatesWithHyphens) {
  EXPECT_EQ(of_text(RepairKind::kColonDate, "2023:01:01T20:00:00Z"), "2023-01-01T20:00:00Z");
  EXPECT_EQ(of_text(RepairKind::kColonDate, "20:23:01"), "-");
}

TEST(Mend, PutsTheGivenOffsetBehindATimeThatHasNone) {
  EXPECT_EQ(of_text(RepairKind::kZone, "2023-01-01T20:00:00.5"), "2023-01-01T20:00:00.5+02:00");
  EXPECT_EQ(of_text(RepairKind::kZone, "2023-01-01T20:00"), "2023-01-01T20:00+02:00");
  for (const char* const text :
       {"2023-01-01", "2023-01-01T20:00Z", "2023-01-01T20:60", "2023-01-01T20:00:00+01:00",
        "2023-02-29T20:00:00", "2023-01-01T24:00:00", ""})
    EXPECT_EQ(of_text(RepairKind::kZone, text), "-") << text;
  EXPECT_EQ(mended(RepairKind::kZone, {Kind::kString, "2023-01-01T20:00:00"}, "", ""), "-");
}

TEST(Mend, PutsTheOffsetOfTheDayBehindATime) {
  const auto in_warsaw = [](const char* text) {
    return mended(RepairKind::kZone, {Kind::kString, text}, "", "Europe/Warsaw");
  };
  EXPECT_EQ(in_warsaw("2023-01-01T20:00:00"), "2023-01-01T20:00:00+01:00");
  EXPECT_EQ(in_warsaw("2023-07-01T20:00:00.25"), "2023-07-01T20:00:00.25+02:00");
  EXPECT_EQ(in_warsaw("2023-10-29T02:30:00"), "-") << "that was twice";
  EXPECT_EQ(in_warsaw("2023-03-26T02:30:00"), "-") << "that never was";
}

TEST(Mend, RejoinsPartsAndLeavesThoseThatAreRight) {
  EXPECT_EQ(of_text(RepairKind::kRejoin, "a,b|,|c"), "a|,|b|,|c");
  EXPECT_EQ(of_text(RepairKind::kRejoin, "a|,|b"), "-");
}

TEST(Mend, TellsWhatItDid) {
  EXPECT_EQ(describe(RepairKind::kLower), "written in small letters");
  EXPECT_EQ(describe(RepairKind::kNone), "");
}

TEST(Mend, IsUnsafeIfItGuesses) {
  EXPECT_TRUE(is_unsafe(RepairKind::kDivide1000));
  EXPECT_FALSE(is_unsafe(RepairKind::kLower));
}

}  // namespace
}  // namespace crosswalk::mending
