// What columns seem to be, from their names and values.
#include "draft/column.h"

#include <gtest/gtest.h>

namespace crosswalk::draft {
namespace {

using Values = std::vector<std::string>;

ColumnDraft drafted(const std::string& name, const Values& values) {
  static const WordList kWords = WordList::embedded().value();
  return draft_column(name, values, kWords);
}

// The type of a column whose name says nothing, with its form.
std::string type_of(const Values& values) {
  const ColumnDraft column = drafted("x", values);
  return column.as + " " + column.form.date + column.form.decimal + "|" + column.form.group;
}

TEST(Column, IsWhatItsNameSays) {
  const ColumnDraft column = drafted("Telefon", {"601234567"});
  EXPECT_EQ(column.is, "/phones");
  EXPECT_EQ(column.pii, "phone");
  EXPECT_EQ(column.as, "text");
  EXPECT_TRUE(column.todos.empty());
}

TEST(Column, WithoutAKnownNameIsAnAttributeAndATodo) {
  const ColumnDraft column = drafted("a/b~c", {"x"});
  EXPECT_EQ(column.is, "/attributes/a~1b~0c");
  EXPECT_EQ(column.pii, "");
  ASSERT_EQ(column.todos.size(), 1U);
}

TEST(Column, HasTheTypeThatAllValuesShow) {
  EXPECT_EQ(type_of({"1", "20", "-3"}), "integer |");
  EXPECT_EQ(type_of({"1", "2.5"}), "number |");
  EXPECT_EQ(type_of({"1,5", "2"}), "number ,|");
  EXPECT_EQ(type_of({"1.234,50", "7,5"}), "number ,|.");
  EXPECT_EQ(type_of({"1 234,5"}), "number ,| ");
  EXPECT_EQ(type_of({"1\u00a0234,5"}), "number ,|\u00a0");
  EXPECT_EQ(type_of({"1,234.50", "1,000"}), "number |,");
  EXPECT_EQ(type_of({"0", "1", ""}), "flag |");
  EXPECT_EQ(type_of({"true", "false"}), "boolean |");
  EXPECT_EQ(type_of({"007", "12"}), "text |");
  EXPECT_EQ(type_of({"1", "x"}), "text |");
}

TEST(Column, HasTheDateFormThatAllValuesFit) {
  EXPECT_EQ(type_of({"1990-12-31"}), "date |");
  EXPECT_EQ(type_of({"31.12.1990", "02.01.1985"}), "date DD.MM.YYYY|");
  EXPECT_EQ(type_of({"31/12/1990"}), "date DD/MM/YYYY|");
  EXPECT_EQ(type_of({"12/31/1990"}), "date MM/DD/YYYY|");
  EXPECT_EQ(type_of({"1.2.1990", "31.12.1990"}), "date D.M.YYYY|");
  EXPECT_EQ(type_of({"1990年12月31日"}), "date YYYY年MM月DD日|");
  EXPECT_EQ(type_of({"31.12.1990 08:00"}), "date-time DD.MM.YYYY hh:mm|");
  EXPECT_EQ(type_of({"1990/12/31 08:00:09"}), "date-time YYYY/MM/DD hh:mm:ss|");
  EXPECT_EQ(type_of({"31.02.1990"}), "text |");
  EXPECT_EQ(type_of({"1990-12-31", "31.12.1990"}), "text |");
}

TEST(Column, AsksWhereTheSampleLeavesItOpen) {
  const ColumnDraft day = drafted("dob", {"03/04/1990", "05/06/1991"});
  EXPECT_EQ(day.todos, Values{"the sample fits DD/MM/YYYY and MM/DD/YYYY: say which it is"});
  EXPECT_TRUE(drafted("dob", {"03/04/1990", "25/06/1991"}).todos.empty());
  EXPECT_TRUE(drafted("dob", {"03.04.1990"}).todos.empty());
  EXPECT_EQ(drafted("Newsletter", {}).todos,
            Values{"the sample has no value in this column: say what it holds"});
  for (const Values& open : {Values{"1,234"}, Values{"1.234", "7"}}) {
    EXPECT_EQ(drafted("x", open).todos.size(), 2U) << open.front();
  }
  for (const Values& clear : {Values{"1,23"}, Values{"1.234", "0.5"}, Values{"1.234,5"}}) {
    EXPECT_EQ(drafted("x", clear).todos.size(), 1U) << clear.front();
  }
}

TEST(Column, TakesWordsForNothingOutOfItsValues) {
  const ColumnDraft column = drafted("Data urodzenia", {"31.12.1990", "brak", "NULL", "brak"});
  EXPECT_EQ(column.as, "date");
  EXPECT_EQ(column.form.none, (Values{"NULL", "brak"}));
  EXPECT_FALSE(column.is_always_filled);
  EXPECT_TRUE(drafted("id", {"1", "2"}).is_always_filled);
}

TEST(Columns, AskWhichOneIsMeant) {
  std::vector<ColumnDraft> columns = {drafted("Telefon", {"1"}), drafted("Mobil", {"2"}),
                                      drafted("Vorname", {"A"}), drafted("First name", {"B"})};
  tell_rivals(columns);
  EXPECT_TRUE(columns[0].todos.empty());
  EXPECT_EQ(columns[2].todos, Values{"several columns seem to be /first_name: say which one is"});
  EXPECT_EQ(columns[3].todos.size(), 1U);
}

}  // namespace
}  // namespace crosswalk::draft
