// Batches worked in any order, each by a job of its own, merge to the same bytes and report.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "pipeline/merge.h"
#include "pipeline/plan_writer.h"
#include "support/memory_output.h"
#include "support/shop_table.h"

namespace crosswalk::pipeline {
namespace {

/// What a merge came to.
struct Outcome {
  std::vector<std::string> bodies, findings, rejects;
  std::uint64_t valid = 0, records = 0;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// Works the batches in `order`, then merges them in input order.
Outcome work(const tests::ShopFormat& shop, const tests::ShopTable& table,
             const std::vector<std::size_t>& order) {
  const conversion::TablePlan plan = table.plan_to(*shop.definition->layout("json"));
  std::vector<BatchResult> results(table.batches.size());
  for (const std::size_t number : order) {
    BatchJob job(std::make_unique<CompiledChecker>(table.program),
                 {nullptr, nullptr, std::make_unique<PlanWriter>(plan)},
                 {&plan.frame(), &shop.rules, &shop.policy, 60});
    job.process(table.batches[number], results[number]);
  }
  tests::MemoryOutput output;
  tests::KeptFindings kept;
  RunState state(kept.sink());
  BodyWriter body(output, plan.frame(), {60, 0, 0, false});
  RejectWriter rejects(output, reject_frame(table.layout, table.head));
  state.body = &body;
  state.rejects = &rejects;
  const InputContext context("shop", *shop.definition, table.layout, shop.rules, {}, table.head);
  Merge merge(state, context, table.program->key_rules(), table.findings);
  for (std::size_t i = 0; i < results.size(); ++i)
    EXPECT_TRUE(merge.add(table.batches[i], results[i]).ok());
  std::vector<diagnostics::RawFinding> late;
  table.program->finish(merge.facts(), late);
  EXPECT_TRUE(merge.finish(late).ok());
  EXPECT_TRUE(body.finish().ok());
  Outcome outcome{output.bodies, kept.lines(), {}, state.summary.valid, state.summary.records};
  for (const auto& reject : output.rejects)
    outcome.rejects.push_back(std::to_string(reject.record) + ' ' + reject.bytes);
  return outcome;
}

std::string random_table(std::mt19937& random) {
  static const std::vector<std::string> kIds = {"a",   "b", "\"c\n,\"", "d", "ż",
                                                "e\"", "",  "f",        "g"};
  static const std::vector<std::string> kCells = {"", "1", "x", "2,3", "\"4\"", "-5e1"};
  std::string text = "id,num_a,note\n";
  for (int row = 0; row < 40; ++row)
    text += kIds[random() % kIds.size()] + (row % 3 == 0 ? "" : std::to_string(row)) + ',' +
            kCells[random() % kCells.size()] + ",n\n";
  return text;
}

TEST(BatchOrder, DoesNotMatter) {
  const tests::ShopFormat shop(tests::kShopCustomers);
  std::mt19937 random(9);
  for (int round = 0; round < 10; ++round) {
    const std::string text = random_table(random);
    const tests::ShopTable whole(shop, "csv", text, 1 << 20);
    const Outcome expected = work(shop, whole, std::vector<std::size_t>(1, 0));
    for (const std::size_t block_bytes : {16U, 100U}) {
      const tests::ShopTable table(shop, "csv", text, block_bytes);
      std::vector<std::size_t> order(table.batches.size());
      for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
      std::ranges::shuffle(order, random);
      ASSERT_GT(order.size(), 2U);
      EXPECT_EQ(work(shop, table, order), expected) << text;
      std::ranges::reverse(order);
      EXPECT_EQ(work(shop, table, order), expected) << text;
    }
  }
}

}  // namespace
}  // namespace crosswalk::pipeline
