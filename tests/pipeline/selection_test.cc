// Skipping and taking records, at every cut into batches.
#include "pipeline/selection.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crosswalk::pipeline {
namespace {

/// Records `a`, `b`, ... of two bytes each (`a` and LF), with a finding in each and one on each LF.
record::Batch batch_of(std::string_view letters, std::uint64_t first_record) {
  record::Batch batch;
  batch.first_record = first_record;
  for (const char letter : letters) {
    const auto begin = static_cast<std::uint32_t>(batch.bytes.size());
    diagnostics::RawFinding inside, after;
    inside.offset = begin;
    inside.record = static_cast<std::uint32_t>(batch.records.size());
    after.offset = begin + 1;
    batch.findings.push_back(inside);
    batch.findings.push_back(after);
    batch.records.push_back({begin, begin + 1, 0, 0, record::RecordState::kReadable});
    batch.bytes += letter;
    batch.bytes += '\n';
  }
  return batch;
}

struct Used {
  std::string records;  // with their numbers
  std::string findings;
};

/// What a selection leaves of `abcde`, given in batches of `batch_records`.
Used use(std::uint64_t skip, std::uint64_t take, std::size_t batch_records) {
  const std::string letters = "abcde";
  Selection selection(skip, take);
  Used used;
  for (std::size_t first = 0; first < letters.size() && !selection.is_exhausted();
       first += batch_records) {
    record::Batch batch = batch_of(letters.substr(first, batch_records), first + 1);
    selection.apply(batch);
    for (std::size_t i = 0; i < batch.records.size(); ++i)
      used.records += batch.bytes[batch.records[i].begin] + std::to_string(batch.first_record + i);
    for (const diagnostics::RawFinding& finding : batch.findings) {
      const bool in_record = finding.record != diagnostics::kNoRecord;
      if (in_record) {
        EXPECT_EQ(batch.records[finding.record].begin, finding.offset);
      }
      used.findings += batch.bytes[finding.offset - (in_record ? 0U : 1U)];
    }
  }
  return used;
}

TEST(Selection, KeepsEverythingByDefault) {
  EXPECT_EQ(use(0, 0, 2).records, "a1b2c3d4e5");
  EXPECT_EQ(use(0, 0, 2).findings, "aabbccddee");
}

TEST(Selection, SkipsAndTakesAtEveryCut) {
  for (std::size_t batch_records = 1; batch_records <= 5; ++batch_records) {
    EXPECT_EQ(use(1, 2, batch_records).records, "b2c3") << batch_records;
    EXPECT_EQ(use(3, 0, batch_records).records, "d4e5") << batch_records;
    EXPECT_EQ(use(0, 1, batch_records).records, "a1") << batch_records;
    EXPECT_EQ(use(9, 1, batch_records).records, "") << batch_records;
    EXPECT_EQ(use(4, UINT64_MAX, batch_records).records, "e5") << batch_records;
  }
}

TEST(Selection, DropsTheFindingsOfWhatIsNotUsed) {
  for (std::size_t batch_records = 1; batch_records <= 5; ++batch_records) {
    const std::string findings = use(1, 2, batch_records).findings;
    EXPECT_EQ(findings.find_first_of("ade"), std::string::npos) << batch_records;
    EXPECT_EQ(findings.substr(0, 3), "bbc") << batch_records;
  }
}

TEST(Selection, KnowsWhenNoMoreIsWanted) {
  Selection selection(1, 1);
  record::Batch first = batch_of("a", 1), second = batch_of("b", 2);
  selection.apply(first);
  EXPECT_FALSE(selection.is_exhausted());
  selection.apply(second);
  EXPECT_TRUE(selection.is_exhausted());
}

}  // namespace
}  // namespace crosswalk::pipeline
