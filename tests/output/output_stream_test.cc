// Files that are compressed when their name asks for it.
#include "output/output_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/compressed.h"
#include "support/temp_folder.h"

namespace crosswalk::output {
namespace {

using compression::Codec;
using ::testing::IsEmpty;
using tests::read_file;

TEST(OutputStreamTest, TheNameSaysWhetherAndHowItIsCompressed) {
  const tests::TempFolder folder;
  for (const auto& [name, codec] :
       {std::pair{"a.csv.gz", Codec::kGzip}, std::pair{"a.csv.zst", Codec::kZstd}}) {
    const auto stream = OutputStream::create(folder.path(name)).value();
    ASSERT_TRUE(stream->write("one,").ok());
    ASSERT_TRUE(stream->write("two\n").ok());
    ASSERT_TRUE(stream->commit().ok());
    EXPECT_EQ(read_file(folder.path(name)), tests::compressed(codec, "one,two\n"));
  }
  const auto plain = OutputStream::create(folder.path("a.csv")).value();
  ASSERT_TRUE(plain->write("one\n").ok());
  ASSERT_TRUE(plain->commit().ok());
  EXPECT_EQ(read_file(folder.path("a.csv")), "one\n");
}

TEST(OutputStreamTest, WithoutCommitNothingIsLeft) {
  const tests::TempFolder folder;
  {
    const auto stream = OutputStream::create(folder.path("a.csv.gz")).value();
    ASSERT_TRUE(stream->write(std::string(1'000'000, 'x')).ok());
  }
  EXPECT_THAT(folder.names(), IsEmpty());
}

}  // namespace
}  // namespace crosswalk::output
