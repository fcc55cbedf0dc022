// Records in another encoding, and where a lacking character stands.
#include "pipeline/record_encoder.h"

#include <gtest/gtest.h>

namespace crosswalk::pipeline {
namespace {

TEST(RecordEncoder, EncodesTheEndOfTheOutputOrLeavesIt) {
  RecordEncoder encoder("windows-1250", {});
  std::string output = "ę:Imię";
  EXPECT_TRUE(encoder.encode(output, 3));
  EXPECT_EQ(output, "ę:Imi\xEA");
  output = "陳";
  EXPECT_FALSE(encoder.encode(output, 0));
  EXPECT_EQ(output, "陳");
}

TEST(RecordEncoder, FindsTheValueOfADocument) {
  RecordEncoder encoder("windows-1250", {"/data", true});
  record::Batch batch;
  batch.bytes = R"(  {"a":"ę","b":{"c":["x","\u9673"]}})";
  batch.first_record = 5;
  batch.records.push_back({2, static_cast<std::uint32_t>(batch.bytes.size()), 0, 0});
  const auto finding = encoder.lacking_in(batch, 0);
  EXPECT_EQ(finding.pointer, "/data/4/b/c/1");
  EXPECT_EQ(batch.bytes.substr(finding.offset, finding.length), R"("\u9673")");
  EXPECT_EQ(finding.expected, "text in windows-1250");
}

TEST(RecordEncoder, TellsWhatTheSourceDoesNotHoldAtTheRecord) {
  RecordEncoder encoder("us-ascii", {});
  record::Batch batch;
  batch.bytes = "\n{\"a\":1}";
  batch.records.push_back({1, 8, 0, 0});
  const auto finding = encoder.lacking_in(batch, 0);
  EXPECT_EQ(finding.offset, 1U);
  EXPECT_EQ(finding.pointer, "");
}

}  // namespace
}  // namespace crosswalk::pipeline
