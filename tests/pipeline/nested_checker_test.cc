// Rows of nested records through a whole run, by both engines.
#include "pipeline/nested_checker.h"

#include <gtest/gtest.h>

#include "support/shop_orders.h"
#include "support/shop_run.h"

namespace crosswalk::pipeline {
namespace {

using Lines = std::vector<std::string>;

class NestedRun : public ::testing::Test {
 protected:
  Lines read(const std::string& text) {
    run_.kept.all.clear();
    run_.run(shop_, {text});
    EXPECT_EQ(run_.error, "");
    return run_.kept.lines();
  }

  /// `records valid invalid unreadable`
  std::string counts() const {
    const Summary& summary = run_.summary();
    return std::to_string(summary.records) + ' ' + std::to_string(summary.valid) + ' ' +
           std::to_string(summary.invalid) + ' ' + std::to_string(summary.unreadable);
  }

  tests::ShopFormat shop_{tests::kShopOrders, "orders"};
  tests::ShopRun run_;
};

TEST_F(NestedRun, TellsWhatIsWrongAtTheCell) {
  EXPECT_EQ(read("id,body.kind,body.count\n1,a,0\n2,c,x\n"),
            (Lines{"schema.range 2:5 @28 #1 body.count", "schema.enum 3:3 @32 #2 body.kind",
                   "schema.type 3:5 @34 #2 body.count"}));
  EXPECT_EQ(counts(), "2 0 2 0");
  for (const Finding& finding : run_.kept.all) EXPECT_FALSE(finding.pointer);
}

TEST_F(NestedRun, TellsAMissingMemberAtItsEmptyCell) {
  EXPECT_EQ(read("id,kind,body.count\n,a,\n1,,\n2,b,\n"),
            (Lines{"schema.required 2:1 @19 #1 id", "schema.required 3:3 @25 #2 kind",
                   "shop.no-count 4:5 @31 #3 body.count"}));
  EXPECT_EQ(run_.kept.all[1].expected, "kind");
  EXPECT_EQ(counts(), "3 0 3 0");
}

TEST_F(NestedRun, TellsAMissingColumnOnceAndTakesTheRows) {
  EXPECT_EQ(read("id,body.count\n1,2\n2,3\n"), Lines{"schema.required 1:1 @0 body.kind"});
  EXPECT_EQ(counts(), "2 2 0 0");
}

TEST_F(NestedRun, TellsWhatOnlySomeRowsNeedAtTheirFirstCell) {
  EXPECT_EQ(read("kind,id\na,1\nb,2\n"), Lines{"shop.no-count 3:1 @12 #2 kind"});
  EXPECT_EQ(counts(), "2 1 1 0");
}

TEST_F(NestedRun, NumbersThePartsOfAList) {
  EXPECT_EQ(read("id,kind,mails\n1,a,x@y;z\n"), Lines{"schema.pattern 2:5 @18 #1 mails"});
  EXPECT_NE(run_.kept.all[0].message.find("part 2"), std::string::npos) << run_.kept.all[0].message;
}

TEST_F(NestedRun, TellsTheNameInAColumnOnce) {
  EXPECT_EQ(read("id,kind,marks.x\n1,a,yes\n2,a,\n3,a,maybe\n"),
            (Lines{"schema.type 1:9 @8 marks.x", "schema.enum 4:5 @33 #3 marks.x"}));
  EXPECT_EQ(counts(), "3 2 1 0");
}

TEST_F(NestedRun, TellsRepeatedKeysWithTheFirst) {
  EXPECT_EQ(read("id,kind\n1,a\n2,a\n1,a\n"), Lines{"shop.id-repeated 4:1 @16 #3 id"});
  ASSERT_EQ(run_.kept.all[0].related.size(), 1U);
  EXPECT_EQ(run_.kept.all[0].related[0].record, 1U);
}

TEST_F(NestedRun, TellsWhatSeveralCellsBreakAtTheFirstOfThem) {
  EXPECT_EQ(read("id,body.day,body.gift,kind\n1,31.12.1990,true,a\n"),
            Lines{"shop.gift-day 2:3 @29 #1 body.day"});
}

TEST_F(NestedRun, TellsFormulasAndDamagedKeys) {
  EXPECT_EQ(read("id,kind,extra.note\n1.5E+10,a,=1+1\n"),
            (Lines{"text.spreadsheet-number 2:1 @19 #1 id", "csv.formula 2:11 @29 #1 extra.note"}));
}

TEST_F(NestedRun, TellsTheWidthOfARowAlone) {
  EXPECT_EQ(read("id,kind\n1,x,3\n"), Lines{"csv.row-width 2:1 @8 #1"});
  EXPECT_EQ(counts(), "1 0 1 0");
}

TEST_F(NestedRun, IsTheSameAtEveryBlockSize) {
  const std::string text =
      "id,kind,marks.3,extra.x\n1,a,yes,\"a\nb\"\n1,c,maybe,13\n\xFF,a,,\n4,b,no,=1\n";
  const Lines whole = read(text);
  EXPECT_EQ(whole.size(), 7U);
  for (const std::size_t block_bytes : {1U, 3U, 20U}) {
    run_.options.block_bytes = block_bytes;
    EXPECT_EQ(read(text), whole) << block_bytes;
  }
}

TEST_F(NestedRun, IsJudgedByTheReferenceEngineAsWell) {
  const std::string text = "id,kind,body.count,mails\n1,a,0,\n2,c,3,a@b;c\n3,b,,\n,a,1,\n4,a,,\n";
  read(text);
  EXPECT_EQ(counts(), "5 1 4 0");
  run_.options.engine = Engine::kReference;
  EXPECT_EQ(read(text), (Lines{"schema.range 2:5 @29 #1 body.count", "schema.enum 3:3 @34 #2 kind",
                               "schema.pattern 3:7 @38 #2 mails", "schema.required 4:3 @46 #3 kind",
                               "schema.required 5:1 @50 #4"}));
}

}  // namespace
}  // namespace crosswalk::pipeline
