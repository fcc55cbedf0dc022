// The head of an input, mended.
#include "pipeline/repair_head.h"

#include <gtest/gtest.h>

#include "layout/reporter.h"
#include "support/shop_format.h"

namespace crosswalk::pipeline {
namespace {

class RepairHead : public ::testing::Test {
 protected:
  RepairHead() : shop_(tests::kShopCustomers) {
    setup_.rules = &shop_.rules;
    setup_.policy = &shop_.policy;
  }
  std::string repaired(const std::string& bytes) {
    record::Head head;
    head.bytes = bytes;
    return repair_head(setup_, head, {}, findings_);
  }

  tests::ShopFormat shop_;
  RunSetup setup_;
  std::vector<diagnostics::RawFinding> findings_;
};

TEST_F(RepairHead, LosesItsByteOrderMarkAndBlanks) {
  findings_ = {layout::finding_at(diagnostics::kCsvBom, 0),
               layout::finding_at(diagnostics::kCsvHeaderSpace, 3)};
  findings_[1].length = 4;
  EXPECT_EQ(repaired("\xEF\xBB\xBF id ,a\n"), "id,a\n");
  EXPECT_TRUE(findings_[0].repair && findings_[1].repair);
  EXPECT_EQ(findings_[1].severity, Severity::kWarning);
}

TEST_F(RepairHead, KeepsWhatIsNoRepair) {
  findings_ = {layout::finding_at(diagnostics::kCsvColumnUnknown, 0)};
  EXPECT_EQ(repaired("id\n"), "id\n");
  EXPECT_FALSE(findings_[0].repair);
}

TEST_F(RepairHead, IsAnErrorWhereItCannotBeMended) {
  findings_ = {layout::finding_at(diagnostics::kJsonTrailingComma, 0)};
  findings_[0].repair = true;
  EXPECT_EQ(repaired("{\"a\":[\"x\"]"), "{\"a\":[\"x\"]");
  EXPECT_FALSE(findings_[0].repair);
  EXPECT_EQ(findings_[0].severity, Severity::kError);
}

}  // namespace
}  // namespace crosswalk::pipeline
