// Made-up formats of tables, documents and records in documents, loaded and compiled, for tests
// above lib/check.
#ifndef CROSSWALK_TESTS_SUPPORT_SHOP_FORMAT_H
#define CROSSWALK_TESTS_SUPPORT_SHOP_FORMAT_H

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "check/program.h"
#include "diagnostics/rule.h"
#include "format/loader.h"

namespace crosswalk::tests {

/// Customers of a shop: `id` must be there, be unique and not be empty; `num_` columns are numbers,
/// `flag` is 0 or 1, `note` is any text and told about once if it is ever empty.
inline constexpr const char* kShopCustomers = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Customers of a shop",
  "type": "object", "required": ["header", "data"], "additionalProperties": false,
  "properties": {"header": {"type": "array"}, "data": {"type": "array"}},
  "definitions": {"customer": {
    "type": "object", "required": ["id"], "additionalProperties": false,
    "properties": {
      "id": {"type": "string", "minLength": 1, "x-crosswalk": {"as": "text"}},
      "note": {"type": ["string", "null"], "x-crosswalk": {"as": "text", "checks": [
        {"down": {"not": {"contains": {"const": ""}}}, "rule": "shop.note-empty",
         "severity": "info"}]}},
      "flag": {"enum": [0, 1, ""], "x-crosswalk": {"as": "flag"}}
    },
    "patternProperties": {"^num_": {
      "type": ["number", "string", "null"], "pattern": "^$", "x-crosswalk": {"as": "number"}}},
    "x-crosswalk": {"checks": [{"unique": ["/id"], "rule": "shop.id-repeated"}]}
  }},
  "x-crosswalk": {
    "record": "#/definitions/customer", "missing": ["empty", "null"],
    "layouts": {
      "json": {"columns": {"at": "/header"}, "rows": {"at": "/data"},
        "limits": {"warn": 100, "refuse": 200},
        "checks": [{"on": "row-width", "rule": "shop.row-width"},
                   {"on": "column-duplicate", "rule": "shop.column-twice"}]},
      "csv": {"delimiter": [",", ";"], "quote": "\"",
        "checks": [{"on": "row-width", "rule": "shop.row-width"},
                   {"on": "column-duplicate", "rule": "shop.column-twice"}]}
    },
    "operations": {"send": {"method": "PUT", "url": "https://{host}/", "body": "json",
      "checks": [{"setting": "title", "rule": "shop.title-missing", "severity": "warning"}]}}
  }
})";

/// The answer of a shop.
inline constexpr const char* kShopAnswer = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Answer of a shop",
  "type": "object", "required": ["status"],
  "properties": {
    "status": {"enum": ["ok"], "x-crosswalk": {"checks": [{"on": "enum", "rule": "shop.failed"}]}},
    "items": {"type": "array", "items": {"type": "integer"}}
  },
  "x-crosswalk": {"layouts": {"json": {}}}
})";

/// Guests of a shop as a request: `mode` and `match` say more about each guest, and each needs the
/// member that `match` names, once in the whole input.
inline constexpr const char* kShopGuests = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Guests of a shop",
  "type": "object", "required": ["mode", "guests"],
  "properties": {
    "mode": {"enum": ["add", "change"]},
    "match": {"type": "string"},
    "weight": {"type": "integer"},
    "guests": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/guest"}}
  },
  "definitions": {"guest": {
    "type": "object",
    "properties": {"mail": {"type": "string"}, "phone": {"type": ["string", "number"]},
      "born": {"type": "object", "properties": {"year": {"type": "integer"}}}},
    "x-crosswalk": {"checks": [
      {"must": {"minProperties": 1}, "rule": "shop.guest-empty", "severity": "warning"}]}
  }},
  "allOf": [
    {"if": {"required": ["match"], "properties": {"match": {"const": "mail"}}},
     "then": {"properties": {"guests": {"items": {"required": ["mail"], "x-crosswalk": {"checks": [
       {"on": "required", "rule": "shop.no-mail"}, {"unique": ["/mail"], "rule": "shop.mail-twice"}]}}}}},
     "else": {"properties": {"guests": {"items": {"required": ["phone"]}}}}},
    {"if": {"properties": {"mode": {"const": "change"}}},
     "then": {"properties": {"guests": {"items": {"maxProperties": 2}}}}}
  ],
  "x-crosswalk": {"records": "/guests", "layouts": {
    "json": {"limits": {"refuse": 1000}}, "ndjson": {},
    "csv": {"delimiter": [","], "quote": "\"",
      "checks": [{"on": "row-width", "rule": "shop.row-width"},
                 {"on": "column-duplicate", "rule": "shop.column-twice"}]}}}
})";

/// Visits of a shop: one object, a list of them, or one a line. A visit may come twice if it was
/// changed; its rooms differ in `n`, and it ends after it began.
inline constexpr const char* kShopVisits = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Visits of a shop",
  "type": "object", "required": ["id"],
  "properties": {"id": {"type": "string"}, "kind": {"enum": ["new", "changed"]},
    "who": {"type": "object", "properties": {"card": {"type": "integer"}}},
    "came": {"type": "string"}, "left": {"type": "string"},
    "rooms": {"type": "array", "items": {"type": "object", "properties": {"n": true, "v": true}},
      "x-crosswalk": {"checks": [
        {"unique": ["/n"], "rest": "different", "rule": "shop.room-twice"},
        {"unique": ["/n"], "rest": "equal", "rule": "shop.room-twice", "severity": "warning"}]}}},
  "if": {"properties": {"kind": {"const": "new"}}},
  "then": {"x-crosswalk": {"checks": [
    {"unique": ["/id", "/who/card"], "rule": "shop.visit-twice", "severity": "warning"}]}},
  "x-crosswalk": {"records": "", "layouts": {"json": {}, "ndjson": {}}, "checks": [
    {"order": ["/came", "/left"], "strict": true, "rule": "shop.visit-time"}]}
})";

/// A format, compiled.
struct ShopFormat {
  /// Loads `text` as the format `shop/<name>`.
  explicit ShopFormat(const char* text, const std::string& name = "customers") {
    auto loaded = format::load_definition(text, "shop/" + name, name + ".schema.json", rules);
    if (!loaded.ok()) ADD_FAILURE() << loaded.error().message;
    definition = std::make_unique<const format::Definition>(std::move(loaded).value());
    auto compiled = check::Program::compile(definition->schema, rules);
    if (!compiled.ok()) ADD_FAILURE() << compiled.error().message;
    program = std::move(compiled).value();
  }

  diagnostics::RuleCatalog rules;
  diagnostics::RulePolicy policy;
  std::unique_ptr<const format::Definition> definition;
  std::unique_ptr<const check::Program> program;
};

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_SHOP_FORMAT_H
