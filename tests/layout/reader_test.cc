// The registry of readers.
#include "layout/reader.h"

#include <gtest/gtest.h>

#include "support/readings.h"

namespace crosswalk::layout {
namespace {

Result<std::unique_ptr<RecordReader>> open_kind(format::LayoutKind kind) {
  static const tests::ReadingOptions kOptions;
  static const auto kSource = memory_source("", "input");
  ReadOptions read;
  read.rules = &kOptions.rules;
  read.policy = &kOptions.policy;
  format::Layout layout;
  layout.kind = kind;
  layout.name = "json";
  return open_reader(layout, *kSource, read);
}

TEST(OpenReader, KnowsEveryLayoutOfRecords) {
  EXPECT_TRUE(open_kind(format::LayoutKind::kCsv).ok());
  EXPECT_TRUE(open_kind(format::LayoutKind::kHeaderData).ok());
}

TEST(OpenReader, RefusesADocument) {
  const auto reader = open_kind(format::LayoutKind::kDocument);
  ASSERT_FALSE(reader.ok());
  EXPECT_EQ(reader.error().kind, ErrorKind::kUsage);
}

}  // namespace
}  // namespace crosswalk::layout
