// Whole runs over made-up tables: what is read, told, counted and written.
#include "pipeline/run.h"

#include <gtest/gtest.h>

#include <atomic>

#include "support/shop_run.h"

namespace crosswalk::pipeline {
namespace {

using tests::ShopRun;
using Lines = std::vector<std::string>;

class RunTest : public ::testing::Test {
 protected:
  RunTest() : shop_(tests::kShopCustomers) {}

  void read(const std::vector<std::string>& texts) { run_.run(shop_, texts); }
  Lines lines() const { return run_.kept.lines(); }

  tests::ShopFormat shop_;
  ShopRun run_;
};

TEST_F(RunTest, ValidatesATable) {
  read({"id,num_a\na,1\nb,x\n"});
  EXPECT_EQ(lines(), Lines{"schema.pattern 3:3 @15 #2 num_a"});
  EXPECT_EQ(run_.summary().files, 1U);
  EXPECT_EQ(run_.summary().records, 2U);
  EXPECT_EQ(run_.summary().valid, 1U);
  EXPECT_EQ(run_.summary().bytes, 17U);
  EXPECT_EQ(run_.result->columns, (Lines{"id", "num_a"}));
}

TEST_F(RunTest, GoesOnBehindHeaderErrors) {
  read({"id,what\n,1\n"});
  EXPECT_EQ(lines(), (Lines{"csv.column-unknown 1:4 @3 what", "schema.min-length 2:1 @8 #1 id"}));
}

TEST_F(RunTest, TellsThatThereIsNothingToReadOnce) {
  read({""});
  EXPECT_EQ(lines(), Lines{"csv.empty 1:1 @0"});
  EXPECT_EQ(run_.summary().records, 0U);
}

TEST_F(RunTest, WarnsOfATableWithoutRecords) {
  read({"id\n"});
  EXPECT_EQ(lines(), Lines{"input.empty 1:1 @0"});
}

TEST_F(RunTest, DoesNotTakeSkippedRecordsForAnEmptyInput) {
  run_.options.skip = 5;
  read({"id\na\n"});
  EXPECT_EQ(lines(), Lines{});
  EXPECT_EQ(run_.summary().records, 0U);
}

TEST_F(RunTest, TakesRecordsOverAllInputs) {
  run_.target = "json";
  run_.options.skip = 1;
  run_.options.take = 2;
  read({"id\na\nb\n", "id\nc\nd\n"});
  EXPECT_EQ(run_.output.bodies, Lines{"{\"header\":[\"id\"],\"data\":[\n[\"b\"],\n[\"c\"]\n]}\n"});
  EXPECT_TRUE(run_.result->complete);
}

TEST_F(RunTest, HoldsTheSizeOfABodyAgainstItsLimits) {
  run_.layout = "json";
  const auto body_of = [](std::size_t bytes) {
    const std::string frame = "{\"header\":[\"id\"],\"data\":[[\"\"]]}";
    return "{\"header\":[\"id\"],\"data\":[[\"" + std::string(bytes - frame.size(), 'x') + "\"]]}";
  };
  read({body_of(100)});
  EXPECT_EQ(lines(), Lines{});
  read({body_of(101)});
  EXPECT_EQ(lines(), Lines{"limit.body-size 1:1 @0"});
  EXPECT_EQ(run_.summary().warnings, 1U);
  run_.kept.all.clear();
  read({body_of(201)});
  EXPECT_EQ(run_.summary().errors, 1U);
}

TEST_F(RunTest, DoesNotHoldASourceOfAConversionAgainstLimits) {
  run_.layout = "json";
  run_.target = "csv";
  read({"{\"header\":[\"id\"],\"data\":[[\"" + std::string(300, 'x') + "\"]]}"});
  EXPECT_EQ(lines(), Lines{});
  EXPECT_EQ(run_.output.bodies, Lines{"id\n" + std::string(300, 'x') + "\n"});
}

TEST_F(RunTest, GivesUpABodyOverItsLimitAndSaysWhatHelps) {
  run_.target = "json";
  run_.conversion.limits.max_body_bytes = 40;
  read({"id\naaaa\nbbbb\ncccc\n"});
  EXPECT_EQ(lines(), Lines{"limit.body-size 1:1 @0"});
  EXPECT_NE(run_.kept.all[0].hint.find("folder"), std::string::npos);
  EXPECT_FALSE(run_.result->complete);
  EXPECT_EQ(run_.summary().valid, 3U);
}

TEST_F(RunTest, KeepsABodyOfAnySizeIfTheRuleIsOff) {
  shop_.policy.set(shop_.rules, "limit.body-size", Severity::kOff);
  run_.target = "json";
  run_.conversion.limits.max_body_bytes = 40;
  read({"id\naaaa\nbbbb\ncccc\n"});
  EXPECT_TRUE(run_.result->complete);
}

TEST_F(RunTest, RejectsARecordThatFitsNoPart) {
  run_.target = "json";
  run_.conversion.limits.split_bytes = 36;
  run_.conversion.keep_going = true;
  read({"id\na\n0123456789\nb\n"});
  EXPECT_EQ(lines(), Lines{"limit.body-size 3:1 @5 #2"});
  EXPECT_EQ(run_.output.rejects.at(0).bytes, "0123456789");
  EXPECT_EQ(run_.result->records_out, 2U);
  for (const std::string& body : run_.output.bodies) EXPECT_LE(body.size(), 36U);
}

TEST_F(RunTest, NeverWritesANulIntoACsv) {
  run_.layout = "json";
  run_.target = "csv";
  run_.conversion.keep_going = true;
  read({R"({"header":["id","note"],"data":[["a","x"],["b","y\u0000z"]]})"});
  EXPECT_EQ(lines(), Lines{"csv.nul 1:48 @47 #2 note"});
  EXPECT_EQ(run_.output.bodies, Lines{"id,note\na,x\n"});
  run_ = {};
  run_.layout = "json";
  run_.target = "json";
  read({R"({"header":["id"],"data":[["a\u0000"]]})"});
  EXPECT_EQ(run_.output.bodies, Lines{"{\"header\":[\"id\"],\"data\":[\n[\"a\\u0000\"]\n]}\n"});
}

TEST_F(RunTest, NeverWritesANulIntoTheHeaderOfACsv) {
  run_.layout = "json";
  run_.target = "csv";
  read({R"({"header":["id","num_\u0000"],"data":[["a",1]]})"});
  EXPECT_EQ(lines(), Lines{"csv.nul 1:17 @16 name, 5 characters"});
  EXPECT_TRUE(run_.output.bodies.empty());
}

TEST_F(RunTest, ReadsSeveralFilesAsOneInput) {
  run_.target = "csv";
  run_.conversion.keep_going = true;
  read({"id\na\nb\n", "id\nb\nc\n"});
  EXPECT_EQ(run_.output.bodies, Lines{"id\na\nb\nc\n"});
  EXPECT_EQ(lines(), Lines{"shop.id-repeated 2:1 @3 #1 id"});
  EXPECT_EQ(run_.kept.all[0].file, "b");
  EXPECT_EQ(run_.kept.all[0].related, (std::vector<Related>{{"a", 3, 2}}));
  EXPECT_EQ(run_.output.parts[0].last_record, 4U);
  EXPECT_EQ(run_.summary().files, 2U);
}

TEST_F(RunTest, RefusesFilesWhoseColumnsDiffer) {
  run_.target = "csv";
  read({"id\na\n", "id,num_a\nb,x\n"});
  EXPECT_EQ(lines(), (Lines{"input.columns-differ 1:1 @0", "schema.pattern 2:3 @11 #1 num_a"}));
  EXPECT_FALSE(run_.result->complete);
}

TEST_F(RunTest, RefusesTheOutputIfTheFirstInputIsNoTable) {
  run_.target = "csv";
  run_.conversion.keep_going = true;
  read({"", "id\na\n"});
  EXPECT_EQ(lines(), Lines{"csv.empty 1:1 @0"});
  EXPECT_TRUE(run_.output.bodies.empty());
  EXPECT_FALSE(run_.result->complete);
  EXPECT_EQ(run_.summary().valid, 1U);
}

TEST_F(RunTest, EndsTheOutputAtTheFirstErrorOfAFileLevelRule) {
  shop_.policy.set(shop_.rules, "shop.note-empty", Severity::kError);
  run_.target = "csv";
  read({"id,note\na,\n"});
  EXPECT_FALSE(run_.result->complete);
  EXPECT_TRUE(run_.output.parts.empty());
}

TEST_F(RunTest, WritesAnEmptyTable) {
  run_.target = "json";
  read({"id\n"});
  EXPECT_EQ(run_.output.bodies, Lines{"{\"header\":[\"id\"],\"data\":[\n]}\n"});
  EXPECT_TRUE(run_.result->complete);
}

TEST_F(RunTest, WritesNothingForAnInputThatIsNoTable) {
  run_.target = "json";
  read({""});
  EXPECT_TRUE(run_.output.bodies.empty());
  EXPECT_FALSE(run_.result->complete);
}

TEST_F(RunTest, AsksForTheSettingsOfTheOperation) {
  run_.operation = "send";
  read({"id\na\n"});
  EXPECT_EQ(lines(), Lines{"shop.title-missing 1:1 @0"});
  run_.kept.all.clear();
  run_.options.settings = {{"title", "customers"}};
  read({"id\na\n"});
  EXPECT_EQ(lines(), Lines{});
}

TEST_F(RunTest, EndsWhenCancelled) {
  const std::atomic<bool> cancel = true;
  run_.options.cancel = &cancel;
  read({"id\na\n"});
  EXPECT_EQ(run_.error, "cancelled");
}

TEST_F(RunTest, SaysThatItWasCancelledHoweverLate) {
  std::atomic<bool> cancel = false;
  run_.options.cancel = &cancel;
  const std::string text = "id\na\n";
  run_.options.on_progress = [&](const Progress& progress) {
    cancel = progress.bytes == text.size();
  };
  read({text});
  EXPECT_EQ(run_.error, "cancelled");
}

TEST_F(RunTest, PassesOnTheErrorsOfTheOutput) {
  run_.target = "csv";
  run_.output.fails_to_write = true;
  read({"id\na\n"});
  EXPECT_EQ(run_.error, "no space left");
}

TEST_F(RunTest, GivesTheSameVerdictsByTheReferenceEngine) {
  const std::string text = "id,num_a,flag\na,1,1\nb,x,0\n,2,\nd,3,2\ne,,\n";
  read({text});
  const Summary compiled = run_.summary();
  run_.kept.all.clear();
  run_.options.engine = Engine::kReference;
  read({text});
  EXPECT_EQ(run_.summary().valid, compiled.valid);
  EXPECT_EQ(run_.summary().invalid, compiled.invalid);
  EXPECT_EQ(lines().at(0), "schema.pattern 3:3 @22 #2 num_a");
}

TEST_F(RunTest, WarnsOfKeysThatAreNotInNfc) {
  tests::ShopRun run;
  run.run(shop_, {"id,note\nre\u0301ne,e\u0301\nréne,x\n"});
  EXPECT_EQ(run.kept.lines(), std::vector<std::string>{"text.not-nfc 2:1 @8 #1 id"});
  EXPECT_EQ(run.summary().valid, 2U);
}

TEST_F(RunTest, TakesKeysAndWritesTextsInNfcIfAsked) {
  for (const std::size_t block_bytes : {1U, 4096U}) {
    tests::ShopRun run;
    run.options.nfc = true;
    run.options.block_bytes = block_bytes;
    run.target = "json";
    run.conversion.keep_going = true;
    run.run(shop_, {"id,note\nre\u0301ne,e\u0301\nréne,x\n"});
    EXPECT_EQ(run.kept.lines(), std::vector<std::string>{"shop.id-repeated 3:1 @19 #2 id"});
    EXPECT_EQ(run.output.bodies.at(0),
              "{\"header\":[\"id\",\"note\"],\"data\":[\n[\"réne\",\"é\"]\n]}\n");
    EXPECT_EQ(run.output.reject_file(), "id,note\nréne,x\n");
  }
}

}  // namespace
}  // namespace crosswalk::pipeline
