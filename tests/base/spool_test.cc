// Pipes read a second time.
#include "base/spool.h"

#include <gtest/gtest.h>

#include <string>

#include "support/readings.h"

namespace crosswalk::base {
namespace {

std::string read_bytes(Source& source, std::size_t count) {
  std::string bytes(count, '\0');
  std::size_t read = 0;
  while (read < count) {
    const std::size_t some = source.read({bytes.data() + read, count - read}).value();
    if (some == 0) break;
    read += some;
  }
  return bytes.substr(0, read);
}

TEST(Spool, GivesWhatWasKeptAndReadAndThenTheRest) {
  tests::PipeSource pipe("cdefgh", 2);
  Spool spool(pipe);
  ASSERT_TRUE(spool.keep("ab"));
  EXPECT_EQ(read_bytes(spool, 2), "cd");
  EXPECT_TRUE(spool.can_rewind());
  ASSERT_TRUE(spool.rewind());
  EXPECT_EQ(read_bytes(spool, 100), "abcdefgh");
  EXPECT_EQ(spool.name(), "pipe");
}

TEST(Spool, GoesBackOnce) {
  tests::PipeSource pipe("ab");
  Spool spool(pipe);
  ASSERT_TRUE(spool.rewind());
  EXPECT_EQ(read_bytes(spool, 100), "ab");
  EXPECT_FALSE(spool.can_rewind());
  EXPECT_FALSE(spool.rewind());
}

TEST(Spool, TellsThatNothingCanBeKept) {
  const char* const folder = std::getenv("TMPDIR");
  const std::string old = folder == nullptr ? "" : folder;
  ASSERT_EQ(::setenv("TMPDIR", "/nowhere/at/all", 1), 0);
  tests::PipeSource pipe("ab");
  Spool spool(pipe);
  const Status kept = spool.keep("a");
  if (folder == nullptr) {
    ::unsetenv("TMPDIR");
  } else {
    ::setenv("TMPDIR", old.c_str(), 1);
  }
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace crosswalk::base
