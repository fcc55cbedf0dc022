// Records inside a document against the document as a whole: the same schema, once with `records`
// and once without, tells the same of generated documents.
//
// With `records` the document streams: its envelope is asked once which schema nodes judge each
// record, and records are judged one by one. Without, it is one value under the whole schema. What
// leads to the records is put together at random of what an envelope can decide.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "crosswalk/formats.h"
#include "support/memory_output.h"
#include "support/temp_folder.h"

namespace crosswalk::tests {
namespace {

using Texts = std::vector<std::string>;

const std::string& any_of(const Texts& texts, std::mt19937& random) {
  return texts[random() % texts.size()];
}

/// What members of the envelope are asked in conditions.
std::string any_condition(std::mt19937& random, int depth = 2) {
  static const Texts kAsked = {
      R"({"required": ["mode"], "properties": {"mode": {"const": "a"}}})",
      R"({"properties": {"mode": {"const": "b"}}})",
      R"({"properties": {"size": {"minimum": 2}}})",
      R"({"required": ["size"], "properties": {"size": {"type": "integer"}}})",
      R"({"required": ["size", "mode"], "properties": {"size": {}, "mode": {}}})",
      R"({"dependencies": {"size": ["mode"]}, "properties": {"size": {}, "mode": {}}})",
      R"({"$ref": "#/definitions/small"})",
      "true",
      "false"};
  const auto inner = [&] { return any_condition(random, depth - 1); };
  switch (depth > 0 ? random() % 8 : 0) {
    case 1:
      return "{\"not\": " + inner() + '}';
    case 2:
      return "{\"anyOf\": [" + inner() + ", " + inner() + "]}";
    case 3:
      return "{\"oneOf\": [" + inner() + ", " + inner() + "]}";
    default:
      return any_of(kAsked, random);
  }
}

/// What the envelope says of itself and of its records.
std::string any_schema(std::mt19937& random, int depth = 3) {
  static const Texts kSaid = {
      R"({"properties": {"list": {"items": {"required": ["mail"], "properties": {"mail": {}}}}}})",
      R"({"properties": {"list": {"items": {"properties": {"mail": {"maxLength": 2}}}}}})",
      R"({"properties": {"list": {"items": {"maxProperties": 1}}}})",
      R"({"properties": {"list": {"items": {"type": ["object", "string"]}}}})",
      R"({"properties": {"list": {"items": {"$ref": "#/definitions/guest"}}}})",
      R"({"properties": {"list": {"items": {"not": {"required": ["phone"], "properties": {"phone": {}}}}}}})",
      R"({"properties": {"list": {"items": {"dependencies": {"mail": ["phone"]}, "properties": {"mail": {}, "phone": {}}}}}})",
      R"({"patternProperties": {"^l": {"items": {"minProperties": 1}}}})",
      R"({"dependencies": {"size": {"properties": {"list": {"items": {"minProperties": 2}}}}}})",
      R"({"dependencies": {"size": ["mode"]}, "properties": {"size": {}, "mode": {}}})",
      R"({"required": ["mode"], "properties": {"mode": {}}})",
      R"({"required": ["list"], "properties": {"list": {}}})",
      R"({"properties": {"size": {"maximum": 2}}})",
      R"({"$ref": "#/definitions/all"})"};
  const auto inner = [&] { return any_schema(random, depth - 1); };
  switch (depth > 0 ? random() % 8 : 0) {
    case 1:
    case 2:
      return "{\"allOf\": [" + inner() + ", " + inner() + "]}";
    case 3:
      return "{\"if\": " + any_condition(random) + ", \"then\": " + inner() + '}';
    case 4:
      return "{\"if\": " + any_condition(random) + ", \"else\": " + inner() + '}';
    case 5:
      return "{\"if\": " + any_condition(random) + ", \"then\": " + inner() +
             ", \"else\": " + inner() + '}';
    default:
      return any_of(kSaid, random);
  }
}

std::string format_text(const std::string& schema, const std::string& place) {
  return R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Guests",
    "type": "object", "properties": {"mode": {"enum": ["a", "b"]}, "size": {"type": "integer"},
      "list": {"type": "array", "items": {"type": "object", "properties": {
        "mail": {"type": "string"}, "phone": {"type": ["string", "number"]}}}}},
    "allOf": [)" +
         schema + R"(],
    "definitions": {
      "small": {"properties": {"size": {"exclusiveMaximum": 3}}},
      "guest": {"properties": {"mail": {"minLength": 2}}},
      "all": {"properties": {"list": {"items": {"$ref": "#/definitions/guest"}}}}},
    "x-crosswalk": {)" +
         place + R"("layouts": {"json": {}}}})";
}

std::string any_document(std::mt19937& random) {
  static const Texts kModes = {R"("a")", R"("b")", R"("c")", "7"};
  static const Texts kSizes = {"1", "2", "3", R"("x")"};
  static const Texts kRecords = {R"({"mail":"a@b"})",
                                 R"({"mail":"a","phone":7})",
                                 "{}",
                                 R"({"phone":"1","x":{"mail":1}})",
                                 R"({"mail":7})",
                                 R"("ab")",
                                 "null"};
  Texts members;
  if (random() % 3 != 0) members.push_back("\"mode\": " + any_of(kModes, random));
  if (random() % 2 != 0) members.push_back("\"size\": " + any_of(kSizes, random));
  std::string list;
  for (auto count = 1 + random() % 3; count > 0; --count)
    list += (list.empty() ? "" : ", ") + any_of(kRecords, random);
  members.push_back("\"list\": [" + list + ']');
  std::ranges::shuffle(members, random);
  std::string text;
  for (const std::string& member : members) text += (text.empty() ? "{" : ",\n") + member;
  return text + "}\n";
}

/// `rule line:column` of all findings. Two ways to one schema node tell a thing twice, or once.
std::set<std::string> told(const Formats& formats, const std::string& from, const std::string& text,
                           std::size_t block_bytes) {
  ValidateOptions options;
  options.read.from = from;
  options.read.block_bytes = block_bytes;
  const auto source = memory_source(text, "input");
  KeptFindings kept;
  const auto result = validate(formats, *source, options, kept.sink());
  EXPECT_TRUE(result.ok()) << result.error().message;
  std::set<std::string> lines;
  for (const Finding& finding : kept.all)
    lines.insert(finding.rule + ' ' + std::to_string(finding.place.line) + ':' +
                 std::to_string(finding.place.column));
  return lines;
}

TEST(EnvelopeTwin, RecordsAreJudgedAsInTheWholeDocument) {
  std::mt19937 random(5);
  std::size_t good = 0;
  std::size_t bad = 0;
  for (int round = 0; round < 200; ++round) {
    const TempFolder folder;
    const std::string schema = any_schema(random);
    folder.write("club/whole.schema.json", format_text(schema, ""));
    folder.write("club/records.schema.json", format_text(schema, R"("records": "/list", )"));
    Formats formats = Formats::embedded().value();
    const Status added = formats.add_folder(folder.path());
    ASSERT_TRUE(added.ok()) << added.error().message << '\n' << schema;
    for (int document = 0; document < 8; ++document) {
      const std::string text = any_document(random);
      const auto whole = told(formats, "club/whole:json", text, 4096);
      for (const std::size_t block_bytes : {16U, 4096U})
        ASSERT_EQ(told(formats, "club/records:json", text, block_bytes), whole)
            << text << schema << '\n'
            << block_bytes;
      ++(whole.empty() ? good : bad);
    }
  }
  EXPECT_GT(good, 50U);
  EXPECT_GT(bad, 500U);
}

}  // namespace
}  // namespace crosswalk::tests
