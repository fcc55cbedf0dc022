// The public functions: how options are resolved, and what comes back.
#include "crosswalk/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "api/shop_formats.h"
#include "support/memory_output.h"

namespace crosswalk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ApiRunTest : public ::testing::Test {
 protected:
  ApiRunTest() : formats_(tests::shop_formats()) {}

  Result<RunResult> check(const std::string& text, const ValidateOptions& options = {}) {
    const auto source = memory_source(text, "input");
    return validate(formats_, *source, options, kept_.sink());
  }
  Result<RunResult> turn(const std::string& text, const ConvertOptions& options) {
    const auto source = memory_source(text, "input");
    Source* const sources[] = {source.get()};
    return convert(formats_, sources, options, output_, kept_.sink());
  }
  static ConvertOptions to(const std::string& name) {
    ConvertOptions options;
    options.read.from = "shop/customers";
    options.to = name;
    return options;
  }

  Formats formats_;
  tests::KeptFindings kept_;
  tests::MemoryOutput output_;
};

TEST_F(ApiRunTest, ValidatesWhatItDetects) {
  const RunResult result = check("id,note,flag,num_a\na,b,1,x\n").value();
  EXPECT_EQ(result.from, "shop/customers:csv");
  EXPECT_EQ(result.summary.errors, 1U);
  EXPECT_THAT(kept_.lines(), ElementsAre("schema.pattern 2:7 @25 #1 num_a"));
}

TEST_F(ApiRunTest, ConvertsThereAndBack) {
  const std::string csv = "id,num_a\na,369.60\n\"b,c\",\n";
  const RunResult there = turn(csv, to("shop/customers:json")).value();
  EXPECT_EQ(there.to, "shop/customers:json");
  EXPECT_EQ(output_.bodies.at(0),
            "{\"header\":[\"id\",\"num_a\"],\"data\":[\n[\"a\",369.60],\n[\"b,c\",\"\"]\n]}\n");
  const std::string json = output_.bodies.at(0);
  output_ = {};
  ASSERT_TRUE(turn(json, to("shop/customers:csv")).ok());
  EXPECT_THAT(output_.bodies, ElementsAre(csv));
}

/// The ids of rows that stay of `ids`, by looking at all that was kept so far.
std::vector<std::string> kept_naively(std::vector<std::string> ids, bool is_last) {
  if (is_last) std::ranges::reverse(ids);
  std::vector<std::string> kept;
  for (const std::string& id : ids) {
    const std::string key = id.substr(0, id.find(','));
    const bool is_known = std::ranges::any_of(
        kept, [&](const std::string& row) { return row.starts_with(key + ','); });
    if (!is_known) kept.push_back(id);
  }
  if (is_last) std::ranges::reverse(kept);
  return kept;
}

TEST_F(ApiRunTest, KeepsTheFirstOrLastOfEachKeyAsANaiveModelDoes) {
  std::mt19937 random(21);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> rows;
    for (std::size_t i = random() % 30; i > 0; --i)
      rows.push_back("k" + std::to_string(random() % 12) + ',' + std::to_string(i));
    std::string csv = "id,num_a\n";
    for (const std::string& row : rows) csv += row + '\n';
    for (const Dedupe dedupe : {Dedupe::kFirst, Dedupe::kLast}) {
      ConvertOptions options = to("shop/customers:csv");
      options.dedupe = dedupe;
      options.read.block_bytes = 1 + random() % 50;
      output_ = {};
      kept_.all.clear();
      const RunResult result = turn(csv, options).value();
      std::string expected = "id,num_a\n";
      const auto kept = kept_naively(rows, dedupe == Dedupe::kLast);
      for (const std::string& row : kept) expected += row + '\n';
      ASSERT_THAT(output_.bodies, ElementsAre(expected));
      EXPECT_EQ(result.summary.errors, 0U);
      EXPECT_EQ(result.records_out, kept.size());
      EXPECT_EQ(result.records_dropped, rows.size() - kept.size());
    }
  }
}

TEST_F(ApiRunTest, CountsRecordsOverAllSourcesWhereTheLastIsKept) {
  const auto first = memory_source("id,num_a\na,1\nb,2\n", "first");
  const auto second = memory_source("id,num_a\nc,3\na,4\n", "second");
  Source* const sources[] = {first.get(), second.get()};
  ConvertOptions options = to("shop/customers:csv");
  options.dedupe = Dedupe::kLast;
  ASSERT_TRUE(convert(formats_, sources, options, output_, kept_.sink()).ok());
  EXPECT_THAT(output_.bodies, ElementsAre("id,num_a\nb,2\nc,3\na,4\n"));
}

TEST_F(ApiRunTest, TellsWhatBecameOfEachRecord) {
  std::vector<std::string> told;
  ConvertOptions options = to("shop/customers:json");
  options.keep_going = true;
  options.read.on_record = [&](const RecordOutcome& one) {
    const char* const fates[] = {"valid", "invalid", "unreadable", "dropped"};
    told.push_back(std::string(one.source) + ' ' + std::to_string(one.number) + ' ' +
                   fates[static_cast<int>(one.fate)] + ' ' + std::string(one.found) + ' ' +
                   std::string(one.written));
  };
  for (const std::size_t block : {std::size_t{1}, std::size_t{1} << 16U}) {
    told.clear();
    options.read.block_bytes = block;
    output_ = {};
    const auto result = turn("id,num_a\na,1\nb,x\na,2\nc\nd,4\n", options);
    ASSERT_TRUE(result.ok()) << result.error().message;
    EXPECT_THAT(told, ElementsAre("input 1 valid a,1 [\"a\",1]", "input 2 invalid b,x ",
                                  "input 3 invalid a,2 ", "input 4 invalid c ",
                                  "input 5 valid d,4 [\"d\",4]"));
  }
  options.dedupe = Dedupe::kFirst;
  told.clear();
  output_ = {};
  ASSERT_TRUE(turn("id\na\na\n", options).ok());
  EXPECT_THAT(told, ElementsAre("input 1 valid a [\"a\"]", "input 2 dropped a "));
}

TEST_F(ApiRunTest, TellsOfEachRecordOnceHoweverOftenSourcesAreRead) {
  std::vector<std::string> told;
  ConvertOptions options;
  options.read.from = "expertsender/customers:ndjson";
  options.to = "aixon/customers:csv";
  options.dedupe = Dedupe::kLast;
  options.read.on_record = [&](const RecordOutcome& one) { told.emplace_back(one.written); };
  const auto source = memory_source("{\"crmId\":\"1\"}\n{\"crmId\":\"2\"}\n", "input");
  Source* const sources[] = {source.get()};
  const Formats formats = Formats::embedded().value();
  ASSERT_TRUE(convert(formats, sources, options, output_, kept_.sink()).ok());
  EXPECT_THAT(told, ElementsAre("1\n", "2\n"));
}

TEST_F(ApiRunTest, WritesMissingValuesAsAsked) {
  ConvertOptions options = to("shop/customers:json");
  options.missing = "null";
  ASSERT_TRUE(turn("id,num_a\na,\n", options).ok());
  EXPECT_THAT(output_.bodies.at(0), HasSubstr("[\"a\",null]"));
  options.missing = "absent";
  EXPECT_THAT(turn("id\na\n", options).error().message, HasSubstr("does not allow absent"));
  options.missing = "nil";
  EXPECT_EQ(turn("id\na\n", options).error().kind, ErrorKind::kUsage);
}

TEST_F(ApiRunTest, RefusesWrongOptionsBeforeItReads) {
  ValidateOptions options;
  options.read.from = "shop/customers:csv";
  options.read.operation = "receive";
  EXPECT_THAT(check("id\n", options).error().message, HasSubstr("it has \"send\""));
  options.read.operation = "";
  options.read.block_bytes = 0;
  EXPECT_EQ(check("id\n", options).error().kind, ErrorKind::kUsage);
  options.read.block_bytes = 1;
  for (const std::uint64_t bytes : {std::uint64_t{0}, std::uint64_t{2} << 30U}) {
    options.read.max_record_bytes = bytes;
    EXPECT_THAT(check("id\n", options).error().message, HasSubstr("1 byte to 1 GiB"));
  }
}

TEST_F(ApiRunTest, RepairsNoPartOfAnInput) {
  for (auto part : {&ReadOptions::skip, &ReadOptions::take}) {
    RepairOptions options;
    options.read.from = "shop/customers:csv";
    options.read.*part = 1;
    const auto source = memory_source("id\na\n", "input");
    const auto result = repair(formats_, *source, options, output_, kept_.sink());
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(result.error().message, HasSubstr("a repair writes all records"));
  }
}

TEST_F(ApiRunTest, TellsNothingOfRulesThatAreOff) {
  ValidateOptions options;
  options.read.from = "shop/customers:csv";
  for (const std::string& text :
       {std::string("note,note,x\na,b\n"), std::string("id,flag\n,7\na,1\na,1\n"),
        std::string("\xEF\xBB\xBFid , num_a\n=1+1,\" 1\n")}) {
    options.read.severities = {};
    kept_.all.clear();
    ASSERT_TRUE(check(text, options).ok());
    EXPECT_FALSE(kept_.all.empty()) << text;
    for (const Finding& finding : kept_.all)
      options.read.severities.emplace_back(finding.rule, Severity::kOff);
    kept_.all.clear();
    const RunResult result = check(text, options).value();
    EXPECT_TRUE(kept_.all.empty()) << text << ' ' << kept_.all.front().rule;
    EXPECT_EQ(result.summary.errors + result.summary.warnings + result.summary.infos, 0U) << text;
  }
}

TEST_F(ApiRunTest, RefusesAConversionThatNoMappingLeadsTo) {
  EXPECT_THAT(turn("id\na\n", to("shop/answer")).error().message, HasSubstr("no conversion leads"));
}

TEST_F(ApiRunTest, NeedsASource) {
  EXPECT_EQ(convert(formats_, {}, to("shop/customers"), output_, nullptr).error().kind,
            ErrorKind::kUsage);
  EXPECT_EQ(validate(formats_, std::span<Source* const>(), {}, nullptr).error().kind,
            ErrorKind::kUsage);
}

TEST_F(ApiRunTest, TellsWhichSeveritiesWereChanged) {
  ValidateOptions options;
  options.read.from = "shop/customers:csv";
  options.read.severities = {{"shop.id-repeated", Severity::kInfo}};
  const RunResult result = check("id\na\na\n", options).value();
  EXPECT_THAT(result.summary.changed_rules, ElementsAre("shop.id-repeated=info"));
  EXPECT_EQ(result.summary.infos, 1U);
  EXPECT_EQ(result.summary.valid, 2U);
}

TEST_F(ApiRunTest, ValidatesSeveralSourcesAsOne) {
  const auto first = memory_source("id\na\n", "one");
  const auto second = memory_source("id\na\n", "two");
  Source* const sources[] = {first.get(), second.get()};
  ValidateOptions options;
  options.read.from = "shop/customers:csv";
  const RunResult result = validate(formats_, sources, options, kept_.sink()).value();
  EXPECT_EQ(result.summary.records, 2U);
  EXPECT_THAT(kept_.lines(), ElementsAre("shop.id-repeated 2:1 @3 #1 id"));
}

TEST_F(ApiRunTest, DetectsAndLeavesTheSourceAtItsStart) {
  const auto source = memory_source("id,note,flag,num_a\na,b,1,2\n", "input");
  const auto found = detect(formats_, *source).value();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().format, "shop/customers:csv");
  EXPECT_FALSE(found.front().evidence.empty());
  char first = 0;
  EXPECT_EQ(source->read(std::span(&first, 1)).value(), 1U);
  EXPECT_EQ(first, 'i');
}

TEST_F(ApiRunTest, ShowsNoValueUnlessAsked) {
  const std::string text = "id,num_a\na,SECRET\n";
  ValidateOptions options;
  options.read.from = "shop/customers:csv";
  options.read.want_excerpts = true;
  ASSERT_TRUE(check(text, options).ok());
  const Finding& finding = kept_.all.at(0);
  EXPECT_EQ((finding.message + finding.hint + finding.excerpt->text).find("SECRET"),
            std::string::npos);
  options.read.show_values = true;
  ASSERT_TRUE(check(text, options).ok());
  EXPECT_THAT(kept_.all.at(1).excerpt->text, HasSubstr("SECRET"));
}

}  // namespace
}  // namespace crosswalk
