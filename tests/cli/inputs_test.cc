// Which files a command reads.
#include "inputs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/temp_folder.h"

namespace crosswalk::cli {
namespace {

namespace fs = std::filesystem;

class InputsTest : public testing::Test {
 protected:
  std::vector<std::string> names(const Options& options) {
    const auto inputs = collect_inputs(options);
    EXPECT_TRUE(inputs) << inputs.error().message;
    std::vector<std::string> found;
    for (const Input& input : inputs.value()) found.push_back(input.name);
    return found;
  }

  std::string write(const std::string& name, const std::string& text) {
    return folder_.write(name, text);
  }

  tests::TempFolder folder_;
  fs::path dir_ = folder_.path();
};

using Names = std::vector<std::string>;

TEST_F(InputsTest, AreStandardInputWithoutAName) {
  EXPECT_EQ(names({}), Names{"-"});
}

TEST_F(InputsTest, AreTheFilesNamedAndThoseOfLists) {
  Options options;
  options.operands = {"a.csv"};
  options.file_lists = {write("list", "b.csv\r\n\nc d.csv")};
  EXPECT_EQ(names(options), (Names{"a.csv", "b.csv", "c d.csv"}));
}

TEST_F(InputsTest, AreNothingForAnEmptyList) {
  Options options;
  options.file_lists = {write("list", "\n")};
  EXPECT_EQ(names(options), Names{});
}

TEST_F(InputsTest, AreThePartsOfAFolderInOrder) {
  write("parts/manifest.json",
        R"({"format":"shop/orders:json","columns":["id"],"parts":[)"
        R"({"file":"p2.json","bytes":1,"sha256":"x"},{"file":"p1.json","bytes":1,"sha256":"x"}]})");
  Options options;
  options.operands = {(dir_ / "parts").string()};
  const auto inputs = collect_inputs(options);
  ASSERT_TRUE(inputs);
  ASSERT_EQ(inputs.value().size(), 1U);
  EXPECT_EQ(inputs.value()[0].paths,
            (Names{(dir_ / "parts/p2.json").string(), (dir_ / "parts/p1.json").string()}));
  EXPECT_EQ(inputs.value()[0].manifest->format, "shop/orders:json");
}

TEST_F(InputsTest, RefuseAFolderWithoutAManifestAndStandardInputTwice) {
  Options options;
  options.operands = {dir_.string()};
  EXPECT_EQ(collect_inputs(options).error().kind, ErrorKind::kUsage);
  options.operands = {"-", "-"};
  EXPECT_EQ(collect_inputs(options).error().kind, ErrorKind::kUsage);
  options.file_lists = {(dir_ / "no such list").string()};
  EXPECT_EQ(collect_inputs(options).error().kind, ErrorKind::kIo);
}

TEST_F(InputsTest, KnowOneFileByAllItsNames) {
  const std::string path = write("a.csv", "x");
  fs::create_symlink(path, dir_ / "soft");
  fs::create_hard_link(path, dir_ / "hard");
  EXPECT_TRUE(is_same_file(path, (dir_ / "soft").string()));
  EXPECT_TRUE(is_same_file(path, (dir_ / "hard").string()));
  EXPECT_TRUE(is_same_file(path, (dir_ / "." / "a.csv").string()));
  EXPECT_TRUE(is_same_file((dir_ / "new").string(), (dir_ / "./new").string()));
  EXPECT_FALSE(is_same_file(path, (dir_ / "b.csv").string()));
  EXPECT_FALSE(is_same_file((dir_ / "new").string(), (dir_ / "other").string()));
}

}  // namespace
}  // namespace crosswalk::cli
