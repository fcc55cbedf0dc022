// Bullets of pasted tables: read past where the first line has one.
#include "layout/bullets.h"

#include <gtest/gtest.h>

namespace crosswalk::layout {
namespace {

TEST(Bullet, IsAMarkAndABlank) {
  EXPECT_EQ(bullet_bytes("- a"), 2U);
  EXPECT_EQ(bullet_bytes("\u2022 a"), 4U);
  EXPECT_EQ(bullet_bytes("-a"), 0U);
  EXPECT_EQ(bullet_bytes("-"), 0U);
}

TEST(Bullet, MayBeEncoded) {
  for (const char* const line : {"-+a", "-%20a", "%2D a"})
    EXPECT_EQ(encoded_bullet_bytes(line), std::string_view(line).size() - 1) << line;
  EXPECT_EQ(encoded_bullet_bytes("\u2022%20"), 6U);
  EXPECT_EQ(encoded_bullet_bytes("-%2"), 0U);
}

record::Batch rows(const std::string& bytes) {
  record::Batch batch;
  batch.bytes = bytes;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  batch.records.push_back({0, size, 0, 1, record::RecordState::kReadable});
  batch.cells.push_back({0, size, record::CellKind::kText, 0});
  return batch;
}

class Bullets : public ::testing::Test {
 protected:
  Bullets() {
    options_.rules = &rules_;
    options_.policy = &policy_;
  }
  record::Batch read(const std::string& bytes, bool tolerant) const {
    record::Batch batch = rows(bytes);
    read_past_bullets(false, tolerant, Reporter(layout_, options_), batch);
    return batch;
  }

  diagnostics::RuleCatalog rules_;
  diagnostics::RulePolicy policy_;
  ReadOptions options_;
  format::Layout layout_;
};

TEST_F(Bullets, AreNoPartOfTheCell) {
  for (const bool tolerant : {false, true}) {
    const record::Batch batch = read("- 11", tolerant);
    EXPECT_EQ(batch.cells.front().begin, 2U);
    ASSERT_EQ(batch.findings.size(), 1U);
    EXPECT_EQ(batch.findings[0].offset, 0U);
    EXPECT_EQ(batch.findings[0].repair, tolerant);
    EXPECT_EQ(batch.findings[0].severity, tolerant ? Severity::kWarning : Severity::kError);
    EXPECT_EQ(batch.findings[0].hint, tolerant ? "" : "--tolerant reads past this");
  }
}

TEST_F(Bullets, ThatAreNotThereAreNotTold) {
  EXPECT_TRUE(read("11", true).findings.empty());
}

TEST_F(Bullets, BelongToTheNameOfNoColumn) {
  record::Head head;
  head.columns.push_back({"- code", 0, 6, true});
  EXPECT_TRUE(read_past_bullet("- code\n", true, Reporter(layout_, options_), head));
  EXPECT_EQ(head.columns[0].name, "code");
  EXPECT_EQ(head.columns[0].offset, 2U);
  EXPECT_EQ(head.findings.size(), 1U);
  EXPECT_FALSE(read_past_bullet("- code\n", true, Reporter(layout_, options_), head));
}

}  // namespace
}  // namespace crosswalk::layout
