// The registry of readers.
#include "layout/reader.h"

#include <gtest/gtest.h>

#include "layout/csv_reader.h"
#include "layout/document_reader.h"
#include "layout/header_data_reader.h"
#include "layout/ndjson_reader.h"
#include "support/readings.h"

namespace crosswalk::layout {
namespace {

template <class Reader>
bool opens(format::LayoutKind kind) {
  const tests::ReadingOptions options;
  const auto source = memory_source("", "input");
  ReadOptions read;
  read.rules = &options.rules;
  read.policy = &options.policy;
  format::Layout layout;
  layout.kind = kind;
  return dynamic_cast<Reader*>(open_reader(layout, *source, read).get()) != nullptr;
}

TEST(OpenReader, KnowsEveryLayout) {
  EXPECT_TRUE(opens<CsvReader>(format::LayoutKind::kCsv));
  EXPECT_TRUE(opens<HeaderDataReader>(format::LayoutKind::kHeaderData));
  EXPECT_TRUE(opens<NdjsonReader>(format::LayoutKind::kNdjson));
  EXPECT_TRUE(opens<DocumentReader>(format::LayoutKind::kDocument));
}

}  // namespace
}  // namespace crosswalk::layout
