// A batch with edits holds the records that a reader would find in the mended bytes.
#include "mending/batch.h"

#include <gtest/gtest.h>

#include "support/rows.h"

namespace crosswalk::mending {
namespace {

record::Batch lines(const std::string& bytes,
                    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& records) {
  record::Batch batch;
  batch.bytes = bytes;
  for (const auto& [begin, end] : records) {
    record::Record& record = batch.records.emplace_back();
    record.begin = begin;
    record.end = end;
  }
  return batch;
}

std::vector<std::string> texts(const record::Batch& batch) {
  std::vector<std::string> all;
  for (const record::Record& record : batch.records)
    all.push_back(batch.bytes.substr(record.begin, record.end - record.begin));
  return all;
}

TEST(MendedBatch, MovesCellsAndSpellsThoseThatChanged) {
  const record::Batch batch = tests::csv_batch({{"TRUE", "x"}, {"0", "\"y\""}});
  Splice splice;
  ASSERT_TRUE(splice.add({batch.cells[0].begin, batch.cells[0].end, "1"}));
  record::Batch mended;
  apply(batch, splice, true, mended);
  const record::Batch wanted = tests::csv_batch({{"1", "x"}, {"0", "\"y\""}});
  EXPECT_EQ(mended.bytes, wanted.bytes);
  EXPECT_EQ(mended.cells, wanted.cells);
  EXPECT_EQ(mended.records, wanted.records);
}

TEST(MendedBatch, GivesAClosingBraceToTheLineThatLacksIt) {
  Splice splice;
  ASSERT_TRUE(splice.add({6, 6, "}"}));
  record::Batch mended;
  apply(lines("{\"a\":1\n{}\n", {{0, 6}, {7, 9}}), splice, false, mended);
  EXPECT_EQ(texts(mended), (std::vector<std::string>{"{\"a\":1}", "{}"}));
}

TEST(MendedBatch, LeavesTheClosersOfTheDocumentToTheDocument) {
  Splice splice;
  ASSERT_TRUE(splice.add({15, 15, "}]}"}));
  record::Batch mended;
  apply(lines("{\"data\":[{\"a\":1", {{9, 15}}), splice, false, mended);
  EXPECT_EQ(texts(mended), (std::vector<std::string>{"{\"a\":1}"}));
}

TEST(MendedBatch, KeepsWhatStandsBehindTheValueOfARecord) {
  Splice splice;
  ASSERT_TRUE(splice.add({3, 3, "\"\""}));
  record::Batch mended;
  apply(lines("[1,] 2\n", {{0, 6}}), splice, false, mended);
  EXPECT_EQ(texts(mended), (std::vector<std::string>{"[1,\"\"] 2"}));
}

TEST(MendedBatch, DropsWhatIsMendedAndMovesOtherFindings) {
  record::Batch batch = tests::csv_batch({{"TRUE", "x"}});
  batch.findings.resize(2);
  batch.findings[0].repair = true;
  batch.findings[1].offset = batch.cells[1].begin;
  Splice splice;
  ASSERT_TRUE(splice.add({batch.cells[0].begin, batch.cells[0].end, "1"}));
  record::Batch mended;
  apply(batch, splice, true, mended);
  ASSERT_EQ(mended.findings.size(), 1U);
  EXPECT_EQ(mended.findings[0].offset, mended.cells[1].begin);
}

}  // namespace
}  // namespace crosswalk::mending
