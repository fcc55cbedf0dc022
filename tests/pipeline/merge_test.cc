// The merge over hand-made verdicts: order, verdicts, rejects and the end of the output.
#include "pipeline/merge.h"

#include <gtest/gtest.h>

#include "pipeline/plan_writer.h"
#include "support/memory_output.h"
#include "support/shop_table.h"

namespace crosswalk::pipeline {
namespace {

using Lines = std::vector<std::string>;

/// Merges a CSV of the shop, converted to JSON.
class MergeTest : public ::testing::Test {
 protected:
  MergeTest() : shop_(tests::kShopCustomers), state_(kept_.sink()) {}

  void merge(const std::string& text, std::size_t block_bytes = 4096) {
    const tests::ShopTable table(shop_, "csv", text, block_bytes);
    const conversion::TablePlan plan = table.plan_to(*shop_.definition->layout("json"));
    BodyWriter body(output_, plan.frame(), {});
    RejectWriter rejects(output_, reject_frame(table.layout, table.head));
    state_.body = &body;
    state_.rejects = keeps_going_ ? &rejects : nullptr;
    const InputContext context("shop", *shop_.definition, table.layout, shop_.rules, {},
                               table.head);
    Merge merge(state_, context, table.program->key_rules(), table.findings);
    BatchJob job(std::make_unique<CompiledChecker>(table.program),
                 {nullptr, nullptr, std::make_unique<PlanWriter>(plan)},
                 {&plan.frame(), &shop_.rules, &shop_.policy, 0});
    BatchResult result;
    for (const record::Batch& batch : table.batches) {
      if (state_.stopped) break;
      job.process(batch, result);
      ASSERT_TRUE(merge.add(batch, result).ok());
    }
    std::vector<diagnostics::RawFinding> late;
    table.program->finish(merge.facts(), late);
    EXPECT_TRUE(merge.finish(late).ok());
    is_lost_ = body.is_lost();
    ASSERT_TRUE(body.finish().ok());
  }

  std::string rows() const {
    const std::string& body = output_.bodies.at(0);
    return body.substr(body.find('\n') + 1);
  }

  tests::ShopFormat shop_;
  tests::KeptFindings kept_;
  tests::MemoryOutput output_;
  RunState state_;
  bool keeps_going_ = false;
  bool is_lost_ = false;
};

TEST_F(MergeTest, CountsEachRecordOnceWhateverIsWrongWithIt) {
  keeps_going_ = true;
  merge("id,num_a\na,x\na,1,2\n\"b,1\nc,1\n");
  EXPECT_EQ(state_.summary.records, 4U);
  EXPECT_EQ(state_.summary.valid, 1U);
  EXPECT_EQ(state_.summary.invalid, 2U);
  EXPECT_EQ(state_.summary.unreadable, 1U);
}

TEST_F(MergeTest, RejectsBadRecordsAsFoundAndWritesTheOthers) {
  keeps_going_ = true;
  merge("id,num_a\na,1\nb,x\nc,\"y\"\na,2\nd,3\n");
  EXPECT_EQ(rows(), "[\"a\",1],\n[\"d\",3]\n]}\n");
  EXPECT_EQ(output_.reject_file(), "id,num_a\nb,x\nc,\"y\"\na,2\n");
  EXPECT_EQ(output_.rejects[0].record, 2U);
  EXPECT_FALSE(is_lost_);
}

TEST_F(MergeTest, EndsTheOutputAfterAWholeRecordAndTellsTheRest) {
  for (const std::size_t block_bytes : {1U, 7U, 4096U}) {
    output_ = {};
    kept_.all.clear();
    state_ = RunState(kept_.sink());
    merge("id,num_a\na,1\nb,2\nc,x\nd,4\ne,y\n", block_bytes);
    EXPECT_TRUE(is_lost_);
    EXPECT_EQ(rows(), "[\"a\",1],\n[\"b\",2]");
    EXPECT_TRUE(output_.parts.empty());
    EXPECT_EQ(kept_.all.size(), 2U);
    EXPECT_EQ(state_.summary.valid, 3U);
  }
}

TEST_F(MergeTest, RefusesTheOutputForAnErrorInTheHead) {
  keeps_going_ = true;
  merge("id,unknown\na,1\nb,2\n");
  EXPECT_TRUE(is_lost_);
  EXPECT_TRUE(output_.bodies.empty());
  EXPECT_EQ(state_.summary.valid, 2U);
}

TEST_F(MergeTest, TellsFileLevelFindingsAfterTheRecords) {
  keeps_going_ = true;
  merge("id,note\na,x\na,\nb,y,\n");
  EXPECT_EQ(kept_.lines(), (Lines{"shop.row-width 4:1 @15 #3", "shop.note-empty 1:4 @3 note",
                                  "shop.id-repeated 3:1 @12 #2 id"}));
}

TEST_F(MergeTest, KeepsTheFirstOfARepeatedKeyAlsoAcrossBatches) {
  keeps_going_ = true;
  merge("id\na\nb\na\n", 1);
  EXPECT_EQ(rows(), "[\"a\"],\n[\"b\"]\n]}\n");
  EXPECT_EQ(output_.rejects[0].record, 3U);
  EXPECT_EQ(kept_.all[0].related, (std::vector<Related>{{"shop", 2, 1}}));
}

TEST_F(MergeTest, DropsRepeatsInsteadWhereOneOfEachKeyIsChosen) {
  for (const std::size_t block_bytes : {1U, 7U, 4096U}) {
    output_ = {};
    kept_.all.clear();
    state_ = RunState(kept_.sink());
    KeptKeys kept_keys;
    state_.key_choice = &kept_keys;
    merge("id\na\nb\na\nc\n", block_bytes);
    EXPECT_EQ(rows(), "[\"a\"],\n[\"b\"],\n[\"c\"]\n]}\n");
    EXPECT_TRUE(kept_.all.empty());
    EXPECT_EQ(state_.records_dropped, 1U);
    EXPECT_EQ(state_.summary.valid, 4U);
  }
}

TEST_F(MergeTest, TakesARepeatedKeyOfLesserSeverityForValid) {
  shop_.policy.set(shop_.rules, "shop.id-repeated", Severity::kWarning);
  merge("id\na\na\n");
  EXPECT_EQ(rows(), "[\"a\"],\n[\"a\"]\n]}\n");
  EXPECT_EQ(state_.summary.valid, 2U);
}

TEST_F(MergeTest, StopsAfterTheRecordOfTheLastErrorWanted) {
  for (const std::size_t block_bytes : {1U, 7U, 4096U}) {
    output_ = {};
    kept_.all.clear();
    state_ = RunState(kept_.sink());
    state_.stop_after = 2;
    merge("id,num_a\na,1\nb,x\na,2\nc,x\nd,x\n", block_bytes);
    EXPECT_TRUE(state_.stopped);
    EXPECT_EQ(kept_.lines(),
              (Lines{"schema.pattern 3:3 @15 #2 num_a", "shop.id-repeated 4:1 @17 #3 id"}))
        << block_bytes;
    EXPECT_EQ(state_.summary.records, 3U);
  }
}

}  // namespace
}  // namespace crosswalk::pipeline
