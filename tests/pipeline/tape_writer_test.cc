// Records are written while they are judged, and handed out when they are asked for.
#include "pipeline/tape_writer.h"

#include <gtest/gtest.h>

namespace crosswalk::pipeline {
namespace {

/// Writes the text of a record, and refuses texts that begin with `!`.
class TextWriter final : public conversion::RecordWriter {
 public:
  void write(const conversion::RecordView& record, std::string& out,
             std::vector<diagnostics::RawFinding>& refusals) override {
    if (record.text.starts_with('!')) {
      refusals.emplace_back();
    } else {
      out += record.text;
    }
  }
};

class TapeWriterTest : public ::testing::Test {
 protected:
  TapeWriterTest() { batch_.records.resize(3); }

  void take(TapeWriter& writer, std::uint32_t index, std::string_view text) {
    conversion::RecordView record;
    record.text = text;
    writer.take(index, record, findings_, keys_);
  }
  std::string written(TapeWriter& writer, std::uint32_t index) {
    std::string out = "<";
    writer.write(batch_, index, out, findings_, keys_);
    return out;
  }

  std::shared_ptr<TextWriter> texts_ = std::make_shared<TextWriter>();
  record::Batch batch_;
  std::vector<diagnostics::RawFinding> findings_;
  std::vector<check::RecordKey> keys_;
};

TEST_F(TapeWriterTest, HandsEachRecordOutByItsNumber) {
  TapeWriter writer({texts_, nullptr, false});
  EXPECT_EQ(writer.begin(batch_), &writer);
  take(writer, 0, "first");
  take(writer, 2, "third");
  EXPECT_EQ(written(writer, 0), "<first");
  EXPECT_EQ(written(writer, 1), "<");
  EXPECT_EQ(written(writer, 2), "<third");
}

TEST_F(TapeWriterTest, ForgetsTheBatchBefore) {
  TapeWriter writer({texts_, nullptr, false});
  writer.begin(batch_);
  take(writer, 0, "old");
  writer.begin(batch_);
  EXPECT_EQ(written(writer, 0), "<");
}

TEST_F(TapeWriterTest, WritesNothingOfWhatIsRefused) {
  TapeWriter writer({texts_, nullptr, false});
  writer.begin(batch_);
  take(writer, 0, "!");
  take(writer, 1, "good");
  EXPECT_EQ(findings_.size(), 1U);
  EXPECT_EQ(written(writer, 0), "<");
  EXPECT_EQ(written(writer, 1), "<good");
}

TEST_F(TapeWriterTest, WritesInNfcIfAskedTo) {
  TapeWriter writer({texts_, nullptr, true});
  writer.begin(batch_);
  take(writer, 0, "e\xCC\x81");
  EXPECT_EQ(written(writer, 0), "<\xC3\xA9");
}

}  // namespace
}  // namespace crosswalk::pipeline
