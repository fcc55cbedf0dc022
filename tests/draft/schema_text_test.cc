// The schema that is written: it loads, and says what was found out.
#include "draft/schema_text.h"

#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::draft {
namespace {

std::string written(const Sample& sample) {
  static const WordList kWords = WordList::embedded().value();
  std::vector<ColumnDraft> columns;
  for (std::size_t i = 0; i < sample.names.size(); ++i) {
    columns.push_back(draft_column(sample.names[i], sample.columns[i], kWords));
  }
  return schema_text("crm/customers", sample, columns);
}

TEST(SchemaText, IsAFormatThatLoads) {
  const Sample sample{"windows-1250",
                      true,
                      ';',
                      {"ID", "Data urodzenia", "Saldo", "VIP"},
                      {{"7", "8"}, {"31.12.1990", "-"}, {"1.204,50", "0,5"}, {"1", "0"}}};
  const std::string text = written(sample);
  diagnostics::RuleCatalog rules;
  const auto definition = format::load_definition(text, "crm/customers", "f.json", rules);
  ASSERT_TRUE(definition.ok()) << definition.error().message << text;
  EXPECT_EQ(definition.value().layouts[0].delimiters, std::vector<char>{';'});
  EXPECT_EQ(definition.value().layouts[0].encoding, "windows-1250");
  EXPECT_EQ(definition.value().holds, format::Holds::kCustomer);
  const format::Schema& schema = definition.value().schema;
  EXPECT_EQ(schema.nodes[0].required, std::vector<std::string>{"ID"});
  const format::Node& date = schema.nodes[schema.nodes[0].properties[1].second];
  EXPECT_EQ(date.format, "date");
  EXPECT_EQ(date.annotation.cell.date, "DD.MM.YYYY");
  EXPECT_EQ(date.annotation.cell.none, std::vector<std::string>{"-"});
  const format::Node& number = schema.nodes[schema.nodes[0].properties[2].second];
  EXPECT_EQ(number.annotation.cell.decimal, ",");
  EXPECT_EQ(number.annotation.cell.group, ".");
  EXPECT_EQ(number.annotation.mapping.is,
            std::vector<format::CanonicalPlace>{{"/attributes/Saldo"}});
  EXPECT_EQ(definition.value().todos().size(), 2U);
}

TEST(SchemaText, HoldsTimesAgainstTheCalendar) {
  const Sample sample{"utf-8", true, ';', {"Seen"}, {{"31.12.1990 08:00"}}};
  diagnostics::RuleCatalog rules;
  const auto definition =
      format::load_definition(written(sample), "crm/customers", "f.json", rules);
  ASSERT_TRUE(definition.ok()) << definition.error().message;
  const format::Schema& schema = definition.value().schema;
  const format::Node& seen = schema.nodes[schema.nodes[0].properties[0].second];
  EXPECT_EQ(seen.format, "iso-date-time");
  EXPECT_EQ(seen.annotation.cell.date, "DD.MM.YYYY hh:mm");
}

TEST(SchemaText, HoldsNoValueOfTheSample) {
  const Sample sample{
      "utf-8", true, ',', {"name", "note", "since"}, {{"Zofia"}, {"likes rowing"}, {"1987-06-05"}}};
  const std::string text = written(sample);
  for (const char* value : {"Zofia", "rowing", "1987", "06-05"}) {
    EXPECT_EQ(text.find(value), std::string::npos) << value;
  }
}

}  // namespace
}  // namespace crosswalk::draft
