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

TEST(SpooledSource, GivesWhatWasKeptBeforeAndReadAndThenTheRest) {
  tests::PipeSource pipe("cdefgh", 2);
  const auto source = SpooledSource::open(pipe).value();
  ASSERT_TRUE(source->keep("ab"));
  EXPECT_EQ(read_up_to(*source, 2), "cd");
  ASSERT_TRUE(source->rewind());
  EXPECT_EQ(read_up_to(*source, 100), "abcdefgh");
}

TEST(SpooledSource, TellsThatNothingCanBeKept) {
  const char* const folder = std::getenv("TMPDIR");
  const std::string old = folder == nullptr ? "" : folder;
  ASSERT_EQ(::setenv("TMPDIR", "/nowhere/at/all", 1), 0);
  tests::PipeSource pipe("ab");
  const auto source = SpooledSource::open(pipe);
  if (folder == nullptr) {
    ::unsetenv("TMPDIR");
  } else {
    ::setenv("TMPDIR", old.c_str(), 1);
  }
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace crosswalk::base
