// Rejected records and the frame around them.
#include "output/rejects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/temp_folder.h"

namespace crosswalk::output {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::read_file;

TEST(Rejects, PutsTheFrameAroundReadableRecords) {
  const tests::TempFolder folder;
  Rejects rejects = Rejects::create({folder.path("r.csv")}).value();
  rejects.set_frame("id,name\n", "\n", "\n");
  ASSERT_TRUE(rejects.add("1,", true).ok());
  ASSERT_TRUE(rejects.add("2,\"a\nb\"", true).ok());
  ASSERT_TRUE(rejects.commit().ok());
  EXPECT_EQ(read_file(folder.path("r.csv")), "id,name\n1,\n2,\"a\nb\"\n");
  EXPECT_THAT(folder.names(), UnorderedElementsAre("r.csv"));
}

TEST(Rejects, KeepsUnreadableRecordsApart) {
  const tests::TempFolder folder;
  Rejects rejects = Rejects::create({folder.path("r.csv")}).value();
  rejects.set_frame("id\n", "\n", "\n");
  ASSERT_TRUE(rejects.add("\"x", false).ok());
  ASSERT_TRUE(rejects.add("7", true).ok());
  ASSERT_TRUE(rejects.add("\"y", false).ok());
  ASSERT_TRUE(rejects.commit().ok());
  EXPECT_EQ(read_file(folder.path("r.csv")), "id\n7\n");
  EXPECT_EQ(read_file(folder.path("r.csv.unreadable")), "\"x\n\"y\n");
}

TEST(Rejects, LeavesAnEmptyFileWhereNothingWasRejected) {
  const tests::TempFolder folder;
  tests::write_file(folder.path("r.csv"), "from an earlier run");
  ASSERT_TRUE(Rejects::create({folder.path("r.csv")}).value().commit().ok());
  EXPECT_EQ(read_file(folder.path("r.csv")), "");
  EXPECT_THAT(folder.names(), UnorderedElementsAre("r.csv"));
}

TEST(Rejects, LeavesNothingWithoutCommit) {
  const tests::TempFolder folder;
  {
    Rejects rejects = Rejects::create({folder.path("r.csv")}).value();
    ASSERT_TRUE(rejects.add("1", true).ok());
    ASSERT_TRUE(rejects.add("2", false).ok());
  }
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(Rejects, PassesRecordsOverWithoutAPath) {
  Rejects rejects = Rejects::create({}).value();
  EXPECT_TRUE(rejects.add("1", true).ok());
  EXPECT_TRUE(rejects.add("2", false).ok());
  EXPECT_TRUE(rejects.commit().ok());
}

TEST(Rejects, RefusesAFolder) {
  const tests::TempFolder folder;
  std::filesystem::create_directory(folder.path("dir"));
  const Result<Rejects> rejects = Rejects::create({folder.path("dir")});
  ASSERT_FALSE(rejects.ok());
  EXPECT_EQ(rejects.error().kind, ErrorKind::kUsage);
}

}  // namespace
}  // namespace crosswalk::output
