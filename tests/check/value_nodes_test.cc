// Nodes of values by the schema alone.
#include "check/value_nodes.h"

#include <algorithm>

#include "check_support.h"

namespace crosswalk::check {
namespace {

const char* const kSchema = R"({
  "allOf": [{"properties": {"a": {"title": "1"}}}, {"$ref": "#/definitions/more"}],
  "properties": {"a": {"title": "2", "items": {"title": "item"}}},
  "if": {"required": ["b"], "properties": {"b": {}, "c": {}}}, "then": {"properties": {"a": {"title": "no"}}},
  "definitions": {"more": {"patternProperties": {"^a": {"title": "3"}}}}})";

std::string titles(const Program::Code& code, const std::vector<format::NodeId>& nodes) {
  std::string all;
  for (const format::NodeId node : nodes) all += code.schema->nodes[node].title + ' ';
  return all;
}

TEST(ValueNodes, OfAMemberAreThoseOfAllThatAlwaysDescribesIt) {
  const auto compiled = compile(kSchema);
  const Program::Code& code = compiled->program->code();
  std::string found = titles(code, member_nodes(code, {0}, "a"));
  std::ranges::sort(found);
  EXPECT_EQ(found, "   123");
  EXPECT_EQ(titles(code, member_nodes(code, {0}, "ab")), "3 ");
  EXPECT_EQ(titles(code, member_nodes(code, {0}, "x")), "");
}

TEST(ValueNodes, OfElementsAreThoseOfItems) {
  const auto compiled = compile(kSchema);
  const Program::Code& code = compiled->program->code();
  EXPECT_EQ(titles(code, item_nodes(code, member_nodes(code, {0}, "a"))), "item ");
  EXPECT_EQ(titles(code, item_nodes(code, {0})), "");
}

TEST(ValueNodes, NamesThatAConditionAsksForAreRequiredOrDescribed) {
  const auto compiled = compile(kSchema);
  const Program::Code& code = compiled->program->code();
  EXPECT_EQ(asked_names(code, compiled->schema->nodes[0].condition),
            (std::vector<std::string>{"b", "b", "c"}));
}

}  // namespace
}  // namespace crosswalk::check
