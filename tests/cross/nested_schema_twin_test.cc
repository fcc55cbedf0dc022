// Rows of nested records against the same records one a line, under generated schemas: what is told
// of a row and its header is told of the record, and nothing else.
//
// Each table has one row, as a header tells a thing once that is wrong with every row. Empty cells
// are members that are not there. The schemas put together what can be asked of members, inner
// members, lists and the record.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "crosswalk/formats.h"
#include "support/memory_output.h"
#include "support/random_schema.h"
#include "support/temp_folder.h"

namespace crosswalk::tests {
namespace {

/// What a record is asked, each by itself.
constexpr const char* kAsked[] = {
    R"({"required": ["a"], "properties": {"a": {}}})",
    R"({"required": ["leg"], "properties": {"leg": {}}})",
    R"({"required": ["more"], "properties": {"more": {"required": ["x"], "properties": {"x": {}}}}})",
    R"({"properties": {"a": {"enum": ["new", "7"]}}})",
    R"({"properties": {"a": {"$ref": "#/definitions/short"}}})",
    R"({"properties": {"a": false}})",
    R"({"properties": {"n": {"minimum": 2}}})",
    R"({"properties": {"n": {"multipleOf": 0.5}}})",
    R"({"properties": {"leg": {"required": ["from"], "properties": {"from": {}}}}})",
    R"({"properties": {"leg": {"required": ["via"], "properties": {"via": {}}}}})",
    R"({"properties": {"leg": {"maxProperties": 1}}})",
    R"({"properties": {"leg": {"minProperties": 2}}})",
    R"({"properties": {"leg": {"properties": {"from": {"format": "date"}}}}})",
    R"({"properties": {"leg": {"propertyNames": {"maxLength": 4}}}})",
    R"({"properties": {"leg": {"dependencies": {"to": ["from"]}, "properties": {"from": {}, "to": {}}}}})",
    R"({"properties": {"leg": {"additionalProperties": false, "properties": {"from": {}, "to": {"minLength": 2}}}}})",
    R"({"properties": {"tags": {"minItems": 2}}})",
    R"({"properties": {"tags": {"contains": {"const": "no"}}}})",
    R"({"properties": {"tags": {"uniqueItems": true}}})",
    R"({"properties": {"tags": {"items": {"maxLength": 1}}}})",
    R"({"minProperties": 3})",
    R"({"maxProperties": 2})",
    R"({"propertyNames": {"pattern": "^[anlt]"}})",
    R"({"dependencies": {"a": ["n"]}, "properties": {"a": {}, "n": {}}})",
    R"({"$ref": "#/definitions/whole"})",
    "true"};

std::string any_schema(std::mt19937& random, int depth) {
  return tests::any_schema(random, depth, kAsked);
}

std::string format_text(const std::string& schema) {
  return R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Trips", "type": "object",
    "properties": {
      "a": {"x-crosswalk": {"as": "text"}}, "n": {"type": "number"},
      "leg": {"type": "object", "properties": {"from": {"type": "string"}, "to": {"type": "string"}}},
      "tags": {"type": "array", "items": {"type": "string"}}},
    "allOf": [)" +
         schema + R"(],
    "definitions": {
      "short": {"maxLength": 3},
      "whole": {"properties": {"n": {"maximum": 7}, "leg": {"properties": {"to": {"minLength": 3}}}}}},
    "x-crosswalk": {"records": "", "layouts": {"ndjson": {}, "csv": {"quote": "\"", "list_separator": ";",
      "checks": [{"on": "row-width", "rule": "csv.row-width"},
                 {"on": "column-duplicate", "rule": "csv.column-duplicate"}]}}}})";
}

/// A record in both forms.
struct Record {
  std::string line, table;
};

Record any_record(std::mt19937& random) {
  const auto pick = [&](std::initializer_list<const char*> cells) {
    return std::string(cells.begin()[random() % cells.size()]);
  };
  const std::string a = pick({"", "new", "7", "longer"}), n = pick({"", "1", "2.5", "7", "x"});
  const std::string from = pick({"", "2001-02-03", "soon"}), to = pick({"", "b", "2001-02-04"});
  const std::string tags = pick({"", "a;b", "no", "a;a", "ab;no;c"});
  const auto member = [](const char* name, const std::string& value) {
    return value.empty() ? std::string() : '"' + std::string(name) + "\":" + value + ',';
  };
  const auto quoted = [](const std::string& text) { return text.empty() ? "" : '"' + text + '"'; };
  const auto closed = [](std::string members, char open, char close) {
    if (!members.empty()) members.pop_back();
    return open + members + close;
  };
  std::string list;
  for (std::size_t at = 0; at < tags.size();) {
    const std::size_t end = std::min(tags.find(';', at), tags.size());
    list += quoted(tags.substr(at, end - at)) + ',';
    at = end + 1;
  }
  const std::string leg = member("from", quoted(from)) + member("to", quoted(to));
  const std::string members = member("a", quoted(a)) + member("n", n == "x" ? quoted(n) : n) +
                              member("leg", leg.empty() ? "" : closed(leg, '{', '}')) +
                              member("tags", list.empty() ? "" : closed(list, '[', ']'));
  return {closed(members, '{', '}') + '\n',
          "a,n,leg.from,leg.to,tags\n" + a + ',' + n + ',' + from + ',' + to + ',' + tags + '\n'};
}

/// The rules that speak of an input, but for those about cells as such.
std::set<std::string> rules_of(const Formats& formats, const std::string& from,
                               const std::string& text) {
  ValidateOptions options;
  options.read.from = from;
  const auto source = memory_source(text, "input");
  KeptFindings kept;
  const auto result = validate(formats, *source, options, kept.sink());
  EXPECT_TRUE(result.ok()) << result.error().message;
  std::set<std::string> rules;
  for (const Finding& finding : kept.all) {
    if (!finding.rule.starts_with("csv.") && !finding.rule.starts_with("text."))
      rules.insert(finding.rule);
  }
  return rules;
}

TEST(NestedSchemaTwin, RowsAreJudgedAsTheRecordsThatTheyAre) {
  std::mt19937 random(6);
  std::size_t good = 0;
  std::size_t bad = 0;
  for (int round = 0; round < 300; ++round) {
    const TempFolder folder;
    const std::string schema = any_schema(random, 2) + ", " + any_schema(random, 2);
    folder.write("club/trips.schema.json", format_text(schema));
    Formats formats = Formats::embedded().value();
    const Status added = formats.add_folder(folder.path());
    ASSERT_TRUE(added.ok()) << added.error().message << '\n' << schema;
    for (int count = 0; count < 8; ++count) {
      const Record record = any_record(random);
      if (record.line == "{}\n") continue;  // an empty row is no record
      const auto of_record = rules_of(formats, "club/trips:ndjson", record.line);
      ASSERT_EQ(rules_of(formats, "club/trips:csv", record.table), of_record)
          << record.table << record.line << schema;
      ++(of_record.empty() ? good : bad);
    }
  }
  EXPECT_GT(good, 300U);
  EXPECT_GT(bad, 500U);
}

}  // namespace
}  // namespace crosswalk::tests
