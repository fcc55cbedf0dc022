// Draft-07 keywords become nodes.
#include "format/schema_reader.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>

#include "support/formats.h"

namespace crosswalk::format {
namespace {

Schema loaded(std::string text, bool annotated = true) {
  Result<Schema> schema = load_schema(text, "f.json", {.is_closed = annotated});
  EXPECT_TRUE(schema.ok()) << schema.error().message;
  return schema ? std::move(schema).value() : Schema{};
}

TEST(SchemaReader, ReadsTypes) {
  const Schema schema = loaded(R"({"type": ["string", "null"]})");
  EXPECT_TRUE(schema.nodes[0].has_types);
  EXPECT_EQ(schema.nodes[0].types, kTypeString | kTypeNull);
  EXPECT_EQ(loaded("{}").nodes[0].types, kTypeAny);
}

TEST(SchemaReader, ReadsBooleansAsSchemas) {
  EXPECT_EQ(loaded("false").nodes[0].boolean, false);
  const Schema schema = loaded(R"({"additionalProperties": true})");
  EXPECT_EQ(schema.nodes[schema.nodes[0].additional_properties].boolean, true);
}

TEST(SchemaReader, KeepsNumbersAsWritten) {
  const Node node = loaded(R"({"minimum": 1.50, "exclusiveMaximum": 9007199254740993,
                               "multipleOf": 0.010})")
                        .nodes[0];
  EXPECT_EQ(node.minimum, "1.50");
  EXPECT_EQ(node.exclusive_maximum, "9007199254740993");
  EXPECT_EQ(node.multiple_of, "0.010");
}

TEST(SchemaReader, KeepsLiteralsAsTokensOfTheText) {
  const Schema schema = loaded(R"({"enum": [1.0, "a", null, {"b": []}]})");
  ASSERT_EQ(schema.nodes[0].enumeration.size(), 4U);
  const auto raw = [&](std::size_t i) {
    return json::raw(schema.text, schema.tape.tokens[schema.nodes[0].enumeration[i]]);
  };
  EXPECT_EQ(raw(0), "1.0");
  EXPECT_EQ(raw(1), "\"a\"");
  EXPECT_EQ(raw(3), R"({"b": []})");
}

TEST(SchemaReader, ReadsLengthsCountsAndForms) {
  const Node node = loaded(R"({"minLength": 1, "maxLength": 2, "pattern": "^a", "format": "date",
    "minItems": 3, "maxItems": 4, "uniqueItems": true, "minProperties": 5, "maxProperties": 6})")
                        .nodes[0];
  EXPECT_EQ(node.min_length, 1U);
  EXPECT_EQ(node.max_length, 2U);
  EXPECT_EQ(node.pattern, "^a");
  EXPECT_EQ(node.format, "date");
  EXPECT_EQ(node.min_items, 3U);
  EXPECT_EQ(node.max_items, 4U);
  EXPECT_TRUE(node.unique_items);
  EXPECT_EQ(node.min_properties, 5U);
  EXPECT_EQ(node.max_properties, 6U);
}

TEST(SchemaReader, KeepsPropertiesInTheOrderOfTheFile) {
  const Schema schema = loaded(R"({"properties": {"b": {}, "a": {}},
    "patternProperties": {"^z": {}, "^y": {}}})");
  const Node& node = schema.nodes[0];
  ASSERT_EQ(node.properties.size(), 2U);
  EXPECT_EQ(node.properties[0].first, "b");
  EXPECT_EQ(node.pattern_properties[1].first, "^y");
}

TEST(SchemaReader, TellsTuplesFromSingleItems) {
  const Schema single = loaded(R"({"items": {"type": "null"}})");
  EXPECT_FALSE(single.nodes[0].has_tuple);
  EXPECT_NE(single.nodes[0].items, kNoNode);
  const Schema tuple = loaded(R"({"items": [{}, true], "additionalItems": false})");
  EXPECT_EQ(tuple.nodes[0].tuple.size(), 2U);
  EXPECT_EQ(tuple.nodes[0].items, kNoNode);
}

TEST(SchemaReader, ReadsBothFormsOfDependencies) {
  const Schema schema = loaded(R"({"dependencies": {"a": ["b"], "c": {"type": "object"}}})");
  ASSERT_EQ(schema.nodes[0].dependency_names.size(), 1U);
  ASSERT_EQ(schema.nodes[0].dependency_schemas.size(), 1U);
  EXPECT_EQ(schema.nodes[0].dependency_names[0].second, std::vector<std::string>{"b"});
}

TEST(SchemaReader, FollowsReferencesToThemselvesAndAcross) {
  const Schema schema = loaded(R"({"items": {"$ref": "#"}, "contains": {"$ref": "#/definitions/x"},
    "definitions": {"x": {"type": "string"}}})");
  EXPECT_EQ(schema.nodes[schema.nodes[0].items].ref, 0U);
  const NodeId target = schema.nodes[schema.nodes[0].contains].ref;
  EXPECT_EQ(schema.nodes[target].types, kTypeString);
}

TEST(SchemaReader, FollowsReferencesThroughEscapesAndLists) {
  const Schema schema = loaded(R"({"not": {"$ref": "#/definitions/a~1b%25/anyOf/1"},
    "definitions": {"a/b%": {"anyOf": [{}, {"type": "null"}]}}})");
  const NodeId target = schema.nodes[schema.nodes[0].negation].ref;
  EXPECT_EQ(schema.nodes[target].types, kTypeNull);
}

TEST(SchemaReader, ReadsASchemaThatOnlyAReferenceReaches) {
  const Schema schema =
      loaded(R"({"not": {"$ref": "#/corner/x"}, "corner": {"x": {"type": "null"}}})", false);
  EXPECT_EQ(schema.nodes[schema.nodes[schema.nodes[0].negation].ref].types, kTypeNull);
}

TEST(SchemaReader, PassesOverUnknownKeywordsInPlainSchemasOnly) {
  const std::string text = R"({"minLenght": 3, "type": "string"})";
  EXPECT_TRUE(load_schema(text, "f.json", {}).ok());
  EXPECT_EQ(schema_error(text),
            "f.json:1:2: unknown keyword \"minLenght\" (did you mean minLength?)");
}

TEST(SchemaReader, IgnoresWhatStandsBesideAReferenceInPlainSchemasOnly) {
  const std::string text = R"({"properties": {"a": {"$ref": "#", "type": "null"}}})";
  const Schema schema = loaded(text, false);
  EXPECT_FALSE(schema.nodes[schema.nodes[0].properties[0].second].has_types);
  EXPECT_NE(schema_error(text).find("nothing counts beside $ref"), std::string::npos);
}

// Documents by URI; anything else is not at hand.
DocumentFinder documents(std::map<std::string, std::string> texts) {
  return [texts = std::move(texts)](const std::string& uri) -> Result<std::optional<Document>> {
    const auto found = texts.find(uri);
    if (found == texts.end()) return std::optional<Document>();
    return std::optional(Document{found->second, uri});
  };
}

// The types of the schema that the root's `not` leads to.
std::uint8_t types_behind_not(const std::string& text, std::map<std::string, std::string> texts,
                              const std::string& uri = {}) {
  const Result<Schema> schema =
      load_schema(text, "f.json", {.uri = uri, .documents = documents(std::move(texts))});
  EXPECT_TRUE(schema.ok()) << schema.error().message;
  if (!schema.ok()) return 0;
  const std::vector<Node>& nodes = schema.value().nodes;
  NodeId node = nodes[0].negation;
  while (nodes[node].ref != kNoNode) node = nodes[node].ref;
  return nodes[node].types;
}

TEST(SchemaReader, FollowsReferencesToEmbeddedSchemasByTheirId) {
  for (const char* ref : {"http://a.pl/x.json", "x.json", "x.json#", "#named", "b/y.json"}) {
    EXPECT_EQ(types_behind_not(R"({"$id": "http://a.pl/root.json", "definitions": {
      "x": {"$id": "x.json", "type": "null"},
      "named": {"$id": "#named", "type": "null"},
      "y": {"$id": "b/", "definitions": {"z": {"$id": "y.json", "type": "null"}}}},
      "not": {"$ref": ")" + std::string(ref) +
                                   R"("}})",
                               {}),
              kTypeNull)
        << ref;
  }
}

TEST(SchemaReader, FollowsReferencesToDocumentsAtHandAndOnFromThere) {
  EXPECT_EQ(types_behind_not(R"({"not": {"$ref": "a/one.json#/x"}})",
                             {{"file:///d/a/one.json", R"({"x": {"$ref": "two.json"}})"},
                              {"file:///d/a/two.json", R"({"type": "null"})"}},
                             "file:///d/f.json"),
            kTypeNull);
}

TEST(SchemaReader, TakesTheIdsOnTheWayOfAPointerIntoAccount) {
  EXPECT_EQ(
      types_behind_not(R"({"not": {"$ref": "#/corner/x"},
                                 "corner": {"$id": "sub/", "x": {"$ref": "one.json"}}})",
                       {{"file:///d/sub/one.json", R"({"type": "null"})"}}, "file:///d/f.json"),
      kTypeNull);
}

TEST(SchemaReader, ReadsADocumentOnce) {
  const Result<Schema> schema = load_schema(
      R"({"allOf": [{"$ref": "one.json"}, {"$ref": "one.json#/definitions/a"}]})", "f.json",
      {.documents = documents({{"one.json", R"({"definitions": {"a": {"$ref": "#"}}})"}})});
  ASSERT_TRUE(schema.ok()) << schema.error().message;
  EXPECT_EQ(schema.value().parts.size(), 2U);
}

TEST(SchemaReader, PlacesErrorsOfADocumentInIt) {
  const Result<Schema> schema =
      load_schema(R"({"not": {"$ref": "one.json"}})", "f.json",
                  {.documents = documents({{"one.json", "{\n\"minLength\": -1}"}})});
  ASSERT_FALSE(schema.ok());
  EXPECT_EQ(schema.error().message, "one.json:2:14: wanted a whole number from 0, at /minLength");
}

TEST(SchemaReader, RefusesReferencesThatLeadNowhere) {
  const auto error = [](const std::string& ref, DocumentFinder find) {
    const Result<Schema> schema = load_schema(R"({"not": {"$ref": ")" + ref + "\"}}", "f.json",
                                              {.documents = std::move(find)});
    return schema.ok() ? "" : without_pointer(schema.error().message);
  };
  EXPECT_EQ(error("http://a.pl/b.json#/c", documents({})),
            "f.json:1:18: \"http://a.pl/b.json\" is not at hand, and nothing is fetched");
  EXPECT_EQ(error("b.json", nullptr),
            "f.json:1:18: wanted a $ref inside this file, such as #/definitions/name");
  EXPECT_EQ(error("#name", documents({})), "f.json:1:18: no schema has the $id \"#name\"");
  EXPECT_EQ(error("#/a", documents({})), "f.json:1:18: \"#/a\" leads nowhere: there is no \"a\"");
  EXPECT_EQ(error("b.json", documents({{"b.json", "{"}})).substr(0, 10), "b.json:1:2");
  EXPECT_EQ(error("b.json", documents({{"b.json", "[]"}})),
            "b.json:1:1: wanted a schema: an object, true or false");
}

TEST(SchemaReader, TakesRefAsAPropertyNameForWhatItIs) {
  const Schema schema = loaded(R"({"properties": {"$ref": {"type": "string"}}})");
  EXPECT_EQ(schema.nodes[0].properties[0].first, "$ref");
}

struct Wrong {
  const char* text;
  const char* error;
};

class WrongSchema : public testing::TestWithParam<Wrong> {};

TEST_P(WrongSchema, IsRefusedWithItsPlace) {
  EXPECT_EQ(schema_error(GetParam().text), std::string("f.json:") + GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Keywords, WrongSchema,
    testing::Values(Wrong{"3", "1:1: wanted a schema: an object, true or false"},
                    Wrong{R"({"type": "strnig"})",
                          "1:10: unknown type \"strnig\" (did you mean string?)"},
                    Wrong{R"({"type": []})", "1:10: wanted at least one type"},
                    Wrong{R"({"type": ["null", "null"]})", "1:19: the same type twice"},
                    Wrong{R"({"type": 1})", "1:10: wanted a list, found a number"},
                    Wrong{R"({"minLength": "1"})", "1:15: wanted a whole number, found a text"},
                    Wrong{R"({"pattern": 1})", "1:13: wanted a text, found a number"},
                    Wrong{R"({"minimum": "1"})", "1:13: wanted a number, found a text"},
                    Wrong{R"({"multipleOf": 0})", "1:16: wanted a number above 0"},
                    Wrong{R"({"multipleOf": -1})", "1:16: wanted a number above 0"},
                    Wrong{R"({"uniqueItems": 1})", "1:17: wanted true or false, found a number"},
                    Wrong{R"({"properties": []})", "1:16: wanted an object, found a list"},
                    Wrong{R"({"required": "a"})", "1:14: wanted a list, found a text"},
                    Wrong{R"({"allOf": []})", "1:11: wanted at least one schema"},
                    Wrong{R"({"not": null})", "1:9: wanted a schema: an object, true or false"},
                    Wrong{R"({"$schema": "http://json-schema.org/draft-04/schema#"})",
                          "1:13: wanted http://json-schema.org/draft-07/schema#"},
                    Wrong{R"({"not": {"$ref": "other.json"}})",
                          "1:18: wanted a $ref inside this file, such as #/definitions/name"},
                    Wrong{R"({"not": {"$ref": "#/definitions/x"}})",
                          "1:18: \"#/definitions/x\" leads nowhere: there is no \"definitions\""},
                    Wrong{R"({"not": {"$ref": "#/allOf/1"}, "allOf": [{}]})",
                          "1:18: \"#/allOf/1\" leads nowhere: there is no \"1\""},
                    Wrong{R"({"not": {"$ref": "#/allOf/x"}, "allOf": [{}]})",
                          "1:18: \"#/allOf/x\" leads nowhere: there is no \"x\""},
                    Wrong{R"({"not": {"$ref": "#/allOf/0x"}, "allOf": [{}]})",
                          "1:18: \"#/allOf/0x\" leads nowhere: there is no \"0x\""},
                    Wrong{R"({"not": {"$ref": "#/title/x"}, "title": "a"})",
                          "1:18: \"#/title/x\" leads nowhere: there is no \"x\""}));

}  // namespace
}  // namespace crosswalk::format
