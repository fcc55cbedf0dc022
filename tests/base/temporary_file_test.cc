// Temporary files: read back from anywhere, and without a name from the start.
#include "base/temporary_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <string>

#include "support/temp_folder.h"

namespace crosswalk::base {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using tests::TempFolder;

class TemporaryFileTest : public testing::Test {
 protected:
  void SetUp() override { ::setenv("TMPDIR", folder_.path("").c_str(), 1); }
  void TearDown() override { ::unsetenv("TMPDIR"); }

  TempFolder folder_;
};

TEST_F(TemporaryFileTest, GivesBackWhatWasAdded) {
  auto file = TemporaryFile::open();
  ASSERT_TRUE(file.ok());
  ASSERT_TRUE(file.value().append("ab").ok() && file.value().append("c").ok());
  EXPECT_EQ(file.value().size(), 3U);
  std::array<char, 8> into{};
  const auto count = file.value().read(1, into);
  ASSERT_TRUE(count.ok());
  EXPECT_EQ(std::string(into.data(), count.value()), "bc");
}

TEST_F(TemporaryFileTest, HasNoNameInItsFolder) {
  auto file = TemporaryFile::open();
  ASSERT_TRUE(file.ok() && file.value().append("secret").ok());
  EXPECT_THAT(folder_.names(), IsEmpty());
}

TEST_F(TemporaryFileTest, NamesTheFolderThatTakesNoFiles) {
  ::setenv("TMPDIR", folder_.path("none").c_str(), 1);
  auto file = TemporaryFile::open();
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().kind, ErrorKind::kIo);
  EXPECT_THAT(file.error().message, HasSubstr(folder_.path("none") + ": No such file"));
}

}  // namespace
}  // namespace crosswalk::base
