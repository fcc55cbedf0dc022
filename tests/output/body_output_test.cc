// One body, in a file or on standard output.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "crosswalk/outputs.h"
#include "support/temp_folder.h"

namespace crosswalk {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::read_file;

TEST(FileOutput, AppearsWhenItIsCommitted) {
  const tests::TempFolder folder;
  tests::write_file(folder.path("out.json"), "old");
  auto output = file_output(folder.path("out.json"), {});
  ASSERT_TRUE(output.ok());
  ASSERT_TRUE(output.value()->begin_part(1).ok());
  ASSERT_TRUE(output.value()->write("ne").ok());
  ASSERT_TRUE(output.value()->write("w").ok());
  ASSERT_TRUE(output.value()->end_part({}).ok());
  EXPECT_EQ(read_file(folder.path("out.json")), "old");
  ASSERT_TRUE(output.value()->commit({}).ok());
  EXPECT_EQ(read_file(folder.path("out.json")), "new");
}

TEST(FileOutput, LeavesTheOldFileWithoutCommit) {
  const tests::TempFolder folder;
  tests::write_file(folder.path("out.json"), "old");
  {
    auto output = file_output(folder.path("out.json"), {folder.path("rejects")});
    ASSERT_TRUE(output.ok());
    ASSERT_TRUE(output.value()->write("new").ok());
    ASSERT_TRUE(output.value()->reject(1, "x", true).ok());
  }
  EXPECT_EQ(read_file(folder.path("out.json")), "old");
  EXPECT_THAT(folder.names(), UnorderedElementsAre("out.json"));
}

TEST(FileOutput, CommitsRejectsWithTheBody) {
  const tests::TempFolder folder;
  auto output = file_output(folder.path("out"), {folder.path("rejects")});
  ASSERT_TRUE(output.ok());
  ASSERT_TRUE(output.value()->reject_frame("<", ",", ">").ok());
  ASSERT_TRUE(output.value()->reject(1, "a", true).ok());
  ASSERT_TRUE(output.value()->reject(2, "b", true).ok());
  ASSERT_TRUE(output.value()->commit({}).ok());
  EXPECT_EQ(read_file(folder.path("rejects")), "<a,b>");
  EXPECT_EQ(read_file(folder.path("out")), "");
}

TEST(FileOutput, LeavesNoRejectsWhereTheBodyCannotBeBegun) {
  const tests::TempFolder folder;
  EXPECT_FALSE(file_output(folder.path("no/such/out"), {folder.path("rejects")}).ok());
  EXPECT_FALSE(file_output(folder.path("out"), {folder.path("no/such/rejects")}).ok());
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(FileOutput, RefusesAFolder) {
  const tests::TempFolder folder;
  std::filesystem::create_directory(folder.path("dir"));
  const auto output = file_output(folder.path("dir"), {});
  ASSERT_FALSE(output.ok());
  EXPECT_EQ(output.error().kind, ErrorKind::kUsage);
}

TEST(FileOutput, RefusesASecondBody) {
  const tests::TempFolder folder;
  auto output = file_output(folder.path("out"), {});
  ASSERT_TRUE(output.ok());
  EXPECT_TRUE(output.value()->begin_part(1).ok());
  EXPECT_FALSE(output.value()->begin_part(2).ok());
}

// Puts a pipe in the place of standard output.
class StdoutOutput : public testing::Test {
 protected:
  void SetUp() override {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    read_end_ = ends[0];
    saved_ = dup(STDOUT_FILENO);
    dup2(ends[1], STDOUT_FILENO);
    close(ends[1]);
    saved_handler_ = signal(SIGPIPE, SIG_IGN);
  }
  void TearDown() override {
    dup2(saved_, STDOUT_FILENO);
    close(saved_);
    if (read_end_ >= 0) close(read_end_);
    signal(SIGPIPE, saved_handler_);
  }
  void close_reader() {
    close(read_end_);
    read_end_ = -1;
  }
  [[nodiscard]] std::string read_all(std::size_t bytes) const {
    std::string text(bytes, '\0');
    const ssize_t got = read(read_end_, text.data(), bytes);
    text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return text;
  }

 private:
  int read_end_ = -1;
  int saved_ = -1;
  void (*saved_handler_)(int) = nullptr;
};

TEST_F(StdoutOutput, WritesAsItComes) {
  auto output = stdout_output({});
  ASSERT_TRUE(output.ok());
  ASSERT_TRUE(output.value()->write("abc").ok());
  EXPECT_EQ(read_all(10), "abc");
  EXPECT_TRUE(output.value()->commit({}).ok());
}

TEST_F(StdoutOutput, TakesAReaderThatLeavesForNoError) {
  auto output = stdout_output({});
  ASSERT_TRUE(output.ok());
  close_reader();
  EXPECT_TRUE(output.value()->write("abc").ok());
  EXPECT_TRUE(output.value()->write("def").ok());
  EXPECT_TRUE(output.value()->commit({}).ok());
}

}  // namespace
}  // namespace crosswalk
