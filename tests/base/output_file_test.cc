// Output files: nothing under the name before commit(), all of it after, and nothing else ever.
//
// Modes are looked at under a umask that the test sets.
#include "base/output_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <string>

#include "support/temp_folder.h"

namespace crosswalk::base {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::read_file;
using tests::TempFolder;
using tests::write_file;

unsigned mode_of(const std::string& path) {
  struct stat facts {};
  ::stat(path.c_str(), &facts);
  return facts.st_mode & 0777U;
}

TEST(OutputFile, AppearsWhenItIsCommitted) {
  const TempFolder folder;
  const std::string path = folder.path("out.json");
  auto file = OutputFile::create(path);
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(file.value()->write("ab").ok());
  EXPECT_TRUE(file.value()->write("c").ok());
  EXPECT_EQ(file.value()->size(), 3U);
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_TRUE(file.value()->commit().ok());
  EXPECT_EQ(read_file(path), "abc");
  EXPECT_THAT(folder.names(), ElementsAre("out.json"));
}

TEST(OutputFile, IsWrittenBesideItsTargetForTheOwnerAlone) {
  const TempFolder folder;
  auto file = OutputFile::create(folder.path("out.json"));
  ASSERT_TRUE(file.ok());
  ASSERT_THAT(folder.names(), ElementsAre(testing::MatchesRegex("\\.out\\.json\\.partial-.{8}")));
  EXPECT_EQ(mode_of(folder.path(folder.names()[0])), 0600U);
}

TEST(OutputFile, LeavesNothingWhenItIsNotCommitted) {
  const TempFolder folder;
  {
    auto file = OutputFile::create(folder.path("out.json"));
    ASSERT_TRUE(file.ok());
    EXPECT_TRUE(file.value()->write(std::string(1000000, 'x')).ok());
  }
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(OutputFile, KeepsTheOldFileWholeUntilCommit) {
  const TempFolder folder;
  const std::string path = folder.path("out");
  write_file(path, "old");
  auto file = OutputFile::create(path);
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(file.value()->write("new").ok());
  EXPECT_EQ(read_file(path), "old");
  EXPECT_TRUE(file.value()->commit().ok());
  EXPECT_EQ(read_file(path), "new");
}

TEST(OutputFile, HasTheModeThatTheUmaskGives) {
  const TempFolder folder;
  const mode_t saved = ::umask(027);
  auto file = OutputFile::create(folder.path("out"));
  ASSERT_TRUE(file.ok() && file.value()->commit().ok());
  auto closed = OutputFile::create(folder.path("closed"), FileAccess::kOwnerOnly);
  ASSERT_TRUE(closed.ok() && closed.value()->commit().ok());
  ::umask(saved);
  EXPECT_EQ(mode_of(folder.path("out")), 0640U);
  EXPECT_EQ(mode_of(folder.path("closed")), 0600U);
}

TEST(OutputFile, HasTheModeOfTheFileItReplaces) {
  const TempFolder folder;
  write_file(folder.path("out"), "old");
  ::chmod(folder.path("out").c_str(), 0604);
  auto file = OutputFile::create(folder.path("out"));
  ASSERT_TRUE(file.ok() && file.value()->commit().ok());
  EXPECT_EQ(mode_of(folder.path("out")), 0604U);
}

TEST(OutputFile, KeepsBytesInOrderAcrossItsBuffer) {
  const TempFolder folder;
  auto file = OutputFile::create(folder.path("out"));
  ASSERT_TRUE(file.ok());
  std::string expected;
  for (std::size_t size : {1UL, 262143UL, 262144UL, 1UL, 262145UL, 1000000UL, 5UL}) {
    const std::string piece(size, static_cast<char>('a' + expected.size() % 26));
    expected += piece;
    ASSERT_TRUE(file.value()->write(piece).ok());
  }
  ASSERT_TRUE(file.value()->commit().ok());
  EXPECT_TRUE(read_file(folder.path("out")) == expected);
}

TEST(OutputFile, FollowsALinkToTheFileItNames) {
  const TempFolder folder;
  write_file(folder.path("real"), "old");
  std::filesystem::create_symlink("real", folder.path("link"));
  auto file = OutputFile::create(folder.path("link"));
  ASSERT_TRUE(file.ok());
  ASSERT_TRUE(file.value()->write("new").ok() && file.value()->commit().ok());
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link")));
  EXPECT_EQ(read_file(folder.path("real")), "new");
}

TEST(OutputFile, WritesStraightIntoWhatIsNoRegularFile) {
  auto file = OutputFile::create("/dev/null");
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(file.value()->write("x").ok());
  EXPECT_TRUE(file.value()->commit().ok());
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(OutputFile, TellsAFullDisk) {
  auto file = OutputFile::create("/dev/full");
  ASSERT_TRUE(file.ok());
  const Status written = file.value()->write(std::string(1000000, 'x'));
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().kind, ErrorKind::kIo);
  EXPECT_EQ(written.error().message, "cannot write /dev/full: No space left on device");
  EXPECT_FALSE(file.value()->commit().ok()) << "a failed write is not forgotten";
}

TEST(OutputFile, CanBeTakenBack) {
  const TempFolder folder;
  write_file(folder.path("out"), "old");
  {
    auto file = OutputFile::create(folder.path("out"));
    ASSERT_TRUE(file.ok() && file.value()->write("new").ok() && file.value()->commit().ok());
    file.value()->take_back();
  }
  EXPECT_EQ(read_file(folder.path("out")), "old");
  EXPECT_THAT(folder.names(), ElementsAre("out"));
}

TEST(OutputFile, LeavesNothingOfTheFileItReplaced) {
  const TempFolder folder;
  write_file(folder.path("out"), "old");
  {
    auto file = OutputFile::create(folder.path("out"));
    ASSERT_TRUE(file.ok() && file.value()->prepare().ok());
    EXPECT_EQ(read_file(folder.path("out")), "old") << "prepared is not committed";
    ASSERT_TRUE(file.value()->commit().ok());
  }
  EXPECT_THAT(folder.names(), ElementsAre("out"));
}

TEST(OutputFile, GivesAPipeItsBytesAtOnceAndLetsItsReaderGo) {
  const TempFolder folder;
  const std::string path = folder.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
  auto file = OutputFile::create(path);
  ASSERT_TRUE(file.ok() && file.value()->write("now").ok());
  std::array<char, 8> into{};
  EXPECT_EQ(::read(reader, into.data(), into.size()), 3);
  ::close(reader);
  const auto saved = std::signal(SIGPIPE, SIG_IGN);
  EXPECT_TRUE(file.value()->write("late").ok());
  EXPECT_TRUE(file.value()->commit().ok());
  std::signal(SIGPIPE, saved);
}

TEST(OutputFile, RefusesAFolder) {
  const TempFolder folder;
  auto file = OutputFile::create(folder.path(""));
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().kind, ErrorKind::kUsage);
  EXPECT_EQ(file.error().message, "cannot write " + folder.path("") + ": it is a folder");
}

TEST(OutputFile, TellsAMissingFolder) {
  const TempFolder folder;
  auto file = OutputFile::create(folder.path("none/out"));
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().message,
            "cannot write " + folder.path("none/out") + ": No such file or directory");
}

TEST(OutputFile, TakesNamesAsLongAsTheSystemDoes) {
  const TempFolder folder;
  const std::string path = folder.path(std::string(255, 'n'));
  auto file = OutputFile::create(path);
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(file.value()->commit().ok());
  EXPECT_TRUE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace crosswalk::base
