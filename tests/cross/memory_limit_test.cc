// Keys that do not fit into memory: the findings and counts of a run whose keys do.
#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "compression/codec.h"
#include "cross/whole_conversions.h"
#include "support/compressed.h"

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

TEST(MemoryLimit, StopsWhereARunWithoutItStops) {
  std::mt19937 random(44);
  const std::vector<std::string> texts = {table_with_repeats(random, 600),
                                          table_with_repeats(random, 600)};
  for (const std::uint64_t errors : {1U, 5U, 300U}) {
    ReadOptions options = reading(0);
    options.stop_after = errors;
    const Told expected = validated(texts, options);
    for (const std::uint64_t limit : kLimits) {
      options.memory_limit = limit;
      EXPECT_TRUE(validated(texts, options) == expected) << errors << ' ' << limit;
    }
  }
}

TEST(MemoryLimit, RefusesToTellAtOnceOfWhatCannotBeReadAgain) {
  ValidateOptions stopping{reading(1)};
  stopping.read.stop_after = 5;
  CutSource source("customuid\na\nb\n", 100, false);
  const auto stopped =
      validate(embedded_formats(), source, stopping, [](const Finding&) { return true; });
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(stopped.error().kind, ErrorKind::kIo);
  EXPECT_NE(stopped.error().message.find("--memory-limit (1 bytes)"), std::string::npos);
}

/// All that a conversion with rejects did.
std::string settled(const std::vector<std::string>& texts, const std::string& from,
                    const std::string& to, const ReadOptions& read, bool is_compressed = false) {
  std::vector<std::unique_ptr<Source>> owned;
  std::vector<Source*> sources;
  for (const std::string& text : texts) {
    auto source = memory_source(text, "file" + std::to_string(owned.size()));
    if (is_compressed)
      source = decompressing(std::make_unique<CutSource>(
                                 compressed(compression::Codec::kGzip, text), 100, true))
                   .value();
    owned.push_back(std::move(source));
    sources.push_back(owned.back().get());
  }
  ConvertOptions options;
  options.read = read;
  options.read.from = from;
  std::string told;
  options.read.on_record = [&](const RecordOutcome& outcome) {
    told += std::to_string(outcome.number) + std::to_string(static_cast<int>(outcome.fate)) +
            std::string(outcome.written) + ' ';
  };
  options.to = to;
  options.keep_going = true;
  options.allows_loss = true;
  MemoryOutput output;
  KeptFindings kept;
  const auto result = convert(embedded_formats(), sources, options, output, kept.sink());
  EXPECT_TRUE(result.ok()) << result.error().message;
  if (!result.ok()) return {};
  told += std::to_string(result.value().records_out) + ' ' +
          std::to_string(result.value().records_rejected) + '\n' +
          counts_of(result.value().summary) + output.reject_file();
  for (const std::string& line : kept.lines()) told += line + '\n';
  for (const std::string& body : output.bodies) told += body;
  return told;
}

/// Rows of header/data, a long document of which the last byte counts.
std::string document_with_repeats(std::mt19937& random, std::size_t rows) {
  std::string text = R"({"header":["customuid","num_b"],"data":[)";
  for (std::size_t row = 0; row < rows; ++row)
    text += (row > 0 ? ",[\"c" : "[\"c") + std::to_string(random() % rows) + "\",1]";
  return text + "]}";
}

TEST(MemoryLimit, SettlesRejectsAsARunWithoutIt) {
  std::mt19937 random(45);
  const std::vector<std::string> tables = {table_with_repeats(random, 900),
                                           table_with_repeats(random, 700),
                                           table_with_repeats(random, 800)};
  const std::vector<std::string> documents = {document_with_repeats(random, 900),
                                              document_with_repeats(random, 900)};
  for (const char* to : {"aixon/customers:json", "aixon/customers:csv",
                         "loyalty/customers:delimited", "expertsender/customers:ndjson"}) {
    const std::string of_tables = settled(tables, "aixon/customers:csv", to, reading(0));
    const std::string of_documents = settled(documents, "aixon/customers:json", to, reading(0));
    for (const std::uint64_t limit : kLimits) {
      ReadOptions options = reading(limit);
      expect_same(settled(tables, "aixon/customers:csv", to, options), of_tables, to);
      options.threads = 3;
      expect_same(settled(documents, "aixon/customers:json", to, options), of_documents, to);
      expect_same(settled(tables, "aixon/customers:csv", to, options, true), of_tables, to);
    }
  }
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
  ConvertOptions choosing;
  choosing.output_waits = true;
  choosing.dedupe = Dedupe::kFirst;
  for (const ConvertOptions& options : {direct, choosing}) {
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
