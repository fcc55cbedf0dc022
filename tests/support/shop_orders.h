// A made-up format of nested records, for tables with dotted columns.
#ifndef CROSSWALK_TESTS_SUPPORT_SHOP_ORDERS_H
#define CROSSWALK_TESTS_SUPPORT_SHOP_ORDERS_H

namespace crosswalk::tests {

/// Orders of a shop: `id` is unique, `body.kind` must be there, an order of kind b has a `count`.
inline constexpr const char* kShopOrders = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Orders of a shop",
  "type": "object", "required": ["id", "body"],
  "properties": {
    "id": {"type": "string", "x-crosswalk": {"pii": "id"}},
    "body": {
      "type": "object", "required": ["kind"],
      "properties": {
        "kind": {"enum": ["a", "b"], "x-crosswalk": {"column": ["body.kind", "kind"]}},
        "count": {"type": "integer", "minimum": 1},
        "gift": {"type": "boolean"},
        "day": {"type": "string", "format": "date",
                "x-crosswalk": {"as": "date", "form": "DD.MM.YYYY"}}
      },
      "x-crosswalk": {"checks": [
        {"must": {"not": {"required": ["gift", "day"]}}, "rule": "shop.gift-day", "severity": "warning"}]}
    },
    "mails": {"type": "array", "items": {"type": "string", "pattern": "@"}},
    "marks": {"type": "array", "items": {"$ref": "#/definitions/mark"},
              "x-crosswalk": {"pairs": ["id", "value"]}},
    "extra": {"type": "object", "additionalProperties": {"$ref": "#/definitions/any"}}
  },
  "if": {"required": ["body"], "properties": {"body": {"required": ["kind"],
         "properties": {"kind": {"const": "b"}}}}},
  "then": {"properties": {"body": {"required": ["count"], "properties": {"count": {}},
           "x-crosswalk": {"checks": [{"on": "required", "rule": "shop.no-count"}]}}}},
  "definitions": {
    "mark": {"type": "object", "required": ["id", "value"], "properties": {
      "id": {"type": "integer", "minimum": 1}, "value": {"enum": ["yes", "no"]}}},
    "any": {"not": {"const": 13}, "x-crosswalk": {"as": "json"}}
  },
  "x-crosswalk": {
    "records": "",
    "layouts": {"json": {}, "ndjson": {}, "csv": {"quote": "\"", "list_separator": ";", "checks": [
      {"on": "row-width", "rule": "csv.row-width"},
      {"on": "column-duplicate", "rule": "shop.column-twice"}]}},
    "checks": [{"unique": ["/id"], "rule": "shop.id-repeated"}]
  }
})";

}  // namespace crosswalk::tests

#endif  // CROSSWALK_TESTS_SUPPORT_SHOP_ORDERS_H
