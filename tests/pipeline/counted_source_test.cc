// Bytes are counted as they are read.
#include "pipeline/counted_source.h"

#include <gtest/gtest.h>

#include <array>

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

}  // namespace
}  // namespace crosswalk::pipeline
