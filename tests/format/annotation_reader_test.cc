// `x-crosswalk` at a node.
#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::format {
namespace {

Schema loaded(const std::string& text) {
  Result<Schema> schema = load_schema(text, "f.json", {.is_closed = true});
  EXPECT_TRUE(schema.ok()) << schema.error().message;
  return schema ? std::move(schema).value() : Schema{};
}

TEST(Annotation, SaysWhatTextMeansAndWhetherItIsPersonal) {
  const Schema schema = loaded(R"({"x-crosswalk": {"as": "date-time", "pii": "phone"}})");
  EXPECT_EQ(schema.nodes[0].annotation.as, As::kDateTime);
  EXPECT_EQ(schema.nodes[0].annotation.pii, Pii::kPhone);
}

TEST(Annotation, KnowsEveryMeaningAndClass) {
  for (const char* as :
       {"text", "number", "integer", "boolean", "flag", "unix", "date", "date-time", "json"}) {
    EXPECT_EQ(schema_error(std::string(R"({"x-crosswalk": {"as": ")") + as + "\"}}"), "") << as;
  }
  for (const char* pii : {"none", "email", "phone", "name", "id", "secret"}) {
    EXPECT_EQ(schema_error(std::string(R"({"x-crosswalk": {"pii": ")") + pii + "\"}}"), "") << pii;
  }
}

TEST(Annotation, GivesPartsASchemaOfTheirOwn) {
  const Schema schema =
      loaded(R"({"x-crosswalk": {"parts": {"by": "|", "item": {"minLength": 1}}}})");
  ASSERT_TRUE(schema.nodes[0].annotation.parts.has_value());
  EXPECT_EQ(schema.nodes[0].annotation.parts->by, "|");
  EXPECT_EQ(schema.nodes[schema.nodes[0].annotation.parts->item].min_length, 1U);
}

TEST(Annotation, NamesColumnsAndPairs) {
  const Schema schema = loaded(R"({"x-crosswalk": {"column": "a", "pairs": ["id", "value"]}})");
  EXPECT_EQ(schema.nodes[0].annotation.columns, std::vector<std::string>{"a"});
  ASSERT_TRUE(schema.nodes[0].annotation.pairs);
  EXPECT_EQ(schema.nodes[0].annotation.pairs->name, "id");
  EXPECT_EQ(schema.nodes[0].annotation.pairs->value, "value");
  EXPECT_EQ(loaded(R"({"x-crosswalk": {"column": ["b", "a"]}})").nodes[0].annotation.columns,
            (std::vector<std::string>{"b", "a"}));
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"column": [""]}})"),
            "f.json:1:28: wanted the name of a column, or several");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"column": []}})"),
            "f.json:1:28: wanted the name of a column, or several");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"pairs": ["id"]}})"),
            "f.json:1:27: wanted two members, such as [\"name\", \"value\"]");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"pairs": ["id", "id"]}})"),
            "f.json:1:27: wanted two members, such as [\"name\", \"value\"]");
}

TEST(Annotation, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"pi": "email"}})"),
            "f.json:1:18: unknown word of x-crosswalk \"pi\" (did you mean pii?)");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"as": "flags"}})"),
            "f.json:1:24: unknown meaning \"flags\" (did you mean flag?)");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"pii": "mail"}})"),
            "f.json:1:25: unknown class of personal data \"mail\" (did you mean email?)");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"layouts": {}}})"),
            "f.json:1:18: unknown word of x-crosswalk \"layouts\"");
}

TEST(Annotation, RefusesPartsThatAreNotWhole) {
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"parts": {"by": ","}}})"),
            "f.json:1:27: parts without item");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"parts": {"item": {}}}})"),
            "f.json:1:27: parts without by");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"parts": {"by": "", "item": {}}}})"),
            "f.json:1:34: wanted at least one character");
}

TEST(Annotation, IsReadInPlainSchemasToo) {
  const Result<Schema> schema = load_schema(R"({"x-crosswalk": {"sa": 1}})", "f.json", {});
  ASSERT_FALSE(schema.ok());
  EXPECT_EQ(schema.error().message,
            "f.json:1:18: unknown word of x-crosswalk \"sa\", at /x-crosswalk/sa");
}

TEST(Annotation, IsPassedOverWhereAFormatIsTakenForAPlainSchema) {
  const Result<Schema> schema =
      load_schema(R"({"x-crosswalk": {"layouts": {}, "missing": ["null"]}})", "f.json", {});
  ASSERT_TRUE(schema.ok()) << schema.error().message;
  EXPECT_TRUE(schema.value().nodes[0].annotation.checks.empty());
}

TEST(Annotation, SaysHowCellsAreWritten) {
  const Schema date =
      loaded(R"({"x-crosswalk": {"as": "date", "form": "DD.MM.YYYY", "none": ["NULL", "-"]}})");
  EXPECT_EQ(date.nodes[0].annotation.cell.date, "DD.MM.YYYY");
  EXPECT_EQ(date.nodes[0].annotation.cell.none, (std::vector<std::string>{"NULL", "-"}));
  const Schema number =
      loaded(R"({"x-crosswalk": {"as": "number", "decimal": ",", "group": "\u00a0"}})");
  EXPECT_EQ(number.nodes[0].annotation.cell.decimal, ",");
  EXPECT_EQ(number.nodes[0].annotation.cell.group, "\u00a0");
  EXPECT_FALSE(number.nodes[0].annotation.cell.is_usual());
  EXPECT_TRUE(loaded(R"({"x-crosswalk": {"as": "date"}})").nodes[0].annotation.cell.is_usual());
}

TEST(Annotation, RefusesFormsThatDoNotFitTheirMeaning) {
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"form": "DD.MM.YYYY"}})"),
            "f.json:1:26: form without as date or date-time");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"as": "date", "form": "DD.MM.YY"}})"),
            "f.json:1:40: wanted a form such as DD.MM.YYYY");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"as": "date", "form": "DD.MM.YYYY hh:mm"}})"),
            "f.json:1:40: wanted a form such as DD.MM.YYYY");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"as": "date-time", "form": "DD.MM.YYYY"}})"),
            "f.json:1:45: wanted a form such as DD.MM.YYYY hh:mm");
  for (const char* form : {"DD.MM", "YYYY.DD", "YYYY-MM", "YYYY-MM-DD ss", "YYYY-MM-DD mm"}) {
    EXPECT_EQ(
        schema_error(std::string(R"({"x-crosswalk": {"as": "date", "form": ")") + form + "\"}}"),
        "f.json:1:40: wanted a form such as DD.MM.YYYY")
        << form;
  }
  for (const char* form : {"YYYY-MM-DD hh", "YYYY-MM-DD hh:mm:ss ss"}) {
    EXPECT_EQ(schema_error(std::string(R"({"x-crosswalk": {"as": "date-time", "form": ")") + form +
                           "\"}}"),
              "f.json:1:45: wanted a form such as DD.MM.YYYY hh:mm")
        << form;
  }
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"as": "number", "decimal": "5"}})"),
            "f.json:1:45: wanted one character that stands in no number otherwise");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"as": "text", "decimal": ","}})"),
            "f.json:1:43: decimal without as number or integer");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"as": "number", "group": ",,"}})"),
            "f.json:1:43: wanted one character that stands in no number otherwise");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"as": "number", "group": ",", "decimal": ","}})"),
            "f.json:1:59: decimal and group are the same");
  EXPECT_EQ(schema_error(R"({"x-crosswalk": {"as": "number", "group": "."}})"),
            "f.json:1:43: group is the full stop, and so is decimal unless it is said");
}

TEST(Annotation, LeadsAliasesToTextsOfTheEnum) {
  const auto error = [](const std::string& aliases) {
    return without_pointer(
        schema_error(R"({"enum": [1, "a", "b"], "x-crosswalk": {"aliases": )" + aliases + "}}"));
  };
  EXPECT_EQ(error(R"({"x": "a", "y": "b"})"), "");
  const std::string wanted = "wanted a text that is not in the enum, and one that is";
  EXPECT_EQ(error(R"({"x": "c"})"), "f.json:1:58: " + wanted);
  EXPECT_EQ(error(R"({"a": "b"})"), "f.json:1:58: " + wanted);
  EXPECT_EQ(error(R"({"x": "c", "y": "d"})"), "f.json:1:58: " + wanted);
  EXPECT_EQ(without_pointer(schema_error(R"({"x-crosswalk": {"aliases": {"x": "a"}}})")),
            "f.json:1:35: " + wanted);
}

TEST(Annotation, KnowsEveryDateForm) {
  for (const char* form : {"YYYY-MM-DD", "D/M/YYYY", "M/D/YYYY", "YYYYMMDD", "YYYY年M月D日"}) {
    EXPECT_EQ(
        schema_error(std::string(R"({"x-crosswalk": {"as": "date", "form": ")") + form + "\"}}"),
        "")
        << form;
  }
  for (const char* form : {"YYYY-MM-DDThh:mm", "DD.MM.YYYY hh:mm:ss"}) {
    EXPECT_EQ(schema_error(std::string(R"({"x-crosswalk": {"as": "date-time", "form": ")") + form +
                           "\"}}"),
              "")
        << form;
  }
}

}  // namespace
}  // namespace crosswalk::format
