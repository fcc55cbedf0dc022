// A pipe read twice, in pieces, and not to its end the first time.
#include "base/spooled_source.h"

#include <gtest/gtest.h>

#include <string>

#include "support/readings.h"

namespace crosswalk::base {
namespace {

std::string read_up_to(Source& source, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    std::string piece(std::min<std::size_t>(3, bytes - text.size()), '\0');
    const std::size_t count = source.read(piece).value();
    if (count == 0) break;
    text.append(piece, 0, count);
  }
  return text;
}

TEST(SpooledSource, GivesTheSameBytesAsOftenAsItIsRewound) {
  tests::PipeSource pipe("one, two, three");
  const auto source = SpooledSource::open(pipe).value();
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(read_up_to(*source, 100), "one, two, three");
    ASSERT_TRUE(source->rewind().ok());
  }
  EXPECT_EQ(source->name(), "pipe");
}

TEST(SpooledSource, ReadsOnBehindWhatItHasKept) {
  tests::PipeSource pipe("one, two, three");
  const auto source = SpooledSource::open(pipe).value();
  EXPECT_EQ(read_up_to(*source, 4), "one,");
  ASSERT_TRUE(source->rewind().ok());
  EXPECT_EQ(read_up_to(*source, 100), "one, two, three");
}

}  // namespace
}  // namespace crosswalk::base
