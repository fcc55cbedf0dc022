// Which rules a format can mend, and under which wishes.
#include "mending/book.h"

#include <gtest/gtest.h>

#include "support/formats.h"

namespace crosswalk::mending {
namespace {

struct Shop {
  Shop() {
    auto loaded = format::load_definition(kText, "shop/x", "x.json", rules);
    EXPECT_TRUE(loaded.ok());
    if (loaded) definition = std::move(loaded).value();
  }
  Book book(Wishes wishes = {}) const {
    return {definition, definition.layouts.front(), rules, std::move(wishes)};
  }
  std::optional<MendContext> find(const char* rule, Wishes wishes = {}) const {
    return book(std::move(wishes)).find(rules.find(rule));
  }

  static constexpr const char* kText = R"({
    "$schema": "http://json-schema.org/draft-07/schema#", "title": "x", "type": "object",
    "properties": {
      "a": {"pattern": "a", "x-crosswalk": {"checks": [{"on": "pattern", "rule": "s.a", "repair": "lower"}]}},
      "b": {"maximum": 9, "x-crosswalk": {"checks": [{"on": "maximum", "rule": "s.b", "repair": "divide-1000"}]}},
      "c": {"format": "date", "x-crosswalk": {"checks": [{"on": "format", "rule": "s.c", "repair": "zone"}]}},
      "e": {"not": {"pattern": "e"}, "x-crosswalk": {"checks": [{"on": "not", "rule": "s.e", "repair": "colon-date"}]}},
      "d": {"x-crosswalk": {"parts": {"by": "|,|", "item": {"pattern": "d", "x-crosswalk": {"checks": [
             {"on": "pattern", "rule": "s.d", "repair": "rejoin"}]}}}}}
    },
    "x-crosswalk": {"layouts": {"json": {}}}})";
  diagnostics::RuleCatalog rules;
  format::Definition definition;
};

TEST(Book, FindsTheRepairOfARule) {
  const Shop shop;
  const Book book = shop.book();
  const auto found = book.find(shop.rules.find("s.a"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->repair->kind, format::RepairKind::kLower);
  EXPECT_FALSE(book.find(diagnostics::kSchemaType));
}

TEST(Book, KnowsWhatStandsBetweenParts) {
  const Shop shop;
  const Book book = shop.book();
  EXPECT_EQ(book.find(shop.rules.find("s.d"))->by, "|,|");
}

TEST(Book, GuessesOnlyIfThatIsWishedFor) {
  const Shop shop;
  EXPECT_FALSE(shop.find("s.b"));
  EXPECT_EQ(shop.book().missing_wish(shop.rules.find("s.b")), "--unsafe");
  EXPECT_TRUE(shop.find("s.b", {.unsafe = true}));
}

TEST(Book, TakesTheZoneOnlyFromTheUser) {
  const Shop shop;
  EXPECT_FALSE(shop.find("s.c", {.unsafe = true}));
  EXPECT_EQ(shop.book().missing_wish(shop.rules.find("s.c")), "--time-zone");
  EXPECT_TRUE(shop.find("s.c", {.zone = text::TimeZone::find("Z")}));
}

TEST(Book, MendsOnlyWhatIsAskedForWhereNothingIsWrittenBack) {
  const Shop shop;
  constexpr auto kAsked = Wishes::Scope::kAsked;
  const auto zone = text::TimeZone::find("Z");
  for (const char* rule : {"s.a", "s.b", "s.c", "s.e"}) {
    EXPECT_FALSE(shop.find(rule, {.scope = kAsked, .unsafe = true})) << rule;
    EXPECT_EQ(shop.book({.scope = kAsked}).missing_wish(shop.rules.find(rule)), "") << rule;
  }
  EXPECT_FALSE(shop.book({.scope = kAsked}).has_repairs());
  EXPECT_TRUE(shop.find("s.e", {.scope = kAsked, .reads_past = true}));
  EXPECT_FALSE(shop.find("s.c", {.scope = kAsked, .reads_past = true}));
  EXPECT_TRUE(shop.find("s.c", {.scope = kAsked, .zone = zone}));
  EXPECT_FALSE(shop.find("s.e", {.scope = kAsked, .zone = zone}));
}

}  // namespace
}  // namespace crosswalk::mending
