// The fields of records, and their columns.
#include "format/fields.h"

#include <gtest/gtest.h>

#include "format/library.h"
#include "support/formats.h"

namespace crosswalk::format {
namespace {

using Strings = std::vector<std::string>;

Schema schema_of(const std::string& text) {
  Result<Schema> schema = load_schema(text, "f.json", {.is_closed = true});
  EXPECT_TRUE(schema.ok()) << schema.error().message;
  return schema ? std::move(schema).value() : Schema{};
}

std::vector<Field> fields(const std::string& text) {
  return fields_of(schema_of(text), 0);
}

Strings columns(const std::vector<Field>& fields) {
  Strings names;
  for (const Field& field : fields) names.push_back(field.column);
  return names;
}

FieldTable table_of(const std::string& name) {
  const Library library = Library::embedded().value();
  return FieldTable(fields_of(*library.find(name)));
}

TEST(Fields, AreNamedByTheirPathInTheSchemasOrder) {
  EXPECT_EQ(columns(fields(R"({"properties": {
              "z": {"type": "string"},
              "a": {"properties": {"c": {}, "b": {"properties": {"d": {}}}}}}})")),
            (Strings{"z", "a.c", "a.b.d"}));
}

TEST(Fields, FollowReferencesAndGatherAllThatDescribesAValue) {
  const auto found = fields(R"({
    "allOf": [{"properties": {"a": {"$ref": "#/definitions/a"}}}],
    "properties": {"a": {"x-crosswalk": {"pii": "id"}}},
    "definitions": {"a": {"type": "number", "x-crosswalk": {"pii": "name", "as": "integer"}}}})");
  ASSERT_EQ(columns(found), Strings{"a"});
  EXPECT_EQ(found[0].nodes.size(), 3U);
  EXPECT_EQ(found[0].annotation.pii, Pii::kId) << "own words come first";
  EXPECT_EQ(found[0].annotation.as, As::kInteger);
}

TEST(Fields, OfBranchesComeAfterTheOthers) {
  EXPECT_EQ(columns(fields(R"({
    "anyOf": [{"properties": {"b": {}, "a": {}}}],
    "if": {"required": ["a"]}, "then": {"properties": {"c": {}}},
    "properties": {"a": {}}})")),
            (Strings{"a", "b", "c"}));
}

TEST(Fields, AreFamiliesWhereAnObjectTakesAnyName) {
  const auto found = fields(R"({"properties": {
    "t": {"properties": {"n": {}}, "additionalProperties": {"type": "number"}},
    "u": {"type": "object"},
    "v": {"type": "object", "properties": {"x": {}}},
    "w": {"type": "object", "properties": {"x": {}}, "additionalProperties": false}}})");
  EXPECT_EQ(columns(found), (Strings{"t.n", "t.*", "u.*", "v.x", "w.x"}));
  EXPECT_EQ(found[1].family, Family::kMembers);
  EXPECT_EQ(found[1].path, Strings{"t"});
  EXPECT_EQ(found[2].node, kNoNode);
}

TEST(Fields, ArePairsOfNameAndValue) {
  const auto found = fields(R"({"properties": {"list": {
    "type": ["array", "null"],
    "items": {"properties": {"k": {"minLength": 1}, "v": {"type": "boolean"}}},
    "x-crosswalk": {"pairs": ["k", "v"], "column": "short"}}}})");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].family, Family::kPairs);
  EXPECT_EQ(found[0].pair_name, "k");
  EXPECT_EQ(found[0].pair_value, "v");
  EXPECT_EQ(found[0].columns, (Strings{"short.*", "list.*"}));
  EXPECT_NE(found[0].node, kNoNode);
  EXPECT_NE(found[0].name_node, kNoNode);
}

TEST(Fields, AreListsOfPlainValuesOrJson) {
  const auto found = fields(R"({"properties": {
    "plain": {"type": "array", "items": {"type": "string"}},
    "deep": {"type": "array", "items": {"type": "object"}},
    "open": {"type": "array"}}})");
  ASSERT_EQ(columns(found), (Strings{"plain", "deep", "open"}));
  EXPECT_TRUE(found[0].is_list);
  EXPECT_EQ(found[0].annotation.as, As::kNone);
  EXPECT_FALSE(found[1].is_list);
  EXPECT_EQ(found[1].annotation.as, As::kJson);
  EXPECT_EQ(found[2].annotation.as, As::kJson);
}

TEST(Fields, KnowWhatIsRequiredAndReadOnly) {
  const auto found = fields(R"({"required": ["a"], "properties": {
    "a": {"required": ["x"], "properties": {"x": {}, "y": {}}},
    "b": {"readOnly": true, "required": ["x"], "properties": {"x": {}}}}})");
  ASSERT_EQ(columns(found), (Strings{"a.x", "a.y", "b.x"}));
  EXPECT_TRUE(found[0].is_required);
  EXPECT_FALSE(found[1].is_required);
  EXPECT_FALSE(found[2].is_required) << "b may be left out";
  EXPECT_TRUE(found[2].is_read_only);
  EXPECT_FALSE(found[0].is_read_only);
}

TEST(Fields, AreNotRequiredByAConditionAlone) {
  const auto found = fields(R"({
    "required": ["a"], "properties": {"a": {"type": ["number", "null"], "properties": {"x": {}, "y": {}},
                                            "required": ["x"]}},
    "if": {"required": ["a"]},
    "then": {"properties": {"a": {"type": "number", "required": ["y"], "properties": {"y": {}}}}}})");
  ASSERT_EQ(columns(found), (Strings{"a.x", "a.y"}));
  EXPECT_TRUE(found[0].is_required);
  EXPECT_FALSE(found[1].is_required);
}

TEST(Fields, EndAtASchemaThatHoldsItself) {
  const auto found = fields(R"({"properties": {"id": {}, "parent": {"$ref": "#"}}})");
  EXPECT_EQ(columns(found), (Strings{"id", "parent"}));
  EXPECT_EQ(found[1].annotation.as, As::kJson);
}

std::string error_of(const std::string& properties) {
  return without_pointer(format_error(
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Club",
          "x-crosswalk": {"layouts": {"json": {}}}, "properties": )" +
      properties + "}"));
}

TEST(ColumnFault, IsAColumnThatNamesTwoFields) {
  EXPECT_EQ(error_of(R"({"a": {"properties": {"b": {}}}, "c": {"x-crosswalk": {"column": "d"}}})"),
            "");
  EXPECT_EQ(error_of(R"({"a": {"properties": {"b": {}}},
                         "c": {"x-crosswalk": {"column": "a.b"}}})"),
            "f.json:3:31: the column a.b names two fields");
}

TEST(ColumnFault, IsAPairWithoutItsMembers) {
  EXPECT_NE(error_of(R"({"a": {"type": "array", "items": {"properties": {"k": {}}},
                                "x-crosswalk": {"pairs": ["k", "v"]}}})")
                .find("the elements of the list a.* have no members \"k\" and \"v\""),
            std::string::npos);
}

TEST(FieldTable, FindsAFieldByAnyOfItsColumns) {
  const FieldTable table = table_of("wasabi/customer-action");
  for (const char* name : {"body.interaction.type", "type"}) {
    const auto found = table.find(name);
    ASSERT_TRUE(found) << name;
    EXPECT_EQ(found->field->path, (Strings{"body", "interaction", "type"}));
    EXPECT_EQ(found->field->column, "body.interaction.type");
  }
  EXPECT_FALSE(table.find("interaction.type"));
}

TEST(FieldTable, GivesTheNameOfAFamilysMember) {
  const FieldTable table = table_of("expertsender/customers");
  const auto attribute = table.find("customAttributes.vip.since");
  ASSERT_TRUE(attribute);
  EXPECT_EQ(attribute->field->family, Family::kPairs);
  EXPECT_EQ(attribute->member, "vip.since");
  EXPECT_EQ(table.find("consents.3")->member, "3");
  EXPECT_EQ(table.find("consentsData.consents.3")->field, table.find("consents.3")->field);
  EXPECT_FALSE(table.find("consents."));
  EXPECT_FALSE(table.find("consents"));
}

TEST(FieldTable, PrefersAFieldToAFamilyAndALongerFamilyToAShorter) {
  const FieldTable table(fields(R"({"additionalProperties": {}, "properties": {
    "t": {"properties": {"n": {}}, "additionalProperties": {}}}})"));
  EXPECT_EQ(table.find("t.n")->member, "");
  EXPECT_EQ(table.find("t.m")->member, "m");
  EXPECT_EQ(table.find("u.m")->member, "u.m");
}

TEST(FieldTable, HoldsNamesAgainstThePatternsOfFamilies) {
  const FieldTable table = table_of("aixon/customers");
  EXPECT_EQ(table.find("txt_city")->field->pattern, "^txt_");
  EXPECT_FALSE(table.find("city"));
  EXPECT_EQ(table.column_at({"txt_city"}), "txt_city");
  EXPECT_EQ(table.column_at({"city"}), std::nullopt);
}

TEST(FieldTable, NamesTheColumnOfEveryMember) {
  const FieldTable profile = table_of("primedata/profile");
  EXPECT_EQ(profile.column_at({"identity", "email"}), "identity.email");
  EXPECT_EQ(profile.column_at({"identity", "crm_user_id"}), "identity.crm_user_id");
  EXPECT_EQ(profile.column_at({"p_trait", "ltv"}), "p_trait.ltv");
  EXPECT_EQ(profile.column_at({"identity"}), std::nullopt);
  EXPECT_EQ(table_of("expertsender/customers").column_at({"consentsData", "consents", "3"}),
            "consents.3");
}

TEST(FieldTable, KnowsWhetherRecordsAreMoreThanRowsOfValues) {
  for (const char* flat : {"aixon/customers", "loyalty/customers"})
    EXPECT_FALSE(table_of(flat).is_nested()) << flat;
  for (const char* nested :
       {"expertsender/customers", "expertsender/customer", "primedata/profile", "primedata/events",
        "primedata/profile-search", "primedata/event-search", "wasabi/customer-action"})
    EXPECT_TRUE(table_of(nested).is_nested()) << nested;
}

TEST(FieldTable, PlacesUnknownColumnsInTheInnermostObjectThatTheyLeadInto) {
  const FieldTable table(fields(R"({"properties": {"id": {}, "a": {"properties": {
    "b": {"properties": {"c": {}}}, "b.d": {"properties": {"e": {}}}}}}})"));
  const auto placed = [&](const std::string& name) {
    const auto place = table.place_of_unknown(name);
    if (!place) return std::string("nowhere");
    std::string told;
    for (const std::string& step : place->object) told += step + '/';
    return told + place->member;
  };
  EXPECT_EQ(placed("x"), "x");
  EXPECT_EQ(placed("x.y"), "x.y");
  EXPECT_EQ(placed("id.x"), "id.x") << "id is no object";
  EXPECT_EQ(placed("a.x"), "a/x");
  EXPECT_EQ(placed("a.b.x"), "a/b/x");
  EXPECT_EQ(placed("a.b.d.x"), "a/b.d/x") << "the longer name counts";
  for (const char* taken : {"a", "a.b", "", "a."}) EXPECT_EQ(placed(taken), "nowhere") << taken;
}

// Every column that a field has leads back to it, and every field's path to its column.
TEST(FieldTable, LeadsBackFromEveryColumn) {
  const Library library = Library::embedded().value();
  for (const auto& definition : library.formats()) {
    const FieldTable table(fields_of(*definition));
    for (const Field& field : table.fields()) {
      if (!field.pattern.empty()) continue;
      for (std::string column : field.columns) {
        if (field.family != Family::kNone) column.replace(column.size() - 1, 1, "any name");
        const auto found = table.find(column);
        ASSERT_TRUE(found) << definition->name << ' ' << column;
        EXPECT_EQ(found->field, &field) << definition->name << ' ' << column;
        std::vector<std::string> path = field.path;
        if (field.family != Family::kNone) path.push_back(found->member);
        EXPECT_EQ(table.column_at(path), column_of(field, found->member)) << column;
      }
    }
  }
}

}  // namespace
}  // namespace crosswalk::format
