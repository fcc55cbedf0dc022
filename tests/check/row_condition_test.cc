// Conditions made shorter hold for the same rows.
#include "check/row_condition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

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

}  // namespace
}  // namespace crosswalk::check
