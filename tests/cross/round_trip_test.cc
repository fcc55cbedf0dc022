// There and back on generated tables: the same bytes, at every block size, in parts and whole.
#include <gtest/gtest.h>

#include "cross/customer_tables.h"

namespace crosswalk::tests {
namespace {

constexpr std::size_t kBlockSizes[] = {1, 7, 64, 4096, 256 << 10};

ConvertOptions in_blocks(std::size_t block_bytes) {
  ConvertOptions options;
  options.read.block_bytes = block_bytes;
  return options;
}

TEST(RoundTrip, CanonicalTablesKeepTheirBytesAtEveryBlockSize) {
  std::mt19937 random(3);
  for (int round = 0; round < 25; ++round) {
    const CustomerTable table(random, random() % 30);
    for (const std::size_t block_bytes : kBlockSizes) {
      const Converted there = convert_customers(table.csv(), "json", in_blocks(block_bytes));
      ASSERT_EQ(there.output.bodies, std::vector<std::string>{table.json()}) << block_bytes;
      const Converted back = convert_customers(table.json(), "csv", in_blocks(block_bytes));
      ASSERT_EQ(back.output.bodies, std::vector<std::string>{table.csv()}) << block_bytes;
      EXPECT_EQ(there.result.summary.errors + back.result.summary.errors, 0U);
    }
  }
}

TEST(RoundTrip, CanonicalTablesAreTheirOwnNormalForm) {
  std::mt19937 random(4);
  for (int round = 0; round < 25; ++round) {
    const CustomerTable table(random, 20);
    EXPECT_EQ(convert_customers(table.csv(), "csv").output.bodies.at(0), table.csv());
    EXPECT_EQ(convert_customers(table.json(), "json").output.bodies.at(0), table.json());
  }
}

/// The rows of a JSON body, without its frame.
std::string rows_of(const std::string& body) {
  const std::size_t begin = body.find('\n') + 1;
  return body.substr(begin, body.rfind("\n]}\n") - begin);
}

TEST(RoundTrip, PartsJoinedAreTheWholeBody) {
  std::mt19937 random(5);
  const CustomerTable table(random, 60);
  const std::string whole = rows_of(table.json());
  for (const std::uint64_t split_bytes : {400U, 700U, 2000U, 100000U}) {
    ConvertOptions options;
    options.split_bytes = split_bytes;
    const Converted parts = convert_customers(table.csv(), "json", options);
    std::string joined;
    std::uint64_t next_record = 1;
    for (std::size_t i = 0; i < parts.output.bodies.size(); ++i) {
      const std::string rows = rows_of(parts.output.bodies[i]);
      EXPECT_LE(parts.output.bodies[i].size(), split_bytes);
      if (i > 0) {
        const std::size_t first_row = rows.substr(0, rows.find("],\n") + 1).size();
        EXPECT_GT(parts.output.bodies[i - 1].size() + 2 + first_row, split_bytes) << i;
      }
      joined += (i > 0 ? ",\n" : "") + rows;
      EXPECT_EQ(parts.output.parts[i].first_record, next_record);
      next_record = parts.output.parts[i].last_record + 1;
    }
    EXPECT_EQ(joined, whole);
    EXPECT_EQ(parts.result.records_out, 60U);
  }
}

/// A table with faults: some bytes changed, doubled or taken away.
std::string damaged(std::mt19937& random, std::string text) {
  static const std::string kBytes = "\",\n\r[]{}:x0\\\xC3";
  for (std::size_t count = 1 + random() % 8; count > 0 && !text.empty(); --count) {
    const std::size_t at = random() % text.size();
    const char byte = kBytes[random() % kBytes.size()];
    switch (random() % 3) {
      case 0:
        text[at] = byte;
        break;
      case 1:
        text.insert(at, 1, byte);
        break;
      default:
        text.erase(at, 1);
        break;
    }
  }
  return text;
}

void expect_same(const Converted& a, const Converted& b) {
  EXPECT_EQ(a.output.bodies, b.output.bodies);
  EXPECT_EQ(a.output.rejects, b.output.rejects);
  EXPECT_EQ(a.kept.lines(), b.kept.lines());
  EXPECT_EQ(a.result.complete, b.result.complete);
  EXPECT_EQ(a.result.summary.records, b.result.summary.records);
  EXPECT_EQ(a.result.summary.valid, b.result.summary.valid);
  EXPECT_EQ(a.result.summary.unreadable, b.result.summary.unreadable);
  EXPECT_EQ(a.result.summary.bytes, b.result.summary.bytes);
}

TEST(RoundTrip, DamagedTablesGiveTheSameAtEveryBlockSize) {
  std::mt19937 random(6);
  for (int round = 0; round < 60; ++round) {
    const CustomerTable table(random, 12);
    const bool is_json = round % 2 == 0;
    const std::string text = damaged(random, is_json ? table.json() : table.csv());
    ConvertOptions options;
    options.read.from = is_json ? "aixon/customers:json" : "aixon/customers:csv";
    options.keep_going = round % 4 < 2;
    options.read.tolerant = round % 8 < 4;
    const Converted whole = convert_customers(text, is_json ? "csv" : "json", options);
    const Summary& counts = whole.result.summary;
    EXPECT_EQ(counts.records, counts.valid + counts.invalid + counts.unreadable);
    for (const std::size_t block_bytes : kBlockSizes) {
      options.read.block_bytes = block_bytes;
      expect_same(convert_customers(text, is_json ? "csv" : "json", options), whole);
      ASSERT_FALSE(::testing::Test::HasFailure()) << block_bytes << '\n' << text;
    }
  }
}

TEST(RoundTrip, RejectsCanBeFedAgainAndAreStillBad) {
  std::mt19937 random(8);
  for (int round = 0; round < 20; ++round) {
    const CustomerTable table(random, 30);
    ConvertOptions options;
    options.read.from = "aixon/customers:csv";
    options.keep_going = true;
    const Converted first = convert_customers(damaged(random, table.csv()), "json", options);
    const std::string rejects = first.output.reject_file();
    if (rejects.empty() || !first.result.complete) continue;
    ValidateOptions again;
    again.read.from = options.read.from;
    const auto source = memory_source(rejects, "rejects");
    const Summary counts = validate(embedded_formats(), *source, again, nullptr).value().summary;
    std::uint64_t readable = 0;
    for (const MemoryOutput::Reject& reject : first.output.rejects) readable += reject.readable;
    EXPECT_EQ(counts.records, readable);
  }
}

}  // namespace
}  // namespace crosswalk::tests
