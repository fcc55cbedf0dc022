// The look at cells, held against the interpreter on the object that the row becomes: where it
// calls a row clean, nothing is found and the keys are the same; and it does call good rows clean.
#include "check/row_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "check/run.h"
#include "format/library.h"
#include "support/random_schema.h"
#include "support/rows.h"
#include "support/shop_format.h"
#include "support/shop_orders.h"
#include "tabular/scanner.h"

namespace crosswalk::check {
namespace {

using diagnostics::RawFinding;
using Strings = std::vector<std::string>;

const format::Layout& layout_of(const format::Definition& definition) {
  const format::Layout* csv = definition.layout("csv");
  return csv != nullptr ? *csv : definition.layouts.front();
}

/// A table of a format, judged both ways.
class Table {
 public:
  Table(const format::Definition& definition, const Program& program,
        const diagnostics::RuleCatalog& rules, const Strings& names, bool nfc = false)
      : definition_(definition),
        rules_(rules),
        options_{&policy_, 1'700'000'000, nfc},
        columns_(NestedColumns::bind(program, definition, layout_of(definition), names, {})),
        row_(columns_),
        run_(program.code(), options_, found_),
        test_(RowTest::lay_out(program.code(), columns_, {definition.record}, definition.record,
                               options_, true)) {}

  [[nodiscard]] bool has_test() const { return test_.has_value(); }

  /// Takes the rows of `batch` from here on.
  void begin(const record::Batch& batch) {
    batch_ = &batch;
    if (test_) test_->begin_batch(batch);
  }
  bool is_clean(std::uint32_t index) { return test_ && test_->is_clean(index); }
  /// The rules that the interpreter tells.
  std::string told(std::uint32_t index) {
    found_.clear();
    row_.read(*batch_, index);
    run_.read_from(row_.text(), row_.tape());
    run_.judge({json::Kind::kObject, {}, 0}, definition_.record);
    run_.judge_texts(definition_.record, rules_);
    std::string told;
    for (const RawFinding& finding : found_) told += rules_.rule(finding.rule).name + ' ';
    std::string scratch;
    for (std::uint32_t i = 0; i < columns_->columns().size(); ++i) {
      const record::Cell& cell = batch_->cells[batch_->records[index].first_cell + i];
      const bool is_bound = columns_->columns()[i].state == ColumnState::kBound;
      if (is_bound && is_formula(record::cell_text(batch_->bytes, cell, scratch)))
        told += "csv.formula ";
    }
    return told;
  }
  /// Keys as both find them, each with its check and its column. REQUIRES: is_clean() and told()
  /// were asked of this row.
  std::pair<Strings, Strings> keys(std::uint32_t index) {
    std::pair<Strings, Strings> keys;
    const auto name = [](const Key& key, std::uint32_t unique, std::uint32_t column) {
      return std::to_string(key.low) + ' ' + std::to_string(key.high) + ' ' +
             std::to_string(unique) + ' ' + std::to_string(column);
    };
    std::vector<RecordKey> by_cells;
    test_->add_keys(index, by_cells);
    for (const RecordKey& key : by_cells)
      keys.first.push_back(name(key.key, key.unique, key.column));
    std::vector<TakenKey> taken;
    run_.take_keys({json::Kind::kObject, {}, 0}, definition_.record, taken);
    for (const TakenKey& key : taken)
      keys.second.push_back(
          name(key.key, key.unique, row_.place_at(row_.tape().tokens[key.token].begin)->column));
    return keys;
  }
  [[nodiscard]] const std::string& text() const { return row_.text(); }

 private:
  const format::Definition& definition_;
  const diagnostics::RuleCatalog& rules_;
  diagnostics::RulePolicy policy_;
  RunOptions options_;
  std::shared_ptr<const NestedColumns> columns_;
  NestedRow row_;
  std::vector<RawFinding> found_;
  Run run_;
  std::optional<RowTest> test_;
  const record::Batch* batch_ = nullptr;
};

/// Trips of a shop: everything that a row can be asked.
constexpr const char* kTrips = R"({
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "Trips", "type": "object",
  "required": ["id", "leg"], "propertyNames": {"maxLength": 9},
  "properties": {
    "id": {"allOf": [{"$ref": "#/definitions/key"}], "x-crosswalk": {"pii": "id"}},
    "kind": {"enum": ["new", "old", "odd"]},
    "paid": {"anyOf": [{"type": "number"}, {"const": "free"}], "x-crosswalk": {"as": "number"}},
    "leg": {
      "type": "object", "required": ["from"], "minProperties": 2, "additionalProperties": false,
      "properties": {
        "from": {"type": "string", "format": "date", "x-crosswalk": {"as": "date"}},
        "to": {"type": "string", "format": "date", "x-crosswalk": {"as": "date", "checks": [
          {"within": {"from": "1900-01-01", "ahead_days": 0}, "rule": "shop.a"}]}},
        "seats": {"type": "integer", "minimum": 1},
        "deep": {"type": "object", "properties": {"x": {"maxLength": 3}, "y": {"minLength": 1}},
                 "dependencies": {"x": ["y"]}, "oneOf": [{"required": ["y"], "properties": {"y": {}}},
                                                         {"properties": {"y": {"const": "q"}}}]}
      },
      "x-crosswalk": {"checks": [
        {"order": ["/from", "/to"], "strict": true, "rule": "shop.b"},
        {"must": {"not": {"required": ["to", "seats"], "properties": {"to": {}, "seats": {"minimum": 7}}}},
         "rule": "shop.c", "severity": "warning"}]}
    },
    "tags": {"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": "string", "maxLength": 2, "not": {"const": "no"}}},
    "marks": {"type": "array", "items": {"$ref": "#/definitions/mark"},
              "x-crosswalk": {"pairs": ["id", "value"], "checks": [
                {"unique": ["/id"], "rest": "different", "rule": "shop.d"}]}},
    "any": {"type": "object", "additionalProperties": {"not": {"const": 13}, "x-crosswalk": {"as": "json"}}}
  },
  "patternProperties": {"^n_": {"type": "number", "x-crosswalk": {"as": "number"}}},
  "allOf": [
    {"if": {"required": ["kind"], "properties": {"kind": {"const": "new"}}},
     "then": {"properties": {"id": {}}, "x-crosswalk": {"checks": [{"unique": ["/id"], "rule": "shop.e"}]}},
     "else": {"required": ["paid"], "properties": {"paid": {}, "id": {}, "leg": {"properties": {"from": {}}}}, "x-crosswalk": {"checks": [
       {"unique": ["/id", "/leg/from"], "rule": "shop.e"}]}}},
    {"if": {"required": ["tags"], "properties": {"tags": {"type": ["array", "null"]}, "kind": {"enum": ["odd"]}}},
     "then": {"properties": {"leg": {"required": ["to"], "properties": {"to": {}}}}}},
    {"if": {"required": ["marks"], "properties": {"marks": {"contains": {
       "type": "object", "required": ["id"], "properties": {"id": {"minimum": 20}, "value": {"const": "no"}}}}}},
     "then": {"required": ["paid"], "properties": {"paid": {"minimum": 1}}}},
    {"anyOf": [{"properties": {"leg": {"required": ["seats"], "properties": {"seats": {}}}}},
               {"not": {"required": ["n_a"], "properties": {"n_a": {}}}}]}
  ],
  "definitions": {
    "key": {"type": "string", "minLength": 1, "x-crosswalk": {"checks": [
      {"must": {"not": {"pattern": "@"}}, "rule": "shop.f", "severity": "warning"}]}},
    "mark": {"type": "object", "required": ["id", "value"], "properties": {
      "id": {"type": "integer", "minimum": 1}, "value": {"enum": ["yes", "no"]}}}
  },
  "x-crosswalk": {"records": "", "layouts": {"csv": {"quote": "\"", "list_separator": ";", "checks": [
    {"on": "row-width", "rule": "csv.row-width"}, {"on": "column-duplicate", "rule": "shop.g"}]}}}
})";

const Strings kTripNames = {"id",        "kind",       "paid",       "leg.from", "leg.to",
                            "leg.seats", "leg.deep.x", "leg.deep.y", "tags",     "marks.1",
                            "marks.22",  "any.x",      "n_a"};
const Strings kGoodTrip = {"t1", "new", "1.5", "2001-02-03", "2001-02-04", "2", "",
                           "",   "a;b", "yes", "no",         "",           "7"};

/// Cells that break, or meet, what formats ask.
const Strings kCells = {"",
                        "1",
                        "0",
                        "7",
                        "-1.5",
                        "t1",
                        "new",
                        "old",
                        "odd",
                        "free",
                        "2001-02-03",
                        "2001-02-04",
                        "1850-01-01",
                        "2999-01-01",
                        "2001-02-30",
                        "yes",
                        "no",
                        "a;no",
                        "abc",
                        "a;b",
                        "a;b;",
                        "a;b;c;d",
                        "13",
                        "{}",
                        "null",
                        "=1+1",
                        "-x",
                        " 7",
                        "4.86E+10",
                        "a@b.pl",
                        "Pawe?czyk",
                        "e\xCC\x81",
                        "\xEF\xBF\xBD",
                        "say \"hi\"",
                        "1e999",
                        "True",
                        "CUSTOMER_ACTION",
                        "CREATED",
                        "UPDATED",
                        "SIGN_UP",
                        "1.0",
                        "asc",
                        "Male",
                        "2024-01-01T00:00:00Z",
                        "2023-01-01T00:00:00"};

std::string any_cell(std::mt19937& random) {
  std::string cell;
  tabular::append_cell(cell, kCells[random() % kCells.size()], {});
  return cell;
}

/// Rows that differ from `good` in a few cells.
record::Batch mutated(const Strings& good, std::size_t rows, std::mt19937& random) {
  std::vector<Strings> made(rows, good);
  for (Strings& row : made) {
    for (std::size_t count = random() % 4; count > 0; --count)
      row[random() % row.size()] = any_cell(random);
  }
  return tests::csv_batch(made);
}

struct Counts {
  std::size_t clean = 0, good = 0;
};

/// Holds both ways of judging against each other.
void expect_twins(Table& table, const record::Batch& batch, Counts& counts) {
  table.begin(batch);
  for (std::uint32_t i = 0; i < batch.records.size(); ++i) {
    const bool is_clean = table.is_clean(i);
    const std::string told = table.told(i);
    counts.clean += is_clean ? 1U : 0U;
    counts.good += told.empty() ? 1U : 0U;
    if (!is_clean) continue;
    EXPECT_EQ(told, "") << table.text();
    const auto [by_cells, by_record] = table.keys(i);
    EXPECT_EQ(by_cells, by_record) << table.text();
  }
}

/// What is said of one row of trips: `clean`, or the rules told of it.
std::string verdict(const Strings& row, const Strings& names = kTripNames, bool nfc = false) {
  const tests::ShopFormat shop(kTrips, "trips");
  Table table(*shop.definition, *shop.program, shop.rules, names, nfc);
  const record::Batch batch = tests::csv_batch({row});
  table.begin(batch);
  if (table.is_clean(0)) return "clean";
  const std::string told = table.told(0);
  return told.empty() ? "doubtful" : told;
}

std::string with(const std::string& name, const std::string& cell) {
  Strings row = kGoodTrip;
  row[static_cast<std::size_t>(std::ranges::find(kTripNames, name) - kTripNames.begin())] = cell;
  return verdict(row);
}

TEST(RowTest, IsCleanWhereNothingIsFound) {
  EXPECT_EQ(verdict(kGoodTrip), "clean");
  EXPECT_EQ(with("paid", "free"), "clean");
  EXPECT_EQ(with("kind", "old"), "clean");
  EXPECT_EQ(with("kind", ""), "clean");
  EXPECT_EQ(with("leg.deep.y", "1"), "clean");
  EXPECT_EQ(with("tags", ""), "clean");
  EXPECT_EQ(with("tags", "a;b;c"), "clean");
  EXPECT_EQ(with("any.x", "-12"), "clean");
  EXPECT_EQ(with("id", "\"say \"\"hi\"\"\""), "clean");
  EXPECT_EQ(with("kind", "odd"), "clean");
}

TEST(RowTest, DoubtsWhereSomethingIsFound) {
  for (const auto& [name, cell] : {std::pair{"id", ""},
                                   {"id", "a@b"},
                                   {"id", " 7"},
                                   {"id", "4.86E+10"},
                                   {"kind", "x"},
                                   {"paid", "x"},
                                   {"leg.from", ""},
                                   {"leg.from", "2001-02-30"},
                                   {"leg.to", "2001-02-03"},
                                   {"leg.to", "2999-01-01"},
                                   {"leg.seats", "7"},
                                   {"leg.seats", "0"},
                                   {"leg.seats", ""},
                                   {"leg.deep.x", "a"},
                                   {"tags", "a;no"},
                                   {"tags", "abc;b"},
                                   {"tags", "a"},
                                   {"tags", "a;b;c;d"},
                                   {"marks.1", "maybe"},
                                   {"any.x", "13"},
                                   {"any.x", "=1"},
                                   {"n_a", "x"},
                                   {"any.x", "Pawe?czyk"}})
    EXPECT_NE(with(name, cell), "clean") << name << ' ' << cell;
}

TEST(RowTest, LeavesWhatHasToBeParsedToTheInterpreter) {
  EXPECT_EQ(with("any.x", "[1]"), "doubtful");
}

TEST(RowTest, DoubtsEveryRowUnderAnUnknownOrRefusedName) {
  EXPECT_NE(verdict({"1", "new", "2001-02-03", "1", "x"},
                    {"id", "kind", "leg.from", "leg.seats", "leg.hue"}),
            "clean");
  EXPECT_EQ(verdict({"1", "new", "2001-02-03", "1", ""},
                    {"id", "kind", "leg.from", "leg.seats", "leg.hue"}),
            "clean");
  EXPECT_NE(verdict({"1", "new", "2001-02-03", "1", "yes"},
                    {"id", "kind", "leg.from", "leg.seats", "marks.x"}),
            "clean");
  EXPECT_NE(verdict({"1", "new", "2001-02-03", "1", "yes"},
                    {"id", "kind", "leg.from", "leg.seats", "much_too_long"}),
            "clean");
}

TEST(RowTest, IsNotLaidOutWhereEveryRowLacksAMember) {
  const tests::ShopFormat shop(kTrips, "trips");
  EXPECT_FALSE(Table(*shop.definition, *shop.program, shop.rules, {"id", "kind"}).has_test());
}

TEST(RowTest, AsksForNfcUnlessTextsAreMadeSo) {
  Strings row = kGoodTrip;
  row[0] = "e\xCC\x81";
  EXPECT_EQ(verdict(row), "text.not-nfc ");
  EXPECT_EQ(verdict(row, kTripNames, true), "clean");
}

TEST(RowTest, TellsBatchesWithLostCharactersApart) {
  const tests::ShopFormat shop(kTrips, "trips");
  Table table(*shop.definition, *shop.program, shop.rules, kTripNames);
  Strings damaged = kGoodTrip;
  damaged[11] = "Pawe?czyk";
  const record::Batch bad = tests::csv_batch({damaged}), good = tests::csv_batch({kGoodTrip});
  for (int round = 0; round < 2; ++round) {
    table.begin(bad);
    EXPECT_FALSE(table.is_clean(0));
    table.begin(good);
    EXPECT_TRUE(table.is_clean(0));
  }
}

TEST(RowTestTwins, AgreeOnGeneratedTrips) {
  const tests::ShopFormat shop(kTrips, "trips");
  std::mt19937 random(41);
  Counts counts;
  for (int round = 0; round < 300; ++round) {
    Strings names, good;
    for (std::size_t i = 0; i < kTripNames.size(); ++i) {
      const bool is_left_out = random() % 8 == 0 && kTripNames[i] != "id";
      if (is_left_out) continue;
      names.push_back(kTripNames[i]);
      good.push_back(kGoodTrip[i]);
    }
    Table table(*shop.definition, *shop.program, shop.rules, names, round % 5 == 0);
    expect_twins(table, mutated(good, 30, random), counts);
  }
  EXPECT_GT(counts.good, 2000U);
  EXPECT_GT(counts.clean * 100, counts.good * 80);
}

TEST(RowTestTwins, AgreeOnGeneratedOrders) {
  const tests::ShopFormat shop(tests::kShopOrders, "orders");
  const Strings names = {"id",       "kind",  "body.count", "body.gift",
                         "body.day", "mails", "marks.3",    "extra.x"};
  std::mt19937 random(42);
  Counts counts;
  Table table(*shop.definition, *shop.program, shop.rules, names);
  ASSERT_TRUE(table.has_test());
  expect_twins(table, mutated({"1", "a", "2", "", "31.12.1990", "a@b", "yes", ""}, 3000, random),
               counts);
  EXPECT_GT(counts.clean, 500U);
  EXPECT_GT(counts.clean * 100, counts.good * 80);
}

/// What a record of made-up schemas is asked, each by itself.
constexpr const char* kAsked[] = {
    R"({"required": ["a"], "properties": {"a": {}}})",
    R"({"required": ["leg"], "properties": {"leg": {}}})",
    R"({"properties": {"a": {"const": "new"}}})",
    R"({"properties": {"a": {"maxLength": 2}}})",
    R"({"properties": {"a": {"$ref": "#/definitions/short"}}})",
    R"({"properties": {"a": {"type": "object"}}})",
    R"({"properties": {"a": false}})",
    R"({"properties": {"n": {"minimum": 2}}})",
    R"({"properties": {"n": {"type": "integer", "multipleOf": 7}}})",
    R"({"properties": {"leg": {"required": ["from"], "properties": {"from": {}}}}})",
    R"({"properties": {"leg": {"type": "object"}}})",
    R"({"properties": {"leg": {"type": ["string", "array"]}}})",
    R"({"properties": {"leg": {"maxProperties": 1}}})",
    R"({"properties": {"leg": {"properties": {"from": {"format": "date"}}}}})",
    R"({"properties": {"leg": {"$ref": "#/definitions/leg"}}})",
    R"({"properties": {"leg": {"propertyNames": {"maxLength": 3}}}})",
    R"({"properties": {"leg": {"dependencies": {"to": ["from"]}, "properties": {"from": {}, "to": {}}}}})",
    R"({"properties": {"tags": {"minItems": 2}}})",
    R"({"properties": {"tags": {"contains": {"const": "no"}}}})",
    R"({"properties": {"tags": {"uniqueItems": true}}})",
    R"({"properties": {"tags": {"items": {"maxLength": 1}}}})",
    R"({"properties": {"marks": {"contains": {"type": "object", "required": ["id"],
        "properties": {"id": {"minimum": 2}}}}}})",
    R"({"properties": {"marks": {"contains": {"allOf": [{"$ref": "#/definitions/mark"},
        {"properties": {"value": {"const": "no"}}}]}}}})",
    R"({"properties": {"marks": {"items": {"required": ["id", "value"]}}}})",
    R"({"properties": {"marks": {"items": {"maxProperties": 1}}}})",
    R"({"properties": {"marks": {"maxItems": 1}}})",
    R"({"properties": {"marks": {"items": {"minLength": 1, "not": {"type": "string"}}}}})",
    R"({"properties": {"marks": {"items": {"additionalProperties": false, "properties": {"id": {}, "value": {}}}}}})",
    R"({"properties": {"marks": {"items": {"additionalProperties": false, "properties": {"id": {}}}}}})",
    R"({"properties": {"marks": {"items": {"required": ["x"], "properties": {"x": {}}}}}})",
    R"({"properties": {"marks": {"items": {"properties": {"id": {"not": {"enum": [1, 2]}}}}}}})",
    R"({"properties": {"marks": {"items": {"properties": {"value": {"anyOf": [{"const": "no"}, {"maxLength": 1}]}}}}}})",
    R"({"properties": {"marks": {"contains": {"type": "object", "required": ["x"], "properties": {"x": {}}}}}})",
    R"({"properties": {"marks": {"x-crosswalk": {"checks": [
        {"unique": ["/value"], "rest": "different", "rule": "shop.d"}]}}}})",
    R"({"properties": {"tags": {"$ref": "#/definitions/list"}}})",
    R"({"properties": {"leg": {"properties": {"to": {"x-crosswalk": {"as": "date", "checks": [
        {"within": {"from": "1900-01-01", "ahead_days": 0}, "rule": "shop.a"}]}}}}}})",
    R"({"additionalProperties": false, "properties": {"a": {}, "n": {}, "leg": {}, "tags": {}, "marks": {}}})",
    R"({"minProperties": 3})",
    R"({"maxProperties": 3})",
    R"({"propertyNames": {"minLength": 1}})",
    R"({"dependencies": {"a": ["n"]}, "properties": {"a": {}, "n": {}}})",
    R"({"dependencies": {"a": {"minProperties": 2}}, "properties": {"a": {}}})",
    R"({"patternProperties": {"^n": {"minimum": 1}}})",
    R"({"$ref": "#/definitions/whole"})",
    R"({"x-crosswalk": {"checks": [{"order": ["/leg/from", "/leg/to"], "rule": "shop.b"}]}})",
    R"({"x-crosswalk": {"checks": [{"order": ["/leg", "/tags"], "rule": "shop.b"}]}})",
    R"({"x-crosswalk": {"checks": [{"unique": ["/a"], "rule": "shop.e"}]}})",
    R"({"x-crosswalk": {"checks": [{"unique": ["/tags"], "rule": "shop.e"}]}})",
    R"({"x-crosswalk": {"checks": [{"unique": ["/leg"], "rule": "shop.e"}]}})",
    R"({"x-crosswalk": {"checks": [{"unique": ["/leg/from", "/n"], "rule": "shop.e"}]}})",
    "true",
    "false"};

/// One of `kAsked`, or several of them put together, up to `depth` times.
std::string any_schema(std::mt19937& random, int depth) {
  return tests::any_schema(random, depth, kAsked, R"("rule": "shop.c", "severity": "warning")");
}

/// A format whose records are asked any two of such schemas.
std::string any_format(std::mt19937& random) {
  return R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "Trips", "type": "object",
    "properties": {
      "a": {"x-crosswalk": {"as": "text"}}, "n": {"type": "number"}, "x_b": {"type": "string"},
      "leg": {"type": "object", "properties": {"from": {"type": "string"}, "to": {"type": "string"}}},
      "tags": {"type": "array", "items": {"type": "string"}},
      "marks": {"type": "array", "items": {"$ref": "#/definitions/mark"},
                "x-crosswalk": {"pairs": ["id", "value"]}}},
    "allOf": [)" +
         any_schema(random, 2) + ", " + any_schema(random, 2) + R"(],
    "definitions": {
      "short": {"maxLength": 3}, "list": {"minItems": 1, "items": {"$ref": "#/definitions/short"}},
      "leg": {"minProperties": 1, "properties": {"to": {"minLength": 3}}},
      "whole": {"properties": {"n": {"maximum": 7}, "tags": {"maxItems": 2}}},
      "mark": {"type": "object", "properties": {"id": {"type": "integer"}, "value": {"type": "string"}}}},
    "x-crosswalk": {"records": "", "layouts": {"csv": {"quote": "\"", "list_separator": ";", "checks": [
      {"on": "row-width", "rule": "csv.row-width"},
      {"on": "column-duplicate", "rule": "shop.g"}]}}}})";
}

TEST(RowTestTwins, AgreeOnGeneratedSchemas) {
  const Strings names = {"a", "n", "x_b", "leg.from", "leg.to", "tags", "marks.1", "marks.3"};
  const Strings good = {"new", "7", "", "2001-02-03", "2001-02-04", "a;b", "yes", "no"};
  std::mt19937 random(44);
  std::size_t tables = 0;
  Counts counts;
  for (int round = 0; round < 3000; ++round) {
    diagnostics::RuleCatalog rules;
    const std::string text = any_format(random);
    const auto definition = format::load_definition(text, "shop/trips", "f.json", rules);
    ASSERT_TRUE(definition) << text;
    const auto program = Program::compile(definition.value().schema, rules);
    ASSERT_TRUE(program) << text;
    Table table(definition.value(), *program.value(), rules, names);
    tables += table.has_test() ? 1U : 0U;
    expect_twins(table, mutated(good, 8, random), counts);
    ASSERT_FALSE(HasFailure()) << text;
  }
  EXPECT_GT(tables, 1000U);
  EXPECT_GT(counts.clean, 2000U);
}

/// A name that a table may give `field`; members of families have one of two.
std::string column_of(const format::Field& field, std::mt19937& random) {
  return format::column_of(field, random() % 2 == 0 ? "3" : "vip");
}

TEST(RowTestTwins, AgreeOnGeneratedRowsOfAllFormats) {
  const format::Library library = format::Library::embedded().value();
  std::mt19937 random(43);
  std::size_t tables = 0;
  for (const auto& format : library.formats()) {
    const format::Definition& definition = *format;
    const std::vector<format::Field> fields = format::fields_of(definition);
    if (!format::FieldTable(fields).is_nested()) continue;
    const auto program = Program::compile(definition.schema, library.rules()).value();
    Counts counts;
    for (int round = 0; round < 60; ++round) {
      Strings names;
      for (const format::Field& field : fields)
        if (random() % 3 != 0) names.push_back(column_of(field, random));
      if (names.empty()) continue;
      Table table(definition, *program, library.rules(), names);
      tables += table.has_test() ? 1U : 0U;
      expect_twins(table, mutated(Strings(names.size()), 30, random), counts);
    }
  }
  EXPECT_GT(tables, 100U);
}

}  // namespace
}  // namespace crosswalk::check
