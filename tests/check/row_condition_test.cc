// Conditions made shorter hold for the same rows.
#include "check/row_condition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "check_support.h"

namespace crosswalk::check {
namespace {

constexpr std::uint32_t kParts = 4;

/// A condition, and the same said in C++.
struct Both {
  RowCondition condition;
  std::function<bool(const RowValues&)> plain;
};

Both random_condition(std::mt19937& random, int depth) {
  const std::uint32_t part = static_cast<std::uint32_t>(random() % kParts);
  if (depth == 0)
    return {is_there(part), [part](const RowValues& row) { return row.is_there[part] != 0; }};
  std::vector<RowCondition> conditions;
  std::vector<std::function<bool(const RowValues&)>> plain;
  for (std::size_t count = random() % 4; count > 0; --count) {
    Both inner = random_condition(random, depth - 1);
    conditions.push_back(std::move(inner.condition));
    plain.push_back(std::move(inner.plain));
  }
  switch (random() % 4) {
    case 0:
      return {all_of(std::move(conditions)), [plain](const RowValues& row) {
                return std::ranges::all_of(plain, [&](const auto& each) { return each(row); });
              }};
    case 1:
      return {any_of(std::move(conditions)), [plain](const RowValues& row) {
                return std::ranges::any_of(plain, [&](const auto& each) { return each(row); });
              }};
    case 2: {
      Both inner = random_condition(random, depth - 1);
      return {none_of(std::move(inner.condition)),
              [inner = inner.plain](const RowValues& row) { return !inner(row); }};
    }
    default: {
      Both inner = random_condition(random, depth - 1);
      return {where_there(part, std::move(inner.condition)),
              [part, inner = inner.plain](const RowValues& row) {
                return row.is_there[part] == 0 || inner(row);
              }};
    }
  }
}

const Program::Code& no_code() {
  static const Program::Code code;
  return code;
}

TEST(RowCondition, HoldsAsItIsSaid) {
  std::mt19937 random(51);
  std::size_t held = 0;
  for (int round = 0; round < 3000; ++round) {
    const Both both = random_condition(random, static_cast<int>(random() % 5));
    for (unsigned there = 0; there < 1U << kParts; ++there) {
      RowValues row;
      for (std::uint32_t part = 0; part < kParts; ++part)
        row.is_there.push_back(static_cast<std::uint8_t>(there >> part & 1U));
      const bool holds_here = holds(both.condition, row, no_code(), 0);
      ASSERT_EQ(holds_here, both.plain(row));
      EXPECT_TRUE(holds_here || !always_holds(both.condition));
      held += holds_here ? 1U : 0U;
    }
  }
  EXPECT_GT(held, 10'000U);
  EXPECT_LT(held, 38'000U);
}

TEST(RowCondition, CountsBetweenLimits) {
  RowCondition one = any_of({is_there(0), is_there(1), is_there(2)});
  one.most = 1;
  const auto holds_for = [&](std::vector<std::uint8_t> there) {
    return holds(one, {{}, std::move(there)}, no_code(), 0);
  };
  EXPECT_FALSE(holds_for({0, 0, 0}));
  EXPECT_TRUE(holds_for({0, 1, 0}));
  EXPECT_TRUE(holds_for({0, 0, 1}));
  EXPECT_FALSE(holds_for({1, 0, 1}));
  EXPECT_FALSE(holds(nothing(), {{}, {}}, no_code(), 0));
}

TEST(RowCondition, OfNoConditionsAllHoldAndNoneOfThem) {
  const RowValues row{{}, {0, 0, 0, 0}};
  EXPECT_TRUE(holds(all_of({}), row, no_code(), 0));
  EXPECT_FALSE(holds(any_of({}), row, no_code(), 0));
  EXPECT_FALSE(holds(nothing(), row, no_code(), 0));
  EXPECT_TRUE(holds(none_of(nothing()), row, no_code(), 0));
  EXPECT_TRUE(always_holds(all_of({})));
  EXPECT_FALSE(always_holds(any_of({})));
  EXPECT_FALSE(always_holds(nothing()));
  EXPECT_FALSE(always_holds(is_there(0)));
  EXPECT_FALSE(always_holds(none_of(is_there(0))));
}

// Under an instruction of a program, by the kind of the cell.
TEST(RowCondition, OfACellIsItsTestWhereThatAsksItsKind) {
  const auto compiled = compile(R"({"minLength": 2})");
  RowCondition condition;
  condition.kind = RowCondition::Kind::kPasses;
  condition.test = compiled->program->code().plain(0).front();
  const auto passes = [&](Value value) {
    const RowValues row{{value}, {1}};
    return holds(condition, row, compiled->program->code(), 0);
  };
  EXPECT_TRUE(passes({json::Kind::kString, "ab"}));
  EXPECT_FALSE(passes({json::Kind::kString, "a"}));
  EXPECT_FALSE(passes({json::Kind::kString, "\u017c"})) << "one code point";
  EXPECT_TRUE(passes(scalar(json::Kind::kNumber, "1"))) << "a number has no length";
  EXPECT_TRUE(passes({json::Kind::kNull, "null"}));
}

TEST(RowCondition, OfTwoTimesIsTheirOrder) {
  Program::Code code;
  code.orders = {{{"a"}, {"b"}, false}, {{"a"}, {"b"}, true}};
  const auto are_in_order = [&](std::uint32_t number, Value first, Value second) {
    RowCondition condition;
    condition.kind = RowCondition::Kind::kInOrder;
    condition.first = 0;
    condition.second = 1;
    condition.test.operand = number;
    return holds(condition, {{first, second}, {1, 1}}, code, 0);
  };
  const Value day{json::Kind::kString, "2024-01-02"};
  const Value before{json::Kind::kString, "2024-01-01"};
  const Value other{json::Kind::kString, "soon"};
  const Value number = scalar(json::Kind::kNumber, "1");
  for (const std::uint32_t is_strict : {0U, 1U}) {
    EXPECT_TRUE(are_in_order(is_strict, before, day));
    EXPECT_FALSE(are_in_order(is_strict, day, before));
    EXPECT_EQ(are_in_order(is_strict, day, day), is_strict == 0);
    EXPECT_TRUE(are_in_order(is_strict, day, other));
    EXPECT_TRUE(are_in_order(is_strict, number, before));
    EXPECT_TRUE(are_in_order(is_strict, day, number));
  }
}

}  // namespace
}  // namespace crosswalk::check
