// Whatever is read, written or goes wrong: any number of threads does what one does.
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <span>
#include <stdexcept>
#include <thread>

#include "cross/customer_tables.h"
#include "cross/vendor_examples.h"
#include "support/compressed.h"

namespace crosswalk::tests {
namespace {

constexpr std::uint32_t kThreads[] = {2, 3, 8};
constexpr std::size_t kBlockSizes[] = {1, 7, 64, 4096};

/// All that a run did, as text.
struct Outcome {
  std::string told;
  std::string written;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
  return out << outcome.told << outcome.written;
}

std::string numbers(std::initializer_list<std::uint64_t> all) {
  std::string text;
  for (const std::uint64_t number : all) text += std::to_string(number) + ' ';
  return text + '\n';
}

std::string words_of(const Finding& finding) {
  std::string words = line_of(finding) + " | " + finding.message + " | " + finding.expected +
                      " | " + finding.hint + " | " + finding.pointer.value_or("-") + ' ' +
                      std::to_string(static_cast<int>(finding.severity)) +
                      (finding.repair ? "r" : "");
  for (const Related& related : finding.related)
    words += " | " + related.file + ' ' + std::to_string(related.line) + ' ' +
             std::to_string(related.record.value_or(0));
  return words + '\n';
}

std::string words_of(const RunResult& result) {
  const Summary& sum = result.summary;
  std::string words =
      numbers({sum.files, sum.records, sum.valid, sum.invalid, sum.unreadable, sum.errors,
               sum.warnings, sum.infos, sum.repairs, sum.bytes, result.records_out,
               result.records_rejected, result.records_dropped}) +
      (result.complete ? "complete\n" : "not complete\n");
  for (const FindingGroup& group : sum.groups)
    words += group.rule + ' ' + group.field.value_or("") + ' ' +
             numbers({group.count, group.first_place.byte});
  for (const Part& part : result.parts)
    words += part.sha256 + ' ' +
             numbers({part.bytes, part.records, part.first_record, part.last_record});
  if (result.loss) {
    for (const FieldLoss& field : result.loss->fields)
      words += field.source + ' ' + numbers({field.records, field.normalised, field.lost});
  }
  return words;
}

Outcome outcome_of(const Result<RunResult>& result, const KeptFindings& kept,
                   const MemoryOutput& output = {}) {
  Outcome outcome;
  for (const Finding& finding : kept.all) outcome.told += words_of(finding);
  outcome.told += result.ok() ? words_of(result.value()) : result.error().message;
  for (const std::string& body : output.bodies) outcome.written += body + "<end>\n";
  for (const MemoryOutput::Reject& reject : output.rejects)
    outcome.written += std::to_string(reject.record) + ' ' + reject.bytes + '\n';
  return outcome;
}

ReadOptions reading(const std::string& from) {
  ReadOptions options;
  options.from = from;
  options.now_unix = 1'700'000'000;
  options.show_values = true;
  return options;
}

Outcome validated(const std::string& text, const ReadOptions& options) {
  KeptFindings kept;
  const auto source = memory_source(text, "input");
  return outcome_of(validate(embedded_formats(), *source, {options}, kept.sink()), kept);
}

Outcome repaired(const std::string& text, const ReadOptions& read) {
  RepairOptions options;
  options.read = read;
  options.unsafe = true;
  KeptFindings kept;
  MemoryOutput output;
  const auto source = memory_source(text, "input");
  return outcome_of(repair(embedded_formats(), *source, options, output, kept.sink()), kept,
                    output);
}

Outcome converted(const std::string& text, ConvertOptions options) {
  KeptFindings kept;
  MemoryOutput output;
  const auto source = memory_source(text, "input");
  Source* const sources[] = {source.get()};
  return outcome_of(convert(embedded_formats(), sources, options, output, kept.sink()), kept,
                    output);
}

/// `run(threads, block_bytes)` gives the same for all of them.
template <class Run>
void expect_same(const Run& run, std::span<const std::size_t> block_sizes = kBlockSizes) {
  const Outcome expected = run(1, std::size_t{256} << 10U);
  for (const std::size_t block_bytes : block_sizes) {
    for (const std::uint32_t threads : kThreads)
      ASSERT_EQ(run(threads, block_bytes), expected) << threads << " threads, " << block_bytes;
  }
}

constexpr std::size_t kSmallBlocks[] = {1, 64};  // enough for examples, which are small

template <class Run>
void for_each_example(const Run& run) {
  std::size_t count = 0;
  for (const VendorExample& example : vendor_examples()) {
    SCOPED_TRACE(example.name());
    ++count;
    run(example, text_of(example.path));
    if (testing::Test::HasFatalFailure()) return;
  }
  EXPECT_GT(count, 100U);
}

TEST(Threads, TellTheSameOfEveryExample) {
  for_each_example([](const VendorExample& example, const std::string& text) {
    ReadOptions options = reading(example.source);
    for (const bool tolerant : {false, true}) {
      options.tolerant = tolerant;
      expect_same(
          [&](std::uint32_t threads, std::size_t block_bytes) {
            options.threads = threads;
            options.block_bytes = block_bytes;
            return validated(text, options);
          },
          kSmallBlocks);
    }
  });
}

bool is_complete(const Outcome& outcome) {
  return outcome.told.find("not complete") == std::string::npos;
}

TEST(Threads, RepairEveryExampleToTheSameBytes) {
  for_each_example([](const VendorExample& example, const std::string& text) {
    ReadOptions options = reading(example.source);
    expect_same(
        [&](std::uint32_t threads, std::size_t block_bytes) {
          options.threads = threads;
          options.block_bytes = block_bytes;
          Outcome outcome = repaired(text, options);
          if (!is_complete(outcome)) outcome.written.clear();
          return outcome;
        },
        kSmallBlocks);
  });
}

/// Every example to every layout of its format.
void convert_examples(bool keep_going) {
  for_each_example([&](const VendorExample& example, const std::string& text) {
    const std::string format = example.source.substr(0, example.source.find(':'));
    ConvertOptions options;
    options.read = reading(example.source);
    options.keep_going = keep_going;
    options.split_records = keep_going ? 2 : 0;
    const FormatInfo info = embedded_formats().describe(format).value();
    for (const LayoutInfo& layout : info.layouts) {
      options.to = format + ':' + layout.name;
      expect_same(
          [&](std::uint32_t threads, std::size_t block_bytes) {
            options.read.threads = threads;
            options.read.block_bytes = block_bytes;
            return converted(text, options);
          },
          kSmallBlocks);
    }
  });
}

TEST(Threads, ConvertEveryExampleToTheSameBytes) {
  convert_examples(false);
}

TEST(Threads, ConvertWhatIsGoodOfEveryExampleToTheSamePartsAndRejects) {
  convert_examples(true);
}

/// A table with faults of all kinds, and keys that come again far away.
std::string faulty_table(std::mt19937& random, std::size_t rows) {
  std::string text = CustomerTable(random, rows).csv();
  for (std::size_t fault = 0; fault < rows / 10; ++fault) {
    const std::size_t line = text.find('\n', text.find('\n') + 1 + random() % (text.size() / 2));
    static const std::vector<std::string> kRows = {"twice,,1,,1,0,\n", "a,b\n", "x,,no,,2,y,\n",
                                                   "q,\"open \"quote,,,,,\n"};
    text.insert(line + 1, kRows[random() % kRows.size()]);
  }
  return text;
}

TEST(Threads, GiveTheSameForTablesOfManyBatches) {
  std::mt19937 random(31);
  for (int round = 0; round < 4; ++round) {
    const std::string text = faulty_table(random, 200);
    ConvertOptions options;
    options.read = reading("aixon/customers:csv");
    options.to = "aixon/customers:json";
    options.keep_going = round % 2 == 0;
    options.split_bytes = round % 2 == 0 ? 4000 : 0;
    expect_same([&](std::uint32_t threads, std::size_t block_bytes) {
      options.read.threads = threads;
      options.read.block_bytes = block_bytes;
      return converted(text, options);
    });
  }
}

/// Customers one a line: some lose something, some are bad, and columns come late.
std::string customer_lines(std::mt19937& random, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (random() % 20 == 0) text += random() % 2 == 0 ? "{\"crmId\":7}\n" : "{\"crmId\n";
    text += R"({"crmId":")" + std::to_string(random() % 4 == 0 ? i % 9 : 100 + i) + '"';
    if (random() % 3 == 0) text += random() % 9 == 0 ? R"(,"email":"x")" : R"(,"email":"a@b.pl")";
    if (i > count / 3 && random() % 9 == 0) text += R"(,"phone":"48600000000")";
    if (random() % 9 == 0) text += R"(,"dateOfBirth":"1990-05-12T10:00:00Z")";
    if (i > count / 2) text += R"(,"own)" + std::to_string(random() % i / 9) + R"(":null)";
    text += R"(,"customAttributes":[{"name":"n)" + std::to_string(random() % (1 + i / 9));
    text += random() % 2 == 0 ? R"(","value":"1"}]})" : R"(","value":2}]})";
    text += '\n';
  }
  return text;
}

TEST(Threads, MapRecordsToTheSameRecordsAndLosses) {
  std::mt19937 random(39);
  for (int round = 0; round < 16; ++round) {
    const bool from_lines = round % 2 == 0;
    const std::string text = from_lines ? customer_lines(random, 150) : faulty_table(random, 100);
    ConvertOptions options;
    options.read = reading(from_lines ? "expertsender/customers:ndjson" : "aixon/customers:csv");
    options.to = from_lines ? "aixon/customers:" : "expertsender/customers:";
    options.to += round % 4 < 2 ? "csv" : "json";
    options.allows_loss = round % 8 < 4;
    options.keep_going = round >= 8;
    expect_same([&](std::uint32_t threads, std::size_t block_bytes) {
      options.read.threads = threads;
      options.read.block_bytes = block_bytes;
      return converted(text, options);
    });
  }
}

TEST(Threads, GatherTheSameColumns) {
  std::mt19937 random(40);
  for (int round = 0; round < 4; ++round) {
    const std::string text = customer_lines(random, 200);
    ConvertOptions options;
    options.read = reading("expertsender/customers:ndjson");
    options.to = "expertsender/customers:csv";
    options.keep_going = true;
    options.read.stop_after = round % 2 == 0 ? 0 : 5;
    expect_same([&](std::uint32_t threads, std::size_t block_bytes) {
      options.read.threads = threads;
      options.read.block_bytes = block_bytes;
      return converted(text, options);
    });
  }
}

TEST(Threads, TakeTheSameRecords) {
  std::mt19937 random(32);
  const std::string text = faulty_table(random, 100);
  ConvertOptions options;
  options.read = reading("aixon/customers:csv");
  options.read.skip = 17;
  options.read.take = 30;
  options.to = "aixon/customers:csv";
  options.keep_going = true;
  for (const std::size_t block_bytes : kBlockSizes) {
    options.read.block_bytes = block_bytes;
    options.read.threads = 1;
    const Outcome expected = converted(text, options);
    options.read.threads = 3;
    EXPECT_EQ(converted(text, options), expected) << block_bytes;
  }
}

TEST(Threads, StopAfterTheSameRecord) {
  std::mt19937 random(33);
  const std::string text = faulty_table(random, 200);
  for (const std::uint64_t errors : {1U, 2U, 7U}) {
    ReadOptions options = reading("aixon/customers:csv");
    options.stop_after = errors;
    expect_same([&](std::uint32_t threads, std::size_t block_bytes) {
      options.threads = threads;
      options.block_bytes = block_bytes;
      return validated(text, options);
    });
  }
}

TEST(Threads, TellAllBeforeTheByteWhereASourceFails) {
  std::mt19937 random(34);
  const std::string text = faulty_table(random, 200);
  ReadOptions options = reading("aixon/customers:csv");
  options.block_bytes = 64;
  const auto run = [&](std::uint32_t threads) {
    options.threads = threads;
    KeptFindings kept;
    CutSource source(text, 50, true, text.size() / 2);
    return outcome_of(validate(embedded_formats(), source, {options}, kept.sink()), kept);
  };
  const Outcome expected = run(1);
  EXPECT_TRUE(expected.told.ends_with("the disk is gone")) << expected.told;
  for (const std::uint32_t threads : kThreads) EXPECT_EQ(run(threads), expected);
}

/// Fails at a write.
class FullOutput final : public MemoryOutput {
 public:
  explicit FullOutput(int room) : room_(room) {}
  Status write(std::string_view bytes) override {
    fails_to_write = room_-- == 0;
    return MemoryOutput::write(bytes);
  }

 private:
  int room_;
};

TEST(Threads, EndWhenTheOutputFails) {
  std::mt19937 random(35);
  const std::string text = CustomerTable(random, 200).csv();
  ConvertOptions options;
  options.read = reading("aixon/customers:csv");
  options.read.block_bytes = 64;
  options.to = "aixon/customers:json";
  for (const int room : {0, 1, 20}) {
    for (const std::uint32_t threads : {1U, 2U, 8U}) {
      options.read.threads = threads;
      FullOutput output(room);
      KeptFindings kept;
      const auto source = memory_source(text, "input");
      Source* const sources[] = {source.get()};
      const auto result = convert(embedded_formats(), sources, options, output, kept.sink());
      ASSERT_FALSE(result.ok());
      EXPECT_EQ(result.error().message, "no space left");
    }
  }
}

TEST(Threads, EndWhenTheRunIsCancelled) {
  std::mt19937 random(36);
  const std::string text = faulty_table(random, 200);
  for (const std::uint32_t threads : {1U, 2U, 8U}) {
    std::atomic<bool> cancel = false;
    ReadOptions options = reading("aixon/customers:csv");
    options.block_bytes = 64;
    options.threads = threads;
    options.cancel = &cancel;
    options.on_progress = [&](const Progress& progress) { cancel = progress.bytes > 2000; };
    EXPECT_TRUE(validated(text, options).told.ends_with("cancelled"));
  }
}

TEST(Threads, EndWhenASinkThrows) {
  std::mt19937 random(37);
  const std::string text = faulty_table(random, 200);
  for (const std::uint32_t threads : {1U, 2U, 8U}) {
    ValidateOptions options{reading("aixon/customers:csv")};
    options.read.block_bytes = 64;
    options.read.threads = threads;
    const auto source = memory_source(text, "input");
    const auto result =
        validate(embedded_formats(), *source, options, [](const Finding& finding) -> bool {
          if (finding.record.value_or(0) > 20) throw std::runtime_error("enough");
          return true;
        });
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().message, "unexpected exception: enough");
  }
}

TEST(Threads, CallTheSinkFromTheThreadOfTheCall) {
  std::mt19937 random(38);
  const std::string text = faulty_table(random, 200);
  ValidateOptions options{reading("aixon/customers:csv")};
  options.read.block_bytes = 64;
  options.read.threads = 8;
  const auto source = memory_source(text, "input");
  const auto caller = std::this_thread::get_id();
  std::size_t told = 0;
  const auto result = validate(embedded_formats(), *source, options, [&](const Finding&) {
    ++told;
    EXPECT_EQ(std::this_thread::get_id(), caller);
    return told < 5;
  });
  EXPECT_TRUE(result.ok());
  EXPECT_EQ(told, 5U);
}

}  // namespace
}  // namespace crosswalk::tests
