// Cells in forms of their own, and what keywords make of them.
#include "check/cell_form.h"

#include <gtest/gtest.h>

#include "check/table_support.h"
#include "support/random_text.h"

namespace crosswalk::check {
namespace {

std::string usual(const format::CellForm& form, std::string_view text) {
  std::string scratch;
  const auto found = usual_form(form, text, scratch);
  return found ? std::string(*found) : "not of the form";
}

std::string date(const char* form, std::string_view text) {
  format::CellForm cell;
  cell.date = form;
  return usual(cell, text);
}

std::string number(const char* decimal, const char* group, std::string_view text) {
  format::CellForm cell;
  cell.decimal = decimal;
  cell.group = group;
  return usual(cell, text);
}

constexpr const char* kNot = "not of the form";

TEST(UsualForm, PutsThePartsOfADateInOrder) {
  EXPECT_EQ(date("DD.MM.YYYY", "31.12.1990"), "1990-12-31");
  EXPECT_EQ(date("MM/DD/YYYY", "12/31/1990"), "1990-12-31");
  EXPECT_EQ(date("YYYYMMDD", "19901231"), "1990-12-31");
  EXPECT_EQ(date("D.M.YYYY", "1.2.1990"), "1990-02-01");
  EXPECT_EQ(date("D.M.YYYY", "31.12.1990"), "1990-12-31");
  EXPECT_EQ(date("YYYY年M月D日", "1990年2月1日"), "1990-02-01");
  EXPECT_EQ(date("DD.MM.YYYY hh:mm", "31.12.1990 08:05"), "1990-12-31T08:05:00");
  EXPECT_EQ(date("YYYY/MM/DD hh:mm:ss", "1990/12/31 08:05:09"), "1990-12-31T08:05:09");
}

TEST(UsualForm, LeavesItToFormatWhetherADayExists) {
  EXPECT_EQ(date("DD.MM.YYYY", "31.02.1990"), "1990-02-31");
}

TEST(UsualForm, RefusesDatesOfAnotherForm) {
  for (const char* text :
       {"1.12.1990", "31.12.90", "31-12-1990", "31.12.1990 ", "x31.12.1990", "-", "31.12."}) {
    EXPECT_EQ(date("DD.MM.YYYY", text), kNot) << text;
  }
}

TEST(UsualForm, ReadsNumbersWithMarksOfTheirOwn) {
  EXPECT_EQ(number(",", "", "1,5"), "1.5");
  EXPECT_EQ(number(",", ".", "-1.234.567,89"), "-1234567.89");
  EXPECT_EQ(number(",", "\u00a0", "1\u00a0234,5"), "1234.5");
  EXPECT_EQ(number("", "'", "12'345.6"), "12345.6");
  EXPECT_EQ(number(",", ".", "1234,5"), "1234.5");
  EXPECT_EQ(number(",", "", "7"), "7");
}

TEST(UsualForm, RefusesNumbersOfAnotherForm) {
  for (const char* text : {"1.5", "1,", ",5", "1,5,5", "+1,5", "1e5", "1,5 ", "x"}) {
    EXPECT_EQ(number(",", "", text), kNot) << text;
  }
  for (const char* text : {"1.23", "1.2345", "1234.567", ".123"}) {
    EXPECT_EQ(number(",", ".", text), kNot) << text;
  }
}

TEST(UsualForm, TakesWordsForNothingAsEmpty) {
  format::CellForm cell;
  cell.none = {"NULL", "-"};
  EXPECT_EQ(usual(cell, "NULL"), "");
  EXPECT_EQ(usual(cell, "-"), "");
  EXPECT_EQ(usual(cell, "null"), "null");
  EXPECT_EQ(usual(cell, ""), "");
}

// Columns of each kind; keywords judge the value, not how it is written.
const std::string kMember = R"({"type": "object", "properties": {
  "born": {"type": "string", "format": "date", "x-crosswalk": {"as": "date", "form": "DD.MM.YYYY",
    "none": ["-"]}},
  "paid": {"type": "number", "minimum": 1, "x-crosswalk": {"as": "number", "decimal": ",",
    "none": ["NULL"]}}}})";

std::string formed(const format::CellForm& form, std::string_view text) {
  return in_form(form, text).value_or("no cell");
}

TEST(InForm, WritesDatesAsTheFormHasThem) {
  const auto date = [](const char* form, std::string_view text) {
    format::CellForm cell;
    cell.date = form;
    return formed(cell, text);
  };
  EXPECT_EQ(date("DD.MM.YYYY", "1990-02-01"), "01.02.1990");
  EXPECT_EQ(date("D.M.YYYY", "1990-02-01"), "1.2.1990");
  EXPECT_EQ(date("D.M.YYYY", "1990-12-31"), "31.12.1990");
  EXPECT_EQ(date("YYYYMMDD", "1990-12-31"), "19901231");
  EXPECT_EQ(date("DD.MM.YYYY hh:mm", "1990-12-31T08:05:00"), "31.12.1990 08:05");
  EXPECT_EQ(date("DD.MM.YYYY", ""), "");
  EXPECT_EQ(date("DD.MM.YYYY", "unknown"), "unknown") << "it reads as it stands";
}

TEST(InForm, WritesNumbersWithTheirMark) {
  format::CellForm form;
  form.decimal = ",";
  EXPECT_EQ(formed(form, "1.5"), "1,5");
  EXPECT_EQ(formed(form, "-7"), "-7");
  EXPECT_EQ(formed(form, "1e5"), "1e5") << "a text reads as it stands";
  EXPECT_EQ(in_form(form, "1e5", json::Kind::kNumber), std::nullopt) << "it would read as a text";
  EXPECT_EQ(in_form(form, "1.5", json::Kind::kNumber), "1,5");
  form.group = ".";
  EXPECT_EQ(formed(form, "1234567.891"), "1234567,891");
}

TEST(InForm, SaysNoWhereACellWouldReadOtherwise) {
  format::CellForm form;
  form.none = {"n/a", "-"};
  EXPECT_EQ(formed(form, "n/a"), "no cell");
  EXPECT_EQ(formed(form, "-"), "no cell");
  EXPECT_EQ(formed(form, "--"), "--");
  form = {};
  form.date = "DD.MM.YYYY";
  EXPECT_EQ(formed(form, "31.12.1990"), "no cell") << "it would read as 1990-12-31";
  EXPECT_EQ(formed(form, "1990-12-31T08:05:00"), "1990-12-31T08:05:00");
}

TEST(InForm, IsReadBackAsItWas) {
  std::vector<format::CellForm> forms(5);
  forms[0].date = "DD.MM.YYYY";
  forms[1].date = "M/D/YYYY hh:mm:ss";
  forms[2].decimal = ",";
  forms[2].group = ".";
  forms[3].group = "'";
  forms[3].none = {"0", "x"};
  forms[4].date = "YYYY年M月D日";
  tests::RandomText random(
      3, {"0", "1", "12", "1990-12-31", "T", "08:05:09", ".", ",", "'", "-", "/", "x", "年", " "});
  std::string scratch;
  int held = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random.next(5);
    for (const format::CellForm& form : forms) {
      const auto cell = in_form(form, text);
      if (!cell) continue;
      EXPECT_EQ(usual_form(form, *cell, scratch).value_or(*cell), text) << *cell;
      ++held;
    }
  }
  EXPECT_GT(held, 80000);
}

TEST(CellForms, AreJudgedByWhatTheyMean) {
  Club club(club_format(kMember, R"(["absent"])"));
  club.bind("born,paid\n");
  club.check("31.12.1990,\"1,5\"\n-,NULL\n,\n29.02.2024,1\n");
  EXPECT_EQ(club.told(), "");
  club.check("31.02.1990,\"1,5\"\n");
  EXPECT_EQ(club.told(), "schema.format@0");
  club.check("31.12.1990,\"0,5\"\n");
  EXPECT_EQ(club.told(), "schema.range@11");
  club.check("31.12.1990,1.5\n");
  EXPECT_EQ(club.told(), "schema.type@11");
  club.check("12/31/1990,2\n");
  EXPECT_EQ(club.told(), "schema.format@0");
  club.check("NULL,-\n");
  EXPECT_EQ(club.told(), "schema.format@0 schema.type@5");
}

TEST(CellForms, AreOfCsvCellsAlone) {
  Club club(club_format(kMember, R"(["absent"])"), "json");
  club.bind(R"(["born","paid"])");
  club.check(R"(["1990-12-31",1.5],["31.12.1990",1.5])");
  EXPECT_EQ(club.found.size(), 1U);
}

}  // namespace
}  // namespace crosswalk::check
