// Keys that do not fit into memory: the findings and counts of a run whose keys do.
#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "cross/customer_tables.h"

namespace crosswalk::tests {
namespace {

constexpr std::uint64_t kLimits[] = {1, 20'000, 100'000};

/// Rows with keys short and long that come again, some of them in rows with other errors.
std::string table_with_repeats(std::mt19937& random, std::size_t rows) {
  std::string text = "customuid,num_b\n";
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string number = std::to_string(random() % (rows / 2 + 1));
    text += (random() % 3 == 0 ? "a customer with a long name " : "c") + number +
            (random() % 10 == 0 ? ",wrong\n" : ",1\n");
  }
  return text;
}

std::string counts_of(const Summary& sum) {
  std::string counts;
  for (const std::uint64_t count :
       {sum.records, sum.valid, sum.invalid, sum.unreadable, sum.errors, sum.warnings, sum.bytes})
    counts += std::to_string(count) + ' ';
  for (const FindingGroup& group : sum.groups)
    counts += group.rule + ' ' + std::to_string(group.count) + ' ' +
              std::to_string(group.first_place.byte) + ' ';
  return counts;
}

struct Told {
  std::vector<std::string> findings;
  std::string counts;
  friend bool operator==(const Told&, const Told&) = default;
};

Told validated(const std::vector<std::string>& texts, const ReadOptions& options) {
  std::vector<std::unique_ptr<Source>> owned;
  std::vector<Source*> sources;
  for (const std::string& text : texts) {
    owned.push_back(memory_source(text, "file" + std::to_string(owned.size())));
    sources.push_back(owned.back().get());
  }
  KeptFindings kept;
  const auto result = validate(embedded_formats(), sources, {options}, kept.sink());
  Told told;
  EXPECT_TRUE(result.ok()) << result.error().message;
  if (result.ok()) told.counts = counts_of(result.value().summary);
  for (const Finding& finding : kept.all) {
    told.findings.push_back(finding.file + ' ' + line_of(finding) + ' ' + finding.message);
    for (const Related& related : finding.related)
      told.findings.back() += ' ' + related.file + ' ' + std::to_string(related.line) + ' ' +
                              std::to_string(related.record.value_or(0));
  }
  return told;
}

ReadOptions reading(std::uint64_t limit, std::size_t block_bytes = 256) {
  ReadOptions options;
  options.from = "aixon/customers:csv";
  options.memory_limit = limit;
  options.block_bytes = block_bytes;
  return options;
}

TEST(MemoryLimit, ChangesNoFindingAndNoCount) {
  std::mt19937 random(41);
  for (int round = 0; round < 6; ++round) {
    const std::string text = table_with_repeats(random, 3000);
    const Told expected = validated({text}, reading(0));
    EXPECT_GT(expected.findings.size(), 1000U);
    for (const std::uint64_t limit : kLimits)
      EXPECT_TRUE(validated({text}, reading(limit)) == expected) << limit;
  }
}

TEST(MemoryLimit, ChangesNothingOverSeveralFiles) {
  std::mt19937 random(42);
  const std::vector<std::string> texts = {table_with_repeats(random, 500), "customuid,num_b\n",
                                          table_with_repeats(random, 700),
                                          table_with_repeats(random, 300)};
  const Told expected = validated(texts, reading(0));
  for (const std::uint64_t limit : kLimits) {
    ReadOptions options = reading(limit);
    options.threads = 3;
    EXPECT_TRUE(validated(texts, options) == expected) << limit;
  }
}

TEST(MemoryLimit, CountsARepeatAsTheSeveritySays) {
  std::mt19937 random(43);
  const std::string text = table_with_repeats(random, 1000);
  for (const Severity severity : {Severity::kWarning, Severity::kOff}) {
    ReadOptions options = reading(0);
    options.severities = {{"aixon.customuid-duplicate", severity}};
    const Told expected = validated({text}, options);
    options.memory_limit = 1;
    EXPECT_TRUE(validated({text}, options) == expected);
  }
}

TEST(MemoryLimit, RefusesRunsThatMustKnowEachRepeatAtOnce) {
  ValidateOptions stopping{reading(1)};
  stopping.read.stop_after = 5;
  const std::string text = "customuid\na\nb\n";
  const auto source = memory_source(text, "input");
  const auto stopped =
      validate(embedded_formats(), *source, stopping, [](const Finding&) { return true; });
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(stopped.error().kind, ErrorKind::kIo);
  EXPECT_NE(stopped.error().message.find("--memory-limit (1 bytes)"), std::string::npos);
}

/// Converts a table without faults, or with repeats.
Result<RunResult> converted(const std::string& text, ConvertOptions options, MemoryOutput& output) {
  options.read = reading(1);
  options.to = "aixon/customers:json";
  const auto source = memory_source(text, "input");
  Source* const sources[] = {source.get()};
  return convert(embedded_formats(), sources, options, output, [](const Finding&) { return true; });
}

std::string table_without_repeats() {
  std::string text = "customuid,num_b\n";
  for (int row = 0; row < 200; ++row) text += "c" + std::to_string(row) + ",1\n";
  return text;
}

TEST(MemoryLimit, ConvertsToAnOutputThatWaits) {
  ConvertOptions options;
  options.output_waits = true;
  MemoryOutput output;
  const auto result = converted(table_without_repeats(), options, output);
  ASSERT_TRUE(result.ok()) << result.error().message;
  EXPECT_TRUE(result.value().complete);
  EXPECT_EQ(result.value().records_out, 200U);
}

TEST(MemoryLimit, LosesAWaitingOutputForARepeatFoundAtTheEnd) {
  ConvertOptions options;
  options.output_waits = true;
  MemoryOutput output;
  const auto result = converted(table_without_repeats() + "c7,1\n", options, output);
  ASSERT_TRUE(result.ok()) << result.error().message;
  EXPECT_FALSE(result.value().complete);
  EXPECT_EQ(result.value().summary.errors, 1U);
  EXPECT_EQ(result.value().summary.valid, 200U);
  EXPECT_EQ(result.value().summary.invalid, 1U);
}

TEST(MemoryLimit, RefusesConversionsThatCannotWait) {
  ConvertOptions direct;
  ConvertOptions rejecting;
  rejecting.output_waits = true;
  rejecting.keep_going = true;
  ConvertOptions choosing;
  choosing.output_waits = true;
  choosing.dedupe = Dedupe::kFirst;
  for (const ConvertOptions& options : {direct, rejecting, choosing}) {
    MemoryOutput output;
    const auto result = converted(table_without_repeats(), options, output);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, ErrorKind::kIo);
    EXPECT_NE(result.error().message.find("--memory-limit"), std::string::npos);
  }
}

TEST(MemoryLimit, MendsWhatItCanAllTheSame) {
  RepairOptions options;
  options.read = reading(1);
  for (const bool is_repeated : {false, true}) {
    const std::string text = table_without_repeats() + (is_repeated ? "c7,1\n" : "");
    MemoryOutput output;
    const auto source = memory_source(text, "input");
    const auto result =
        repair(embedded_formats(), *source, options, output, [](const Finding&) { return true; });
    ASSERT_TRUE(result.ok()) << result.error().message;
    EXPECT_EQ(result.value().complete, !is_repeated);
  }
}

}  // namespace
}  // namespace crosswalk::tests
