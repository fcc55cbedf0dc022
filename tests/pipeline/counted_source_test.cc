// Bytes are counted as they are read.
#include "pipeline/counted_source.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <vector>

namespace crosswalk::pipeline {
namespace {

TEST(CountedSource, CountsWhatWasReadSinceTheStart) {
  const auto inner = memory_source("hello", "greeting");
  CountedSource source(*inner);
  std::array<char, 3> buffer{};
  EXPECT_EQ(source.name(), "greeting");
  EXPECT_EQ(source.read(buffer).value(), 3U);
  EXPECT_EQ(source.bytes(), 3U);
  EXPECT_EQ(source.read(buffer).value(), 2U);
  EXPECT_EQ(source.read(buffer).value(), 0U);
  EXPECT_EQ(source.bytes(), 5U);
  ASSERT_TRUE(source.can_rewind());
  ASSERT_TRUE(source.rewind().ok());
  EXPECT_EQ(source.bytes(), 0U);
}

TEST(CountedSource, TellsProgressOverAllSources) {
  const auto inner = memory_source("hello", "greeting");
  std::vector<std::uint64_t> told;
  const auto on_progress = [&](const Progress& progress) {
    EXPECT_EQ(progress.source, "greeting");
    told.push_back(progress.bytes);
  };
  CountedSource source(*inner, on_progress, 100);
  std::array<char, 3> buffer{};
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(source.read(buffer).ok());
  EXPECT_EQ(told, (std::vector<std::uint64_t>{103, 105, 105}));
}

}  // namespace
}  // namespace crosswalk::pipeline
