// Whole documents through the same merge, by both engines.
#include "pipeline/document.h"

#include <gtest/gtest.h>

#include "support/shop_run.h"

namespace crosswalk::pipeline {
namespace {

using Lines = std::vector<std::string>;

class DocumentTest : public ::testing::Test {
 protected:
  DocumentTest() : shop_(tests::kShopAnswer, "answer") { run_.layout = "json"; }

  Lines read(const std::string& text) {
    run_.kept.all.clear();
    run_.run(shop_, {text});
    return run_.kept.lines();
  }

  tests::ShopFormat shop_;
  tests::ShopRun run_;
};

TEST_F(DocumentTest, IsOneRecord) {
  EXPECT_EQ(read("{\"status\":\"ok\"}\n"), Lines{});
  EXPECT_EQ(run_.summary().records, 1U);
  EXPECT_EQ(run_.summary().valid, 1U);
  EXPECT_EQ(run_.summary().bytes, 16U);
}

TEST_F(DocumentTest, TellsWhatBreaksTheSchemaWithPointers) {
  EXPECT_EQ(read("{\"status\":\"no\",\n \"items\":[1,\"x\"]}"),
            (Lines{"shop.failed 1:11 @10 #1 status", "schema.type 2:13 @28 #1 items"}));
  EXPECT_EQ(run_.kept.all[1].pointer, "/items/1");
  EXPECT_EQ(run_.summary().invalid, 1U);
}

TEST_F(DocumentTest, ThatCannotBeParsedIsUnreadable) {
  EXPECT_EQ(read("{\"status\" \"ok\"}"), Lines{"json.syntax 1:11 @10 #1"});
  EXPECT_EQ(run_.summary().unreadable, 1U);
}

TEST_F(DocumentTest, WithARepeatedMemberIsStillJudged) {
  EXPECT_EQ(read("{\"status\":\"ok\",\"status\":\"no\"}"),
            (Lines{"json.duplicate-key 1:16 @15 #1", "shop.failed 1:25 @24 #1 status"}));
}

TEST_F(DocumentTest, IsReadTolerantlyWhenAsked) {
  run_.options.tolerant = true;
  EXPECT_EQ(read("{\"status\":\"ok\",}"), Lines{"json.trailing-comma 1:16 @15 #1"});
  EXPECT_EQ(run_.summary().valid, 1U);
  EXPECT_EQ(run_.summary().repairs, 1U);
}

TEST_F(DocumentTest, HasNoColumnForAByteOrderMark) {
  EXPECT_EQ(read("\xEF\xBB\xBF{\"status\":1}"), Lines{"shop.failed 1:11 @13 #1 status"});
  EXPECT_EQ(run_.summary().bytes, 15U);
}

TEST_F(DocumentTest, IsTheSameAtEveryBlockSize) {
  const std::string text = "{\"status\":\"no\",\"items\":[1,2.5]}";
  const Lines whole = read(text);
  for (const std::size_t block_bytes : {1U, 3U, 16U}) {
    run_.options.block_bytes = block_bytes;
    EXPECT_EQ(read(text), whole);
  }
}

TEST_F(DocumentTest, IsJudgedByTheReferenceEngineToo) {
  run_.options.engine = Engine::kReference;
  EXPECT_EQ(read("{\"status\":\"ok\"}"), Lines{});
  EXPECT_EQ(read("{\"status\":\"no\"}").at(0), "schema.enum 1:11 @10 #1");
  EXPECT_EQ(run_.summary().invalid, 1U);
}

TEST_F(DocumentTest, CannotBeConverted) {
  run_.target = "json";
  read("{\"status\":\"ok\"}");
  EXPECT_NE(run_.error.find("not made of rows"), std::string::npos);
}

}  // namespace
}  // namespace crosswalk::pipeline
