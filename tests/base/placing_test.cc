// Names: given at once, taken back whole, and refused without a trace.
#include "base/placing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "support/temp_folder.h"

namespace crosswalk::base {
namespace {

using testing::ElementsAre;
using tests::read_file;
using tests::TempFolder;
using tests::write_file;

TEST(Placing, GivesANewName) {
  const TempFolder folder;
  write_file(folder.path("partial"), "new");
  Placing placing;
  ASSERT_TRUE(placing.place(folder.path("partial"), folder.path("out"), "out").ok());
  EXPECT_TRUE(placing.is_placed());
  EXPECT_FALSE(placing.leaves_something());
  EXPECT_THAT(folder.names(), ElementsAre("out"));
}

TEST(Placing, TakesANewNameBack) {
  const TempFolder folder;
  write_file(folder.path("partial"), "new");
  Placing placing;
  ASSERT_TRUE(placing.place(folder.path("partial"), folder.path("out"), "out").ok());
  placing.take_back();
  EXPECT_FALSE(placing.is_placed());
  EXPECT_TRUE(placing.leaves_something());
  EXPECT_THAT(folder.names(), ElementsAre("partial"));
}

TEST(Placing, KeepsTheOldOneUnderTheOtherName) {
  const TempFolder folder;
  write_file(folder.path("partial"), "new");
  write_file(folder.path("out"), "old");
  Placing placing;
  ASSERT_TRUE(placing.place(folder.path("partial"), folder.path("out"), "out").ok());
  EXPECT_EQ(read_file(folder.path("out")), "new");
  EXPECT_TRUE(placing.leaves_something());
  EXPECT_EQ(read_file(folder.path("partial")), "old");
  placing.take_back();
  EXPECT_EQ(read_file(folder.path("out")), "old");
  EXPECT_EQ(read_file(folder.path("partial")), "new");
}

TEST(Placing, ExchangesFolders) {
  const TempFolder folder;
  std::filesystem::create_directory(folder.path("partial"));
  write_file(folder.path("partial/part"), "new");
  std::filesystem::create_directory(folder.path("out"));
  Placing placing;
  ASSERT_TRUE(placing.place(folder.path("partial"), folder.path("out"), "out").ok());
  EXPECT_EQ(read_file(folder.path("out/part")), "new");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path("partial")));
}

TEST(Placing, TellsWhatItCannotPlace) {
  const TempFolder folder;
  Placing placing;
  const Status missing = placing.place(folder.path("partial"), folder.path("out"), "the output");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().message, "cannot write the output: No such file or directory");
  EXPECT_FALSE(placing.is_placed());
  EXPECT_FALSE(placing.place(folder.path("x"), folder.path("none/out"), "out").ok());
}

}  // namespace
}  // namespace crosswalk::base
