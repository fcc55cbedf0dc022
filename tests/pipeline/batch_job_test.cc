// What a job makes of one batch.
#include "pipeline/batch_job.h"

#include <gtest/gtest.h>

#include "pipeline/plan_writer.h"
#include "support/shop_table.h"

namespace crosswalk::pipeline {
namespace {

constexpr const char* kText = "id,num_a\na,1\nb,x\n\"c\nd\",3\n";

class BatchJobTest : public ::testing::Test {
 protected:
  BatchJobTest()
      : shop_(tests::kShopCustomers),
        table_(shop_, "csv", kText, 4096),
        plan_(table_.plan_to(*shop_.definition->layout("json"))) {}

  BatchResult work(bool write, std::uint64_t max_part_bytes = 0) {
    BatchJob job(std::make_unique<CompiledChecker>(table_.program),
                 {nullptr, nullptr, write ? std::make_unique<PlanWriter>(plan_) : nullptr},
                 {&plan_.frame(), &shop_.rules, &shop_.policy, max_part_bytes});
    BatchResult result;
    job.process(table_.batches.front(), result);
    return result;
  }

  tests::ShopFormat shop_;
  tests::ShopTable table_;
  conversion::TablePlan plan_;
};

TEST_F(BatchJobTest, WritesGoodRecordsAndLeavesBadOnesOut) {
  const BatchResult result = work(true);
  EXPECT_TRUE(result.is_written);
  EXPECT_EQ(result.output, ",\n[\"a\",1],\n[\"c\\nd\",3]");
  EXPECT_EQ(result.output_ends, (std::vector<std::size_t>{9, 9, result.output.size()}));
}

TEST_F(BatchJobTest, WritesNothingUnlessAsked) {
  EXPECT_FALSE(work(false).is_written);
  EXPECT_EQ(work(false).output, "");
}

TEST_F(BatchJobTest, MeasuresTheBatchAndTheLinesOfItsKeys) {
  const BatchResult result = work(false);
  EXPECT_EQ(result.extent, base::measure(table_.batches.front().bytes));
  EXPECT_EQ(result.key_lines, (std::vector<std::uint64_t>{0, 1, 2}));
}

TEST_F(BatchJobTest, RefusesARecordThatIsTooLargeForAPartByItself) {
  const std::uint64_t part_of_first = plan_.frame().body_bytes(7, 1);
  const BatchResult result = work(true, part_of_first);
  EXPECT_EQ(result.output, ",\n[\"a\",1]");
  ASSERT_EQ(result.checked.findings.size(), 2U);
  const diagnostics::RawFinding& finding = result.checked.findings[1];
  EXPECT_EQ(finding.rule, diagnostics::kLimitBodySize);
  EXPECT_EQ(finding.record, 2U);
  EXPECT_EQ(finding.offset, table_.batches.front().records[2].begin);
  EXPECT_EQ(finding.found, part_of_first + 3);
  EXPECT_EQ(finding.wanted, part_of_first);
  EXPECT_EQ(result.checked.has_error, (std::vector<std::uint8_t>{0, 1, 1}));
}

TEST_F(BatchJobTest, WritesARecordOfAnySizeIfTheRuleIsOff) {
  shop_.policy.set(shop_.rules, "limit.body-size", Severity::kOff);
  const BatchResult result = work(true, 1);
  EXPECT_EQ(result.checked.findings.size(), 1U);
  EXPECT_EQ(result.output, ",\n[\"a\",1],\n[\"c\\nd\",3]");
}

/// Says what it is told to say of every record, and wants every second batch.
class FussyWriter final : public BatchWriter {
 public:
  bool wants_any_of(const record::Batch& /*batch*/) override { return ++asked_ % 2 == 1; }
  RecordSink* begin(const record::Batch& /*batch*/) override { return nullptr; }
  void write(const record::Batch& /*batch*/, std::uint32_t index, std::string& out,
             std::vector<diagnostics::RawFinding>& findings,
             std::vector<check::RecordKey>& /*keys*/) override {
    if (index == 0) {
      out += "x";
      return;
    }
    for (const Severity severity : {Severity::kWarning, Severity::kError}) {
      diagnostics::RawFinding& finding = findings.emplace_back();
      finding.rule = diagnostics::kConvertNotACell;
      finding.severity = severity;
      finding.record = index;
    }
  }

 private:
  int asked_ = 0;
};

TEST_F(BatchJobTest, TellsWhatSpeaksAgainstARecordWithItsSeverities) {
  BatchJob job(std::make_unique<CompiledChecker>(table_.program),
               {nullptr, nullptr, std::make_unique<FussyWriter>()},
               {&plan_.frame(), &shop_.rules, &shop_.policy});
  BatchResult result;
  job.process(table_.batches.front(), result);
  std::vector<Severity> told;
  for (const diagnostics::RawFinding& finding : result.checked.findings) {
    if (finding.rule == diagnostics::kConvertNotACell) told.push_back(finding.severity);
  }
  EXPECT_EQ(told, (std::vector<Severity>{Severity::kWarning, Severity::kError}));
  EXPECT_EQ(result.checked.has_error, (std::vector<std::uint8_t>{0, 1, 1}));
}

TEST_F(BatchJobTest, PassesOverABatchThatItsWriterDoesNotWant) {
  BatchJob job(std::make_unique<CompiledChecker>(table_.program),
               {nullptr, nullptr, std::make_unique<FussyWriter>()},
               {&plan_.frame(), &shop_.rules, &shop_.policy});
  BatchResult result;
  job.process(table_.batches.front(), result);
  result.columns = {"of the batch before"};
  job.process(table_.batches.front(), result);
  EXPECT_EQ(result.output, "");
  EXPECT_EQ(result.output_ends, (std::vector<std::size_t>{0, 0, 0}));
  EXPECT_TRUE(result.checked.findings.empty());
  EXPECT_TRUE(result.checked.keys.empty());
  EXPECT_TRUE(result.columns.empty());
  EXPECT_EQ(result.extent, base::measure(table_.batches.front().bytes));
}

}  // namespace
}  // namespace crosswalk::pipeline
