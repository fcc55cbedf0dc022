// What a run tells while it runs, and how its caller ends it: findings, progress, outcomes, parts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/shop_formats.h"
#include "crosswalk/run.h"
#include "support/memory_output.h"

namespace crosswalk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RunCallbacks : public ::testing::Test {
 protected:
  RunCallbacks() : formats_(tests::shop_formats()) {
    validating_.read.from = "shop/customers:csv";
    converting_.read.from = "shop/customers:csv";
    converting_.to = "shop/customers:csv";
  }

  Result<RunResult> check(const std::string& text) {
    const auto source = memory_source(text, "input");
    return validate(formats_, *source, validating_, kept_.sink());
  }
  Result<RunResult> turn(const std::string& text) {
    const auto source = memory_source(text, "input");
    Source* const sources[] = {source.get()};
    output_ = {};
    return convert(formats_, sources, converting_, output_, kept_.sink());
  }
  /// A table of `good` rows, each tenth of which has `bad` in place of its number.
  static std::string table(int rows, const std::string& bad = "1") {
    std::string csv = "id,num_a\n";
    for (int i = 1; i <= rows; ++i)
      csv += "k" + std::to_string(i) + ',' + (i % 10 == 0 ? bad : "1") + '\n';
    return csv;
  }

  Formats formats_;
  ValidateOptions validating_;
  ConvertOptions converting_;
  tests::KeptFindings kept_;
  tests::MemoryOutput output_;
};

TEST_F(RunCallbacks, ASinkThatWantsNoMoreIsCalledNoMoreAndCountsGoOn) {
  for (const std::size_t wanted : {std::size_t{1}, std::size_t{3}}) {
    std::size_t told = 0;
    const auto text = table(100, "x");
    const auto source = memory_source(text, "input");
    const RunResult result = validate(formats_, *source, validating_, [&](const Finding&) {
                               return ++told < wanted;
                             }).value();
    EXPECT_EQ(told, wanted);
    EXPECT_EQ(result.summary.errors, 10U);
    EXPECT_EQ(result.summary.records, 100U);
    EXPECT_EQ(result.summary.valid, 90U);
  }
}

TEST_F(RunCallbacks, ARunNeedsNoSink) {
  const auto text = table(20, "x");
  const auto source = memory_source(text, "input");
  EXPECT_EQ(validate(formats_, *source, validating_, nullptr).value().summary.errors, 2U);
}

TEST_F(RunCallbacks, ARunEndsAfterSoManyErrors) {
  for (const std::size_t block : {std::size_t{16}, std::size_t{1} << 18U}) {
    validating_.read.block_bytes = block;
    validating_.read.stop_after = 2;
    kept_.all.clear();
    const RunResult result = check(table(100, "x")).value();
    EXPECT_EQ(result.summary.errors, 2U);
    EXPECT_EQ(kept_.all.size(), 2U);
    validating_.read.stop_after = 11;
    kept_.all.clear();
    EXPECT_EQ(check(table(100, "x")).value().summary.errors, 10U) << "there are no more";
  }
}

TEST_F(RunCallbacks, AFlagEndsARunBetweenBatches) {
  std::atomic<bool> cancel = true;
  validating_.read.cancel = &cancel;
  const auto cancelled = check(table(20));
  ASSERT_FALSE(cancelled.ok());
  EXPECT_EQ(cancelled.error().kind, ErrorKind::kIo);
  cancel = false;
  EXPECT_EQ(check(table(20)).value().summary.records, 20U);
  converting_.read.cancel = &cancel;
  converting_.read.block_bytes = 16;
  converting_.read.on_progress = [&](const Progress&) { cancel = true; };
  const auto ended = turn(table(200));
  ASSERT_FALSE(ended.ok());
  EXPECT_EQ(ended.error().kind, ErrorKind::kIo);
  EXPECT_THAT(output_.parts, IsEmpty()) << "no body is complete";
}

TEST_F(RunCallbacks, ProgressRisesToTheSizeOfAllSources) {
  const std::string one = table(30);
  const std::string two = table(3);
  const auto first = memory_source(one, "one");
  const auto second = memory_source(two, "two");
  Source* const sources[] = {first.get(), second.get()};
  std::vector<std::string> names;
  std::uint64_t last = 0;
  validating_.read.block_bytes = 32;
  validating_.read.on_progress = [&](const Progress& progress) {
    EXPECT_GE(progress.bytes, last);
    last = progress.bytes;
    if (names.empty() || names.back() != progress.source) names.emplace_back(progress.source);
  };
  ASSERT_TRUE(validate(formats_, sources, validating_, kept_.sink()).ok());
  EXPECT_EQ(last, one.size() + two.size());
  EXPECT_THAT(names, ElementsAre("one", "two"));
}

TEST_F(RunCallbacks, OutcomesOfAValidationAreOfEveryRecordInOrder) {
  std::string told;
  validating_.read.on_record = [&](const RecordOutcome& one) {
    told += std::to_string(one.number) + (one.fate == RecordFate::kValid ? '+' : '-');
    EXPECT_EQ(one.source, "input");
    EXPECT_EQ(one.written, "");
    EXPECT_FALSE(one.found.empty());
  };
  ASSERT_TRUE(check("id,num_a\na,1\nb,x\nc,2\n,3\n").ok());
  EXPECT_EQ(told, "1+2-3+4-");
}

TEST_F(RunCallbacks, PartsAreCutByRecordsAndNumberedFromOne) {
  converting_.split_records = 4;
  const RunResult result = turn(table(10)).value();
  ASSERT_EQ(result.parts.size(), 3U);
  std::uint64_t next = 1;
  for (std::size_t i = 0; i < 3; ++i) {
    const Part& part = result.parts[i];
    EXPECT_EQ(part.number, i + 1);
    EXPECT_EQ(part.records, i < 2 ? 4U : 2U);
    EXPECT_EQ(part.first_record, next);
    EXPECT_EQ(part.last_record, next + part.records - 1);
    EXPECT_EQ(part.bytes, output_.bodies[i].size());
    EXPECT_TRUE(output_.bodies[i].starts_with("id,num_a\n"));
    EXPECT_EQ(part.sha256.size(), 64U);
    next = part.last_record + 1;
  }
  EXPECT_EQ(result.records_out, 10U);
  EXPECT_EQ(output_.parts.size(), 3U);
}

TEST_F(RunCallbacks, PartsAreCutByBytesBeforeTheyAreTooLarge) {
  const std::string header = "id,num_a\n";
  for (const std::uint64_t most : {20U, 21U, 40U}) {
    converting_.split_bytes = most;
    const RunResult result = turn(table(9)).value();
    std::string all = header;
    for (const std::string& body : output_.bodies) {
      EXPECT_LE(body.size(), most);
      all += body.substr(header.size());
    }
    EXPECT_EQ(all, table(9)) << "no record is lost between parts";
    EXPECT_EQ(result.parts.size(), most == 40U ? 2U : 5U);
  }
}

TEST_F(RunCallbacks, DigestsAreLeftOutWhereNoOneWantsThem) {
  converting_.wants_digests = false;
  EXPECT_EQ(turn(table(1)).value().parts.at(0).sha256, "");
  converting_.wants_digests = true;
  // Of "id,num_a\nk1,1\n", worked out elsewhere.
  EXPECT_EQ(turn(table(1)).value().parts.at(0).sha256,
            "c59d187bfc72d406a964b13a6ead8426b220c3d3d74ff2dadeb0ad92423fcd3c");
}

TEST_F(RunCallbacks, AnOutputThatFailsEndsTheRun) {
  const auto text = table(3);
  const auto source = memory_source(text, "input");
  Source* const sources[] = {source.get()};
  output_.fails_to_write = true;
  const auto failed = convert(formats_, sources, converting_, output_, kept_.sink());
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().kind, ErrorKind::kIo);
  EXPECT_EQ(failed.error().message, "no space left");
}

TEST_F(RunCallbacks, TheFirstErrorEndsTheOutputAndReadingGoesOn) {
  const RunResult result = turn(table(30, "x")).value();
  EXPECT_FALSE(result.complete);
  EXPECT_EQ(result.summary.errors, 3U);
  EXPECT_EQ(result.summary.records, 30U);
  EXPECT_THAT(output_.parts, IsEmpty());
}

TEST_F(RunCallbacks, RecordsWithErrorsAreRejectedByteForByte) {
  converting_.keep_going = true;
  const RunResult result = turn("id,num_a\na,1\n b ,x\nc\n\"d\",2\n").value();
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.records_out, 2U);
  EXPECT_EQ(result.records_rejected, 2U);
  EXPECT_EQ(result.summary.records,
            result.records_out + result.records_rejected + result.records_dropped);
  ASSERT_EQ(output_.rejects.size(), 2U);
  EXPECT_EQ(output_.rejects[0].record, 2U);
  EXPECT_EQ(output_.rejects[0].bytes, " b ,x");
  EXPECT_TRUE(output_.rejects[0].readable);
  EXPECT_EQ(output_.rejects[1].record, 3U);
  EXPECT_EQ(output_.bodies.at(0), "id,num_a\na,1\nd,2\n");
}

TEST_F(RunCallbacks, OfEachRecordExactlyOneThingBecomes) {
  converting_.keep_going = true;
  for (const Dedupe dedupe : {Dedupe::kNone, Dedupe::kFirst, Dedupe::kLast}) {
    converting_.dedupe = dedupe;
    const RunResult result = turn("id,num_a\na,1\na,2\nb,x\nb,3\nc\na,4\n").value();
    EXPECT_EQ(result.summary.records,
              result.records_out + result.records_rejected + result.records_dropped);
    EXPECT_EQ(result.records_dropped, dedupe == Dedupe::kNone ? 0U : 2U);
  }
}

}  // namespace
}  // namespace crosswalk
