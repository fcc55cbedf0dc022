// The loss report as text and JSON.
#include "report/loss_report.h"

#include <gtest/gtest.h>

namespace crosswalk::report {
namespace {

LossReport sample() {
  LossReport report{"a/b", "c/d", {}, {}};
  report.fields = {
      {"id", {"code"}, LossClass::kLossless, "", false, 3, 0, 0},
      {"trait.*", {"txt_*", "num_*"}, LossClass::kNormalised, "it would come back otherwise"},
      {"phone", {}, LossClass::kLossy, "c/d has no field for it", false, 1200, 0, 1200},
      {"mail", {}, LossClass::kLossy, "c/d has no field for it", true, 1, 0, 1}};
  return report;
}

TEST(LossReport, IsATableForPeople) {
  EXPECT_EQ(loss_text(sample(), false),
            "a/b -> c/d\n\n"
            "  id       -> code          lossless\n"
            "  trait.*  -> txt_*, num_*  normalised  it would come back otherwise\n"
            "  phone                     lossy       c/d has no field for it\n"
            "  mail                      dropped\n");
}

TEST(LossReport, CountsRecords) {
  const std::string text = loss_text(sample(), true);
  EXPECT_NE(text.find("lossless    3 records\n"), std::string::npos) << text;
  EXPECT_NE(text.find("1,200 records, 1,200 lost  c/d has"), std::string::npos) << text;
}

TEST(LossReport, NamesWhatTheTargetLacks) {
  LossReport report = sample();
  report.unfed = {"code"};
  EXPECT_NE(loss_text(report, false)
                .find("c/d needs code, which nothing gives: --set code=VALUE or --map"),
            std::string::npos);
}

TEST(LossReport, IsAnObjectForPrograms) {
  LossReport report = sample();
  report.fields.resize(1);
  report.unfed = {"x"};
  EXPECT_EQ(
      loss_json(report),
      R"({"type":"loss","from":"a/b","to":"c/d","fields":[{"source":"id","targets":["code"],)"
      R"("class":"lossless","dropped":false,"reason":null,"records":3,"normalised":0,"lost":0}],)"
      R"("unfed":["x"]})"
      "\n");
}

TEST(LossReport, TellsNoNameThatCouldBeACustomers) {
  LossReport report{"a/b", "c/d", {}, {}};
  report.fields = {{"Jan Kowalski", {}, LossClass::kLossy, "", false, 1, 0, 1}};
  EXPECT_EQ(loss_text(report, true).find("Kowalski"), std::string::npos);
  EXPECT_EQ(loss_json(report).find("Kowalski"), std::string::npos);
}

TEST(LossReport, TellsNamesOfTheSchemaInAnyScript) {
  LossReport report = sample();
  report.fields = {{"Imię i nazwisko", {"txt_full_name"}, LossClass::kLossless, ""}};
  EXPECT_EQ(loss_text(report, false).find("Imię i nazwisko"), std::string::npos);
  report.fields.front().is_known_name = true;
  EXPECT_NE(loss_text(report, false).find("Imię i nazwisko"), std::string::npos);
}

TEST(LossReport, SaysInALineWhatChanged) {
  EXPECT_EQ(
      loss_lines(sample()),
      (std::vector<std::string>{"phone: lossy, 1,200 records, 1,200 lost (c/d has no field for it)",
                                "mail: dropped, 1 record, 1 lost"}));
}

TEST(LossReport, HasAWordForEachClass) {
  EXPECT_EQ(loss_word(LossClass::kReadOnly), "read-only");
  EXPECT_EQ(loss_word(LossClass::kOneWay), "one-way");
  EXPECT_EQ(loss_word(LossClass::kLossy), "lossy");
}

}  // namespace
}  // namespace crosswalk::report
