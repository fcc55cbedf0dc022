// Batches in normalisation form C.
#include "pipeline/normalised_batch.h"

#include <gtest/gtest.h>

#include "support/shop_table.h"

namespace crosswalk::pipeline {
namespace {

std::string cells_of(const record::Batch& batch) {
  std::string text;
  std::string scratch;
  for (const record::Record& record : batch.records) {
    for (std::uint32_t i = 0; i < record.cell_count; ++i) {
      text += record::cell_text(batch.bytes, batch.cells[record.first_cell + i], scratch);
      text += '|';
    }
    text += '\n';
  }
  return text;
}

class NormalisedBatchTest : public ::testing::Test {
 protected:
  std::string read(const char* layout, const std::string& text) {
    const tests::ShopTable table(shop_, layout, text, 4096);
    record::Batch into;
    return cells_of(normalised(table.batches.front(), into));
  }

  tests::ShopFormat shop_{tests::kShopCustomers};
};

TEST_F(NormalisedBatchTest, JoinsAccentsInEachCell) {
  EXPECT_EQ(read("csv", "id,note\n1,Nguye\u0302\u0303n\n\"a,\",\"e\u0301\"\n2,x\n"),
            "1|Nguyễn|\na,|é|\n2|x|\n");
}

TEST_F(NormalisedBatchTest, JoinsNothingOverTheEndOfACell) {
  EXPECT_EQ(read("csv", "id,note\ne,\u0301x\n"), "e|\u0301x|\n");
}

TEST_F(NormalisedBatchTest, SeesEscapedAccents) {
  EXPECT_EQ(
      read("json",
           R"({"header":["id","note"],"data":[["1","e\u0301\n\\u0301"],["2","\ud83d\ude00"]]})"),
      "1|é\n\\u0301|\n2|😀|\n");
}

TEST_F(NormalisedBatchTest, WritesOutNoEscapeButThoseOfWholeCharactersBeyondAscii) {
  const auto joined_json = [](const std::string& json) {
    record::Batch batch;
    batch.bytes = json;
    batch.records = {{0, static_cast<std::uint32_t>(json.size()), 0, 0}};
    record::Batch into;
    return normalised(batch, into).bytes;
  };
  EXPECT_EQ(joined_json(R"("\u2126\u00e9\ud83d\ude00")"), "\"\u03a9é😀\"");
  for (const char* kept : {R"("\u0041")", R"("\ud83dx")", R"("\ud83d\u0041")", R"("\udc00")",
                           R"("\ud83d\ue")", R"("\u12")", R"("\u12xy")", R"("\u)"}) {
    EXPECT_EQ(joined_json(kept), kept);
  }
  EXPECT_EQ(joined_json(R"("\ud83d\u00e9")"), R"("\ud83dé")");
  EXPECT_EQ(joined_json(R"("\ud83d\ue000")"), "\"\\ud83d\ue000\"");
}

TEST_F(NormalisedBatchTest, CopiesNothingThatIsSurelyInTheForm) {
  const tests::ShopTable table(shop_, "csv", "id,note\n1,Zażółć\n", 4096);
  record::Batch into;
  EXPECT_EQ(&normalised(table.batches.front(), into), &table.batches.front());
}

TEST_F(NormalisedBatchTest, ReachesIntoTheCellsOfForms) {
  constexpr std::uint8_t kEncoded = record::Cell::kPercent | record::Cell::kEscaped;
  record::Batch batch;
  batch.bytes = "e%cc%81+x%09e\u0301%09%2b+%0A";
  batch.is_encoded = true;
  batch.records = {{0, 25, 0, 3}};
  batch.cells = {{0, 9, record::CellKind::kText, kEncoded},
                 {12, 15, record::CellKind::kText, 0},
                 {18, 22, record::CellKind::kText, kEncoded}};
  record::Batch into;
  const record::Batch& joined = normalised(batch, into);
  EXPECT_EQ(joined.bytes, "%C3%A9+x%09é%09%2b+%0A") << "what is in the form stays as it was";
  EXPECT_EQ(cells_of(joined), "é x|é|+ |\n");
}

TEST_F(NormalisedBatchTest, TakesRecordsThatAreJsonValues) {
  record::Batch batch;
  batch.bytes = "{\"a\":\"e\u0301\"}\n{\"b\":\"e\\u0301\"}\n";
  batch.records = {{0, 11, 0, 0}, {12, 27, 0, 0}};
  record::Batch into;
  const record::Batch& joined = normalised(batch, into);
  EXPECT_EQ(joined.bytes, "{\"a\":\"é\"}\n{\"b\":\"é\"}\n");
  EXPECT_EQ(joined.records[1].begin, 11U);
  EXPECT_EQ(joined.records[1].end, 21U);
}

}  // namespace
}  // namespace crosswalk::pipeline
